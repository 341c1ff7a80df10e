package temper.autodiff;

import java.util.List;
import temper.tensor.Channels;
import temper.tensor.Kernels;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * Batch normalisation channel by channel.
 *
 * <p>Source: S. Ioffe and C. Szegedy, Batch normalization, ICML (2015).
 *
 * @since 0.2
 */
public final class BatchNormalization {

  private BatchNormalization() {}

  /**
   * Normalisation by the moments of this batch: {@code scale (x - mean) / sqrt(variance + epsilon)
   * + shift}, the variance divided by the number of values.
   *
   * @param x [batch, channels, ...]
   * @param scaleAndShift [2, channels]
   * @param epsilon added to the variance, {@code > 0}
   * @return a variable of x's shape
   * @throws IllegalArgumentException if shapes do not fit one another or epsilon is not positive
   */
  public static Variable byBatch(Variable x, Variable scaleAndShift, double epsilon) {
    return node(x, scaleAndShift, epsilon).output(0);
  }

  /**
   * Normalisation by the moments of this batch, which are also folded into running ones whenever a
   * program {@linkplain Tape#compileWithUpdates with updates} runs: {@code running += momentum
   * (batch - running)}, with the variance divided by the number of values less one.
   *
   * @param x [batch, channels, ...]
   * @param scaleAndShift [2, channels]
   * @param epsilon added to the variance, {@code > 0}
   * @param running [2, channels], an input: running mean and variance
   * @param momentum weight of this batch, from 0 to 1
   * @return a variable of x's shape
   * @throws IllegalArgumentException if shapes do not fit one another, a number is outside its
   *     range or the running moments are no input
   */
  public static Variable byBatch(
      Variable x, Variable scaleAndShift, double epsilon, Variable running, double momentum) {
    Node node = node(x, scaleAndShift, epsilon);
    requirePairs(x, running);
    if (!(momentum >= 0 && momentum <= 1)) {
      throw new IllegalArgumentException(
          "batch normalisation: momentum must be in [0, 1], got " + momentum);
    }
    Channels geometry = Channelwise.geometry("batch normalisation", x);
    double values = (double) geometry.batch() * geometry.plane();
    double correction = values > 1 ? values / (values - 1) : 1;
    x.tape()
        .recordUpdate(
            new Track(geometry.channels(), epsilon, momentum, correction), node.output(1), running);
    return node.output(0);
  }

  /**
   * Normalisation by given moments, example by example: {@code scale (x - mean) / sqrt(variance +
   * epsilon) + shift}.
   *
   * @param x [batch, channels, ...]
   * @param scaleAndShift [2, channels]
   * @param epsilon added to the variance, {@code > 0}
   * @param moments [2, channels]: mean and variance
   * @return a variable of x's shape
   * @throws IllegalArgumentException if shapes do not fit one another or epsilon is not positive
   */
  public static Variable byMoments(
      Variable x, Variable scaleAndShift, double epsilon, Variable moments) {
    requirePairs(x, scaleAndShift);
    requirePairs(x, moments);
    requireEpsilon(epsilon);
    int channels = x.shape().length(1);
    Variable mean = half(moments, 0, channels);
    Variable variance = half(moments, 1, channels);
    Variable deviation = Elementwise.sqrt(Elementwise.affine(1, variance, epsilon));
    Variable factor = Elementwise.divide(half(scaleAndShift, 0, channels), deviation);
    Variable shift =
        Elementwise.subtract(half(scaleAndShift, 1, channels), Elementwise.multiply(mean, factor));
    return Channelwise.add(Channelwise.multiply(x, factor), shift);
  }

  private static Node node(Variable x, Variable scaleAndShift, double epsilon) {
    Channels geometry = Channelwise.geometry("batch normalisation", x);
    requirePairs(x, scaleAndShift);
    requireEpsilon(epsilon);
    return x.tape()
        .record(
            new Forward(geometry, epsilon),
            List.of(x.shape(), Shape.of(2, geometry.channels())),
            List.of(),
            x,
            scaleAndShift);
  }

  private static void requireEpsilon(double epsilon) {
    if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "batch normalisation: epsilon must be > 0 and finite, got " + epsilon);
    }
  }

  private static void requirePairs(Variable x, Variable pairs) {
    if (x.shape().rank() < 2 || !pairs.shape().equals(Shape.of(2, x.shape().length(1)))) {
      throw new IllegalArgumentException(
          "batch normalisation: needs [batch, channels, ...] and [2, channels], got %s and %s"
              .formatted(x.shape(), pairs.shape()));
    }
  }

  private static Variable half(Variable pairs, int row, int channels) {
    return Reshaping.slice(pairs, row * channels, Shape.of(channels));
  }

  /** Outputs: the normalised values; the mean and the inverse deviation. */
  record Forward(Channels geometry, double epsilon) implements Operation {

    @Override
    public String label() {
      return "batch normalisation";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.batchNormalize(
          geometry, operands.in(0), operands.in(1), epsilon, operands.out(0), operands.out(1));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      Variable x = adjoint.input(0);
      Variable scaleAndShift = adjoint.input(1);
      Node gradients =
          adjoint
              .tape()
              .record(
                  new Gradient(geometry, epsilon),
                  List.of(x.shape(), scaleAndShift.shape()),
                  List.of(),
                  x,
                  scaleAndShift,
                  adjoint.output(1),
                  adjoint.gradient());
      adjoint.add(0, gradients.output(0));
      adjoint.add(1, gradients.output(1));
    }
  }

  /**
   * The gradients in values and in scale and shift, a function of (values, scale and shift, output
   * gradient); the moments, its third input, are a function of the values.
   */
  record Gradient(Channels geometry, double epsilon) implements Operation {

    @Override
    public String label() {
      return "batch normalisation's gradient";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.batchNormalizeGradient(
          geometry,
          operands.in(0),
          operands.in(1),
          operands.in(2),
          operands.in(3),
          operands.out(0),
          operands.out(1));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      Variable x = Alias.of(adjoint.input(0));
      Variable scaleAndShift = Alias.of(adjoint.input(1));
      Variable g = Alias.of(adjoint.input(3));
      List<Variable> gradients = decomposed(x, scaleAndShift, g);
      List<Variable> seeds =
          List.of(orZero(adjoint, 0, x.shape()), orZero(adjoint, 1, scaleAndShift.shape()));
      List<Variable> second =
          adjoint.tape().adjoint(gradients, seeds, List.of(x, scaleAndShift, g));
      adjoint.add(0, second.get(0));
      adjoint.add(1, second.get(1));
      adjoint.add(3, second.get(2));
    }

    private static Variable orZero(Adjoint adjoint, int output, Shape shape) {
      Variable gradient = adjoint.gradient(output);
      return gradient != null ? gradient : adjoint.tape().constant(shape, 0);
    }

    /** The two gradients by operations that can be differentiated. */
    private List<Variable> decomposed(Variable x, Variable scaleAndShift, Variable g) {
      int channels = geometry.channels();
      double values = (double) geometry.batch() * geometry.plane();
      double weight = values > 0 ? 1 / values : 0;
      Variable mean = Elementwise.scale(weight, Channelwise.sum(x));
      Variable centred = Channelwise.add(x, Elementwise.negate(mean));
      Variable variance = Elementwise.scale(weight, Channelwise.sum(Elementwise.square(centred)));
      Variable inverse =
          Elementwise.reciprocal(Elementwise.sqrt(Elementwise.affine(1, variance, epsilon)));
      Variable normal = Channelwise.multiply(centred, inverse);
      Variable scaleGradient = Channelwise.sum(Elementwise.multiply(g, normal));
      Variable shiftGradient = Channelwise.sum(g);
      Variable along = Channelwise.multiply(normal, Elementwise.scale(-weight, scaleGradient));
      Variable projected =
          Channelwise.add(Elementwise.add(g, along), Elementwise.scale(-weight, shiftGradient));
      Variable factor = Elementwise.multiply(half(scaleAndShift, 0, channels), inverse);
      return List.of(
          Channelwise.multiply(projected, factor),
          Reshaping.reshape(
              Reshaping.concatenate(List.of(scaleGradient, shiftGradient)), scaleAndShift.shape()));
    }
  }

  /** Folds a batch's moments into running ones, its second input. */
  record Track(int channels, double epsilon, double momentum, double correction)
      implements Operation {

    @Override
    public String label() {
      return "running moments";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      Tensor moments = operands.in(0);
      Tensor running = operands.in(1);
      for (int channel = 0; channel < channels; channel++) {
        double inverse = moments.get(channels + channel);
        double variance = Math.max(0, 1 / (inverse * inverse) - epsilon) * correction;
        fold(running, channel, moments.get(channel));
        fold(running, channels + channel, variance);
      }
    }

    private void fold(Tensor running, int index, double value) {
      double before = running.get(index);
      running.set(index, before + momentum * (value - before));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      throw new IllegalStateException("running moments have no derivative");
    }
  }
}
