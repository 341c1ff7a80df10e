package temper.lab.study.chart;

/**
 * A small image with a caption. Its pixels are drawn as squares, never smoothed.
 *
 * @param caption a few words; may be empty
 * @param width pixels in a row
 * @param height number of rows
 * @param channels 1 for grey, 3 for red, green and blue
 * @param pixels row by row from the top, the channels of a pixel together; not to be modified
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for the length of a drawing.
public record ImageTile(String caption, int width, int height, int channels, byte[] pixels) {

  private static final int LARGEST = 1024;

  /**
   * Checks sizes.
   *
   * @throws IllegalArgumentException if a side is not between 1 and 1024, or there are neither one
   *     nor three channels, or the number of bytes is another than the sizes say
   */
  public ImageTile {
    if (width < 1 || width > LARGEST || height < 1 || height > LARGEST) {
      throw new IllegalArgumentException(
          "width and height must lie between 1 and 1024, got " + width + " and " + height);
    }
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("channels must be 1 or 3, got " + channels);
    }
    if (pixels.length != width * height * channels) {
      throw new IllegalArgumentException(
          "pixels must have " + width * height * channels + " bytes, got " + pixels.length);
    }
  }

  /**
   * A grey image of numbers.
   *
   * @param caption a few words
   * @param width pixels in a row
   * @param values one for each pixel, row by row; NaN is drawn black
   * @param black the value that is drawn black
   * @param white the value that is drawn white; values beyond both are drawn as these
   * @return the image
   */
  public static ImageTile grey(
      String caption, int width, double[] values, double black, double white) {
    return of(caption, width, 1, values, black, white);
  }

  /**
   * A coloured image of numbers.
   *
   * @param caption a few words
   * @param width pixels in a row
   * @param values red, green and blue of each pixel, row by row; NaN is drawn as the lower end
   * @param low the value that is drawn as none of a colour
   * @param high the value that is drawn as all of a colour; values beyond both are drawn as these
   * @return the image
   */
  public static ImageTile rgb(String caption, int width, double[] values, double low, double high) {
    return of(caption, width, 3, values, low, high);
  }

  private static ImageTile of(
      String caption, int width, int channels, double[] values, double low, double high) {
    if (low == high || Double.isNaN(low + high)) {
      throw new IllegalArgumentException(
          "the ends of an image's scale must differ, got " + low + " and " + high);
    }
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      double part = (values[i] - low) / (high - low);
      bytes[i] = (byte) (int) Math.rint(255 * Math.max(0, Math.min(1, part)));
    }
    int row = Math.max(1, width * channels);
    return new ImageTile(caption, width, values.length / row, channels, bytes);
  }
}
