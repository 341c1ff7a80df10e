package temper.lab.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.data.FeatureShape;
import temper.nn.Activation;
import temper.nn.Initialization;
import temper.nn.ModelPlugin;
import temper.nn.builtin.Cifar10Quick;
import temper.nn.builtin.Linear;
import temper.nn.builtin.MultilayerPerceptron;
import temper.nn.builtin.WideResidualNetwork;
import temper.plugin.Choice;
import temper.tensor.KernelProvider;
import temper.tensor.Precision;
import temper.train.Loss;

/**
 * The workloads that come with Temper.
 *
 * @since 0.2
 */
public final class Workloads {

  private static final double MOMENTUM = 0.9;

  private Workloads() {}

  /**
   * All workloads, from the smallest part to the largest network.
   *
   * @return six
   */
  public static List<Workload> all() {
    return List.of(
        new MatrixProduct(),
        workload(
            "mlp",
            "d-h-h-10 ReLU, cross-entropy, momentum 0.9, float32",
            sizes("d", 784, "h", 256, "batch", 128),
            Workloads::mlp),
        workload(
            "tiny",
            "d-h-1 ReLU, logistic loss, momentum 0.9, float32",
            sizes("d", 64, "h", 64, "batch", 32),
            Workloads::tiny),
        workload(
            "linreg",
            "full-batch gradient descent on least squares, float64",
            sizes("n", 100, "d", 2),
            Workloads::leastSquares),
        workload(
            "cifar-quick",
            "Caffe's cifar10_quick, momentum 0.9, float32",
            sizes("batch", 100),
            Workloads::cifarQuick),
        workload(
            "wrn",
            "pre-activation wide residual network on 3x32x32, momentum 0.9, float32",
            sizes("depth", 16, "widen", 1, "batch", 64),
            Workloads::wideResidual));
  }

  private interface Recipe {
    NetworkWork.Task of(Map<String, Integer> sizes);
  }

  private record Network(String name, String summary, Map<String, Integer> sizes, Recipe recipe)
      implements Workload {

    @Override
    public Work prepare(Map<String, Integer> chosen, KernelProvider kernels, int trial) {
      return NetworkWork.of(recipe.of(chosen), kernels, trial);
    }
  }

  private static Workload workload(
      String name, String summary, Map<String, Integer> sizes, Recipe recipe) {
    return new Network(name, summary, sizes, recipe);
  }

  static Map<String, Integer> sizes(Object... namesAndDefaults) {
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (int i = 0; i < namesAndDefaults.length; i += 2) {
      sizes.put((String) namesAndDefaults[i], (Integer) namesAndDefaults[i + 1]);
    }
    return sizes;
  }

  private static int size(Map<String, Integer> sizes, String name) {
    Integer size = sizes.get(name);
    if (size == null || size < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, got " + size);
    }
    return size;
  }

  private static Choice<ModelPlugin<?>> perceptron(List<Integer> hidden) {
    return new Choice<>(
        new MultilayerPerceptron(),
        new MultilayerPerceptron.Parameters(hidden, Activation.RELU, Initialization.HE_NORMAL, 0));
  }

  private static NetworkWork.Task mlp(Map<String, Integer> sizes) {
    int d = size(sizes, "d");
    int h = size(sizes, "h");
    // The gradient of the first layer's input is not needed.
    double products = 2.0 * d * h + 3.0 * h * h + 3.0 * h * 10;
    return new NetworkWork.Task(
        perceptron(List.of(h, h)),
        Loss.CROSS_ENTROPY,
        Precision.FLOAT32,
        FeatureShape.flat(d),
        10,
        size(sizes, "batch"),
        MOMENTUM,
        2 * products);
  }

  private static NetworkWork.Task tiny(Map<String, Integer> sizes) {
    int d = size(sizes, "d");
    int h = size(sizes, "h");
    return new NetworkWork.Task(
        perceptron(List.of(h)),
        Loss.LOGISTIC,
        Precision.FLOAT32,
        FeatureShape.flat(d),
        2,
        size(sizes, "batch"),
        MOMENTUM,
        2 * (2.0 * d * h + 3.0 * h));
  }

  private static NetworkWork.Task leastSquares(Map<String, Integer> sizes) {
    int d = size(sizes, "d");
    return new NetworkWork.Task(
        new Choice<>(new Linear(), new Linear.Parameters(false, 0)),
        Loss.HALF_SQUARED_ERROR,
        Precision.FLOAT64,
        FeatureShape.flat(d),
        0,
        size(sizes, "n"),
        0,
        2 * 2.0 * d);
  }

  private static NetworkWork.Task cifarQuick(Map<String, Integer> sizes) {
    double products =
        2.0 * (32 * 32) * 32 * (3 * 25)
            + 3.0 * (16 * 16) * 32 * (32 * 25)
            + 3.0 * (8 * 8) * 64 * (32 * 25)
            + 3.0 * (1024 * 64 + 64 * 10);
    return new NetworkWork.Task(
        new Choice<>(new Cifar10Quick(), new Cifar10Quick().defaults()),
        Loss.CROSS_ENTROPY,
        Precision.FLOAT32,
        new FeatureShape(3, 32, 32),
        10,
        size(sizes, "batch"),
        MOMENTUM,
        2 * products);
  }

  private static NetworkWork.Task wideResidual(Map<String, Integer> sizes) {
    int depth = size(sizes, "depth");
    int widen = size(sizes, "widen");
    int blocks = (depth - 4) / 6;
    double products = 2.0 * 1024 * 16 * 27;
    double before = 16;
    for (int stage = 0; stage < 3; stage++) {
      double channels = 16.0 * widen * (1 << stage);
      double area = 1024 >> (2 * stage);
      for (int block = 0; block < blocks; block++) {
        boolean same = block > 0 || (stage == 0 && widen == 1);
        products += 3 * area * channels * 9 * (before + channels);
        products += same ? 0 : 3 * area * channels * before;
        before = channels;
      }
    }
    products += 3 * before * 10;
    return new NetworkWork.Task(
        new Choice<>(
            new WideResidualNetwork(), new WideResidualNetwork.Parameters(depth, widen, 16, 0)),
        Loss.CROSS_ENTROPY,
        Precision.FLOAT32,
        new FeatureShape(3, 32, 32),
        10,
        size(sizes, "batch"),
        MOMENTUM,
        2 * products);
  }
}
