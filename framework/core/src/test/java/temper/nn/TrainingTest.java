package temper.nn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import temper.autodiff.Labels;
import temper.autodiff.Program;
import temper.autodiff.Reductions;
import temper.autodiff.Tape;
import temper.autodiff.Variable;
import temper.nn.builtin.MultilayerPerceptron;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.tensor.KernelProviders;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/** Gradient descent from model to loss, as a training loop does it. */
class TrainingTest {

  private static final int BATCH = 60;
  private static final int CLASSES = 3;

  private final RandomStream stream = new StreamRoot("training").stream("mlp", 0, "data");

  /** Three Gaussian clouds whose centres are three deviations apart and more. */
  private void fill(Tensor points, Labels labels) {
    for (int i = 0; i < BATCH; i++) {
      int label = i % CLASSES;
      labels.set(i, label);
      points.set(2 * i, stream.gaussian() + (label == 0 ? 4 : 0));
      points.set(2 * i + 1, stream.gaussian() + (label == 1 ? 4 : 0));
    }
  }

  @Test
  void plainDescentFitsGaussianClouds() {
    Kernels kernels = KernelProviders.best().create(Precision.FLOAT32);
    MultilayerPerceptron mlp = new MultilayerPerceptron();
    MultilayerPerceptron.Parameters small =
        new MultilayerPerceptron.Parameters(
            List.of(16, 16), Activation.RELU, Initialization.HE_NORMAL, 0);
    Model model = mlp.create(small, Shape.of(2), CLASSES);
    Tensor parameters = model.parameters().initialize(Precision.FLOAT32, stream);
    Tape tape = new Tape(Precision.FLOAT32);
    Variable theta = tape.input("parameters", parameters);
    Variable state = tape.input("state", Shape.of(0));
    Variable points = tape.input("points", model.batch(BATCH));
    Labels labels = tape.labels("labels", BATCH, CLASSES);
    fill(points.tensor(), labels);
    Variable logits = model.record(Mode.TRAIN, theta, state, points, name -> stream);
    Variable loss = Reductions.mean(Losses.crossEntropy(logits, labels));
    Variable gradient = tape.gradient(loss, theta);
    Program step = tape.compileWithUpdates(kernels, loss, gradient);

    step.run();
    double before = step.number(loss);
    for (int i = 0; i < 300; i++) {
      step.run();
      kernels.accumulate(-0.1, step.value(gradient), 1, parameters);
    }

    assertTrue(before > 0.5, "loss before: " + before);
    assertTrue(step.number(loss) < 0.1, "loss after: " + step.number(loss));
    assertTrue(model.parameters().toString().startsWith("fc1.weight [16, 2], fc1.bias [16]"));
  }
}
