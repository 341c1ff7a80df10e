package temper.data;

/**
 * The shape of an example's features: an image of one or more channels, or plain features, which
 * are channels of a single value.
 *
 * <p>Features are stored channel by channel, each row by row, so that a batch of N examples is an
 * array N x channels x height x width in row-major order.
 *
 * @param channels number of channels, at least 1
 * @param height rows of a channel, at least 1
 * @param width columns of a channel, at least 1
 * @since 0.1
 */
public record FeatureShape(int channels, int height, int width) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if a size is less than 1 or their product too large
   */
  public FeatureShape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "channels, height and width must be >= 1, got "
              + channels
              + ", "
              + height
              + " and "
              + width);
    }
    if ((long) channels * height > Integer.MAX_VALUE / width) {
      throw new IllegalArgumentException(
          "channels x height x width must be < 2^31, got "
              + channels
              + " x "
              + height
              + " x "
              + width);
    }
  }

  /**
   * The shape of plain features.
   *
   * @param features number of features, at least 1
   * @return as many channels of a single value
   * @throws IllegalArgumentException if there is no feature
   */
  public static FeatureShape flat(int features) {
    return new FeatureShape(features, 1, 1);
  }

  /**
   * The number of values of a channel.
   *
   * @return {@code height x width}
   */
  public int area() {
    return height * width;
  }

  /**
   * The number of features.
   *
   * @return {@code channels x height x width}
   */
  public int size() {
    return channels * height * width;
  }

  @Override
  public String toString() {
    return area() == 1 ? channels + " features" : channels + " x " + height + " x " + width;
  }
}
