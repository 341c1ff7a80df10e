package temper.autodiff;

import java.util.Arrays;
import temper.tensor.Channels;
import temper.tensor.Kernels;
import temper.tensor.Shape;

/**
 * Operations channel by channel: axis 1 of [batch, channels] or [batch, channels, height, width].
 *
 * @since 0.2
 */
public final class Channelwise {

  private Channelwise() {}

  /**
   * Adds a number to each channel.
   *
   * @param x [batch, channels, ...]
   * @param shift [channels]
   * @return a variable of x's shape
   * @throws IllegalArgumentException if the shapes do not fit one another
   */
  public static Variable add(Variable x, Variable shift) {
    Channels geometry = geometry("channel sum", x);
    requireVector("channel sum", x, shift);
    return x.tape().record(new Add(geometry), x.shape(), x, shift);
  }

  /**
   * Multiplies each channel by a number.
   *
   * @param x [batch, channels, ...]
   * @param scale [channels]
   * @return a variable of x's shape
   * @throws IllegalArgumentException if the shapes do not fit one another
   */
  public static Variable multiply(Variable x, Variable scale) {
    requireVector("channel product", x, scale);
    return Elementwise.multiply(x, alongChannels(x.shape(), scale));
  }

  /**
   * The sum of each channel over examples and positions.
   *
   * @param x [batch, channels, ...]
   * @return [channels]
   * @throws IllegalArgumentException if x has no channels
   */
  public static Variable sum(Variable x) {
    Channels geometry = geometry("sum by channel", x);
    Shape shape = Shape.of(geometry.channels());
    if (x.isUniform()) {
      double count = (double) geometry.batch() * geometry.plane();
      return x.tape().constant(shape, count * x.uniform());
    }
    return x.tape().record(new Sum(geometry, x.shape()), shape, x);
  }

  /**
   * The sum over neighbouring channels at each position: from channel - window / 2 to channel +
   * window / 2, as far as there are such channels.
   *
   * @param x [batch, channels, ...]
   * @param window an odd number of channels, {@code >= 1}
   * @return a variable of x's shape
   * @throws IllegalArgumentException if x has no channels or the window is even or not positive
   */
  public static Variable sumWindow(Variable x, int window) {
    Channels geometry = geometry("channel window", x);
    if (window < 1 || window % 2 == 0) {
      throw new IllegalArgumentException(
          "channel window: window must be odd and >= 1, got " + window);
    }
    return x.tape().record(new SumWindow(geometry, window), x.shape(), x);
  }

  /** A vector of channels under a shape that broadcasts to x's. */
  static Variable alongChannels(Shape x, Variable vector) {
    int[] lengths = new int[x.rank() - 1];
    Arrays.fill(lengths, 1);
    lengths[0] = x.length(1);
    return Reshaping.reshape(vector, Shape.of(lengths));
  }

  static Channels geometry(String operation, Variable x) {
    Shape shape = x.shape();
    if (shape.rank() < 2) {
      throw new IllegalArgumentException(
          operation + ": needs [batch, channels, ...], got " + shape);
    }
    int plane = 1;
    for (int axis = 2; axis < shape.rank(); axis++) {
      plane *= shape.length(axis);
    }
    return new Channels(shape.length(0), shape.length(1), plane);
  }

  private static void requireVector(String operation, Variable x, Variable vector) {
    if (x.shape().rank() < 2 || !vector.shape().equals(Shape.of(x.shape().length(1)))) {
      throw new IllegalArgumentException(
          "%s: needs [batch, channels, ...] and [channels], got %s and %s"
              .formatted(operation, x.shape(), vector.shape()));
    }
  }

  /** One number added to each channel. */
  record Add(Channels geometry) implements Operation {

    @Override
    public String label() {
      return "channel sum";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.addByChannel(geometry, operands.in(0), operands.in(1), operands.out(0));
    }

    @Override
    public int overwritable() {
      return 1;
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      adjoint.add(0, adjoint.gradient());
      if (adjoint.needs(1)) {
        adjoint.add(1, sum(adjoint.gradient()));
      }
    }
  }

  /** Sums by channel. */
  record Sum(Channels geometry, Shape shape) implements Operation {

    @Override
    public String label() {
      return "sum by channel";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.sumByChannel(geometry, operands.in(0), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      Variable along = alongChannels(shape, adjoint.gradient());
      adjoint.add(0, Reductions.repeat(along, shape));
    }
  }

  /** Sums over neighbouring channels, which is its own adjoint. */
  record SumWindow(Channels geometry, int window) implements Operation {

    @Override
    public String label() {
      return "channel window";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.sumChannelWindow(geometry, window, operands.in(0), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      adjoint.add(0, sumWindow(adjoint.gradient(), window));
    }
  }
}
