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
import temper.optim.AddDecayedWeights;
import temper.optim.Chain;
import temper.optim.Momentum;
import temper.optim.Optimizer;
import temper.optim.ScaleByRate;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.schedule.Controller;
import temper.schedule.builtin.Schedules;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.ScalarKernelProvider;
import temper.tensor.Shape;

/** Training on two Gaussian clouds. */
class TrainerTest {

  private static final int ROWS = 70;
  private static final int FEATURES = 6;

  private static RandomStream stream(String purpose) {
    return new StreamRoot("trainer").stream("test", 0, purpose);
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

  private static Trainer trainer(Precision precision, Loss loss, int batch, double dropout) {
    Examples examples = clouds();
    InputScaling scaling = InputScaling.fit(Standardization.UNIT, examples);
    ExampleOrder order = ExampleOrder.shuffled(ROWS, stream("order"));
    Batches batches =
        new Batches(examples, scaling, new BatchOrder(order, batch, LastBatch.SMALLER));
    Kernels kernels = new ScalarKernelProvider().create(precision);
    Model model =
        new MultilayerPerceptron()
            .create(
                new MultilayerPerceptron.Parameters(
                    List.of(8, 5), Activation.TANH, Initialization.GLOROT_NORMAL, dropout),
                Shape.of(FEATURES),
                loss == Loss.CROSS_ENTROPY ? 2 : 1);
    Optimizer optimizer =
        Chain.of(
            new AddDecayedWeights(step -> 1e-3, 1),
            new Momentum(step -> 0.9, true),
            new ScaleByRate());
    return new Trainer(
        new Trainer.Settings(
            kernels,
            model,
            loss,
            ExampleBatches.of(batches, loss),
            optimizer,
            Controller.of(Schedules.cosine(0.05, 0, 100)),
            true,
            TrainerTest::stream));
  }

  private static Evaluator everything(Trainer trainer) {
    Examples examples = clouds();
    InputScaling scaling = InputScaling.fit(Standardization.UNIT, examples);
    Batches batches = Batches.inOrder(examples, scaling, 32);
    return trainer.evaluator(ExampleBatches.of(batches, trainer.settings().loss()), 3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Loss.class,
      names = {"CROSS_ENTROPY", "LOGISTIC", "HINGE"})
  void twoCloudsAreToldApart(Loss loss) {
    for (Precision precision : Precision.values()) {
      Trainer trainer = trainer(precision, loss, 16, 0);
      Evaluator evaluator = everything(trainer);
      Evaluation before = trainer.evaluate(evaluator);

      Outcome outcome = TrainingLoop.of(100).run(trainer);

      Evaluation after = trainer.evaluate(evaluator);
      assertEquals(Outcome.End.COMPLETED, outcome.end());
      assertEquals(ROWS, after.examples());
      assertTrue(after.loss() < before.loss() / 3, before + " to " + after);
      assertTrue(after.accuracy() > 0.95, after.toString());
    }
  }

  @Test
  void aSavedTrainerGoesOnToTheSameBits() throws IOException {
    for (Precision precision : Precision.values()) {
      Trainer whole = trainer(precision, Loss.CROSS_ENTROPY, 16, 0.3);
      List<Double> losses = new ArrayList<>();
      TrainingLoop.of(37, (t, rate, loss) -> losses.add(loss)).run(whole);

      Trainer first = trainer(precision, Loss.CROSS_ENTROPY, 16, 0.3);
      TrainingLoop.of(13).run(first);
      ByteArrayOutputStream saved = new ByteArrayOutputStream();
      first.writeTo(new DataOutputStream(saved));
      Trainer second = trainer(precision, Loss.CROSS_ENTROPY, 16, 0.3);
      second.readFrom(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
      List<Double> rest = new ArrayList<>();
      TrainingLoop.of(37, (t, rate, loss) -> rest.add(loss)).run(second);

      assertEquals(losses.subList(13, 37), rest);
      assertArrayEquals(whole.parameters().toArray(), second.parameters().toArray());
    }
  }

  @Test
  void theBatchSizeOfAnEvaluationIsNotSeen() {
    Trainer trainer = trainer(Precision.FLOAT64, Loss.CROSS_ENTROPY, 16, 0.3);
    Examples examples = clouds();
    InputScaling scaling = InputScaling.fit(Standardization.UNIT, examples);

    Evaluation one =
        trainer.evaluate(
            trainer.evaluator(
                ExampleBatches.of(Batches.inOrder(examples, scaling, ROWS), Loss.CROSS_ENTROPY),
                1));

    assertEquals(one, trainer.evaluate(everything(trainer)));
  }

  @Test
  void aListenerEndsARunAndALossThatIsNotFiniteToo() {
    Trainer trainer = trainer(Precision.FLOAT32, Loss.CROSS_ENTROPY, 16, 0);
    Outcome reached = TrainingLoop.of(50, (t, rate, loss) -> t.completed() < 7).run(trainer);
    assertEquals(Outcome.End.REACHED, reached.end());
    assertEquals(7, reached.steps());

    trainer.parameters().set(0, Double.NaN);
    Outcome diverged = TrainingLoop.of(50).run(trainer);
    assertEquals(Outcome.End.DIVERGED, diverged.end());
    assertEquals(8, diverged.steps());
  }

  @Test
  void ratesFollowTheScheduleStepByStep() {
    Trainer trainer = trainer(Precision.FLOAT32, Loss.CROSS_ENTROPY, 16, 0);
    List<Double> rates = new ArrayList<>();

    TrainingLoop.of(4, (t, rate, loss) -> rates.add(rate)).run(trainer);

    for (int step = 0; step < 4; step++) {
      assertEquals(Schedules.cosine(0.05, 0, 100).at(step), rates.get(step));
    }
    assertThrows(IllegalStateException.class, () -> trainer.observe(1));
  }
}
