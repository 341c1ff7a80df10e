package temper.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.autodiff.Labels;
import temper.autodiff.Program;
import temper.autodiff.Reductions;
import temper.autodiff.Tape;
import temper.autodiff.Variable;
import temper.nn.Activation;
import temper.nn.Initialization;
import temper.nn.Losses;
import temper.nn.Mode;
import temper.nn.Model;
import temper.nn.builtin.Cifar10Full;
import temper.nn.builtin.Cifar10Quick;
import temper.nn.builtin.CnnBnS;
import temper.nn.builtin.MultilayerPerceptron;
import temper.nn.builtin.WideResidualNetwork;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.ScalarKernelProvider;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/** Whole training runs end in the same bits with scalar kernels and with those of every width. */
class TrainingBitsTest {

  private static final int CLASSES = 4;
  private static final int BATCH = 3;

  private record Case(String name, Model model) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Case> cases() {
    Shape image = Shape.of(3, 13, 13);
    return Stream.of(
        new Case(
            "mlp",
            new MultilayerPerceptron()
                .create(
                    new MultilayerPerceptron.Parameters(
                        List.of(37, 21), Activation.GELU, Initialization.HE_NORMAL, 0.2),
                    Shape.of(50),
                    CLASSES)),
        new Case(
            "cifar10-quick",
            new Cifar10Quick().create(new Cifar10Quick.Parameters(6, 17), image, CLASSES)),
        new Case(
            "cifar10-full",
            new Cifar10Full().create(new Cifar10Full.Parameters(5), image, CLASSES)),
        new Case("cnn-bn-s", new CnnBnS().create(new CnnBnS.Parameters(3, 0.1), image, CLASSES)),
        new Case(
            "wide-resnet",
            new WideResidualNetwork()
                .create(new WideResidualNetwork.Parameters(10, 1, 3, 0), image, CLASSES)));
  }

  private static RandomStream stream(String purpose) {
    return new StreamRoot("training bits").stream("training", 0, purpose);
  }

  /** Parameters, state and losses of some steps of descent with momentum. */
  private static double[] train(Model model, Kernels kernels, int steps) {
    Precision precision = kernels.precision();
    Tensor parameters = model.parameters().initialize(precision, stream("parameters"));
    Tensor state = model.state().initialize(precision, stream("state"));
    Tensor velocity = Tensor.zeros(precision, parameters.shape());
    Tape tape = new Tape(precision);
    Variable theta = tape.input("parameters", parameters);
    Variable input = tape.input("examples", model.batch(BATCH));
    Labels labels = tape.labels("labels", BATCH, CLASSES);
    Variable outputs =
        model.record(
            Mode.TRAIN, theta, tape.input("state", state), input, TrainingBitsTest::stream);
    Variable loss = Reductions.mean(Losses.crossEntropy(outputs, labels));
    Variable gradient = tape.gradient(loss, theta);
    Program program = tape.compileWithUpdates(kernels, loss, gradient);
    RandomStream data = stream("data");
    double[] losses = new double[steps];
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < input.shape().size(); i++) {
        input.tensor().set(i, data.gaussian());
      }
      for (int i = 0; i < BATCH; i++) {
        labels.set(i, data.nextInt(CLASSES));
      }
      program.run();
      losses[step] = program.number(loss);
      kernels.accumulate(1, program.value(gradient), 0.9, velocity);
      kernels.accumulate(-0.01, velocity, 1, parameters);
    }
    return Stream.of(parameters.toArray(), state.toArray(), losses)
        .flatMapToDouble(DoubleStream::of)
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyWidthTrainsToTheSameBits(Case c) {
    check(c, Precision.FLOAT32, 4, 128, 256);
    check(c, Precision.FLOAT32, 2, 512);
    check(c, Precision.FLOAT64, 2, 256);
  }

  private static void check(Case c, Precision precision, int steps, int... widths) {
    double[] scalar = train(c.model, new ScalarKernelProvider().create(precision), steps);
    assertTrue(Arrays.stream(scalar).allMatch(Double::isFinite), c.name);
    for (int bits : widths) {
      double[] vector = train(c.model, VectorKernels.create(bits, precision), steps);

      // Without a tolerance, doubles are compared by their bits.
      assertArrayEquals(scalar, vector, c.name + " " + precision + " at " + bits + " bits");
    }
  }
}
