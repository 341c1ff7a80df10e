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
}
