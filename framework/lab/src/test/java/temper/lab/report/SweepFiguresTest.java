package temper.lab.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import temper.lab.figure.FigureRenderer;
import temper.lab.plot.Scales;
import temper.lab.report.CellSummary.Metric;
import temper.lab.report.CellSummary.Parameter;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

class SweepFiguresTest {

  private static final Tables NO_TABLES =
      new Tables() {
        @Override
        public Set<String> experiments() {
          return Set.of();
        }

        @Override
        public Table trials(String experiment) {
          throw new IllegalArgumentException(experiment);
        }

        @Override
        public Table table(String experiment, String table) {
          throw new IllegalArgumentException(experiment);
        }
      };

  private static Parameter numbers(String name, double... values) {
    return new Parameter(
        name, "", values, DoubleStream.of(values).mapToObj(Rounded::text).toList());
  }

  private static Parameter words(String name, String... values) {
    return new Parameter(name, "", new double[0], List.of(values));
  }

  /** Metrics m1, m2, ... that are 10 k + cell, with intervals of one to both sides. */
  private static CellSummary summary(int metrics, Parameter... varying) {
    int cells = varying.length == 0 ? 1 : varying[0].texts().size();
    List<Metric> all = new ArrayList<>();
    for (int k = 1; k <= metrics; k++) {
      int of = k;
      double[] mean = IntStream.range(0, cells).mapToDouble(i -> 10 * of + i).toArray();
      all.add(
          new Metric(
              "m" + k,
              "s",
              mean,
              Arrays.stream(mean).map(v -> v - 1).toArray(),
              Arrays.stream(mean).map(v -> v + 1).toArray()));
    }
    double[] ok = new double[cells];
    Arrays.fill(ok, 3);
    return new CellSummary("e", List.of(varying), all, ok, new double[cells], new double[cells]);
  }

  private static Chart chart(Figure figure) {
    return figure.chart().apply(NO_TABLES);
  }

  private static List<Panel> panels(CellSummary summary) {
    return chart(SweepFigures.of(summary).get(0)).panels();
  }

  private static List<String> labels(Panel panel) {
    return panel.layers().stream().map(Layer::label).distinct().toList();
  }

  private static double[] repeat(double[] values, int each, int times) {
    return IntStream.range(0, values.length * each * times)
        .mapToDouble(i -> values[i / each % values.length])
        .toArray();
  }

  @Test
  void oneNumberGivesALineInTheOrderOfX() {
    List<Panel> panels = panels(summary(1, numbers("rate", 3, 1, 2)));

    Layer.Line line = assertInstanceOf(Layer.Line.class, panels.get(0).layers().get(1));
    Layer.Band band = assertInstanceOf(Layer.Band.class, panels.get(0).layers().get(0));
    assertArrayEquals(new double[] {1, 2, 3}, line.x());
    assertArrayEquals(new double[] {11, 12, 10}, line.y());
    assertArrayEquals(new double[] {10, 11, 9}, band.low());
    assertArrayEquals(new double[] {12, 13, 11}, band.high());
    assertEquals("rate", panels.get(0).x().label());
    assertEquals("m1 (s)", panels.get(0).y().label());
    assertEquals(Axis.Scale.LINEAR, panels.get(0).x().scale());
  }

  @Test
  void theFirstSixMetricsHaveAPanel() {
    assertEquals(
        List.of("m1 (s)", "m2 (s)", "m3 (s)", "m4 (s)", "m5 (s)", "m6 (s)"),
        panels(summary(7, numbers("rate", 1, 2))).stream().map(p -> p.y().label()).toList());
  }

  @Test
  void aMetricThatIsTheSameInAllCellsHasNoPanelBesideOthers() {
    CellSummary summary = summary(3, numbers("rate", 1, 2));
    Arrays.fill(summary.metrics().get(1).mean(), 390);

    assertEquals(
        List.of("m1 (s)", "m3 (s)"), panels(summary).stream().map(p -> p.y().label()).toList());
    CellSummary alone = summary(1, numbers("rate", 1, 2));
    Arrays.fill(alone.metrics().get(0).mean(), 390);
    assertEquals(1, panels(alone).size());
  }

  @Test
  void valuesOfEqualRatioOrMoreThanTwoDecadesLieOnALogarithmicAxis() {
    assertEquals(Axis.Scale.LOG, scale(0.1, 0.2, 0.4));
    assertEquals(Axis.Scale.LOG, scale(1, 50, 101));
    assertEquals(Axis.Scale.LINEAR, scale(1, 50, 99));
    assertEquals(Axis.Scale.LINEAR, scale(1, 2));
    assertEquals(Axis.Scale.LINEAR, scale(0, 1, 1000));
    assertEquals(Axis.Scale.LINEAR, scale(-4, -2, -1));
  }

  private static Axis.Scale scale(double... values) {
    return Scales.ofParameter("x", values).scale();
  }

  @Test
  void theSecondParameterTellsLinesApartUpToEight() {
    CellSummary few =
        summary(
            1,
            numbers("rate", repeat(new double[] {1, 2}, 1, 2)),
            words("schedule", "cosine", "cosine", "step", "step"));
    assertEquals(List.of("cosine", "step"), labels(panels(few).get(0)));

    double[] twenty = IntStream.range(0, 20).mapToDouble(i -> i).toArray();
    CellSummary many =
        summary(
            1,
            numbers("rate", repeat(new double[] {1, 2}, 1, 20)),
            numbers("seed", repeat(twenty, 2, 1)));
    List<String> labels = labels(panels(many).get(0));
    assertEquals(8, labels.size());
    assertEquals("seed = 0", labels.get(0));
    assertEquals("seed = 19", labels.get(7));
    assertTrue(
        SweepFigures.of(many).get(0).caption().contains("Of 20 values of seed, 8 are shown."));
  }

  @Test
  void furtherParametersGiveAFigureForEachCombinationUpToSix() {
    Parameter x = numbers("x", repeat(new double[] {1, 2}, 1, 12));
    Parameter y = numbers("y", repeat(new double[] {1, 2}, 2, 6));
    CellSummary six = summary(1, x, y, numbers("z", repeat(new double[] {1, 2, 3, 4, 5, 6}, 4, 1)));
    List<Figure> figures = SweepFigures.of(six);
    assertEquals(6, figures.size());
    assertEquals("sweep-e", figures.get(0).name());
    assertEquals("sweep-e-6", figures.get(5).name());
    assertEquals("e, z = 6", figures.get(5).title());
    Layer.Line line = (Layer.Line) chart(figures.get(5)).panels().get(0).layers().get(2);
    assertArrayEquals(new double[] {30, 31}, line.y());

    Parameter x7 = numbers("x", repeat(new double[] {1, 2}, 1, 14));
    Parameter y7 = numbers("y", repeat(new double[] {1, 2}, 2, 7));
    CellSummary seven =
        summary(1, x7, y7, numbers("z", repeat(new double[] {1, 2, 3, 4, 5, 6, 7}, 4, 1)));
    assertEquals(1, SweepFigures.of(seven).size());
    assertTrue(
        SweepFigures.of(seven).get(0).caption().contains("The first of 7 combinations of z"));
  }

  @Test
  void namesStandAtTheAxis() {
    Panel panel = panels(summary(1, words("rate", "step", "cosine", ""))).get(0);

    assertEquals(List.of("mean, 95 % interval"), labels(panel));
    assertEquals(List.of("step", "cosine", "none"), panel.x().names());
    Layer.Intervals all = assertInstanceOf(Layer.Intervals.class, panel.layers().get(0));
    assertArrayEquals(new double[] {0, 1, 2}, all.x());
    assertArrayEquals(new double[] {10, 11, 12}, all.y());
  }

  @Test
  void intervalsThatShareAPlaceStandSideBySide() {
    Panel panel =
        panels(
                summary(
                    1,
                    words("rate", "step", "cosine", "step", "cosine"),
                    words("optimizer", "sgd", "sgd", "adam", "adam")))
            .get(0);

    assertEquals("rate", panel.x().label());
    assertEquals(List.of("step", "cosine"), panel.x().names());
    assertArrayEquals(
        new double[] {-0.125, 0.875}, ((Layer.Intervals) panel.layers().get(0)).x(), 1e-15);
    assertArrayEquals(
        new double[] {0.125, 1.125}, ((Layer.Intervals) panel.layers().get(1)).x(), 1e-15);
  }

  @Test
  void manyNamesAreInTheCaption() {
    String[] names = IntStream.range(0, 25).mapToObj(i -> "s" + i).toArray(String[]::new);
    CellSummary summary = summary(1, words("rate", names));

    assertEquals(List.of("mean, 95 % interval"), labels(panels(summary).get(0)));
    assertTrue(SweepFigures.of(summary).get(0).caption().contains("Places: 0 s0, 1 s1,"));
  }

  @Test
  void truthValuesAndMissingOnesSayWhatTheyAreOf() {
    assertEquals("nesterov = true", SweepLines.named(words("nesterov"), "true"));
    assertEquals("peak = none", SweepLines.named(words("peak"), ""));
    assertEquals("n = 3", SweepLines.named(numbers("n", 3), "3"));
    assertEquals("cosine", SweepLines.named(words("rate"), "cosine"));
  }

  @Test
  void twoNumbersOfFiveValuesGiveAHeatMapToo() {
    Parameter x = numbers("x", repeat(new double[] {5, 4, 3, 2, 1}, 1, 5));
    Parameter y = numbers("y", repeat(new double[] {0, 1, 2, 3, 4}, 5, 1));
    List<Figure> figures = SweepFigures.of(summary(2, x, y));

    assertEquals(2, figures.size());
    assertEquals(2, chart(figures.get(1)).panels().size());
    Layer.HeatMap heat = (Layer.HeatMap) chart(figures.get(1)).panels().get(0).layers().get(0);
    assertArrayEquals(new double[] {1, 2, 3, 4, 5}, heat.x());
    // The first cell has the largest x and the smallest y.
    assertEquals(10, heat.z()[0][4]);
    assertEquals(34, heat.z()[4][0]);
    assertEquals("m1 (s)", heat.label());

    Parameter narrow = numbers("y", repeat(new double[] {0, 1, 2, 3}, 5, 1));
    Parameter wide = numbers("x", repeat(new double[] {5, 4, 3, 2, 1}, 1, 4));
    assertEquals(1, SweepFigures.of(summary(1, wide, narrow)).size());
  }

  @Test
  void randomlyDrawnParametersGivePointsAgainstEachOfThem() {
    CellSummary summary =
        summary(1, numbers("a", 0.3, 0.1, 0.7), numbers("b", 5, 9, 7), words("c", "u", "v", "u"));
    List<Figure> figures = SweepFigures.of(summary);

    assertEquals(2, figures.size());
    assertInstanceOf(Layer.Intervals.class, chart(figures.get(0)).panels().get(0).layers().get(0));
    assertEquals("a", chart(figures.get(0)).panels().get(0).x().label());
    assertEquals("b", chart(figures.get(1)).panels().get(0).x().label());
    assertTrue(figures.get(0).caption().contains("Not held fixed: b, c."));
    assertTrue(figures.get(1).caption().contains("Not held fixed: a, c."));
  }

  @Test
  void aNumberThatIsMissingInSomeCellsIsNoAxis() {
    Parameter peak = new Parameter("rate.cosine.peak", "", new double[0], List.of("", "1", "2"));
    CellSummary summary = summary(1, words("rate", "constant", "cosine", "cosine"), peak);

    Panel panel = panels(summary).get(0);

    assertEquals(List.of("constant", "cosine"), panel.x().names());
    assertEquals(
        List.of("rate.cosine.peak = none", "rate.cosine.peak = 1", "rate.cosine.peak = 2"),
        labels(panel));
  }

  @Test
  void whatHasNoMeansOrDoesNotVaryOrIsACloudIsNotDrawn() {
    assertEquals(List.of(), SweepFigures.of(summary(1)));
    assertEquals(List.of(), SweepFigures.of(summary(0, numbers("x", 1, 2))));
    double[] many = IntStream.range(0, SweepFigures.MOST_CELLS + 1).asDoubleStream().toArray();
    assertEquals(List.of(), SweepFigures.of(summary(1, numbers("x", many))));
    CellSummary diverged = summary(1, numbers("x", 1, 2));
    Arrays.fill(diverged.metrics().get(0).mean(), Double.NaN);
    assertEquals(List.of(), SweepFigures.of(diverged));
  }

  @Test
  void meansOverMoreThanTwoDecadesLieOnALogarithmicAxisIfTheIntervalsDo() {
    CellSummary summary = summary(1, numbers("x", 1, 2));
    Metric metric = summary.metrics().get(0);
    metric.mean()[0] = 5000;
    assertEquals(Axis.Scale.LOG, panels(summary).get(0).y().scale());
    metric.low()[0] = -1;
    assertEquals(Axis.Scale.LINEAR, panels(summary).get(0).y().scale());
  }

  @Test
  void everyKindCanBeDrawnAndLiesInTheGallery() throws IOException {
    Path gallery = Files.createDirectories(Path.of("target", "gallery"));
    Parameter x = numbers("rate", repeat(new double[] {0.01, 0.02, 0.04, 0.08, 0.16}, 1, 5));
    Parameter y = numbers("momentum", repeat(new double[] {0, 1, 2, 3, 4}, 5, 1));
    CellSummary holes = summary(3, x, y);
    Arrays.fill(holes.metrics().get(1).low(), Double.NaN);
    Arrays.fill(holes.metrics().get(1).high(), Double.NaN);
    Arrays.fill(holes.metrics().get(2).mean(), 3, 15, Double.NaN);
    List<Figure> figures = new ArrayList<>(SweepFigures.of(holes));
    figures.addAll(SweepFigures.of(summary(4, words("rate", "step", "cosine", "one-cycle"))));
    figures.addAll(
        SweepFigures.of(
            summary(
                2,
                words("rate", "step", "cosine", "step", "cosine"),
                words("optimizer", "sgd", "sgd", "adam", "adam"))));
    FigureRenderer renderer = new FigureRenderer();
    for (int i = 0; i < figures.size(); i++) {
      String svg = renderer.svg(chart(figures.get(i)), figures.get(i).title());
      Files.writeString(gallery.resolve("sweep-" + i + ".svg"), svg);
      Files.write(gallery.resolve("sweep-" + i + ".png"), renderer.png(chart(figures.get(i)), 200));
      assertTrue(svg.startsWith("<svg") || svg.startsWith("<?xml"), svg);
    }
    assertEquals(
        List.of("sweep-e", "sweep-e-2", "sweep-e", "sweep-e"),
        figures.stream().map(Figure::name).toList());
  }
}
