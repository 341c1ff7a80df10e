package temper.studies.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import temper.lab.config.ConfigException;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Plugins;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.data.DataFolder;
import temper.lab.engine.PlanException;
import temper.lab.engine.RunListener;
import temper.lab.engine.RunSettings;
import temper.lab.engine.RunSummary;
import temper.lab.engine.Shard;
import temper.lab.engine.StopSignal;
import temper.lab.engine.StudyRun;
import temper.lab.store.Outcome;
import temper.lab.study.Study;
import temper.plugin.Registry;
import temper.tensor.Shape;
import temper.tensor.Tensor;
import temper.train.Safetensors;

/** The general study through the engine, as config files ask for it. */
class TrainingStudyTest {

  private static final Path EXAMPLES = Path.of("examples");

  private static final String TINY =
      """
      format: 1
      study: training
      name: tiny
      base:
        data: {gaussian-mixture: {train: 90, test: 40, dimension: 4}}
        model: {mlp: {hidden: [6], dropout: 0.2}}
        epochs: 4
        batch: 16
      """;

  @TempDir Path folder;

  private static ConfigLoader loader() {
    return new ConfigLoader(
        Registry.of(Study.class), Plugins.discovered(TrainingStudyTest.class.getClassLoader()));
  }

  private ResolvedStudy resolved(String yaml, String... overrides) throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, yaml);
    return resolved(file, overrides);
  }

  private static ResolvedStudy resolved(Path file, String... overrides) throws IOException {
    return loader()
        .resolve(file, new RunRequest(Optional.empty(), List.of(overrides), OptionalInt.of(1)));
  }

  private static RunSettings settings(int workers, StopSignal stop, DataFolder data) {
    return new RunSettings(
        workers, Shard.WHOLE, false, stop, data, List.of("temper", "test"), Long.MAX_VALUE);
  }

  private static RunSummary run(ResolvedStudy study, Path out, int workers, StopSignal stop) {
    return run(study, out, settings(workers, stop, nowhere()), RunListener.NONE);
  }

  private static RunSummary run(
      ResolvedStudy study, Path out, RunSettings settings, RunListener listener) {
    try (StudyRun run = StudyRun.open(study, out, settings, listener)) {
      return run.run();
    }
  }

  private static DataFolder nowhere() {
    return DataFolder.ofEnvironment(Map.of());
  }

  /** The text of each table, by file. */
  private static Map<String, String> tables(Path out) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(out.resolve("training"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }

  /** A column of a CSV file without quotes in what stands before it. */
  private static List<String> column(Path file, String name) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      rows.add(line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1));
    }
    int at = Arrays.asList(rows.get(0)).indexOf(name);
    assertTrue(at >= 0, name + " is not in " + file);
    return rows.stream().skip(1).map(row -> row[at]).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schedules-on-fashion",
        "rate-grid",
        "rate-random",
        "batch-and-rate",
        "growing-batch",
        "own-table"
      })
  void everyExampleRunsAtATinySize(String example) throws IOException {
    ResolvedStudy study =
        resolved(
            EXAMPLES.resolve(example + ".yaml"),
            "data={gaussian-mixture: {train: 600, test: 30, dimension: 4}}",
            "model={mlp: {hidden: [3]}}",
            "epochs=2",
            "evaluate=50%");
    Path out = folder.resolve("out");

    RunSummary summary = run(study, out, 1, StopSignal.unlimited());

    assertEquals(0, summary.failed());
    assertTrue(Files.exists(out.resolve("figures/learning-curves.svg")));
    assertTrue(column(out.resolve("training/curve.csv"), "epoch").contains("2"));
  }

  @Test
  void everyExampleIsTested() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertEquals(6, files.filter(file -> file.toString().endsWith(".yaml")).count());
    }
  }

  @Test
  void oneWorkerTwoAndAnInterruptedRunGiveTheSameBytes() throws IOException {
    String yaml =
        TINY
            + """
            sweep:
              grid:
                rate: {constant: {constant: {value: 0.1}}, plateau: {reduce-on-plateau: {direction: minimize}}}
                optimizer: {sgd: {sgd: {momentum: 0.9}}, averaged: {averaged: {}}}
            """;
    ResolvedStudy study = resolved(yaml, "epochs=400", "evaluate=10 epochs");
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    Path interrupted = folder.resolve("interrupted");
    assertEquals(0, run(study, one, 1, StopSignal.unlimited()).failed());
    run(study, two, 2, StopSignal.unlimited());
    StopSignal stop = StopSignal.unlimited();

    // The first trial that ends stops all others where they are.
    RunSummary first =
        run(
            study,
            interrupted,
            settings(2, stop, nowhere()),
            new RunListener() {
              @Override
              public void finished(Outcome outcome, long nanos) {
                stop.raise(StopSignal.Reason.INTERRUPTED);
              }
            });
    run(study, interrupted, 1, StopSignal.unlimited());

    assertFalse(first.complete());
    assertEquals(tables(one), tables(two));
    assertEquals(tables(one), tables(interrupted));
  }

  @Test
  void lengthsOfSchedulesFollowTheHorizonOfTheRun() throws IOException {
    // 90 examples in batches of 16: 6 steps an epoch, 24 in all.
    ResolvedStudy study =
        resolved(TINY, "rate={step: {initial: 1, factor: 0.5, every: 25%}}", "evaluate=6 steps");
    Path out = folder.resolve("out");
    run(study, out, 1, StopSignal.unlimited());
    ResolvedStudy inEpochs =
        resolved(
            TINY, "rate={step: {initial: 1, factor: 0.5, every: 1 epochs}}", "evaluate=1 epochs");
    Path outOfEpochs = folder.resolve("epochs");
    run(inEpochs, outOfEpochs, 1, StopSignal.unlimited());

    List<String> rates = column(out.resolve("training/curve.csv"), "learning_rate");

    assertEquals(List.of("1", "0.5", "0.25", "0.125"), rates);
    assertEquals(rates, column(outOfEpochs.resolve("training/curve.csv"), "learning_rate"));
    assertEquals(List.of("6", "12", "18", "24"), column(out.resolve("training/curve.csv"), "step"));
  }

  @Test
  void accumulatedAndGrowingBatchesTakeTheirSteps() throws IOException {
    Path accumulated = folder.resolve("accumulated");
    run(resolved(TINY, "accumulate=3"), accumulated, 1, StopSignal.unlimited());
    Path growing = folder.resolve("growing");
    run(
        resolved(TINY, "batch={step: {initial: 10, factor: 3, every: 2 epochs}}", "epochs=4"),
        growing,
        1,
        StopSignal.unlimited());

    assertEquals(List.of("8"), column(accumulated.resolve("training/trials.csv"), "steps"));
    assertEquals(List.of("24"), column(growing.resolve("training/trials.csv"), "steps"));
  }

  @Test
  void aRunEndsWhereItsTrainLossIsReached() throws IOException {
    Path out = folder.resolve("out");

    run(resolved(TINY, "epochs=500", "stop_below=0.2"), out, 1, StopSignal.unlimited());

    int steps = Integer.parseInt(column(out.resolve("training/trials.csv"), "steps").get(0));
    double loss =
        Double.parseDouble(column(out.resolve("training/trials.csv"), "train_loss").get(0));
    assertTrue(steps < 3000 && steps % 6 == 0, "steps " + steps);
    assertTrue(loss <= 0.2, "loss " + loss);
  }

  @Test
  void aRateThatIsTooLargeDiverges() throws IOException {
    Path out = folder.resolve("out");

    RunSummary summary =
        run(
            resolved(TINY, "rate={constant: {value: 1e8}}", "diverged_above=100"),
            out,
            1,
            StopSignal.unlimited());

    assertEquals(1, summary.diverged());
    assertTrue(
        column(out.resolve("training/trials.csv"), "reason")
            .get(0)
            .startsWith("the batch loss was"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          epochs=0 | must be > 0
          accumulate=0 | must be > 0
          optimizer=sdg | Did you mean 'sgd'
          rate={cosine: {peek: 1}} | Did you mean 'peak'
          evaluate=soon | 'soon' is not a length: write 300 steps, 5 epochs or 20%
          """)
  void mistakesThatShowInTheConfigAreToldBeforeAnythingRuns(String override, String problem) {
    String message =
        assertThrows(ConfigException.class, () -> resolved(TINY, override)).getMessage();

    assertTrue(message.contains(problem), message);
  }

  @Test
  void missingDataIsToldBeforeAnythingRunsWithTheWayToGetIt() throws IOException {
    ResolvedStudy study = resolved(TINY, "data={fashion-mnist: {train: 100}}");
    Path out = folder.resolve("out");

    String message =
        assertThrows(PlanException.class, () -> run(study, out, 1, StopSignal.unlimited()))
            .getMessage();

    assertEquals(
        "experiment 'training' of study 'training' cannot run: data set 'fashion-mnist' needs a"
            + " folder of data: name one with --data DIR or TEMPER_DATA, and fill it with `temper"
            + " data get fashion-mnist`",
        message);
    assertFalse(Files.exists(out.resolve("training")));
    try (StudyRun plan =
        StudyRun.open(
            study, out, settings(1, StopSignal.unlimited(), nowhere()), RunListener.NONE)) {
      assertThrows(PlanException.class, plan::summary);
    }
  }

  @Test
  void keptWeightsAreThoseOfTheCurveAndLoadInJava() throws IOException {
    ResolvedStudy study = resolved(TINY, "keep_weights=2 epochs");
    Path out = folder.resolve("out");

    run(study, out, 1, StopSignal.unlimited());

    // 90 examples in batches of 16: 6 steps an epoch, 24 in all.
    Path artifacts = out.resolve("training/artifacts.csv");
    assertEquals(
        List.of("step-000000012.safetensors", "final.safetensors"), column(artifacts, "file"));
    String trial = column(artifacts, "trial").get(0);
    Map<String, Tensor> tensors;
    try (InputStream in =
        Files.newInputStream(
            out.resolve("training/artifacts").resolve(trial).resolve("final.safetensors"))) {
      tensors = Safetensors.read(in);
    }
    assertEquals(
        Integer.parseInt(column(out.resolve("training/trials.csv"), "parameters").get(0)),
        tensors.values().stream().mapToInt(Tensor::size).sum());
    assertEquals(Shape.of(6, 4), tensors.get("fc1.weight").shape());
  }
}
