package temper.tensor;

/**
 * The geometry of pooling over square windows of each plane.
 *
 * <p>Boundary: with {@code ceil}, windows that hang over the lower or right edge are kept, as long
 * as they start inside the image or its left or upper padding (Caffe's rule); without, they are
 * dropped. A maximum sees only positions inside the image; an average divides by the positions of
 * the window that lie inside the padded image (Caffe's rule; PyTorch with count_include_pad).
 *
 * <p>Shapes: input [planes, height, width], output [planes, outputHeight, outputWidth], where
 * planes is batch times channels.
 *
 * @param planes batch times channels, {@code >= 0}
 * @param height rows of a plane, {@code >= 1}
 * @param width columns of a plane, {@code >= 1}
 * @param kernel rows and columns of a window, {@code >= 1}
 * @param stride step between windows, {@code >= 1}
 * @param padding positions around the plane, {@code >= 0}, less than {@code kernel}
 * @param ceil whether windows that hang over the far edge are kept
 * @since 0.2
 */
public record Pooling(
    int planes, int height, int width, int kernel, int stride, int padding, boolean ceil) {

  /** Rejects geometries without a window. */
  public Pooling {
    if (planes < 0 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "pooling needs planes of at least one pixel, got %d planes of %d x %d"
              .formatted(planes, height, width));
    }
    if (kernel < 1 || stride < 1 || padding < 0 || padding >= kernel) {
      throw new IllegalArgumentException(
          "pooling needs kernel >= 1, stride >= 1 and 0 <= padding < kernel, got kernel %d, stride %d, padding %d"
              .formatted(kernel, stride, padding));
    }
    if (height + 2 * padding < kernel || width + 2 * padding < kernel) {
      throw new IllegalArgumentException(
          "a window of %d x %d does not fit in planes of %d x %d with padding %d"
              .formatted(kernel, kernel, height, width, padding));
    }
  }

  /**
   * Rows of an output plane.
   *
   * @return {@code >= 1}
   */
  public int outputHeight() {
    return windows(height);
  }

  /**
   * Columns of an output plane.
   *
   * @return {@code >= 1}
   */
  public int outputWidth() {
    return windows(width);
  }

  private int windows(int length) {
    int room = length + 2 * padding - kernel;
    int count = (ceil ? room + stride - 1 : room) / stride + 1;
    boolean lastStartsOutside = ceil && (count - 1) * stride >= length + padding;
    return lastStartsOutside ? count - 1 : count;
  }
}
