package temper.studies.sharpminima;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.studies.FixedTables;

/** What figures say of runs that have no value to be drawn. */
final class FiguresTest {

  private static final int STEPS = 200;

  @Test
  void coursesAreThoseOfRunsThatDidNotDivergeAndTheirNumberIsSaid() {
    Panel panel = panels("minima-of-different-width", courses()).get(1);

    List<Layer.Line> lines = lines(panel.layers());

    assertEquals(
        List.of(
            "low rate, 10 of 10 runs",
            "mean rate, 2 of 10 runs",
            "mean rate, 2 of 10 runs",
            "high rate, 0 of 10 runs",
            "triangular rate, 10 of 10 runs"),
        lines.stream().map(Layer.Line::label).toList());
    assertArrayEquals(new double[] {8, 8}, lines.get(1).y());
    assertArrayEquals(new double[] {9, 9}, lines.get(2).y());
    assertEquals(0, lines.get(3).x().length);
    assertEquals(2, panel.layers().stream().filter(Layer.Band.class::isInstance).count());
  }

  @Test
  void ratesAreDrawnAsTheyWereSetAlsoOfRunsThatDiverged() {
    Panel panel = panels("minima-of-different-width", courses()).get(1);

    List<Layer.Line> rates = lines(panel.second().orElseThrow().layers());

    assertEquals(4, rates.size());
    Layer.Line high = rates.get(2);
    int last = high.x().length - 1;
    assertEquals(0, high.x()[0]);
    assertArrayEquals(
        new double[] {100, 100, STEPS}, Arrays.copyOfRange(high.x(), last - 2, last + 1));
    assertEquals(0.2, high.y()[0]);
    assertArrayEquals(
        new double[] {0.2, 0.02, 0.02}, Arrays.copyOfRange(high.y(), last - 2, last + 1));
  }

  /** Ten runs of each rate; at the mean rate the first eight diverge, at the high rate all. */
  private static Tables courses() {
    List<String> paths = List.of("low", "mean", "high", "triangular");
    int rows = 2 * paths.size() * 10 * 2;
    double[] replicate = new double[rows];
    double[] step = new double[rows];
    double[] alpha = new double[rows];
    String[] path = new String[rows];
    String[] outcome = new String[rows];
    for (int i = 0; i < rows; i++) {
      replicate[i] = i / 2 % 10;
      step[i] = i % 2 * STEPS;
      path[i] = paths.get(i / 20 % 4);
      alpha[i] = i < rows / 2 ? CyclicWidth.FOUND : CyclicWidth.NARROW;
      boolean mean = path[i].equals("mean") && replicate[i] < 8;
      outcome[i] = mean || path[i].equals("high") ? "diverged" : "ok";
    }
    Table table =
        Table.builder(rows)
            .numbers("replicate", replicate)
            .numbers("step", step)
            .numbers("curvature", replicate)
            .texts("path", path)
            .texts("outcome", outcome)
            .numbers("alpha", alpha)
            .numbers("low", filled(rows, 0.02))
            .numbers("high", filled(rows, 0.2))
            .numbers("half_cycle", filled(rows, 50))
            .numbers("cycles", filled(rows, 1))
            .numbers("settle", filled(rows, 100))
            .build();
    return new FixedTables(CyclicWidth.NAME, table);
  }

  @Test
  void runsThatDivergedAreCountedAtEachRate() {
    Table trials =
        Table.builder(5)
            .numbers("multiple", new double[] {0.5, 0.5, 2, 2, 2})
            .numbers("product", new double[] {1, 1, Double.NaN, 2, Double.NaN})
            .texts("outcome", new String[] {"ok", "ok", "diverged", "ok", "diverged"})
            .build();
    Tables tables = new FixedTables(RateAndSharpness.NAME, trials);

    Layer.Points diverged = points(panels("rate-and-sharpness", tables).get(0)).get(1);

    assertEquals("diverged: 2 of 3 at 2", diverged.label());
    assertArrayEquals(new double[] {2}, diverged.x());
  }

  @Test
  void runsThatCannotStandOnAnAxisAreDrawnAtItsEndAndCounted() {
    Table runs =
        Table.builder(4)
            .numbers("product", new double[] {0.5, 1, 2.1, 8})
            .numbers("growth", new double[] {0, 5, 1e12, 1e18})
            .numbers("end_product", new double[] {0.5, 1, 1.9, 1e6})
            .numbers("end_loss", new double[] {0.1, 0.1, 0.1, 1e12})
            .build();
    List<Panel> panels = panels("stability-edge", new FixedTables(StabilityEdge.NAME, runs));

    Layer.Points still = points(panels.get(0)).get(1);
    assertEquals("no rise, 0: 1 of 4 runs", still.label());
    assertArrayEquals(new double[] {0.5}, still.x());
    Layer.Points diverged = points(panels.get(1)).get(1);
    assertEquals("diverged: 1 of 4 runs", diverged.label());
    assertArrayEquals(new double[] {8}, diverged.x());
    assertArrayEquals(new double[] {0.5, 1, 1.9}, points(panels.get(1)).get(0).y());
  }

  private static List<Panel> panels(String figure, Tables tables) {
    return new SharpMinima()
        .figures().stream()
            .filter(each -> each.name().equals(figure))
            .findFirst()
            .orElseThrow()
            .chart()
            .apply(tables)
            .panels();
  }

  private static List<Layer.Line> lines(List<Layer> layers) {
    List<Layer.Line> out = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer instanceof Layer.Line line) {
        out.add(line);
      }
    }
    return out;
  }

  private static List<Layer.Points> points(Panel panel) {
    List<Layer.Points> out = new ArrayList<>();
    for (Layer layer : panel.layers()) {
      if (layer instanceof Layer.Points points) {
        out.add(points);
      }
    }
    return out;
  }

  private static double[] filled(int length, double value) {
    double[] out = new double[length];
    Arrays.fill(out, value);
    return out;
  }
}
