package temper.autodiff;

import java.util.function.Supplier;
import temper.tensor.Convolution;
import temper.tensor.Kernels;
import temper.tensor.Pooling;
import temper.tensor.Shape;

/**
 * Convolution and pooling of images in planes: [batch, channels, height, width].
 *
 * @since 0.2
 */
public final class Images {

  private Images() {}

  /**
   * A convolution (cross-correlation) with equal stride and zero padding on all sides.
   *
   * @param input [batch, inputs, height, width]
   * @param filter [outputs, inputs, kernel, kernel]
   * @param stride step between outputs, {@code >= 1}
   * @param padding zeros on each side, {@code >= 0}, less than the kernel
   * @return [batch, outputs, (height + 2 padding - kernel) / stride + 1, likewise the width]
   * @throws IllegalArgumentException if the shapes do not fit one another
   */
  public static Variable convolve(Variable input, Variable filter, int stride, int padding) {
    requireImages("convolution", input);
    Shape f = filter.shape();
    if (f.rank() != 4 || f.length(2) != f.length(3) || f.length(1) != input.shape().length(1)) {
      throw new IllegalArgumentException(
          "convolution: a filter for images %s must be [outputs, %d, kernel, kernel], got %s"
              .formatted(input.shape(), input.shape().length(1), f));
    }
    Convolution geometry =
        geometry(
            "convolution",
            () ->
                new Convolution(
                    input.shape().length(0),
                    input.shape().length(1),
                    input.shape().length(2),
                    input.shape().length(3),
                    f.length(0),
                    f.length(2),
                    stride,
                    padding));
    return Convolutions.convolve(geometry, input, filter);
  }

  /**
   * The largest value of each window; the gradient goes to the first of several.
   *
   * @param input [batch, channels, height, width]
   * @param kernel rows and columns of a window, {@code >= 1}
   * @param stride step between windows, {@code >= 1}
   * @param padding positions around each plane, which never win, {@code >= 0}, less than the kernel
   * @param ceil whether windows that hang over the far edge are kept, as Caffe does
   * @return [batch, channels, windows, windows]
   * @throws IllegalArgumentException if the shapes do not fit one another
   */
  public static Variable maxPool(
      Variable input, int kernel, int stride, int padding, boolean ceil) {
    Pooling geometry = pooling("max pooling", input, kernel, stride, padding, ceil);
    return Pools.maxPool(geometry, input, pooled(input, geometry));
  }

  /**
   * The mean of each window, over its positions inside the padded plane.
   *
   * @param input [batch, channels, height, width]
   * @param kernel rows and columns of a window, {@code >= 1}
   * @param stride step between windows, {@code >= 1}
   * @param padding zeros around each plane, {@code >= 0}, less than the kernel
   * @param ceil whether windows that hang over the far edge are kept, as Caffe does
   * @return [batch, channels, windows, windows]
   * @throws IllegalArgumentException if the shapes do not fit one another
   */
  public static Variable averagePool(
      Variable input, int kernel, int stride, int padding, boolean ceil) {
    Pooling geometry = pooling("average pooling", input, kernel, stride, padding, ceil);
    return input.tape().record(new Pools.Average(geometry), pooled(input, geometry), input);
  }

  /**
   * The mean of each plane.
   *
   * @param input [batch, channels, height, width] with at least one pixel
   * @return [batch, channels]
   * @throws IllegalArgumentException if the shapes do not fit one another
   */
  public static Variable globalAveragePool(Variable input) {
    requireImages("global average pooling", input);
    Variable planes = Reshaping.flatten(input, 2);
    int pixels = planes.shape().length(2);
    if (pixels == 0) {
      throw new IllegalArgumentException(
          "global average pooling: images need at least one pixel, got " + input.shape());
    }
    return Elementwise.scale(1.0 / pixels, Reductions.sum(planes, 2));
  }

  private static Shape pooled(Variable input, Pooling geometry) {
    return Shape.of(
        input.shape().length(0),
        input.shape().length(1),
        geometry.outputHeight(),
        geometry.outputWidth());
  }

  private static Pooling pooling(
      String operation, Variable input, int kernel, int stride, int padding, boolean ceil) {
    requireImages(operation, input);
    Shape shape = input.shape();
    return geometry(
        operation,
        () ->
            new Pooling(
                Math.multiplyExact(shape.length(0), shape.length(1)),
                shape.length(2),
                shape.length(3),
                kernel,
                stride,
                padding,
                ceil));
  }

  private static <G> G geometry(String operation, Supplier<G> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(operation + ": " + e.getMessage(), e);
    }
  }

  private static void requireImages(String operation, Variable input) {
    if (input.shape().rank() != 4) {
      throw new IllegalArgumentException(
          "%s: images must be [batch, channels, height, width], got %s"
              .formatted(operation, input.shape()));
    }
  }

  /** A convolution and its two adjoints, each of which is the adjoint of the others. */
  static final class Convolutions {

    private Convolutions() {}

    static Variable convolve(Convolution c, Variable input, Variable filter) {
      Shape shape = Shape.of(c.batch(), c.outputs(), c.outputHeight(), c.outputWidth());
      return input.tape().record(new Forward(c), shape, input, filter);
    }

    static Variable inputGradient(Convolution c, Variable outputGradient, Variable filter) {
      Shape shape = Shape.of(c.batch(), c.inputs(), c.height(), c.width());
      return filter.tape().record(new InputGradient(c), shape, outputGradient, filter);
    }

    static Variable filterGradient(Convolution c, Variable input, Variable outputGradient) {
      Shape shape = Shape.of(c.outputs(), c.inputs(), c.kernel(), c.kernel());
      return input.tape().record(new FilterGradient(c), shape, input, outputGradient);
    }
  }

  /** The convolution. */
  record Forward(Convolution geometry) implements Operation {

    @Override
    public String label() {
      return "convolution";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.convolve(geometry, operands.in(0), operands.in(1), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      Variable g = adjoint.gradient();
      if (adjoint.needs(0)) {
        adjoint.add(0, Convolutions.inputGradient(geometry, g, adjoint.input(1)));
      }
      if (adjoint.needs(1)) {
        adjoint.add(1, Convolutions.filterGradient(geometry, adjoint.input(0), g));
      }
    }
  }

  /** The adjoint in the input, a function of (output gradient, filter). */
  record InputGradient(Convolution geometry) implements Operation {

    @Override
    public String label() {
      return "convolution's input gradient";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.convolveInputGradient(geometry, operands.in(0), operands.in(1), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      Variable g = adjoint.gradient();
      if (adjoint.needs(0)) {
        adjoint.add(0, Convolutions.convolve(geometry, g, adjoint.input(1)));
      }
      if (adjoint.needs(1)) {
        adjoint.add(1, Convolutions.filterGradient(geometry, g, adjoint.input(0)));
      }
    }
  }

  /** The adjoint in the filter, a function of (input, output gradient). */
  record FilterGradient(Convolution geometry) implements Operation {

    @Override
    public String label() {
      return "convolution's filter gradient";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.convolveFilterGradient(geometry, operands.in(0), operands.in(1), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      Variable g = adjoint.gradient();
      if (adjoint.needs(0)) {
        adjoint.add(0, Convolutions.inputGradient(geometry, adjoint.input(1), g));
      }
      if (adjoint.needs(1)) {
        adjoint.add(1, Convolutions.convolve(geometry, adjoint.input(0), g));
      }
    }
  }
}
