package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.cli.Call.Ended;

/** What a user sees of comparisons, plots, importance and of an experiment on the command line. */
class ResultsOfFileTest {

  @TempDir Path folder;

  private String file(String text) throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, "format: 1\nstudy: vary-gain\nexperiment: gains\n" + text);
    return file.toString();
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  @Test
  void thePlanSaysWhatWillBeComparedAndDrawn() throws IOException {
    String file =
        file(
            "replicates: 3\nsweep: {grid: {gain: [0, 1, 2], idle: [0, 1]}, exclude: {gain: 0, idle:"
                + " 1}}\ncompare: {metric: [score, steps], baseline: {gain: 0}}\n"
                + "plot: {x: gain, y: score, color: idle, facet: {rows: idle, columns: gain}}\n");

    Ended plan = new Call().with("COLUMNS", "300").run("plan", file, "--out", out());
    assertEquals(0, plan.code(), plan.err());
    assertTrue(
        plan.out()
            .contains(
                "will compare score, steps: all others against gain=0 (4 tests by paired-t, Holm at"
                    + " 0.05); 2 cells have no baseline"),
        plan.out());
    assertTrue(
        plan.out()
            .contains(
                "will draw plot-1: score against gain, a colour for each idle, a row for each idle,"
                    + " a column for each gain"),
        plan.out());

    Ended json = Call.of("plan", file, "--out", out(), "--json");
    assertTrue(json.out().contains("\"products\""), json.out());
  }

  @Test
  void aRunEndsWithWhatCameOfEachComparison() throws IOException {
    String file =
        file(
            """
            replicates: 20
            sweep: {grid: {gain: [0, 1, 2], idle: [0, 1]}}
            compare:
              - {metric: score, baseline: {gain: 1}, direction: higher}
              - {metric: score, baseline: {idle: 0}}
            """);

    Ended run = Call.of("run", file, "--out", out());

    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.out()
            .contains(
                """
                score: all others against gain=1: 2 better, 2 worse (see comparisons.csv)
                score: all others against idle=0: 3 undecided (see comparisons.csv)
                """),
        run.out());
  }

  @Test
  void importanceIsPrintedAndWrittenAndComparedByNobody() throws IOException {
    String file =
        file("replicates: 10\nsweep: {grid: {gain: [0, 20, 40], idle: [0, 1], rate: {a: 1}}}\n");
    assertEquals(0, Call.of("run", file, "--out", out()).code());
    assertEquals(0, Call.of("run", file, "--out", out() + "2").code());

    Ended ended = new Call().with("COLUMNS", "200").run("importance", out(), "--metric", "score");

    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().contains("gains, score: out-of-bag R² 0."), ended.out());
    assertTrue(ended.out().contains("1  gain"), ended.out());
    assertTrue(ended.out().contains("rises with it"), ended.out());
    Path results = Path.of(out());
    assertTrue(Files.readString(results.resolve("importance.csv")).contains(",1,gain,"));
    assertTrue(Files.exists(results.resolve("figures/importance-gains-score.svg")));
    assertTrue(Files.exists(results.resolve("figures/importance-gains-score.csv")));
    assertEquals(0, Call.of("diff", out(), out() + "2").code());

    Ended json = Call.of("importance", out(), "--experiment", "gains", "--json");
    assertTrue(json.out().contains("\"permutation\""), json.out());
    assertFalse(json.out().contains("\"steps\""), "what never varies is not explained");
  }

  @Test
  void importanceOfWhatIsNotThereIsAMistakeOfUse() throws IOException {
    String file = file("replicates: 2\nsweep: {grid: {gain: [0, 20]}}\n");
    assertEquals(0, Call.of("run", file, "--out", out()).code());

    Ended metric = Call.of("importance", out(), "--metric", "scor");
    assertEquals(2, metric.code());
    assertTrue(metric.err().contains("Did you mean 'score'?"), metric.err());
    Ended experiment = Call.of("importance", out(), "--experiment", "gain");
    assertEquals(2, experiment.code());
    assertTrue(experiment.err().contains("Did you mean 'gains'?"), experiment.err());
    Ended few = Call.of("importance", out());
    assertEquals(2, few.code());
    assertTrue(few.err().contains("only 4 trials of 'gains'"), few.err());
  }

  @Test
  void anExperimentIsDescribedWithItsColumnsAndSizes() {
    Ended study = Call.of("describe", "vary-gain");
    assertTrue(study.out().contains("table curve: The score while it grows."), study.out());
    assertTrue(study.out().contains("points"), study.out());

    Ended gains = Call.of("describe", "vary-gain", "gains");
    assertEquals(0, gains.code(), gains.err());
    assertTrue(gains.out().contains("metric"), gains.out());
    assertTrue(gains.out().replaceAll(" +", " ").contains("full 2 3 6"), gains.out());
    assertFalse(gains.out().contains("experiment later"), gains.out());

    Ended later = Call.of("describe", "vary-gain", "later");
    assertTrue(later.out().contains("decided by: gains"), later.out());
    assertTrue(Call.of("describe", "vary-gain", "gains", "--json").out().contains("\"sizes\""));
  }

  @Test
  void anUnknownExperimentIsTold() {
    Ended wrong = Call.of("describe", "vary-gain", "gain");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("Did you mean 'gains'?"), wrong.err());
    assertEquals(2, Call.of("describe", "cosine", "gains").code());
  }

  @Test
  void templateAndSchemaShowBothBlocks() throws IOException {
    String file = folder.resolve("new.yaml").toString();
    assertEquals(0, Call.of("init", file, "--study", "vary-gain").code());
    String text = Files.readString(Path.of(file));
    assertTrue(text.contains("# compare:"), text);
    assertTrue(text.contains("metric: score  # or a list; one of: score, steps"), text);
    assertTrue(text.contains("# plot:"), text);
    assertEquals(0, Call.of("plan", file, "--out", out()).code());

    String schema = Call.of("schema", "vary-gain").out();
    assertTrue(schema.contains("\"compare\""), schema);
    assertTrue(schema.contains("\"worst-rank\""), schema);
    assertTrue(schema.contains("\"minmax\""), schema);
    assertTrue(schema.contains("\"curve\""), schema);
  }
}
