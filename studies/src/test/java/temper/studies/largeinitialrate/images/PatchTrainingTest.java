package temper.studies.largeinitialrate.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.lab.study.Design;
import temper.lab.study.NoTables;
import temper.lab.study.Profile;
import temper.nn.ActivationNoise;
import temper.schedule.Schedule;
import temper.schedule.builtin.MultiStep;
import temper.studies.InterruptibleTrial;
import temper.studies.training.TrainingSetup;
import temper.train.Batch;
import temper.train.BatchSource;
import temper.train.ExampleBatches;
import temper.train.Trainer;

final class PatchTrainingTest {

  private static final int SIZE = 3 * 32 * 32;
  private static final int IMAGES = 96;
  private static final PatchTraining EXPERIMENT = PatchExperiments.all().get(0);

  private static PatchParameters smoke(String arm) {
    return Sizes.patches(Profile.SMOKE).withArm(arm);
  }

  private static TrainingSetup setup() {
    return new TrainingSetup(smoke(PatchParameters.LARGE).training(), trial());
  }

  /** The inputs of some steps, in the order in which they are asked for. */
  private static List<float[]> read(BatchSource source, long... steps) {
    List<float[]> inputs = new ArrayList<>();
    BatchSource spy =
        new BatchSource() {
          @Override
          public int size(long step) {
            return source.size(0);
          }

          @Override
          public void read(long step, Batch batch) {
            source.read(steps[inputs.size()], batch);
            int start = batch.inputs().offset();
            int end = start + batch.inputs().size();
            inputs.add(Arrays.copyOfRange(batch.inputs().floats(), start, end));
          }
        };
    Trainer trainer = setup().trainer(old -> spy);
    for (int i = 0; i < steps.length; i++) {
      trainer.step();
    }
    return inputs;
  }

  private static PatchedBatches patched(BatchSource source, PatchedBatches.Shares shares) {
    InterruptibleTrial trial = trial();
    return new PatchedBatches(
        (ExampleBatches) source,
        Patch.draw(10, 0.1, trial.stream("patch")),
        shares,
        trial.stream("a"),
        trial.stream("b"));
  }

  private static BatchSource inOrder() {
    return setup().inOrder(setup().data().train());
  }

  private static float[] image(float[] batch, int number) {
    return Arrays.copyOfRange(batch, number * SIZE, (number + 1) * SIZE);
  }

  private static InterruptibleTrial trial() {
    return new InterruptibleTrial("test", "images");
  }

  private static InterruptibleTrial run(PatchParameters parameters) {
    InterruptibleTrial trial = trial();
    EXPERIMENT.run(parameters, trial);
    return trial;
  }

  @Test
  void whoCanHaveAPatchIsFixedAndWhichOneIsDrawnAtEveryAccess() {
    float[] plain = read(inOrder(), 0).get(0);
    List<float[]> passes =
        read(patched(inOrder(), new PatchedBatches.Shares(0.8, 0.2, false)), 0, 1, 2, 3, 4);

    int members = 0;
    int varying = 0;
    for (int i = 0; i < IMAGES; i++) {
      int number = i;
      float[] clean = image(plain, i);
      long changed =
          passes.stream().filter(pass -> !Arrays.equals(clean, image(pass, number))).count();
      long different =
          passes.stream().map(pass -> Arrays.hashCode(image(pass, number))).distinct().count();
      assertTrue(changed == 0 || changed == 5, "image " + i + " was changed " + changed + " times");
      members += changed == 5 ? 1 : 0;
      varying += different > 1 ? 1 : 0;
    }
    // Five standard deviations; one in 16 has the same sign five times and is never alone.
    assertEquals(0.8, members / (double) IMAGES, 0.2);
    assertTrue(varying > 0.7 * members && varying <= members, varying + " of " + members);
  }

  @Test
  void batchesCanBeReadInAnyOrder() {
    PatchedBatches.Shares shares = new PatchedBatches.Shares(0.8, 0.2, false);
    PatchedBatches[] sources = new PatchedBatches[2];
    setup().trainer(batches -> sources[0] = patched(batches, shares));
    setup().trainer(batches -> sources[1] = patched(batches, shares));

    List<float[]> forward = read(sources[0], 0, 1, 2, 3, 4, 5);
    List<float[]> jumping = read(sources[1], 4, 1, 5, 0);

    assertArrayEquals(forward.get(4), jumping.get(0));
    assertArrayEquals(forward.get(1), jumping.get(1));
    assertArrayEquals(forward.get(5), jumping.get(2));
    assertArrayEquals(forward.get(0), jumping.get(3));
  }

  @Test
  void patchesAloneAreOnZeros() {
    PatchedBatches.Shares shares = new PatchedBatches.Shares(0.8, 0.2, false).onBlanks();
    float[] batch = read(patched(inOrder(), shares), 0).get(0);
    for (int i = 0; i < batch.length; i++) {
      int row = i / 32 % 32;
      int column = i % 32;
      boolean inside = row >= 12 && row <= 18 && column >= 12 && column <= 18;
      assertEquals(inside, batch[i] != 0, "value " + i);
    }
  }

  @Test
  void theLargeRateIsAnnealedToTheSmallOne() {
    for (String arm : List.of(PatchParameters.LARGE, PatchParameters.SMALL)) {
      Trainer trainer = new TrainingSetup(smoke(arm).training(), trial()).trainer();
      double[] rates = new double[6];
      for (int i = 0; i < rates.length; i++) {
        rates[i] = trainer.rate();
        trainer.step();
      }
      double first = arm.equals(PatchParameters.LARGE) ? 0.1 : 0.004;
      assertArrayEquals(new double[] {first, first, first, 0.004, 0.004, 0.004}, rates, 1e-15);
    }
  }

  @Test
  void theNoiseIsLoweredWhenTheRateWouldBe() {
    PatchParameters parameters = smoke(PatchParameters.NOISE);
    TrainingSetup setup = new TrainingSetup(parameters.training(), trial());
    Trainer trainer = setup.trainer();
    NoiseDecay decay =
        new NoiseDecay(
            Schedule.of(new MultiStep(), parameters.noiseSteps(), setup.horizon()), trainer);
    double[] levels = new double[5];
    for (int i = 0; i < levels.length; i++) {
      levels[i] =
          setup
              .trainer()
              .settings()
              .model()
              .state()
              .view(trainer.state(), ActivationNoise.LEVEL)
              .get(0);
      double loss = trainer.step();
      assertTrue(decay.afterStep(trainer, 0.004, loss));
    }
    assertArrayEquals(new double[] {0.4, 0.4, 0.4, 4e-6, 4e-6}, levels, 1e-7);
  }

  @Test
  void theArmWithoutPatchesSeesNone() {
    PatchParameters clean = smoke(PatchParameters.CLEAN);
    PatchParameters small = smoke(PatchParameters.SMALL);
    assertEquals(
        run(clean).metric("train_loss"), run(clean.withDifference(1)).metric("train_loss"));
    assertFalse(
        run(small).metric("train_loss").equals(run(small.withDifference(1)).metric("train_loss")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void anInterruptedTrialGoesOnToTheSameNumbers(int steps) {
    PatchParameters parameters = smoke(PatchParameters.NOISE);
    InterruptibleTrial whole = run(parameters);
    InterruptibleTrial stopped = trial().stopAfter(steps);
    assertThrows(CancellationException.class, () -> EXPERIMENT.run(parameters, stopped));
    InterruptibleTrial resumed = stopped.again();
    EXPERIMENT.run(parameters, resumed);

    assertEquals(whole.written(), resumed.written());
  }

  @Test
  void theFullComparisonIsTheAuthorsAtOurScale() {
    Design<PatchParameters> design = EXPERIMENT.design(Profile.FULL, NoTables.INSTANCE);
    PatchParameters first = design.cell().apply(0);

    assertEquals(48, design.trials());
    assertEquals(12, design.replicates());
    assertEquals(
        List.of(
            PatchParameters.LARGE,
            PatchParameters.SMALL,
            PatchParameters.NOISE,
            PatchParameters.CLEAN),
        IntStream.range(0, 4).mapToObj(i -> design.cell().apply(i).arm()).toList());
    assertEquals(List.of("cifar-10"), EXPERIMENT.datasets(first));
  }
}
