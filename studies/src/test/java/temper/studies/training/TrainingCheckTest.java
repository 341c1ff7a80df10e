package temper.studies.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import temper.lab.config.ConfigException;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Plugins;
import temper.lab.config.RunRequest;
import temper.lab.data.DataFolder;
import temper.lab.engine.RunListener;
import temper.lab.engine.RunSettings;
import temper.lab.engine.Shard;
import temper.lab.engine.StopSignal;
import temper.lab.engine.StudyRun;
import temper.lab.study.Study;
import temper.plugin.Registry;

/** What does not fit is told before anything runs, with its place, and without any data. */
class TrainingCheckTest {

  private static final String TINY =
      """
      format: 1
      study: training
      base:
        data: {gaussian-mixture: {train: 90, test: 40, dimension: 4}}
        model: {mlp: {hidden: [6]}}
        epochs: 4
        batch: 16
      """;

  @TempDir Path folder;

  private StudyRun open(RunListener listener, String yaml, String... overrides) throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, yaml);
    ConfigLoader loader =
        new ConfigLoader(Registry.of(Study.class), Plugins.discovered(getClass().getClassLoader()));
    RunSettings settings =
        new RunSettings(
            1,
            Shard.WHOLE,
            false,
            StopSignal.unlimited(),
            DataFolder.ofEnvironment(Map.of()),
            List.of("temper", "test"),
            Long.MAX_VALUE);
    return StudyRun.open(
        loader.resolve(
            file, new RunRequest(Optional.empty(), List.of(overrides), OptionalInt.of(1))),
        folder.resolve("out"),
        settings,
        listener);
  }

  private String refusal(String yaml, String... overrides) throws IOException {
    try (StudyRun run = open(RunListener.NONE, yaml, overrides)) {
      String planned = assertThrows(ConfigException.class, run::summary).getMessage();
      assertEquals(planned, assertThrows(ConfigException.class, run::run).getMessage());
      assertFalse(Files.exists(folder.resolve("out/training/trials.csv")));
      return shortened(planned);
    }
  }

  private String shortened(String message) {
    return message.replace(folder.resolve("study.yaml").toString(), "study.yaml");
  }

  /** What is told of a plan that is not refused. */
  private List<String> remarks(String yaml, String... overrides) throws IOException {
    List<String> told = new ArrayList<>();
    try (StudyRun run = open(collecting(told), yaml, overrides)) {
      run.summary();
    }
    return told;
  }

  private RunListener collecting(List<String> told) {
    return new RunListener() {
      @Override
      public void notice(String message) {
        told.add(shortened(message));
      }
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          batch=0 | -S #1:1:1 batch: must be >= 1, got 0.0
          model=cifar10-quick | -S #1:1:1 model: conv1: images must be [batch, channels, height, width], got [1, 4]; an example of 'gaussian-mixture' has the shape [4]
          crop=2 | -S #1:1:1 crop: only images can be shifted and mirrored, the examples have 4 features
          flip=true | -S #1:1:1 flip: only images can be shifted and mirrored, the examples have 4 features
          crop=32;data=cifar-10 | -S #1:1:1 crop: must be smaller than the images, which are 3 x 32 x 32, got 32
          loss=logistic;data={gaussian-mixture: {classes: 3}} | -S #1:1:1 loss: loss logistic needs two classes, data set 'gaussian-mixture' has 3 classes
          loss=logistic;data=cifar-100 | -S #1:1:1 loss: loss logistic needs two classes, data set 'cifar-100' has 100 classes
          data=gaussian-linear | study.yaml:4:3 loss: loss cross-entropy tells classes apart, data set 'gaussian-linear' has numbers to be predicted: squared-error or half-squared-error compares with them
          batch={linear: {initial: 4, end: 60}};epochs=20 | -S #1:1:1 batch: a schedule of batch sizes may take at most 32 different ones
          accumulate=1000 | -S #1:1:1 accumulate: must be at most the
          accumulate=1000;batch={step: {initial: 4, factor: 2}} | -S #1:1:1 accumulate: must be at most the
          data={mnist: {train: 50000, validation: 20000}} | -S #1:1:1 data: 20000 validation and 50000 train examples are asked for, there are 60000
          data={mnist: {classes: [3, 10]}} | -S #1:1:1 data: data.mnist.classes: must be in [0, 9], got [3, 10]
          rate=-1 | -S #1:1:1 rate: must be >= 0 and finite in the whole run, got -1.0 at step 0 of 24
          rate={linear: {initial: 0.1, end: -0.1}} | -S #1:1:1 rate: must be >= 0 and finite in the whole run, got -0.008333333333333331 at step 13 of 24
          rate={linear: {initial: 0.1, end: -1e-6}};epochs=100000 | -S #1:1:1 rate: must be >= 0 and finite in the whole run, got -8.3
          rate=reduce-on-plateau;observe=validation-loss | -S #2:1:1 observe: the data have no validation examples for the learning rate to observe
          model={mlp: {hidden: [60000, 60000]}} | -S #1:1:1 model: a tensor holds at most 2147483647 numbers
          batch=2000000;data={gaussian-mixture: {train: 2000000}};model={mlp: {hidden: [60000]}} | -S #1:1:1 batch: a batch of 2000000 examples needs about
          batch={step: {initial: 2, factor: 1000000, every: 2 epochs}};data={gaussian-mixture: {train: 2000000}};model={mlp: {hidden: [60000]}} | -S #1:1:1 batch: a batch of 2000000 examples needs about
          model={mlp: {hidden: [40000, 40000]}};data={gaussian-mixture: {train: 90, test: 40, dimension: 4}};precision=float64 | -S #1:1:1 model: a network of 1600
          """)
  void whatDoesNotFitIsToldWithTheParameterThatSetIt(String overrides, String problem)
      throws IOException {
    String refusal = refusal(TINY, overrides.split(";", -1));

    assertTrue(refusal.startsWith(problem), refusal);
  }

  @Test
  void allMisfitsOfASweepAreToldAtOnceAndNotOnceATrial() throws IOException {
    String refusal =
        refusal(
            TINY
                + """
                sweep:
                  grid:
                    model: [mlp, cifar10-quick]
                    batch: [0, 8, 16]
                """);

    String model = "model=cifar10-quick";
    assertEquals(2, refusal.lines().count(), refusal);
    assertTrue(
        refusal.startsWith(
            "study.yaml:11:13 sweep.grid.batch[0]: must be >= 1, got 0.0 (in 2 cells, the first"
                + " model=mlp"),
        refusal);
    assertTrue(
        refusal.contains("study.yaml:10:18 sweep.grid.model[1]: conv1: images must be"), refusal);
    assertTrue(refusal.contains("(in 2 cells, the first " + model), refusal);
  }

  @Test
  void aMisfitOfAListedCellIsToldWhereThatCellStands() throws IOException {
    String refusal =
        refusal(
            TINY
                + """
                sweep:
                  list:
                    - {batch: 8}
                    - {accumulate: 2}
                    - {batch: 0}
                """);

    assertTrue(
        refusal.startsWith("study.yaml:12:8 sweep.list[2].batch: must be >= 1, got 0.0"), refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rate={multi-step: {boundaries: [10, 30]}} | rate: multi-step.boundaries: '30 steps' is never reached in the run, which has 24 steps
          rate={step: {every: 4 epochs}} | rate: step.every: '4 epochs' (step 24) is never reached in the run, which has 24 steps
          rate={cosine: {length: 10 epochs}} | rate: cosine.length: '10 epochs' (step 60) ends after the run, which has 24 steps
          rate={scale: {schedule: {linear: {length: 25}}}} | rate: linear.length: '25 steps' ends after the run, which has 24 steps
          rate={join: {parts: [constant, {multi-step: {boundaries: [9 epochs]}}], boundaries: [2]}} | rate: multi-step.boundaries: '9 epochs' (step 54) is never reached in the run, which has 24 steps
          optimizer={averaged: {from: 4 epochs}} | optimizer: averaged.from: '4 epochs' (step 24) is never reached in the run, which has 24 steps
          """)
  void whatComesAfterTheEndOfTheRunIsRemarkedAndStopsNothing(String override, String remark)
      throws IOException {
    assertEquals(List.of("note: -S #1:1:1 " + remark), remarks(TINY, override));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate=cosine",
        "rate={multi-step: {boundaries: [10, 23]}}",
        "rate={step: {every: 3 epochs}}",
        "rate={cosine: {length: 4 epochs}}",
        "rate={exponential: {every: 1000}}",
        "rate={triangular: {up: 1000, down: 1000}}"
      })
  void whatARunDoesGetToSeeAndScalesOfTimeAreNotRemarked(String override) throws IOException {
    assertEquals(List.of(), remarks(TINY, override));
  }

  @Test
  void aRunTellsARemarkOnceThoughItChecksCellsTwice() throws IOException {
    List<String> told = new ArrayList<>();
    try (StudyRun run = open(collecting(told), TINY, "rate={cosine: {length: 10 epochs}}")) {
      run.run();
    }

    assertEquals(1, told.stream().filter(one -> one.startsWith("note: ")).count(), told.toString());
  }

  @Test
  void aRemarkOnSeveralCellsIsToldOnce() throws IOException {
    String sweep =
        """
        sweep:
          grid:
            rate:
              late: {multi-step: {boundaries: [30]}}
              early: {multi-step: {boundaries: [3]}}
            precision: [float32, float64]
        """;

    assertEquals(
        List.of(
            "note: study.yaml:11:13 sweep.grid.rate.late: rate: multi-step.boundaries: '30 steps' is"
                + " never reached in the run, which has 24 steps (in 2 cells, the first"
                + " rate=late, precision=float32)"),
        remarks(TINY + sweep));
  }
}
