package temper.tensor;

import temper.numerics.StableMath;

/**
 * The standard normal distribution in float64: a series near the mean, a continued fraction in the
 * tails.
 *
 * <p>Source: G. Marsaglia, Evaluating the normal distribution, Journal of Statistical Software 11
 * (2004), section 2; the fraction is Laplace's.
 */
final class NormalDistribution {

  private static final double ROOT_TWO_PI_INVERSE = 0.3989422804014327;

  /** Where the fraction takes over: its terms suffice from here on. */
  private static final double TAIL = 3;

  private static final int FRACTION_TERMS = 120;

  private NormalDistribution() {}

  static double density(double x) {
    double bounded = Math.max(-40, Math.min(40, x));
    double square = bounded * bounded;
    double lost = Math.fma(bounded, bounded, -square);
    double e = StableMath.exp(-0.5 * square);
    return Math.fma(e * -0.5, lost, e) * ROOT_TWO_PI_INVERSE;
  }

  static double cumulative(double x) {
    if (Math.abs(x) < TAIL) {
      return 0.5 + density(x) * series(x);
    }
    double tail = density(x) / fraction(Math.min(Math.abs(x), 40));
    return x > 0 ? 1 - tail : tail;
  }

  /** The sum of x^(2n+1) / (1 3 5 ... (2n+1)). */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 3; Math.abs(term) > 1e-18 * Math.abs(sum); n += 2) {
      term *= x * x / n;
      sum += term;
    }
    return sum;
  }

  /** x + 1/(x + 2/(x + 3/(x + ...))), the reciprocal of Mills' ratio. */
  private static double fraction(double x) {
    double value = x;
    for (int n = FRACTION_TERMS; n >= 1; n--) {
      value = x + n / value;
    }
    return value;
  }
}
