package temper.lab.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import temper.lab.compare.ComparisonsCsv;

/** What is told of a number, a claim and a figure. */
class ExplanationTest {

  @TempDir static Path shared;

  private static Bench bench = new Bench(Path.of(""), new CoinStudy(0, 1));

  @BeforeAll
  static void run() {
    bench = new Bench(shared, new CoinStudy(0.8, 20)).run();
  }

  private static Explanation why(String name) {
    return Explanation.of(name, bench.results(), bench.studies());
  }

  private static Map<?, ?> experiment(Explanation why) {
    List<?> experiments = (List<?>) why.entries().get("experiments");
    assertEquals(1, experiments.size());
    return (Map<?, ?>) experiments.get(0);
  }

  @Test
  void aNumberOfAClaimLeadsToItsRowTrialsSeedsConfigCodeAndCommand() throws Exception {
    Explanation why = why("coin/COIN-1.estimate");
    Map<String, Object> entries = why.entries();

    String row = entries.get("row").toString();
    assertTrue(row.endsWith("claims.csv:2"), row);
    String line = Files.readAllLines(bench.coin().resolve("claims.csv")).get(1);
    assertTrue(line.contains("," + entries.get("value") + ","), line);
    assertEquals("confirm:coin", entries.get("root"));
    assertEquals("REPRODUCED", entries.get("verdict"));
    assertEquals(bench.coin().resolve("study.yaml").toString(), entries.get("config"));
    Map<?, ?> throwing = experiment(why);
    assertEquals(40L, throwing.get("trials"));
    assertEquals(40L, throwing.get("ok"));
    assertEquals("temper run coin", throwing.get("command"));
    String registration = Files.readString(bench.coin().resolve("registration.json"));
    assertTrue(registration.contains("\"" + throwing.get("code") + "\""));
    assertTrue(registration.contains("\"" + entries.get("claim_code") + "\""));
    assertTrue(Files.exists(Path.of(throwing.get("file").toString())));
    assertEquals(2, ((List<?>) entries.get("findings")).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "coin/COIN-1|coin/COIN-1.estimate",
        "COIN-2.verdict|coin/COIN-2.verdict",
        "coin/COIN-1/heads, 10 throws|coin/COIN-1/heads, 10 throws.estimate",
        "coin/COIN-1/5 % of heads, 1000 throws.low|coin/COIN-1/5 % of heads, 1000 throws.low",
        "coin/throws|coin/throws.trials",
        "coin/throws.cells|coin/throws.cells",
        "coin/throws.throws_of|coin/throws.throws_of",
        "coin/throws/summary[throws_of=10].heads_mean|coin/throws/summary[throws_of=10].heads_mean",
        "coin|coin.trials",
        "coin.REPRODUCED|coin.REPRODUCED"
      })
  void everythingHasANameAndIsExplainedByItsTrials(String name, String id) {
    Explanation why = why(name);

    assertEquals(id, why.id());
    assertFalse(why.text().isEmpty());
    assertEquals(40L, experiment(why).get("trials"));
    assertEquals(why.id(), why(why.id()).id());
  }

  @Test
  void aFigureCountsTheTrialsThatItWasDrawnFrom() throws Exception {
    Explanation why = why("coin/heads");

    assertEquals("Heads", why.text());
    assertTrue(why.entries().get("data").toString().endsWith("heads.csv"));
    assertEquals(40L, experiment(why).get("trials"));
    Path trials = bench.coin().resolve("figures/heads-trials.csv");
    String all = Files.readString(trials);
    try {
      Files.writeString(trials, "experiment,trial\nthrows,a\nthrows,b\n");
      assertEquals(2L, experiment(why("coin/heads")).get("trials"));
    } finally {
      Files.writeString(trials, all);
    }
  }

  @Test
  void aClaimThatWasNotRunSaysWhyAndHowItWouldBe() {
    Explanation why = why("coin/COIN-3");

    assertEquals("not run", why.text());
    assertEquals("needs data set fashion-mnist", why.entries().get("reason"));
    assertEquals(0L, experiment(why).get("trials"));
    Bench empty = new Bench(shared.resolve("empty"), new CoinStudy(0.8, 20));
    Explanation nothing = Explanation.of("coin/COIN-1", empty.results(), empty.studies());
    assertEquals("not run", nothing.text());
    assertEquals("./temper run coin --profile full", nothing.entries().get("command"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coin/COIN-1.estimat",
        "con/COIN-1.estimate",
        "coin/CION-1.estimate",
        "coin/COIN-1.estimate.x"
      })
  void aMistypedNameIsToldTheNearest(String name) {
    String message = assertThrows(IllegalArgumentException.class, () -> why(name)).getMessage();

    assertTrue(message.endsWith("Did you mean 'coin/COIN-1.estimate'?"), message);
  }

  @Test
  void aSumOverStudiesSaysWhatToAskFor() {
    assertEquals(
        "'all.claims' is a sum over the studies of a paper; ask for one of them, such as"
            + " 'coin.claims'.",
        assertThrows(IllegalArgumentException.class, () -> why("all.claims")).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"coin/COIN-1/heads, 10 throws.reason", "", "/", "coin/", "coin/throws/x.y", "a.b"})
  void whatIsNotThereIsRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> why(name));
  }

  /** A copy of the results under another name, with what a study file may have asked for. */
  private static Path sweep(Path root) throws Exception {
    Bench copy = bench.copy(root);
    Path sweep = copy.results().resolve("coin/my-sweep");
    Files.move(copy.coin(), sweep);
    Files.writeString(sweep.resolve("figures/plot-1.svg"), "<svg aria-label=\"heads &lt; tails\">");
    Files.writeString(sweep.resolve("figures/plot-1.csv"), "x\n");
    Files.writeString(sweep.resolve("figures/plot-1-trials.csv"), "experiment,trial\nthrows,*\n");
    Files.writeString(
        sweep.resolve("comparisons.csv"),
        String.join(",", ComparisonsCsv.COLUMNS)
            + "\n1,throws,heads,rate=constant(value=16),rate=low,,t,mean difference,5,0,0,0,"
            + "-0.25,-0.5,-0.125,0.95,0.001,0.002,better,exploratory,\n");
    return copy.results();
  }

  @ParameterizedTest
  @CsvSource({
    "., coin/my-sweep/plot-1, coin/my-sweep/plot-1",
    "., coin/plot-1, coin/my-sweep/plot-1",
    "., plot-1, coin/my-sweep/plot-1",
    "., coin/COIN-1, coin/my-sweep/COIN-1.estimate",
    "coin, my-sweep/plot-1, my-sweep/plot-1",
    "coin, plot-1, my-sweep/plot-1",
    "coin/my-sweep, plot-1, coin/plot-1",
    "coin/my-sweep, my-sweep/plot-1, coin/plot-1",
    "coin/my-sweep, coin, coin.trials",
    "coin/my-sweep, COIN-1.n, coin/COIN-1.n",
    "coin/my-sweep, throws/summary[throws_of=10].heads_mean,"
        + " coin/throws/summary[throws_of=10].heads_mean",
    "coin/my-sweep, comparisons.estimate, coin/comparisons.estimate",
    "., my-sweep/comparisons[value=rate=low], coin/my-sweep/comparisons[value=rate=low].finding"
  })
  void everyResultFolderCanBeAsked(String folder, String name, String id, @TempDir Path root)
      throws Exception {
    Path results = sweep(root).resolve(folder).normalize();

    Explanation why = Explanation.of(name, results, bench.studies());

    assertEquals(id, why.id());
    assertEquals(40L, experiment(why).get("trials"));
    assertEquals(id, Explanation.of(id, results, bench.studies()).id());
  }

  @Test
  void whatAStudyFileAskedForIsExplainedByItsFiles(@TempDir Path root) throws Exception {
    Path results = sweep(root);

    assertEquals("heads < tails", Explanation.of("plot-1", results, bench.studies()).text());
    Map<String, Object> row =
        Explanation.of("comparisons[baseline=rate=16]", results, bench.studies()).entries();
    assertEquals("rate=low", row.get("value"));
    assertEquals("0.002", row.get("p_adjusted"));
  }

  @Test
  void aNameThatIsNowhereSaysWhereWasLooked(@TempDir Path root) throws Exception {
    Path results = sweep(root);

    String near = refusal("plto-1", results);
    assertTrue(near.contains(results.resolve("coin/my-sweep").toString()), near);
    assertTrue(near.endsWith("Did you mean 'plot-1'?"), near);
    assertTrue(refusal("my-sweep/plto-1", results).endsWith("Did you mean 'my-sweep/plot-1'?"));
    String far = refusal("coin/nothing-of-the-kind", results);
    assertTrue(far.contains("there are coin/my-sweep/heads, coin/my-sweep/plot-1"), far);
    Path empty = Files.createDirectories(root.resolve("empty/results"));
    assertTrue(refusal("plot-1", empty).contains(empty.toString()));
  }

  @Test
  void aNameOfSeveralFoldersAsksForOne(@TempDir Path root) throws Exception {
    Path results = sweep(root);
    Files.move(results.resolve("coin/my-sweep"), results.resolve("coin/other"));
    Path again = sweep(root.resolve("again")).resolve("coin/my-sweep");
    Files.move(again, results.resolve("coin/my-sweep"));

    String message = refusal("plot-1", results);

    assertTrue(message.contains("\n  coin/my-sweep/plot-1\n  coin/other/plot-1\n"), message);
  }

  private static String refusal(String name, Path results) {
    return assertThrows(
            IllegalArgumentException.class, () -> Explanation.of(name, results, bench.studies()))
        .getMessage();
  }
}
