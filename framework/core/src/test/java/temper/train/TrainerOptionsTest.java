package temper.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import temper.data.BatchOrder;
import temper.data.Batches;
import temper.data.ExampleOrder;
import temper.data.Examples;
import temper.data.InputScaling;
import temper.data.LastBatch;
import temper.data.Standardization;
import temper.nn.Activation;
import temper.nn.Initialization;
import temper.nn.Model;
import temper.nn.builtin.MultilayerPerceptron;
import temper.numerics.StableMath;
import temper.optim.Averaging;
import temper.optim.Chain;
import temper.optim.Momentum;
import temper.optim.Optimizer;
import temper.optim.ScaleByRate;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.schedule.Controller;
import temper.schedule.builtin.Schedules;
import temper.tensor.KernelProviders;
import temper.tensor.Precision;
import temper.tensor.Shape;

/** Accumulated gradients, scheduled batches, snapshots, ensembles, memory. */
class TrainerOptionsTest {

  private static final int ROWS = 60;
  private static final int FEATURES = 4;
  private static final Optimizer DESCENT =
      Chain.of(new Momentum(step -> 0.9, false), new ScaleByRate());

  private static RandomStream stream(String purpose) {
    return new StreamRoot("options").stream("test", 0, purpose);
  }

  private static Examples clouds() {
    RandomStream random = stream("data");
    double[] features = new double[ROWS * FEATURES];
    int[] labels = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      labels[row] = row % 2;
      for (int i = 0; i < FEATURES; i++) {
        features[row * FEATURES + i] = random.gaussian() + (labels[row] == 0 ? -1 : 1);
      }
    }
    return Examples.ofNumbers(features, labels, FEATURES);
  }

  private static ExampleOrder order() {
    return ExampleOrder.shuffled(ROWS, stream("order"));
  }

  private static BatchSource batches(BatchOrder order, Loss loss) {
    Examples examples = clouds();
    return ExampleBatches.of(
        new Batches(examples, InputScaling.fit(Standardization.UNIT, examples), order), loss);
  }

  private static Trainer trainer(
      Precision precision, Loss loss, BatchOrder order, Optimizer optimizer, int accumulate) {
    Model model =
        new MultilayerPerceptron()
            .create(
                new MultilayerPerceptron.Parameters(
                    List.of(8), Activation.TANH, Initialization.GLOROT_NORMAL, 0),
                Shape.of(FEATURES),
                loss == Loss.CROSS_ENTROPY ? 2 : 1);
    return new Trainer(
        new Trainer.Settings(
            KernelProviders.best().create(precision),
            model,
            loss,
            batches(order, loss),
            optimizer,
            Controller.of(Schedules.constant(0.05)),
            true,
            TrainerOptionsTest::stream,
            accumulate));
  }

  private static Trainer trainer(int batch, int accumulate) {
    BatchOrder order = new BatchOrder(order(), batch, LastBatch.FILLED);
    return trainer(Precision.FLOAT64, Loss.CROSS_ENTROPY, order, DESCENT, accumulate);
  }

  private static Evaluator everything(Trainer trainer) {
    BatchOrder all = new BatchOrder(ExampleOrder.sequential(ROWS), 25, LastBatch.SMALLER);
    return trainer.evaluator(batches(all, trainer.settings().loss()), 3);
  }

  @Test
  void threeSmallBatchesMakeTheStepOfALargeOne() {
    Trainer large = trainer(12, 1);
    Trainer small = trainer(4, 3);

    for (int step = 0; step < 20; step++) {
      assertEquals(large.step(), small.step(), 1e-12);
    }

    assertArrayEquals(large.parameters().toArray(), small.parameters().toArray(), 1e-12);
  }

  @Test
  void unequalBatchesCountByTheirExamples() {
    // 60 examples in batches of 25, 25 and 10 are all of them.
    BatchOrder thirds = new BatchOrder(order(), 25, LastBatch.SMALLER);
    Trainer small = trainer(Precision.FLOAT64, Loss.CROSS_ENTROPY, thirds, DESCENT, 3);
    Trainer whole = trainer(ROWS, 1);

    for (int step = 0; step < 5; step++) {
      assertEquals(whole.step(), small.step(), 1e-12);
    }
    assertArrayEquals(whole.parameters().toArray(), small.parameters().toArray(), 1e-12);
  }

  @Test
  void batchesThatGrowGoOnAtAnyStep() throws IOException {
    // On the clock of the first batches: 5 of 4 examples, then twice as many each 5.
    BatchOrder growing = BatchOrder.scheduled(order(), Schedules.step(4, 2, 5), 2);
    assertEquals(
        List.of(4, 4, 4, 4, 4, 8, 8, 8, 16, 32, 28),
        java.util.stream.LongStream.range(0, 11)
            .map(growing::size)
            .boxed()
            .map(Long::intValue)
            .toList());
    assertEquals(11, growing.steps(2));
    assertEquals(2, growing.epochs(11));
    assertEquals(20.0 / 60, growing.epochs(5));

    Trainer whole = trainer(Precision.FLOAT32, Loss.CROSS_ENTROPY, growing, DESCENT, 1);
    TrainingLoop.of(11).run(whole);
    Trainer first = trainer(Precision.FLOAT32, Loss.CROSS_ENTROPY, growing, DESCENT, 1);
    TrainingLoop.of(7).run(first);
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    first.writeTo(new DataOutputStream(saved));
    Trainer second = trainer(Precision.FLOAT32, Loss.CROSS_ENTROPY, growing, DESCENT, 1);
    second.readFrom(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
    TrainingLoop.of(11).run(second);

    assertArrayEquals(whole.parameters().toArray(), second.parameters().toArray());
  }

  @Test
  void everyExampleOfAnEpochIsInOneBatchOfAScheduleToo() {
    BatchOrder growing = BatchOrder.scheduled(order(), Schedules.step(7, 2, 4), 1);
    int[] rows = new int[growing.batchSize()];
    boolean[] seen = new boolean[ROWS];
    int count = 0;

    for (long step = 0; step < growing.steps(1); step++) {
      for (int i = 0; i < growing.rows(step, rows); i++) {
        seen[rows[i]] = true;
        count++;
      }
    }

    assertEquals(ROWS, count);
    for (boolean one : seen) {
      assertTrue(one);
    }
  }

  @Test
  void schedulesThatAreNoBatchSizesAreRefused() {
    for (String problem : List.of("batch size must be >= 1", "at most 32", "epochs")) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> {
                    switch (problem) {
                      case "epochs" -> BatchOrder.scheduled(order(), step -> 1, 0);
                      case "at most 32" ->
                          BatchOrder.scheduled(order(), step -> 1 + 0.05 * step, 40);
                      default -> BatchOrder.scheduled(order(), step -> 0.4, 1);
                    }
                  })
              .getMessage();
      assertTrue(message.contains(problem), message);
    }
    BatchOrder few = BatchOrder.scheduled(order(), step -> 30, 1);
    assertThrows(IllegalArgumentException.class, () -> few.size(2));
  }

  @Test
  void snapshotsAreOfTheirSteps() {
    Trainer trainer = trainer(12, 1);
    Snapshots snapshots = Snapshots.every(4);
    double[] atEight = new double[trainer.parameters().size()];

    TrainingLoop.of(
            10,
            snapshots,
            (t, rate, loss) -> {
              if (t.completed() == 8) {
                System.arraycopy(t.parameters().toArray(), 0, atEight, 0, atEight.length);
              }
              return true;
            })
        .run(trainer);

    assertEquals(List.of(4L, 8L), snapshots.kept().stream().map(Snapshot::step).toList());
    assertArrayEquals(atEight, snapshots.kept().get(1).parameters().toArray());
    assertThrows(IllegalArgumentException.class, () -> Snapshots.every(0));
  }

  @Test
  void aSnapshotHoldsWhatTheOptimiserWantsEvaluated() {
    BatchOrder order = new BatchOrder(order(), 12, LastBatch.FILLED);
    Trainer trainer =
        trainer(Precision.FLOAT64, Loss.CROSS_ENTROPY, order, new Averaging(DESCENT, 0, 1, 0), 1);
    TrainingLoop.of(10).run(trainer);
    Evaluator evaluator = everything(trainer);

    Evaluation averaged = trainer.evaluate(evaluator);
    Evaluation ofSnapshot = trainer.evaluate(evaluator, List.of(trainer.snapshot()));

    assertEquals(averaged.loss(), ofSnapshot.loss(), 1e-12);
    assertTrue(
        !java.util.Arrays.equals(
            trainer.parameters().toArray(), trainer.snapshot().parameters().toArray()));
  }

  /** Lengths such as 75 % of a run seldom come to whole steps. */
  @Test
  void averagesThatBeginWithinAStepBeginWithTheNext() {
    BatchOrder order = new BatchOrder(order(), 12, LastBatch.FILLED);
    List<double[]> averages = new ArrayList<>();
    for (double from : new double[] {7.5, 8}) {
      Trainer trainer =
          trainer(
              Precision.FLOAT64, Loss.CROSS_ENTROPY, order, new Averaging(DESCENT, from, 1, 0), 1);
      TrainingLoop.of(10).run(trainer);
      averages.add(trainer.snapshot().parameters().toArray());
    }

    assertArrayEquals(averages.get(1), averages.get(0));
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void anEnsembleOfOneIsTheNetworkItself(Loss loss) {
    BatchOrder order = new BatchOrder(order(), 12, LastBatch.FILLED);
    Trainer trainer = trainer(Precision.FLOAT64, loss, order, DESCENT, 1);
    TrainingLoop.of(10).run(trainer);
    Evaluator evaluator = everything(trainer);

    Evaluation alone = trainer.evaluate(evaluator);
    Evaluation ensemble = trainer.evaluate(evaluator, List.of(trainer.snapshot()));

    assertEquals(alone.loss(), ensemble.loss(), 1e-12);
    assertEquals(alone.accuracy(), ensemble.accuracy());
    assertEquals(ROWS, ensemble.examples());
  }

  @Test
  void predictionsAreTheProbabilitiesBehindTheLoss() {
    Trainer trainer = trainer(12, 1);
    TrainingLoop.of(10).run(trainer);
    Evaluator evaluator = everything(trainer);

    double[] predictions = trainer.predict(evaluator);

    Examples examples = clouds();
    double loss = 0;
    for (int row = 0; row < ROWS; row++) {
      loss -= StableMath.log(predictions[2 * row + examples.label(row)]) / ROWS;
      assertEquals(1, predictions[2 * row] + predictions[2 * row + 1], 1e-12);
    }
    assertEquals(2 * ROWS, predictions.length);
    assertEquals(trainer.evaluate(evaluator).loss(), loss, 1e-12);
  }

  @Test
  void anEnsemblePredictsTheMeanOfItsMembersProbabilities() {
    Trainer trainer = trainer(12, 1);
    Snapshots snapshots = Snapshots.every(5);
    TrainingLoop.of(10, snapshots).run(trainer);
    double[] now = trainer.parameters().toArray();
    // One example: the members' losses give their probabilities of its class.
    Evaluator one =
        trainer.evaluator(
            batches(
                new BatchOrder(ExampleOrder.sequential(ROWS), 1, LastBatch.SMALLER),
                Loss.CROSS_ENTROPY),
            1);
    double first = trainer.evaluate(one, snapshots.kept().subList(0, 1)).loss();
    double second = trainer.evaluate(one, snapshots.kept().subList(1, 2)).loss();

    double both = trainer.evaluate(one, snapshots.kept()).loss();

    double mean = (StableMath.exp(-first) + StableMath.exp(-second)) / 2;
    assertEquals(-StableMath.log(mean), both, 1e-12);
    assertArrayEquals(now, trainer.parameters().toArray());
    assertThrows(IllegalArgumentException.class, () -> trainer.evaluate(one, List.of()));
  }

  @Test
  void aStepAllocatesLessThanAKilobyte() {
    Trainer trainer = trainer(12, 1);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    TrainingLoop.of(2_000).run(trainer);

    long before = threads.getThreadAllocatedBytes(thread);
    TrainingLoop.of(4_000).run(trainer);
    double each = (threads.getThreadAllocatedBytes(thread) - before) / 2_000.0;

    assertTrue(each < 1_024, each + " bytes a step");
  }

  @Test
  void aBatchThatCannotFitIsRefusedByItsSize() {
    Trainer trainer = trainer(12, 1);
    RecordedBatch.Task task =
        new RecordedBatch.Task(
            trainer.settings().kernels(),
            trainer.settings().model(),
            Loss.CROSS_ENTROPY,
            trainer.parameters(),
            trainer.state());
    // The estimate is a straight line through small batches: what a larger one really takes.
    double estimate = MemoryEstimate.bytes(task, 50);
    double real =
        8.0
            * (RecordedBatch.training(task, 50, layer -> stream(layer)).storedElements()
                + 50 * FEATURES);
    assertEquals(real, estimate, 0.05 * real);

    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> MemoryEstimate.require(5e9, 100_000, 1L << 30))
            .getMessage();
    assertEquals(
        "a batch of 100000 examples needs about 4.7 GB, and Java may take 1.0 GB: take a smaller"
            + " batch, accumulate gradients, or set TEMPER_JAVA_OPTS=-Xmx8g",
        message);
    MemoryEstimate.require(5e8, 100, 1L << 30);
  }

  @Test
  void aStepTakesABatchAtLeast() {
    assertEquals(
        "accumulate must be >= 1, got 0",
        assertThrows(IllegalArgumentException.class, () -> trainer(4, 0)).getMessage());
  }
}
