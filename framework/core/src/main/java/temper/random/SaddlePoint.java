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
    0.08106146679532725822,
    0.041340695955409294094,
    0.027677925684998339149,
    0.020790672103765093112,
    0.016644691189821192163,
    0.013876128823070747999,
    0.011896709945891770095,
    0.010411265261972096497,
    0.0092554621827127329177,
    0.0083305634333628712565,
    0.007573675487951840795,
    0.0069428401072095298657,
    0.0064089941880042070684,
    0.0059513701127588477356,
    0.005554733551962801371,
    0.0052076559196096404407
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
