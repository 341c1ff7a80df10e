package temper.lab.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.compare.Lab;
import temper.lab.config.Plot;
import temper.lab.config.ResolvedStudy;
import temper.lab.store.CsvTables;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/** Figures that a study file asks for, of trials whose numbers are known. */
class PlotTest {

  private static final String SWEEP =
      "name: drawn\nreplicates: 6\nsweep: {grid: {gain: [1, 2, 99], width: [3, 1], rate: {low:"
          + " constant, falling: cosine}}}\n";

  @TempDir private Path folder;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
  }

  private Figure figure(String plot) {
    ResolvedStudy study = lab.file(SWEEP + "plot: [" + plot + "]\n");
    lab.run(study, 1);
    return PlotFigures.of(study.products().plots().get(0), CsvTables.of(lab.results()));
  }

  private Chart chart(String plot) {
    return figure(plot).chart().apply(CsvTables.of(lab.results()));
  }

  private Table trials() {
    return CsvTables.of(lab.results()).trials("gains").where("outcome", "ok");
  }

  private static <L extends Layer> List<L> layers(Panel panel, Class<L> kind) {
    return panel.layers().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void aLineGoesThroughTheMeansWithTheirIntervals() {
    Panel panel = chart("{x: gain, y: score, color: rate, log: []}").panels().get(0);

    List<Layer.Line> lines = layers(panel, Layer.Line.class);
    List<Layer.Band> bands = layers(panel, Layer.Band.class);
    assertEquals(List.of("low", "falling"), lines.stream().map(Layer::label).toList());
    assertArrayEquals(new double[] {1, 2, 99}, lines.get(0).x());
    assertEquals(Axis.Scale.LINEAR, panel.x().scale());
    assertEquals("score (points)", panel.y().label());
    Table table = trials().where("rate", "falling");
    for (int i = 0; i < 3; i++) {
      double[] scores = table.where("gain", lines.get(1).x()[i]).numbers("score");
      double mean = StatUtils.mean(scores);
      double half =
          new TDistribution(scores.length - 1).inverseCumulativeProbability(0.975)
              * Math.sqrt(StatUtils.variance(scores) / scores.length);
      assertEquals(mean, lines.get(1).y()[i], 1e-9);
      assertEquals(mean - half, bands.get(1).low()[i], 1e-7);
      assertEquals(mean + half, bands.get(1).high()[i], 1e-7);
    }
  }

  @Test
  void eachBandShowsWhatItSays() {
    double[] values = {4, 1, 2, 3, 10};

    assertEquals(new Centre(4, Double.NaN, Double.NaN), Centre.of(values, Plot.Band.NONE));
    assertEquals(new Centre(4, 1, 10), Centre.of(values, Plot.Band.MINMAX));
    assertEquals(new Centre(3, 2, 4), Centre.of(values, Plot.Band.IQR));
    Centre deviation = Centre.of(values, Plot.Band.SD);
    assertEquals(4 - Math.sqrt(StatUtils.variance(values)), deviation.low(), 1e-12);
    assertEquals(new Centre(7, Double.NaN, Double.NaN), Centre.of(new double[] {7}, Plot.Band.SD));
    assertEquals(
        new Centre(7, Double.NaN, Double.NaN), Centre.of(new double[] {7}, Plot.Band.CI95));
    assertEquals(new Centre(7, 7, 7), Centre.of(new double[] {7, 7}, Plot.Band.CI95));
    assertEquals(1.25, Centre.quantile(new double[] {1, 2}, 0.25), 1e-15);
  }

  @Test
  void facetsAreAPanelForEachValueWithAxesThatCanBeCompared() {
    Chart chart =
        chart("{x: epoch, y: level, color: gain, facet: {rows: width, columns: rate}, band: sd}");

    assertEquals(
        List.of("width = 3, low", "width = 3, falling", "width = 1, low", "width = 1, falling"),
        chart.panels().stream().map(Panel::title).toList());
    assertEquals(2, chart.columns());
    assertEquals(1, chart.panels().stream().map(Panel::y).distinct().count());
    List<Layer.Line> lines = layers(chart.panels().get(0), Layer.Line.class);
    assertEquals(
        List.of("gain = 1", "gain = 2", "gain = 99"), lines.stream().map(Layer::label).toList());
    assertArrayEquals(new double[] {1, 2, 3, 4}, lines.get(0).x());
  }

  @Test
  void filtersTakeValuesListsAndComparisons() {
    Chart chart =
        chart(
            "{x: epoch, y: level, where: {gain: [1, 2], rate: low, epoch: ['< 2', '>= 4'],"
                + " width: 1.0, phase: [early, late], replicate: '!= 0'}}");

    Layer.Line line = layers(chart.panels().get(0), Layer.Line.class).get(0);
    assertArrayEquals(new double[] {1, 4}, line.x());
    Table table = trials().where("rate", "low").where("width", 1).select(i -> true);
    double[] gains = table.numbers("gain");
    double[] replicates = table.numbers("replicate");
    double[] scores = table.select(i -> gains[i] < 3 && replicates[i] > 0).numbers("score");
    assertEquals(10, scores.length);
    assertEquals(StatUtils.mean(scores), line.y()[1], 1e-9);
  }

  @Test
  void pointsAreRowsOrCentres() {
    Panel rows = chart("{x: gain, y: score, kind: points, log: x}").panels().get(0);
    assertEquals(trials().rows(), layers(rows, Layer.Points.class).get(0).x().length);
    assertEquals(Axis.Scale.LOG, rows.x().scale());

    Panel centres =
        chart("{x: gain, y: score, kind: points, band: iqr, log: [x, y]}").panels().get(0);
    assertEquals(3, layers(centres, Layer.Intervals.class).get(0).x().length);
    assertEquals(Axis.Scale.LOG, centres.y().scale());
  }

  @Test
  void wordsAlongTheAxisHavePlaces() {
    Figure figure = figure("{x: rate, y: steps, color: width, title: Steps, name: steps-of-rates}");
    Panel panel = figure.chart().apply(CsvTables.of(lab.results())).panels().get(0);

    assertEquals("plot-steps-of-rates", figure.name());
    assertEquals("Steps", figure.title());
    assertEquals("rate", panel.x().label());
    assertEquals(List.of("low", "falling"), panel.x().names());
    assertEquals(2, layers(panel, Layer.Intervals.class).size());
    assertTrue(figure.caption().contains("Taken together over gain"), figure.caption());
    assertTrue(figure.caption().contains(" trials diverged."), figure.caption());
  }

  @Test
  void whatALabelStandsForIsNoParameterOfItsOwn() {
    String caption = figure("{x: gain, y: score, color: rate, facet: width}").caption();
    assertFalse(caption.contains("Taken together"), caption);
    String words = figure("{x: rate.value, y: score, color: gain}").caption();
    assertTrue(words.contains("Taken together over width."), words);
  }

  @Test
  void ofManyColoursTheFirstTheLastAndOthersBetweenAreShown() {
    ResolvedStudy study =
        lab.file(
            "replicates: 2\nsweep: {grid: {gain: {range: [1, 20, 1]}, idle: [1, 2]}}\n"
                + "plot: {x: idle, y: score, color: gain, facet: width}\n"
                    .replace(", facet: width", ""));
    lab.run(study, 1);
    Figure figure = PlotFigures.of(study.products().plots().get(0), CsvTables.of(lab.results()));
    Panel panel = figure.chart().apply(CsvTables.of(lab.results())).panels().get(0);

    List<String> labels = layers(panel, Layer.Line.class).stream().map(Layer::label).toList();
    assertEquals(8, labels.size());
    assertEquals("gain = 20", labels.get(7));
    assertTrue(figure.caption().contains("Of 20 values of gain, 8 are shown."));
  }

  @Test
  void tooManyPanelsAndNoRowsAreLeftOutWithTheReason() {
    ResolvedStudy study =
        lab.file(
            "replicates: 1\nsweep: {grid: {gain: {range: [1, 30, 1]}, idle: [1, 2]}}\n"
                + "plot: [{x: idle, y: score, facet: gain}, {x: idle, y: score, where: {score: '>"
                + " 1e9'}}]\n");
    lab.run(study, 1);

    String report = lab.text("report.html");
    assertTrue(
        report.contains("it would have 30 panels; at most 24 are drawn: choose some with"), report);
    assertTrue(report.contains("<dt>Left out: plot-2</dt><dd>no row is left to be drawn</dd>"));
    assertThrows(
        IllegalArgumentException.class,
        () -> PlotFigures.of(study.products().plots().get(0), CsvTables.of(lab.results())));
  }

  @Test
  void theNumbersBehindAPlotStandBesideIt() {
    figure("{x: epoch, y: level, from: curve}");

    String numbers = lab.text("figures/plot-1.csv");
    assertEquals(1 + 4 + 4, numbers.lines().count());
    assertTrue(lab.text("report.html").contains("figures/plot-1.svg"));
  }

  private List<String> behind(IntPredicate drawn) {
    Table all = CsvTables.of(lab.results()).trials("gains");
    return all.select(drawn).texts("trial").stream().map(id -> "gains," + id).toList();
  }

  private List<String> told() {
    return lab.text("figures/plot-1-trials.csv").lines().skip(1).toList();
  }

  @Test
  void theTrialsBehindAPlotAreThoseThatItDraws() {
    String wide = "where: {width: '> 2'}";
    figure("{x: gain, y: score, " + wide + "}");
    Table all = CsvTables.of(lab.results()).trials("gains");
    List<String> outcomes = all.texts("outcome");
    double[] width = all.numbers("width");
    assertTrue(outcomes.contains("diverged"));
    List<String> expected = behind(i -> outcomes.get(i).equals("ok") && width[i] == 3);
    assertTrue(expected.size() > 12 && expected.size() < outcomes.size() / 2);

    assertEquals(expected, told());
    figure("{x: epoch, y: level, from: curve, " + wide + "}");
    assertEquals(expected, told());
    figure("{x: epoch, y: level, from: curve, where: {gain: '< 50'}}");
    double[] gain = all.numbers("gain");
    assertEquals(behind(i -> gain[i] < 50), told());
  }

  @Test
  void whereNotAllColoursAreShownTheOthersAreNotBehindThePlot() {
    lab.run(
        lab.file(
            """
            replicates: 2
            sweep: {grid: {gain: {range: [1, 20, 1]}, idle: [1, 2]}}
            plot: {x: idle, y: score, color: gain}
            """),
        1);

    assertEquals(8 * 2 * 2, told().size());
    double[] gain = CsvTables.of(lab.results()).trials("gains").numbers("gain");
    assertTrue(told().containsAll(behind(i -> gain[i] == 1 || gain[i] == 20)));
  }

  @Test
  void mistakesAreToldAtOnceWithTheirPlaces() {
    List<String> problems =
        lab.problems(
            SWEEP
                + """
            plot:
              - {x: epok, y: level}
              - {x: gain, y: scor, colour: rate}
              - {x: gain, y: word, kind: lines, band: ci, log: z}
              - {x: gain, y: score, where: {rate: lo, gain: [x], nothing: 1}, color: idle}
              - {y: score, from: curves, name: Two Words}
              - {x: rate, y: score, log: x, facet: {row: gain}}
            """);

    assertEquals(
        List.of(
                "9:24 plot[1].colour: unknown key. Did you mean 'color'? (allowed: x, y, color, facet,"
                    + " kind, band, log, where, labels, from, experiment, title, name)",
                "13:41 plot[5].facet.row: unknown key. Did you mean 'rows'? (allowed: rows, columns)",
                "8:9 plot[0].x: there is no column 'epok' in curve. Did you mean 'epoch'? (allowed:"
                    + " replicate, gain, width, rate, rate.value, epoch, level, phase)",
                "9:18 plot[1].y: there is no column 'scor' in trials. Did you mean 'score'? (allowed:"
                    + " gain, idle, width, score, steps, epoch, level)",
                "10:18 plot[2].y: 'word' holds no numbers",
                "10:30 plot[2].kind: unknown kind 'lines'. Did you mean 'line'? (allowed: line, points)",
                "10:43 plot[2].band: unknown band 'ci'. Did you mean 'ci95'? (allowed: ci95, sd, minmax,"
                    + " iqr, none)",
                "10:52 plot[2].log: unknown axis 'z' (allowed: x, y)",
                "11:74 plot[3].color: 'idle' has one value in all cells (allowed: gain, width, rate)",
                "11:39 plot[3].where.rate: no cell has rate = 'lo'. Did you mean 'low'? (allowed: low,"
                    + " falling)",
                "11:50 plot[3].where.gain[0]: must be a number or a comparison such as '>= 5', not the"
                    + " text 'x'",
                "11:54 plot[3].where.nothing: there is no column 'nothing' (allowed: replicate, gain,"
                    + " idle, width, rate, rate.value, score, steps, word)",
                "12:5 plot[4]: the key 'x' is missing",
                "12:22 plot[4].from: experiment 'gains' writes no table 'curves'. Did you mean 'curve'?"
                    + " (allowed: trials, curve)",
                "12:36 plot[4].name: must be lower-case words joined by hyphens, got 'Two Words'",
                "13:30 plot[5].log: 'x' holds no numbers")
            .stream()
            .sorted()
            .toList(),
        problems.stream().sorted().toList());
  }

  @Test
  void aColumnOfAnotherTableIsToldFromOneThatDoesNotExist() {
    List<String> problems =
        lab.problems(
            SWEEP
                + """
            plot:
              - {x: epoch, y: score}
              - {x: epoch, y: level, from: trials}
              - {x: epoch, y: levle, color: gian}
            """);

    String epoch = " there is no column 'epoch' in trials, ";
    List<String> starts =
        List.of(
            "8:9 plot[0].x:" + epoch + "where 'y' is; it is in curve, and a plot draws one table (",
            "9:9 plot[1].x:" + epoch + "which 'from' names; it is in curve, and a plot draws one",
            "9:19 plot[1].y: there is no column 'level' in trials, which 'from' names; it is in",
            "10:19 plot[2].y: there is no column 'levle' in trials. Did you mean 'level'? (",
            "10:33 plot[2].color: there is no column 'gian' in trials. Did you mean 'gain'? (");
    assertEquals(starts.size(), problems.size(), problems.toString());
    for (int i = 0; i < starts.size(); i++) {
      assertTrue(problems.get(i).startsWith(starts.get(i)), problems.get(i));
    }
  }

  @Test
  void namesAndColumnsThatAreNotUniqueAreTold() {
    List<String> problems =
        lab.problems(
            SWEEP
                + """
            plot:
              - {x: gain, y: score, name: a}
              - {x: gain, y: score, name: a}
              - {x: gain, y: score, where: [], experiment: late}
            """);

    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).contains("unknown experiment, or one that does not run, 'late'"));
    assertFalse(
        lab.problems(
                SWEEP
                    + "plot: [{x: gain, y: score, name: a}, {x: gain, y: score, name: a},"
                    + " {x: gain, y: score, where: [], title: [1]}]\n")
            .isEmpty());
    assertEquals(
        List.of("plot[1].name: two plots have this name"),
        lab
            .problems(
                SWEEP + "plot: [{x: gain, y: score, name: a}, {x: gain, y: score, name: a}]\n")
            .stream()
            .map(line -> line.substring(line.indexOf(' ') + 1))
            .toList());
  }

  @Test
  void aColumnStandsUnderTheLabelThatItIsGivenWhereverItIsDrawn() {
    Figure figure =
        figure(
            "{x: gain, y: score, color: width, facet: rate,"
                + " labels: {gain: Gain of the filter, score: Score / %, width: w}}");
    Chart chart = figure.chart().apply(CsvTables.of(lab.results()));

    assertEquals("Score / % against Gain of the filter", figure.title());
    for (Panel panel : chart.panels()) {
      assertEquals("Gain of the filter", panel.x().label());
      assertEquals("Score / %", panel.y().label());
      assertEquals(
          List.of("w = 3", "w = 1"),
          layers(panel, Layer.Line.class).stream().map(Layer::label).toList());
    }
    assertEquals(List.of("low", "falling"), chart.panels().stream().map(Panel::title).toList());
  }

  @Test
  void labelsAreTextsForColumnsThatAreDrawn() {
    assertEquals(
        List.of(
            "plot[0].labels.scroe: unknown key. Did you mean 'score'? (allowed: gain, score)",
            "plot[0].labels.gain: must be a text, not 1",
            "plot[1].labels: must be a mapping, not the text 'a label' (allowed: gain, score)"),
        lab
            .problems(
                SWEEP
                    + """
                    plot:
                      - {x: gain, y: score, labels: {scroe: Score, gain: 1}}
                      - {x: gain, y: score, labels: a label}
                    """)
            .stream()
            .map(line -> line.substring(line.indexOf(' ') + 1))
            .toList());
  }

  @Test
  void againstASweptParameterTheTrialsAreMeantUnlessTheFileSaysOtherwise() {
    String sweep = "sweep: {grid: {gain: [0, 1], idle: [0, 1]}}\n";

    assertEquals(
        "", lab.file(sweep + "plot: {x: gain, y: idle}\n").products().plots().get(0).table());
    assertEquals(
        "curve",
        lab.file(sweep + "plot: {x: gain, y: idle, from: curve}\n")
            .products()
            .plots()
            .get(0)
            .table());
    assertTrue(
        lab.problems(sweep + "plot: {x: replicate, y: idle}\n").get(0).contains("several tables"));
  }
}
