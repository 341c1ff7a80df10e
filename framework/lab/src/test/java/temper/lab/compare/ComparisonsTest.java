package temper.lab.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.compare.ComparisonRow.Finding;
import temper.lab.compare.PairedSample.End;
import temper.lab.compare.PairedSample.Replicates;
import temper.lab.config.Comparison;
import temper.lab.config.ResolvedStudy;
import temper.lab.report.Publication;
import temper.lab.store.CsvTables;
import temper.lab.store.StudyFolder;
import temper.lab.study.Table;
import temper.lab.study.chart.Axis;
import temper.stats.Interval;

/** Comparisons of a study with a known truth. */
class ComparisonsTest {

  private static final String GAINS =
      "replicates: 12\nsweep: {grid: {gain: [0, 0.01, 2, 99], idle: [0, 1]}}\n";

  @TempDir private Path folder;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
  }

  private List<ComparisonRow> rows(String text) {
    ResolvedStudy study = lab.file(text);
    lab.run(study, 1);
    return Comparisons.of(study, CsvTables.of(lab.results()));
  }

  private static ComparisonRow row(List<ComparisonRow> rows, String value, String within) {
    return rows.stream()
        .filter(one -> one.value().equals(value) && one.within().equals(within))
        .findFirst()
        .orElseThrow();
  }

  private double[] scores(double gain, double idle) {
    Table trials = CsvTables.of(lab.results()).trials("gains");
    return trials.where("gain", gain).where("idle", idle).numbers("score");
  }

  @Test
  void thePairedTestSeesADifferenceThatIsSmallBesideTheNoiseThatPairsShare() {
    List<ComparisonRow> rows =
        rows(GAINS + "compare: {metric: score, baseline: {gain: 0}, direction: higher}\n");

    assertEquals(6, rows.size());
    ComparisonRow two = row(rows, "gain=2", "idle=0");
    assertEquals(Finding.BETTER, two.finding());
    assertEquals(2, two.estimate(), 0.3);
    assertEquals("paired-t", two.test());
    assertEquals(Finding.UNDECIDED, row(rows, "gain=0.01", "idle=1").finding());
  }

  @Test
  void pairedTAgreesWithCommonsMathAndHolmWithItsDefinition() {
    List<ComparisonRow> rows = rows(GAINS + "compare: {metric: score, baseline: {gain: 0}}\n");

    double[] p = new double[4];
    int next = 0;
    for (double gain : new double[] {0.01, 2}) {
      for (double idle : new double[] {0, 1}) {
        double[] value = scores(gain, idle);
        p[next] = new TTest().pairedTTest(value, scores(0, idle));
        ComparisonRow row =
            row(rows, gain == 2 ? "gain=2" : "gain=0.01", idle == 0 ? "idle=0" : "idle=1");
        assertEquals(p[next], row.p(), 1e-9);
        assertEquals(12, row.n());
        next++;
      }
    }
    // The family has six tests: those of the gain that diverges are undecided beside large ones.
    double smallest = Arrays.stream(p).min().orElseThrow();
    ComparisonRow first =
        rows.stream().filter(row -> row.p() <= smallest * 1.001).findFirst().orElseThrow();
    assertTrue(first.adjusted() >= 5 * first.p() || first.adjusted() <= 6.001 * first.p());
    for (ComparisonRow row : rows) {
      boolean decided = row.finding() != Finding.UNDECIDED;
      assertEquals(decided, row.adjusted() <= 0.05, row.toString());
    }
  }

  @Test
  void wilcoxonAgreesWithCommonsMath() {
    List<ComparisonRow> rows =
        rows(
            """
            replicates: 12
            sweep: {grid: {gain: [0, 0.05]}}
            compare: {metric: score, baseline: {gain: 0}, test: wilcoxon}
            """);

    double expected =
        new WilcoxonSignedRankTest().wilcoxonSignedRankTest(scores(0.05, 0), scores(0, 0), true);
    assertEquals(expected, rows.get(0).p(), 1e-9);
    assertEquals(rows.get(0).p(), rows.get(0).adjusted(), 1e-15);
  }

  @Test
  void pairsOfTrialsThatDivergedAreLeftOutAndCounted() {
    List<ComparisonRow> rows = rows(GAINS + "compare: {metric: score, baseline: {gain: 0}}\n");

    Table trials = CsvTables.of(lab.results()).trials("gains");
    int diverged = trials.where("gain", 99).where("idle", 0).where("outcome", "diverged").rows();
    ComparisonRow large = row(rows, "gain=99", "idle=0");
    assertTrue(diverged > 0 && diverged < 12);
    assertEquals(diverged, large.diverged());
    assertEquals(diverged, large.leftOut());
    assertEquals(12 - diverged, large.n());
    assertEquals(0, large.divergedBaseline());
    // What is left speaks of those that did not diverge: so it looks better.
    assertEquals(Finding.HIGHER, large.finding());
  }

  @Test
  void aTrialThatDivergedCountsAsTheWorstIfTheFileSaysSo() {
    String worst = ", divergence: worst-rank, direction: higher}\n";
    List<ComparisonRow> against =
        rows(GAINS + "compare: {metric: score, baseline: {gain: 0}, test: sign" + worst);
    ComparisonRow large = row(against, "gain=99", "idle=0");

    assertEquals(12, large.n());
    assertEquals(0, large.leftOut());
    assertEquals(Finding.UNDECIDED, large.finding());

    List<ComparisonRow> from =
        rows(GAINS + "compare: {metric: score, baseline: {gain: 99}" + worst);
    assertEquals("wilcoxon", from.get(0).test());
    // A trial of which both diverged is a tie, here there is none of the other gains.
    assertTrue(row(from, "gain=2", "idle=1").divergedBaseline() > 0);
  }

  @Test
  void theSignFlipTestIsTheSameWheneverItIsMade() {
    String text =
        """
            replicates: 30
            sweep: {grid: {gain: [0, 0.1]}}
            compare: {metric: score, baseline: {gain: 0}, test: sign-flip, level: 0.01}
            """;
    List<ComparisonRow> first = rows(text);

    assertEquals(first, rows(text));
    assertEquals(0.99, first.get(0).confidence(), 1e-12);
    assertEquals(Finding.HIGHER, first.get(0).finding());
  }

  @Test
  void aMetricThatDoesNotVaryIsToldSo() {
    List<ComparisonRow> rows =
        rows(
            """
            replicates: 3
            sweep: {grid: {width: [1, 2]}}
            compare: {metric: [steps, score], baseline: {width: 1}}
            """);

    assertEquals(10, rows.get(0).estimate());
    assertEquals(Finding.UNDECIDED, rows.get(0).finding());
    assertEquals(
        "all differences are equal, so that their spread is not known", rows.get(0).reason());
    assertEquals("points", rows.get(1).unit());
  }

  @Test
  void tiesAloneAreNoEvidenceAndRaiseNoLevelOfTheirFamily() {
    for (String test : List.of("wilcoxon", "sign", "sign-flip")) {
      List<ComparisonRow> rows =
          rows(
              """
              replicates: 12
              sweep: {grid: {gain: [0, 0.05], idle: [0, 1]}}
              compare: {metric: [steps, score], baseline: {gain: 0}, test: %s}
              """
                  .formatted(test));

      for (ComparisonRow row : rows) {
        if (row.metric().equals("steps")) {
          assertEquals(1, row.p(), test);
          assertEquals(1, row.adjusted(), test);
        }
        assertEquals(row.finding() != Finding.UNDECIDED, row.adjusted() <= 0.05, row.toString());
      }
      // No level can be higher than if the ties, as they should, were the last of the four.
      assertTrue(rows.stream().allMatch(row -> row.confidence() >= 1 - 0.05 / 2 - 1e-12), test);
    }
  }

  @Test
  void differencesThatAreAlikeNeedNoSpreadWhereOnlySignsCount() {
    List<ComparisonRow> rows =
        rows(
            """
            replicates: 12
            sweep: {grid: {width: [1, 2]}}
            compare: {metric: steps, baseline: {width: 1}, test: sign}
            """);

    assertEquals(Finding.HIGHER, rows.get(0).finding());
    assertEquals("", rows.get(0).reason());
  }

  @Test
  void whatDiffersByRoundingAloneIsNotDecided() {
    End[] ends = new End[12];
    Arrays.fill(ends, End.OK);
    double[] from = new double[12];
    double[] to = new double[12];
    for (int i = 0; i < 12; i++) {
      from[i] = 1000 + i;
      to[i] = from[i] + (1 + i % 2) * Math.ulp(1000.0);
    }
    PairedSample sample =
        PairedSample.of(
            new Replicates(from, ends),
            new Replicates(to, ends),
            comparison(Comparison.Test.PAIRED_T));

    assertEquals(12, sample.differences().length);
    assertEquals(Interval.UNBOUNDED, Comparisons.meanOf(sample).atLevel(0.05));
  }

  private static Comparison comparison(Comparison.Test test) {
    return new Comparison(
        "e",
        List.of("m"),
        List.of(),
        test,
        Comparison.Direction.NONE,
        Comparison.Divergence.EXCLUDED,
        0.05);
  }

  @Test
  void twoInfiniteMetricsAreATieOfRanksAndNoDifferenceOfMeans() {
    double[] values = {1, Double.POSITIVE_INFINITY, 3};
    Replicates both = new Replicates(values, new End[] {End.OK, End.OK, End.OK});

    PairedSample means = PairedSample.of(both, both, comparison(Comparison.Test.PAIRED_T));
    PairedSample ranks = PairedSample.of(both, both, comparison(Comparison.Test.WILCOXON));

    assertEquals(2, means.differences().length);
    assertEquals(1, means.leftOut());
    assertEquals(3, ranks.differences().length);
    assertEquals(3, ranks.magnitude());
  }

  @Test
  void oneReplicateSaysNothing() {
    List<ComparisonRow> rows =
        rows(
            """
            replicates: 1
            sweep: {grid: {gain: [1, 2]}}
            compare: {metric: score, baseline: {gain: 1}}
            """);

    assertEquals(1, rows.get(0).p());
    assertEquals("one pair says nothing of the spread", rows.get(0).reason());
  }

  @Test
  void whereEveryPairDivergedNothingCanBeSaid() {
    ResolvedStudy study =
        lab.file(
            """
            replicates: 1
            sweep: {grid: {gain: [1, 95, 96, 97]}}
            compare: {metric: score, baseline: {gain: 1}}
            """);
    lab.run(study, 1);
    CsvTables tables = CsvTables.of(lab.results());
    boolean diverges = tables.trials("gains").where("outcome", "diverged").rows() > 0;
    List<ComparisonRow> rows = Comparisons.of(study, tables);

    assertEquals(diverges ? 0 : 1, rows.get(0).n());
    assertEquals(diverges, Double.isNaN(rows.get(0).p()));
    assertEquals(diverges, lab.text("comparisons.csv").contains("no pair of trials"));
    assertEquals(diverges ? "nothing to compare" : "undecided", rows.get(0).finding().label());
  }

  @Test
  void theStudysOwnDesignIsComparedToo() {
    List<ComparisonRow> rows = rows("compare: {metric: score, baseline: {gain: 1}}\n");

    assertEquals(1, rows.size());
    assertEquals("gain=2", rows.get(0).value());
    assertEquals(3, rows.get(0).n());
  }

  @Test
  void comparisonsFollowFromTheTablesAloneWhateverTheWorkers() throws IOException {
    ResolvedStudy study =
        lab.file(GAINS + "compare: {metric: score, baseline: [{gain: 0}, {gain: 2}]}\n");
    lab.run(study, 2);
    String written = lab.text("comparisons.csv");
    String report = lab.text("report.html");
    Files.delete(lab.results().resolve("comparisons.csv"));

    try (StudyFolder open = StudyFolder.open(lab.results(), "test")) {
      new Publication(study, CsvTables.of(lab.results())).publish(open);
    }

    assertEquals(written, lab.text("comparisons.csv"));
    assertEquals(report, lab.text("report.html"));
    assertTrue(lab.text("figures/compare-1-trials.csv").contains("gains,"));
    // Two baselines meet once: 3 + 2 values, 2 levels.
    assertEquals(1 + 10, written.lines().count());
    assertTrue(written.contains(",exploratory,"));
    assertTrue(report.contains("score: all others against gain=0 and gain=2"));
    assertTrue(report.contains("figures/compare-1.svg"));
    assertTrue(report.contains("<dt>Highest mean of score</dt>"));
  }

  @Test
  void anotherComparisonRunsNothingAnewAndLeavesNothingBehind() {
    String named = "name: gains-of-all\n" + GAINS;
    ResolvedStudy with =
        lab.file(
            named
                + """
            compare: {metric: score, baseline: {gain: 0}}
            plot: {x: gain, y: score, name: scores}
            """);
    assertEquals(96, lab.run(with, 1).ran());
    assertTrue(Files.exists(lab.results().resolve("figures/plot-scores.svg")));

    ResolvedStudy without = lab.file(named);
    assertEquals(0, lab.run(without, 1).ran());

    assertEquals(without.runName(), with.runName());
    assertFalse(Files.exists(lab.results().resolve("comparisons.csv")));
    assertFalse(Files.exists(lab.results().resolve("figures/compare-1.svg")));
    assertFalse(Files.exists(lab.results().resolve("figures/plot-scores.csv")));
    assertTrue(Files.exists(lab.results().resolve("figures/sweep-gains.svg")));
  }

  @Test
  void withoutANameTheFolderDependsOnTheSweepAndNotOnWhatIsMadeOfIt() {
    String other = GAINS + "compare: {metric: score, baseline: {gain: 0}}\n";

    assertEquals(lab.file(GAINS).runName(), lab.file(other).runName());
    assertEquals(
        "./temper run results/vary-gain/" + lab.file(GAINS).runName() + "/study.yaml",
        lab.file(GAINS).command());
  }

  @Test
  void aFigureHasThePlacesOfAllValues() {
    List<ComparisonRow> rows = rows(GAINS + "compare: {metric: score, baseline: {gain: 0}}\n");

    var figures = ComparisonFigures.of(rows);

    assertEquals(List.of("compare-1"), figures.stream().map(one -> one.name()).toList());
    var panel = figures.get(0).chart().apply(CsvTables.of(lab.results())).panels().get(0);
    assertEquals(3, panel.layers().size());
    assertEquals("gain", panel.x().label());
    assertEquals("score (points), difference from gain=0", panel.y().label());
    assertEquals(2, Places.of(List.of("gain=1", "gain=2")).of("gain=2", 0));
    assertEquals(0.3, Places.of(List.of("rate=low", "rate=high")).of("rate=low", 0.5), 1e-12);
    Axis words = Places.of(List.of("rate=low", "rate=high")).axis();
    assertEquals("rate", words.label());
    assertEquals(List.of("low", "high"), words.names());
    for (List<String> several : List.of(List.of("a=1, b=2", "a=3"), List.of("a=1", "b=1"))) {
      assertEquals("", Places.of(several).axis().label());
      assertEquals(several, Places.of(several).axis().names());
    }
    assertTrue(figures.get(0).caption().contains("gain=0"));
    assertEquals(
        // Numbers of one parameter stand where they are.
        IntStream.range(0, rows.size()).filter(i -> rows.get(i).n() > 0).count(),
        panel.layers().stream()
            .filter(temper.lab.study.chart.Layer.Intervals.class::isInstance)
            .mapToInt(layer -> ((temper.lab.study.chart.Layer.Intervals) layer).x().length)
            .sum());
  }
}
