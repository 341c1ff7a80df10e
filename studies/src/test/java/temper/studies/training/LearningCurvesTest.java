package temper.studies.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import temper.lab.study.Table;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.studies.FixedTables;

/** What the learning curves show of tables that are written by hand. */
class LearningCurvesTest {

  /**
   * A cell of one trial: its label, what that stands for, and the rate at the end of each epoch.
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Cell(String label, String value, String peak, double loss, double... rates) {

    static Cell of(String label, double... rates) {
      return new Cell(label, "step(initial=" + label + ",factor=0.1)", "", 1, rates);
    }
  }

  private record Row(Cell cell, int epoch) {}

  private static List<Panel> panels(Cell... cells) {
    List<Row> rows = new ArrayList<>();
    for (Cell cell : cells) {
      IntStream.range(0, cell.rates().length).forEach(i -> rows.add(new Row(cell, i)));
    }
    double[] epochs = rows.stream().mapToDouble(row -> row.epoch() + 1).toArray();
    double[] losses = rows.stream().mapToDouble(row -> row.cell().loss()).toArray();
    Table table =
        Table.builder(rows.size())
            .texts("trial", texts(rows, cell -> cell.label() + cell.peak()))
            .numbers("replicate", new double[rows.size()])
            .texts("rate", texts(rows, Cell::label))
            .texts("rate.cosine.peak", texts(rows, Cell::peak))
            .texts("rate.value", texts(rows, Cell::value))
            .numbers("step", epochs)
            .numbers("epoch", epochs)
            .numbers(
                "learning_rate",
                rows.stream().mapToDouble(row -> row.cell().rates()[row.epoch()]).toArray())
            .numbers("batch_loss", losses)
            .numbers("test_loss", losses)
            .numbers("test_accuracy", new double[rows.size()])
            .texts("outcome", texts(rows, cell -> "ok"))
            .build();
    return chart(table);
  }

  private static List<Panel> chart(Table table) {
    return LearningCurves.figure("curves", "Curves", "training")
        .chart()
        .apply(new FixedTables("training", table))
        .panels();
  }

  private static String[] texts(List<Row> rows, Function<Cell, String> text) {
    return rows.stream().map(row -> text.apply(row.cell())).toArray(String[]::new);
  }

  private static List<String> labels(Panel panel) {
    return panel.layers().stream().map(Layer::label).toList();
  }

  private static Layer.Line rate(double... rates) {
    return (Layer.Line) panels(Cell.of("a", rates)).get(3).layers().get(0);
  }

  @Test
  void theLabelsOfASweepNameItsCurves() {
    assertEquals(
        List.of("low", "high"), labels(panels(Cell.of("low", 1, 1), Cell.of("high", 1, 1)).get(0)));
    List<Panel> nested =
        panels(
            new Cell("constant", "constant(value=0.03)", "", 1, 1),
            new Cell("falling", "cosine(peak=0.1,end=0)", "0.1", 1, 1),
            new Cell("falling", "cosine(peak=0.2,end=0)", "0.2", 1, 1));
    assertEquals(List.of("constant", "falling, 0.1", "falling, 0.2"), labels(nested.get(0)));
  }

  @Test
  void aFigureThatLeavesCellsOutSaysSoItself() {
    Cell[] eight =
        IntStream.range(0, 8)
            .mapToObj(i -> new Cell("c" + i, "v" + i, "", 8 - i, 1))
            .toArray(Cell[]::new);

    assertEquals("test loss, best 6 of 8 cells", panels(eight).get(0).title());
    assertEquals(List.of("c7", "c6", "c5", "c4", "c3", "c2"), labels(panels(eight).get(0)));
    assertEquals("test loss", panels(Arrays.copyOf(eight, 6)).get(0).title());
  }

  @Test
  void aFigureSaysOfHowManyReplicatesMeansAreAndHowManyRunsDiverged() {
    Table table = replicates("ok", "ok", "diverged");
    Panel loss = chart(table).get(0);

    assertEquals("test loss, 2 replicates", loss.title());
    assertEquals(List.of("", "(1 of 3 diverged, left out)"), labels(loss));
    assertEquals("test loss, 1 of 1 cells diverged", chart(replicates("diverged")).get(0).title());
  }

  /** A table of one cell, of one evaluation of each replicate. */
  private static Table replicates(String... outcomes) {
    int count = outcomes.length;
    double[] ones = IntStream.range(0, count).mapToDouble(i -> 1).toArray();
    return Table.builder(count)
        .texts("trial", IntStream.range(0, count).mapToObj(i -> "t" + i).toArray(String[]::new))
        .numbers("replicate", IntStream.range(0, count).asDoubleStream().toArray())
        .numbers("step", ones)
        .numbers("epoch", ones)
        .numbers("learning_rate", ones)
        .numbers("batch_loss", ones)
        .numbers("test_loss", ones)
        .numbers("test_accuracy", ones)
        .texts("outcome", outcomes)
        .build();
  }

  @Test
  void aRateThatStandsStillAndDropsIsDrawnAsAStaircase() {
    Layer.Line drops = rate(1, 1, 0.1, 0.1, 0.1, 0.01);

    assertArrayEquals(new double[] {1, 2, 2, 3, 4, 5, 5, 6}, drops.x());
    assertArrayEquals(new double[] {1, 1, 0.1, 0.1, 0.1, 0.1, 0.01, 0.01}, drops.y());
  }

  @Test
  void aRateThatFallsAllTheTimeIsDrawnAsALine() {
    assertArrayEquals(new double[] {4, 3, 2, 1}, rate(4, 3, 2, 1).y());
    assertArrayEquals(new double[] {2, 1}, rate(2, 1).y());
    // A plateau before a line: no jump at its corner.
    assertArrayEquals(new double[] {3, 3, 2, 1}, rate(3, 3, 2, 1).y());
  }
}
