package temper.stats;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;

/**
 * Tail probabilities and quantiles, accurate in both tails.
 *
 * <p>The special functions of Commons Math compute on its own FastMath, which is Java throughout
 * (square roots apart, which are exact), so that their bits are the same on every platform. Its
 * quantiles are not used: they stop at an absolute error of 1e-9.
 */
final class Distributions {

  private static final double LARGEST_QUANTILE = 1e150;

  private Distributions() {}

  /** Upper tail of the standard normal distribution. */
  static double normalUpperTail(double z) {
    return 0.5 * Erf.erfc(z / Math.sqrt(2));
  }

  /** The number that a standard normal variable exceeds with probability {@code tail}. */
  static double normalUpperQuantile(double tail) {
    if (tail > 0.5) {
      return -normalUpperQuantile(1 - tail);
    }
    if (tail == 0.5) {
      return 0;
    }
    return Bisection.smallest(0, 40, z -> normalUpperTail(z) <= tail);
  }

  /** Upper tail of Student's t distribution, for t >= 0. */
  static double studentUpperTail(double t, double degrees) {
    double square = t * t;
    // Each form loses nothing on its side: the first near the centre, the second in the tail.
    return square <= 2
        ? 0.5 - 0.5 * Beta.regularizedBeta(square / (degrees + square), 0.5, degrees / 2)
        : 0.5 * Beta.regularizedBeta(degrees / (degrees + square), degrees / 2, 0.5);
  }

  /**
   * The number that a t variable exceeds with probability {@code tail}, at most one half; infinite
   * beyond what is representable.
   */
  static double studentUpperQuantile(double tail, double degrees) {
    if (studentUpperTail(LARGEST_QUANTILE, degrees) > tail) {
      return Double.POSITIVE_INFINITY;
    }
    return Bisection.smallest(0, LARGEST_QUANTILE, t -> studentUpperTail(t, degrees) <= tail);
  }

  /** Probability of at least {@code successes} of {@code n}. */
  static double binomialUpperTail(int successes, int n, double probability) {
    if (successes <= 0) {
      return 1;
    }
    return successes > n ? 0 : Beta.regularizedBeta(probability, successes, n - successes + 1.0);
  }

  /** Probability of at most {@code successes} of {@code n}. */
  static double binomialLowerTail(int successes, int n, double probability) {
    if (successes < 0) {
      return 0;
    }
    return successes >= n
        ? 1
        : Beta.regularizedBeta(1 - probability, (double) n - successes, successes + 1.0);
  }
}
