package temper.nn;

import temper.autodiff.BatchNormalization;
import temper.autodiff.Channelwise;
import temper.autodiff.Elementwise;
import temper.autodiff.Images;
import temper.autodiff.Matrices;
import temper.autodiff.RandomDraws;
import temper.autodiff.Reshaping;
import temper.autodiff.Variable;
import temper.tensor.Shape;

/**
 * Layers: functions that declare what they need and record themselves.
 *
 * @since 0.2
 */
public final class Layers {

  /** What is added to a variance by batch normalisation, as in PyTorch. */
  public static final double NORMALIZATION_EPSILON = 1e-5;

  /** Weight of a batch in running statistics, as in PyTorch. */
  public static final double STATISTICS_MOMENTUM = 0.1;

  private Layers() {}

  /**
   * A dense layer: {@code x W' + b}, with {@code name.weight} [outputs, inputs] and {@code
   * name.bias} [outputs].
   *
   * @param net the network
   * @param name the layer's name
   * @param x [batch, ...]; the further axes are joined
   * @param outputs number of outputs, {@code >= 1}
   * @param weights how they are filled and trained
   * @return [batch, outputs]
   */
  public static Variable dense(
      Recorder net, String name, Variable x, int outputs, Weights weights) {
    Variable rows = Reshaping.flatten(x, 1);
    Shape shape = Shape.of(outputs, rows.shape().length(1));
    Variable weight = weight(net, name, shape, weights);
    return biased(net, name, Matrices.multiply(rows, false, weight, true), weights);
  }

  /**
   * A convolution, with {@code name.weight} [outputs, inputs, kernel, kernel] and {@code name.bias}
   * [outputs].
   *
   * @param net the network
   * @param name the layer's name
   * @param x [batch, inputs, height, width]
   * @param outputs number of output channels, {@code >= 1}
   * @param window the filters' size, stride and padding
   * @param weights how they are filled and trained
   * @return [batch, outputs, height, width], smaller by the window
   */
  public static Variable convolve(
      Recorder net, String name, Variable x, int outputs, Window window, Weights weights) {
    if (x.shape().rank() != 4) {
      throw new IllegalArgumentException(
          "%s: images must be [batch, channels, height, width], got %s".formatted(name, x.shape()));
    }
    Shape shape = Shape.of(outputs, x.shape().length(1), window.kernel(), window.kernel());
    Variable weight = weight(net, name, shape, weights);
    Variable y = Images.convolve(x, weight, window.stride(), window.padding());
    return biased(net, name, y, weights);
  }

  private static Variable weight(Recorder net, String name, Shape shape, Weights weights) {
    return net.parameter(name + ".weight", shape, weights.initializer(), 1, weights.decayFactor());
  }

  private static Variable biased(Recorder net, String name, Variable y, Weights weights) {
    if (!weights.biased()) {
      return y;
    }
    Variable bias =
        net.parameter(
            name + ".bias",
            Shape.of(y.shape().length(1)),
            Initializer.constant(0),
            weights.biasRateFactor(),
            weights.biasDecayFactor());
    return Channelwise.add(y, bias);
  }

  /**
   * Batch normalisation, with {@code name.weight} (1 at first) and {@code name.bias} (0 at first),
   * and the state {@code name.running_mean} and {@code name.running_var}: by the batch in training,
   * by the running statistics in evaluation.
   *
   * @param net the network
   * @param name the layer's name
   * @param x [batch, channels, ...]
   * @return a variable of x's shape
   */
  public static Variable batchNormalize(Recorder net, String name, Variable x) {
    int channels = x.shape().length(1);
    Shape shape = Shape.of(channels);
    net.parameter(name + ".weight", shape, Initializer.constant(1));
    net.parameter(name + ".bias", shape, Initializer.constant(0));
    Variable scaleAndShift = net.lastParametersAsRows(channels);
    net.state(name + ".running_mean", shape, Initializer.constant(0));
    net.state(name + ".running_var", shape, Initializer.constant(1));
    Variable running = net.lastStateAsRows(channels);
    return switch (net.mode()) {
      case TRAIN ->
          BatchNormalization.byBatch(
              x, scaleAndShift, NORMALIZATION_EPSILON, running, STATISTICS_MOMENTUM);
      case EVALUATE ->
          BatchNormalization.byMoments(x, scaleAndShift, NORMALIZATION_EPSILON, running);
    };
  }

  /**
   * Local response normalisation across channels, by Caffe's formula: {@code x (1 + alpha / size
   * sum of squares)^-beta} over the channels of a window.
   *
   * @param x [batch, channels, ...]
   * @param size an odd number of channels
   * @param alpha the sum's factor
   * @param beta the power
   * @return a variable of x's shape
   */
  public static Variable normalizeAcrossChannels(Variable x, int size, double alpha, double beta) {
    Variable squares = Channelwise.sumWindow(Elementwise.square(x), size);
    return divideByPower(x, Elementwise.affine(alpha / size, squares, 1), beta);
  }

  /**
   * Local response normalisation within each channel, by Caffe's formula: {@code x (1 + alpha mean
   * of squares)^-beta} over the positions of a window, zeros outside the image included.
   *
   * @param x [batch, channels, height, width]
   * @param size an odd number of rows and columns
   * @param alpha the mean's factor
   * @param beta the power
   * @return a variable of x's shape
   * @throws IllegalArgumentException if the size is even
   */
  public static Variable normalizeWithinChannels(Variable x, int size, double alpha, double beta) {
    if (size < 1 || size % 2 == 0) {
      throw new IllegalArgumentException(
          "local response normalisation: size must be odd and >= 1, got " + size);
    }
    Variable squares = Images.averagePool(Elementwise.square(x), size, 1, (size - 1) / 2, false);
    return divideByPower(x, Elementwise.affine(alpha, squares, 1), beta);
  }

  private static Variable divideByPower(Variable x, Variable base, double power) {
    if (power == 0.75) {
      // Caffe's usual power, by roots, which cost far less.
      Variable root = Elementwise.sqrt(base);
      return Elementwise.divide(x, Elementwise.multiply(root, Elementwise.sqrt(root)));
    }
    return Elementwise.multiply(x, Elementwise.power(base, -power));
  }

  /**
   * Dropout in training: each element is 0 with a probability, else divided by the rest.
   *
   * @param net the network
   * @param name the layer's name, and its stream's
   * @param x any variable
   * @param probability of 0, in [0, 1)
   * @return a variable of x's shape
   */
  public static Variable dropout(Recorder net, String name, Variable x, double probability) {
    if (net.mode() == Mode.EVALUATE || probability == 0) {
      return x;
    }
    return Elementwise.multiply(
        x, RandomDraws.dropoutMask(net.tape(), x.shape(), probability, net.stream(name)));
  }
}
