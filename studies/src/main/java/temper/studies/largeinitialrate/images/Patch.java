package temper.studies.largeinitialrate.images;

import java.util.Arrays;
import temper.random.RandomStream;

/**
 * The patch of Li, Wei and Ma: 7 x 7 pixels in the middle of a colour image of 32 x 32 that tell
 * its class, by a small difference with either sign from a pattern that all classes share.
 *
 * <p>Values are those of inputs, after normalisation. The common pattern is {@code q = 1.25 N(0,
 * 1)}, that of class c is {@code s_c}, uniform on {@code [-difference, difference)}. A patch on an
 * image is {@code q + b s_c} with a fair sign b; alone, on an image of zeros, it is {@code q + 1.75
 * u b s_c} with u uniform on [0, 1).
 */
final class Patch {

  /** Side of a patch in pixels. */
  static final int SIDE = 7;

  /** First row and column of a patch. */
  static final int FIRST = 12;

  private static final int CHANNELS = 3;
  private static final int WIDTH = 32;
  private static final int AREA = WIDTH * WIDTH;
  private static final double COMMON = 1.25;
  private static final double ALONE = 1.75;
  private static final double UNIT = 0x1p-32;

  private final double[] common;
  private final double[][] ofClass;

  private Patch(double[] common, double[][] ofClass) {
    this.common = common;
    this.ofClass = ofClass;
  }

  /**
   * Draws the patterns.
   *
   * @param classes number of classes
   * @param difference largest difference that a class makes, {@code > 0}; patterns of another
   *     difference from an equal stream are the same but for this factor
   * @param stream moved on
   */
  static Patch draw(int classes, double difference, RandomStream stream) {
    double[] common = new double[CHANNELS * SIDE * SIDE];
    for (int i = 0; i < common.length; i++) {
      common[i] = COMMON * stream.gaussian();
    }
    double[][] ofClass = new double[classes][common.length];
    for (double[] pattern : ofClass) {
      for (int i = 0; i < pattern.length; i++) {
        pattern[i] = difference * stream.uniform(-1, 1);
      }
    }
    return new Patch(common, ofClass);
  }

  /**
   * Puts a patch on an image, or with some probability in the place of the image.
   *
   * @param label class of the image
   * @param alone probability that the image around the patch is set to zero
   * @param bits 64 random bits: sign, whether the patch is alone, and how strong it then is
   * @param image overwritten: 3 x 32 x 32 inputs from the offset on
   * @param offset where the image begins
   */
  void apply(int label, double alone, long bits, float[] image, int offset) {
    double factor = bits < 0 ? -1 : 1;
    // Independent parts of the bits: 1 for the sign, 31 for the choice, 32 for the strength.
    if (2 * UNIT * ((bits >>> 32) & 0x7FFF_FFFF) < alone) {
      Arrays.fill(image, offset, offset + CHANNELS * AREA, 0);
      factor *= ALONE * UNIT * (bits & 0xFFFF_FFFFL);
    }
    double[] pattern = ofClass[label];
    int i = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      for (int row = FIRST; row < FIRST + SIDE; row++) {
        int at = offset + channel * AREA + row * WIDTH + FIRST;
        for (int column = 0; column < SIDE; column++) {
          image[at + column] = (float) (common[i] + factor * pattern[i]);
          i++;
        }
      }
    }
  }
}
