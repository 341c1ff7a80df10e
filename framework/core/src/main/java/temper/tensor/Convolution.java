package temper.tensor;

/**
 * The geometry of a two-dimensional convolution (cross-correlation, as networks use the word) of
 * images in planes, with equal stride and zero padding on all sides.
 *
 * <pre>{@code
 * output[b, o, y, x] = sum over c, i, j of
 *     filter[o, c, i, j] * input[b, c, y * stride + i - padding, x * stride + j - padding]
 * }</pre>
 *
 * <p>Positions outside the image count as zeros that take part in the sum. The inner index runs
 * over (c, i, j), outermost first, and is summed as in {@link Gemm}.
 *
 * <p>Shapes: input [batch, inputs, height, width], filter [outputs, inputs, kernel, kernel], output
 * [batch, outputs, outputHeight, outputWidth].
 *
 * @param batch images, {@code >= 0}
 * @param inputs channels of an input image, {@code >= 0}
 * @param height rows of an input image, {@code >= 1}
 * @param width columns of an input image, {@code >= 1}
 * @param outputs channels of an output image, {@code >= 0}
 * @param kernel rows and columns of a filter, {@code >= 1}
 * @param stride step between outputs in input positions, {@code >= 1}
 * @param padding zeros on each side, {@code >= 0}, less than {@code kernel}
 * @since 0.2
 */
public record Convolution(
    int batch,
    int inputs,
    int height,
    int width,
    int outputs,
    int kernel,
    int stride,
    int padding) {

  /** Rejects geometries without an output position. */
  public Convolution {
    if (batch < 0 || inputs < 0 || outputs < 0 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "a convolution needs lengths >= 0 and images of at least one pixel, got batch %d, %d -> %d channels, %d x %d pixels"
              .formatted(batch, inputs, outputs, height, width));
    }
    if (kernel < 1 || stride < 1 || padding < 0 || padding >= kernel) {
      throw new IllegalArgumentException(
          "a convolution needs kernel >= 1, stride >= 1 and 0 <= padding < kernel, got kernel %d, stride %d, padding %d"
              .formatted(kernel, stride, padding));
    }
    if (height + 2 * padding < kernel || width + 2 * padding < kernel) {
      throw new IllegalArgumentException(
          "a kernel of %d x %d does not fit in images of %d x %d with padding %d"
              .formatted(kernel, kernel, height, width, padding));
    }
  }

  /**
   * Rows of an output image.
   *
   * @return {@code (height + 2 padding - kernel) / stride + 1}, rounded down
   */
  public int outputHeight() {
    return (height + 2 * padding - kernel) / stride + 1;
  }

  /**
   * Columns of an output image.
   *
   * @return {@code (width + 2 padding - kernel) / stride + 1}, rounded down
   */
  public int outputWidth() {
    return (width + 2 * padding - kernel) / stride + 1;
  }

  /**
   * Products that make one output.
   *
   * @return {@code inputs kernel kernel}
   */
  public int inner() {
    return inputs * kernel * kernel;
  }

  /**
   * The first element of a filter, along one side, that meets the input rows (or columns) that
   * leave a remainder by the stride. Row {@code phase + q stride} of the input is met by the
   * elements {@code firstTap + t stride} of the {@link #taps} from output rows {@code q + shift -
   * t}.
   *
   * @param phase the remainder, from 0 to {@code stride - 1}
   * @return from 0 to {@code stride - 1}; no element at all if it is not below {@code kernel}
   */
  public int firstTap(int phase) {
    return (phase + padding) % stride;
  }

  /**
   * The number of elements of a filter, along one side, that meet the input rows (or columns) of a
   * remainder by the stride.
   *
   * @param phase the remainder, from 0 to {@code stride - 1}
   * @return {@code >= 0}
   */
  public int taps(int phase) {
    return Math.max(0, (kernel - firstTap(phase) + stride - 1) / stride);
  }

  /**
   * How far behind its input row (or column) of a remainder by the stride, in strides, the last
   * output stands that reads it.
   *
   * @param phase the remainder, from 0 to {@code stride - 1}
   * @return {@code >= 0}
   */
  public int shift(int phase) {
    return (phase + padding) / stride;
  }
}
