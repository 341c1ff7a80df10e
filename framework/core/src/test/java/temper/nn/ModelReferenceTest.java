package temper.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import temper.autodiff.Labels;
import temper.autodiff.Program;
import temper.autodiff.Reductions;
import temper.autodiff.Tape;
import temper.autodiff.Variable;
import temper.nn.builtin.Cifar10Quick;
import temper.nn.builtin.MultilayerPerceptron;
import temper.nn.builtin.WideResidualNetwork;
import temper.random.StreamRoot;
import temper.tensor.KernelProviders;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/** Outputs, gradients and ten steps of training of whole models against PyTorch. */
class ModelReferenceTest {

  private static final int CLASSES = 10;
  private static final double MOMENTUM = 0.9;

  private static Model mlp() {
    return new MultilayerPerceptron()
        .create(
            new MultilayerPerceptron.Parameters(
                List.of(32, 16), Activation.RELU, Initialization.HE_NORMAL, 0),
            Shape.of(20),
            CLASSES);
  }

  private static Model quick() {
    Cifar10Quick quick = new Cifar10Quick();
    return quick.create(quick.defaults(), Shape.of(3, 16, 16), CLASSES);
  }

  private static Model wide() {
    WideResidualNetwork wide = new WideResidualNetwork();
    return wide.create(wide.defaults(), Shape.of(3, 8, 8), CLASSES);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theMultilayerPerceptronTrainsAsInPyTorch(Precision precision) {
    check("mlp", mlp(), 8, 0.05, precision);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void cifar10QuickTrainsAsInPyTorch(Precision precision) {
    check("cifar10-quick", quick(), 4, 0.002, precision);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void theWideResidualNetworkTrainsAsInPyTorch(Precision precision) {
    check("wide-resnet-16-1", wide(), 6, 0.02, precision);
  }

  private static void check(String name, Model model, int batch, double rate, Precision precision) {
    double tolerance = precision == Precision.FLOAT64 ? 1e-9 : 1e-5;
    Kernels kernels = KernelProviders.best().create(precision);
    Tape tape = new Tape(precision);
    Variable theta = tape.input("parameters", parameters(model, precision));
    Tensor state = model.state().initialize(precision, new StreamRoot("unused").stream("", 0, ""));
    Variable input = tape.input("examples", model.batch(batch));
    Reference.fill(input.tensor(), 1000, 2, 0);
    Labels labels = tape.labels("labels", batch, CLASSES);
    for (int i = 0; i < batch; i++) {
      labels.set(i, 3 * i % CLASSES);
    }
    Variable logits =
        model.record(Mode.TRAIN, theta, tape.input("state", state), input, unused -> null);
    Variable loss = Reductions.mean(Losses.crossEntropy(logits, labels));
    Variable gradient = tape.gradient(loss, theta);
    Program program = tape.compile(kernels, logits, loss, gradient);

    program.run();

    assertClose(name + " logits", program.value(logits).toArray(), tolerance);
    checkGradients(name, model, program.value(gradient), tolerance);
    double[] losses = train(kernels, program, loss, gradient, theta.tensor(), rate);
    assertClose(name + " losses", losses, tolerance);
  }

  /** The losses of eleven steps with momentum. */
  private static double[] train(
      Kernels kernels,
      Program program,
      Variable loss,
      Variable gradient,
      Tensor parameters,
      double rate) {
    Tensor velocity = Tensor.zeros(parameters.precision(), parameters.shape());
    double[] losses = new double[11];
    for (int step = 0; step < losses.length; step++) {
      program.run();
      losses[step] = program.number(loss);
      kernels.accumulate(1, program.value(gradient), MOMENTUM, velocity);
      kernels.accumulate(-rate, velocity, 1, parameters);
    }
    return losses;
  }

  /** Parameters by the rule of the script. */
  private static Tensor parameters(Model model, Precision precision) {
    Tensor vector = Tensor.zeros(precision, Shape.of(model.parameters().size()));
    int seed = 0;
    for (Parameter parameter : model.parameters().parameters()) {
      Tensor part = model.parameters().view(vector, parameter.name());
      Shape shape = parameter.shape();
      if (shape.rank() > 1) {
        double fanIn = (double) shape.size() / shape.length(0);
        Reference.fill(part, seed, Math.sqrt(24 / fanIn), 0);
      } else {
        Reference.fill(part, seed, 0.2, parameter.name().endsWith("weight") ? 1 : 0);
      }
      seed++;
    }
    return vector;
  }

  private static void checkGradients(String name, Model model, Tensor gradient, double tolerance) {
    for (Parameter parameter : model.parameters().parameters()) {
      double[] g = model.parameters().view(gradient, parameter.name()).toArray();
      double[] brief = new double[3 + Math.min(4, g.length)];
      for (int i = 0; i < g.length; i++) {
        brief[0] += g[i];
        brief[1] += Math.abs(g[i]);
        brief[2] += g[i] * Reference.u(77, i);
        if (i < 4) {
          brief[3 + i] = g[i];
        }
      }
      assertClose(name + " gradient " + parameter.name(), brief, tolerance);
    }
  }

  /** Within a share of the largest number of the row. */
  private static void assertClose(String name, double[] actual, double tolerance) {
    double[] expected = Reference.row(name);
    assertEquals(expected.length, actual.length, name);
    double largest = 0;
    for (double value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      double error = Math.abs(expected[i] - actual[i]);
      assertTrue(
          error <= tolerance * largest,
          "%s[%d]: expected %s, got %s".formatted(name, i, expected[i], actual[i]));
    }
  }
}
