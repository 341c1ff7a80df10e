package temper.lab.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.config.CellPairs;
import temper.lab.config.Comparison;
import temper.lab.config.Products;

/** What is wrong in a comparison is said before anything runs, all of it at once. */
class CompareProblemsTest {

  private static final String SWEEP = "sweep: {grid: {gain: [0, 1, 2], idle: [0, 1]}}\n";

  @TempDir private Path folder;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab(folder);
  }

  private List<String> problems(String compare) {
    return lab.problems(SWEEP + "compare: " + compare + "\n");
  }

  private List<CellPairs.Pair> pairs(String sweep, String baseline) {
    Products products =
        lab.file(sweep + "\ncompare: {metric: score, baseline: " + baseline + "}\n").products();
    Comparison comparison = products.comparisons().get(0);
    return comparison.pairs(products.grids().get("gains"));
  }

  @Test
  void allMistakesAreToldAtOnceEachWithItsPlace() {
    assertEquals(
        List.of(
            "5:56 compare.tets: unknown key. Did you mean 'test'? (allowed: metric, baseline,"
                + " experiment, test, direction, divergence, level)",
            "5:19 compare.metric: experiment 'gains' writes no metric 'scor'. Did you mean"
                + " 'score'? (allowed: score, steps)",
            "5:53 compare.level: must be a number between 0 and 1, both excluded, got 2",
            "5:42 compare.baseline.gain: no cell has gain = '7' (allowed: 0, 1, 2)"),
        problems("{metric: scor, baseline: {gain: 7}, level: 2, tets: 1}"));
  }

  @Test
  void keysOfAllPartsAreToldTogetherThoughTheCellsAreNotKnownYet() {
    assertEquals(
        List.of("compare.tets", "plot.kolor", "sweep.grid.gian"),
        lab
            .problems(
                """
                sweep: {grid: {gian: [0, 1]}}
                compare: {metric: score, baseline: {gain: 0}, tets: 1}
                plot: {x: gain, y: score, kolor: idle}
                """)
            .stream()
            .map(problem -> problem.replaceAll("^\\S+ (\\S+): .*", "$1"))
            .sorted()
            .toList());
  }

  @Test
  void whatIsMissingIsTold() {
    assertEquals(
        List.of(
            "5:10 compare: the key 'metric' is missing",
            "5:10 compare: the key 'baseline' is missing"),
        problems("{level: 0.1}"));
    assertEquals(
        List.of(
            "5:10 compare: must be a mapping, not the text 'score' (allowed: metric, baseline,"
                + " experiment, test, direction, divergence, level)"),
        problems("score"));
  }

  @Test
  void aMetricMustBeANumber() {
    assertEquals(
        List.of("5:19 compare.metric: metric 'word' is no number (allowed: score, steps)"),
        problems("{metric: word, baseline: {gain: 0}}"));
    assertEquals(
        List.of("5:20 compare.metric[0]: must be a text, not a list"),
        problems("{metric: [[score], score], baseline: {gain: 0}}"));
  }

  @Test
  void aBaselineMustBeSwept() {
    assertEquals(
        List.of(
            "5:37 compare.baseline.gian: is no parameter that differs between cells. Did you mean"
                + " 'gain'? (allowed: gain, idle)"),
        problems("{metric: score, baseline: {gian: 0}}"));
    assertEquals(
        List.of("5:36 compare.baseline: must map parameters to values, not the text 'gain'"),
        problems("{metric: score, baseline: gain}"));
  }

  @Test
  void namesOfTestsDirectionsAndDivergenceAreChecked() {
    List<String> problems =
        problems(
            "{metric: score, baseline: {gain: 0}, test: t-test, direction: up, divergence: worst}");

    assertEquals(3, problems.size());
    assertTrue(problems.get(0).contains("unknown direction 'up'"), problems.toString());
    assertTrue(problems.get(1).contains("unknown divergence 'worst'"));
    assertTrue(problems.get(2).contains("(allowed: paired-t, sign-flip, wilcoxon, sign)"));
  }

  @Test
  void theWorstMustBeKnownAndHasNoMean() {
    List<String> problems =
        problems("{metric: score, baseline: {gain: 0}, divergence: worst-rank, test: paired-t}");

    assertEquals(
        List.of(
            "5:59 compare.divergence: what is worst is not known: say with 'direction' which values"
                + " are better (allowed: higher, lower)",
            "5:77 compare.test: a mean does not exist where a trial that diverged counts as the"
                + " worst (allowed: wilcoxon, sign)"),
        problems);
  }

  @Test
  void anExperimentThatOthersDecideCannotBeComparedUnlessItIsSwept() {
    String compare = "compare: {metric: score, baseline: {gain: 0}}\n";

    assertEquals(
        List.of(
            "4:10 compare: the cells of 'later' are decided by gains while it runs: only a sweep of"
                + " it can be compared"),
        lab.problems("experiment: later\n" + compare));
    assertEquals(
        List.of(), lab.problems("experiment: later\nsweep: {grid: {gain: [0, 1]}}\n" + compare));
  }

  @Test
  void aBaselineThatMeansSeveralCellsIsToldWithTwoOfThem() {
    List<String> problems =
        lab.problems(
            """
            sweep:
              grid:
                rate: {low: {constant: {value: 1}}, falling: cosine}
                rate.cosine.peak: [1, 2]
            compare: {metric: score, baseline: {rate: falling}}
            """);

    assertEquals(1, problems.size());
    assertTrue(
        problems
            .get(0)
            .endsWith(
                "compare.baseline: means several cells, such as rate=falling, rate.cosine.peak=1"
                    + " and rate=falling, rate.cosine.peak=2: say more"),
        problems.toString());
  }

  @Test
  void parametersInsideOfTheNamedOneBelongToItsValue() {
    List<CellPairs.Pair> pairs =
        pairs(
            """
            sweep:
              grid:
                rate: {low: {constant: {value: 1}}, falling: cosine}
                rate.cosine.peak: [1, 2]
                gain: [0, 5]
            """,
            "{rate: low}");

    assertEquals(
        List.of(
            "rate=low > rate=falling, rate.cosine.peak=1 in gain=0",
            "rate=low > rate=falling, rate.cosine.peak=2 in gain=0",
            "rate=low > rate=falling, rate.cosine.peak=1 in gain=5",
            "rate=low > rate=falling, rate.cosine.peak=2 in gain=5"),
        pairs.stream().map(p -> p.from() + " > " + p.to() + " in " + p.within()).toList());
  }

  @Test
  void parametersThatMoveTogetherAreOneValue() {
    List<CellPairs.Pair> pairs =
        pairs("sweep: {zip: {gain: [0, 1, 2], width: [1, 2, 3]}}\n", "{gain: 1}");

    assertEquals(
        List.of("gain=0, width=1", "gain=2, width=3"),
        pairs.stream().map(CellPairs.Pair::to).toList());
  }

  @Test
  void aPluginIsMeantByItsNameAndANumberByItsValue() {
    List<CellPairs.Pair> pairs =
        pairs("sweep: {grid: {rate: [cosine, {constant: {value: 3}}]}}\n", "{rate: constant}");

    assertEquals(1, pairs.size());
    assertEquals("rate=3", pairs.get(0).from());
    assertEquals(2, pairs(SWEEP.replace("idle: [0, 1]", "width: [1]"), "{gain: 1.0}").size());
  }

  @Test
  void cellsWithoutABaselineAreCountedAndNoneAtAllIsAMistake() {
    Products products =
        lab.file(
                SWEEP.replace("}}\n", "}, exclude: {gain: 0, idle: 1}}\n")
                    + "compare: {metric: score, baseline: {gain: 0}}\n")
            .products();
    Comparison comparison = products.comparisons().get(0);
    assertEquals(2, comparison.pairs(products.grids().get("gains")).size());
    assertEquals(2, comparison.without(products.grids().get("gains")));

    List<String> problems =
        lab.problems(
            """
            sweep: {list: [{gain: 0, idle: 1}, {gain: 1, idle: 2}, {gain: 1, idle: 3}]}
            compare: {metric: score, baseline: {gain: 0}}
            """);
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).contains("there is no cell to compare"), problems.toString());
  }
}
