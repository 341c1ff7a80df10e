package temper.studies.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.config.ConfigException;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Plugins;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.data.DataFolder;
import temper.lab.engine.RunListener;
import temper.lab.engine.RunSettings;
import temper.lab.engine.RunSummary;
import temper.lab.engine.Shard;
import temper.lab.engine.StopSignal;
import temper.lab.engine.StudyRun;
import temper.lab.store.CsvTables;
import temper.lab.study.Study;
import temper.lab.study.Table;
import temper.plugin.Registry;

/** The general study on tables of the user's own. */
class OwnTableTrainingTest {

  private static final Path EXAMPLES = Path.of("examples");

  @TempDir Path folder;

  private static ResolvedStudy resolved(Path file, String... overrides) throws IOException {
    return new ConfigLoader(
            Registry.of(Study.class),
            Plugins.discovered(OwnTableTrainingTest.class.getClassLoader()))
        .resolve(file, new RunRequest(Optional.empty(), List.of(overrides), OptionalInt.of(2)));
  }

  private RunSummary run(String out, Path file, String... overrides) throws IOException {
    RunSettings settings =
        new RunSettings(
            2,
            Shard.WHOLE,
            false,
            StopSignal.unlimited(),
            DataFolder.ofEnvironment(Map.of()).besideConfig(file.resolveSibling(""), Map.of()),
            List.of("temper", "test"),
            Long.MAX_VALUE);
    try (StudyRun run =
        StudyRun.open(resolved(file, overrides), folder.resolve(out), settings, RunListener.NONE)) {
      return run.run();
    }
  }

  private Table trials() {
    return CsvTables.of(folder.resolve("out")).trials("training");
  }

  @Test
  void theExampleTrainsOnTheTableBesideItAndDrawsItsFigure() throws IOException {
    RunSummary summary = run("out", EXAMPLES.resolve("own-table.yaml"), "epochs=10");

    assertEquals(8, summary.ran());
    assertEquals(0, summary.failed());
    assertTrue(Files.exists(folder.resolve("out/figures/plot-1.svg")));
    for (double accuracy : trials().numbers("test_accuracy")) {
      assertTrue(accuracy > 0.5, "three kinds of leaves are told apart: " + accuracy);
    }
  }

  @Test
  void numbersArePredictedInSharesOfTheirVariance() throws IOException {
    List<String> lines = new ArrayList<>(List.of("a,b,price"));
    for (int i = 0; i < 200; i++) {
      int a = i % 20;
      int b = i * 7 % 11;
      lines.add(a + "," + b + "," + (100_000 + 5000 * a - 3000 * b));
    }
    Files.write(folder.resolve("prices.csv"), lines);
    Path config =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            format: 1
            study: training
            base:
              data: {csv: {file: prices.csv, target: price, test: 50}}
              model: linear
              loss: squared-error
              rate: {cosine: {peak: 0.1}}
              batch: 10
              epochs: 20
            """);

    RunSummary summary = run("out", config);

    assertEquals(0, summary.failed());
    for (double loss : trials().numbers("test_loss")) {
      assertTrue(loss < 0.01, "a linear rule is found, of the variance is left " + loss);
    }
    String refusal =
        assertThrows(
                ConfigException.class,
                () -> run("refused", config, "loss=cross-entropy", "epochs=2"))
            .getMessage();
    assertTrue(refusal.contains("squared-error or half-squared-error compares"), refusal);
    String few =
        assertThrows(ConfigException.class, () -> run("refused", config, "data.csv.train=190"))
            .getMessage();
    assertTrue(
        few.contains("data.csv.train: must be at most 150, got 190: test takes 50 of 200 examples"),
        few);
    String none =
        assertThrows(ConfigException.class, () -> run("refused", config, "data.csv.test=200"))
            .getMessage();
    assertTrue(
        none.contains(
            "data.csv.test: test takes 200 of 200 examples, which leaves none for training"),
        none);
  }
}
