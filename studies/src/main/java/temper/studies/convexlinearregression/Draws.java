package temper.studies.convexlinearregression;

import temper.random.RandomStream;

/** Draws from the distributions of this study. */
final class Draws {

  private Draws() {}

  /** A number from [0, 1), a multiple of 2^-53. */
  static double uniform(RandomStream stream) {
    return (stream.nextLong() >>> 11) * 0x1p-53;
  }

  /** A standard normal number by the polar method. */
  static double gaussian(RandomStream stream) {
    while (true) {
      double u = 2 * uniform(stream) - 1;
      double v = 2 * uniform(stream) - 1;
      double s = u * u + v * v;
      if (s < 1 && s > 0) {
        return u * Math.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }
}
