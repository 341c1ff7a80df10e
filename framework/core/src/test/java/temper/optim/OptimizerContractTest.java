package temper.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.plugin.Choice;
import temper.plugin.Constraints;
import temper.plugin.Doc;
import temper.plugin.Registry;
import temper.random.StreamRoot;
import temper.schedule.Horizon;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.ScalarKernelProvider;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/** What every optimiser that is found by name must keep, with all of its examples. */
class OptimizerContractTest {

  private static final Registry<OptimizerPlugin<?>> OPTIMIZERS = Registry.of(OptimizerPlugin.class);
  private static final Horizon HORIZON = Horizon.ofEpochs(10, 40);
  private static final double[] START = {-1.2, 1, 0.3, -0.7};

  private record Case(OptimizerPlugin<?> plugin, String label, Record parameters) {
    Optimizer create() {
      return OptimizerPlugin.of(new Choice<OptimizerPlugin<?>>(plugin, parameters), HORIZON);
    }

    @Override
    public String toString() {
      return plugin.name() + ": " + label;
    }
  }

  private static Stream<Case> cases() {
    return OPTIMIZERS.all().stream()
        .flatMap(
            plugin ->
                plugin.examples().stream()
                    .map(example -> new Case(plugin, example.label(), example.parameters())));
  }

  private static List<OptimizerPlugin<?>> plugins() {
    return OPTIMIZERS.all();
  }

  /** A parabola in the last two parameters and a Rosenbrock valley in the first two. */
  private static final class Valley {
    final Kernels kernels;
    final Tensor parameters;
    final Tensor gradient;
    final OptimizerMemory memory;
    final Optimizer.Stepper stepper;

    Valley(Optimizer optimizer, Precision precision) {
      kernels = new ScalarKernelProvider().create(precision);
      parameters = Tensor.of(precision, Shape.of(4), START);
      gradient = Tensor.zeros(precision, Shape.of(4));
      memory =
          new OptimizerMemory(
              kernels,
              parameters,
              gradient,
              List.of(new ParameterGroup(0, 3, 1, 1), new ParameterGroup(3, 1, 0.5, 0)),
              purpose -> new StreamRoot("contract").stream("optimizers", 0, purpose));
      stepper = optimizer.start(memory);
    }

    double loss() {
      double[] w = parameters.toArray();
      double bend = w[1] - w[0] * w[0];
      return 5 * bend * bend + (1 - w[0]) * (1 - w[0]) + w[2] * w[2] + 2 * w[3] * w[3];
    }

    double evaluate() {
      double[] w = parameters.toArray();
      double bend = w[1] - w[0] * w[0];
      gradient.set(0, -20 * bend * w[0] - 2 * (1 - w[0]));
      gradient.set(1, 10 * bend);
      gradient.set(2, 2 * w[2]);
      gradient.set(3, 4 * w[3]);
      return loss();
    }

    void run(int from, int to, double rate) {
      for (int step = from; step < to; step++) {
        stepper.step(step, rate, this::evaluate);
      }
    }

    byte[] save() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      memory.writeTo(new DataOutputStream(bytes));
      return bytes.toByteArray();
    }
  }

  @Test
  void everyOptimizerIsFoundByItsName() {
    assertEquals(
        "adadelta adagrad adam adamw amsgrad averaged clipped langevin lion lookahead nadam noisy"
            + " rmsprop sam schedule-free sgd sign-sgd",
        String.join(" ", OPTIMIZERS.names()));
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void parametersAreDocumentedAndKeepTheirConstraints(OptimizerPlugin<?> plugin) {
    for (RecordComponent component : plugin.defaults().getClass().getRecordComponents()) {
      assertNotNull(component.getAnnotation(Doc.class), component.toString());
    }
    plugin.examples().forEach(example -> Constraints.require((Record) example.parameters()));
    assertTrue(plugin.summary().endsWith("."), plugin.summary());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRateOfZeroAndNoIndependentChangeLeaveTheParametersAlone(Case c) {
    if (c.label.equals("independent decay") || c.label.equals("independent")) {
      return; // Their decay does not ask for the rate.
    }
    Valley valley = new Valley(c.create(), Precision.FLOAT64);

    valley.run(0, 20, 0);

    assertArrayEquals(START, valley.parameters.toArray());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLossFallsInAValley(Case c) {
    Valley valley = new Valley(c.create(), Precision.FLOAT64);
    double before = valley.loss();

    valley.run(0, 400, rate(c.plugin.name()));

    valley.stepper.placeEvaluation();
    assertTrue(valley.loss() < before / 2, before + " to " + valley.loss());
  }

  /** Rates have other units where gradients are divided by their own size or their sum. */
  private static double rate(String optimizer) {
    return switch (optimizer) {
      case "adadelta" -> 1;
      case "adagrad" -> 0.05;
      default -> 0.005;
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void savedStateGoesOnToTheSameBits(Case c) throws IOException {
    for (Precision precision : Precision.values()) {
      Valley whole = new Valley(c.create(), precision);
      whole.run(0, 37, 0.01);
      Valley first = new Valley(c.create(), precision);
      first.run(0, 23, 0.01);

      Valley second = new Valley(c.create(), precision);
      second.parameters.copyFrom(first.parameters);
      second.memory.readFrom(new DataInputStream(new ByteArrayInputStream(first.save())));
      second.run(23, 37, 0.01);

      assertArrayEquals(whole.parameters.toArray(), second.parameters.toArray());
      assertArrayEquals(whole.save(), second.save());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void evaluatingInBetweenChangesNothing(Case c) {
    Valley plain = new Valley(c.create(), Precision.FLOAT64);
    Valley watched = new Valley(c.create(), Precision.FLOAT64);

    plain.run(0, 30, 0.01);
    for (int step = 0; step < 30; step++) {
      watched.run(step, step + 1, 0.01);
      watched.stepper.placeEvaluation();
      watched.loss();
      watched.stepper.restoreTraining();
    }

    assertArrayEquals(plain.parameters.toArray(), watched.parameters.toArray());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aDivergedGradientIsNotHidden(Case c) {
    Valley valley = new Valley(c.create(), Precision.FLOAT64);

    valley.stepper.step(
        0,
        0.01,
        () -> {
          Arrays.fill(valley.gradient.doubles(), Double.NaN);
          return Double.NaN;
        });

    assertTrue(
        Arrays.stream(valley.parameters.toArray()).anyMatch(Double::isNaN),
        Arrays.toString(valley.parameters.toArray()));
  }
}
