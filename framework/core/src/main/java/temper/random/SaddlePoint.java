package temper.random;

import temper.numerics.StableMath;

/**
 * Logarithms of Poisson and binomial probabilities without the cancellation of factorials.
 *
 * <p>Source: C. Loader, Fast and accurate computation of binomial probabilities (2000), equations 3
 * to 6.
 */
final class SaddlePoint {

  private static final double TWO_PI = 0x1.921fb54442d18p+2;

  /** log n! - log of Stirling's formula for n = 0 (unused) to 16. */
  private static final double[] STIRLING_ERROR = {
    0,
    0.08106146679532726,
    0.0413406959554093,
    0.02767792568499834,
    0.020790672103765093,
    0.016644691189821193,
    0.013876128823070748,
    0.01189670994589177,
    0.010411265261972096,
    0.009255462182712733,
    0.00833056343336287,
    0.007573675487951841,
    0.00694284010720953,
    0.006408994188004207,
    0.0059513701127588475,
    0.005554733551962801,
    0.0052076559196096404
  };

  private SaddlePoint() {}

  /** log P(K = k) for a Poisson number. */
  static double logPoisson(double k, double mean) {
    if (k == 0) {
      return -mean;
    }
    return -stirlingError(k) - deviance(k, mean) - 0.5 * StableMath.log(TWO_PI * k);
  }

  /** log P(K = k) for a binomial number, 0 &lt; p &lt; 1. */
  static double logBinomial(double k, double n, double p) {
    if (k == 0) {
      return n * StableMath.log1p(-p);
    }
    if (k == n) {
      return n * StableMath.log(p);
    }
    double rest = n - k;
    double corrections = stirlingError(n) - stirlingError(k) - stirlingError(rest);
    double deviances = deviance(k, n * p) + deviance(rest, n * (1 - p));
    return corrections - deviances + 0.5 * StableMath.log(n / (TWO_PI * k * rest));
  }

  private static double stirlingError(double n) {
    if (n < STIRLING_ERROR.length) {
      return STIRLING_ERROR[(int) n];
    }
    double z = 1 / (n * n);
    double series = 1 / 1260.0 - z * (1 / 1680.0 - z * (1 / 1188.0 - z * (691 / 360360.0)));
    return (1 / 12.0 - z * (1 / 360.0 - z * series)) / n;
  }

  /** x log(x / mean) + mean - x. */
  private static double deviance(double x, double mean) {
    double difference = x - mean;
    if (Math.abs(difference) >= 0.1 * (x + mean)) {
      return x * StableMath.log(x / mean) + mean - x;
    }
    double ratio = difference / (x + mean);
    double sum = difference * ratio;
    double term = 2 * x * ratio;
    double square = ratio * ratio;
    for (int j = 3; ; j += 2) {
      term *= square;
      double next = sum + term / j;
      if (next == sum) {
        return next;
      }
      sum = next;
    }
  }
}
