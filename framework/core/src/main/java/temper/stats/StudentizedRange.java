package temper.stats;

import temper.numerics.StableMath;

/**
 * The range of independent standard normal variables.
 *
 * <p>The probability that it exceeds q is summed over the largest of the variables, z: all others
 * lie below it, but not all within q, which is k times the integral of {@code phi(z) (Phi(z)^(k-1)
 * - (Phi(z) - Phi(z - q))^(k-1))} over z. For a smooth integrand that vanishes at both ends the
 * trapezoidal rule is exact to rounding. What does not depend on q is computed once: quantiles and
 * p-values ask for thousands of tails.
 */
final class StudentizedRange {

  private static final int STEPS = 120;
  private static final double FURTHEST = 9;
  private static final double STEP = 2 * FURTHEST / STEPS;

  private final int others;
  private final double[] density = new double[STEPS + 1];
  private final double[] below = new double[STEPS + 1];
  private final double[] allBelow = new double[STEPS + 1];

  /** The range of {@code count} variables. */
  StudentizedRange(int count) {
    this.others = count - 1;
    for (int i = 0; i <= STEPS; i++) {
      double z = place(i);
      density[i] = StableMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
      below[i] = Distributions.normalUpperTail(-z);
      allBelow[i] = power(below[i], others);
    }
  }

  private static double place(int i) {
    return -FURTHEST + STEP * i;
  }

  /** The range that is exceeded with probability {@code alpha}; infinite for less than 1e-12. */
  double upperQuantile(double alpha) {
    if (alpha < 1e-12) {
      return Double.POSITIVE_INFINITY;
    }
    return Bisection.smallest(0, 100, q -> upperTail(q) <= alpha);
  }

  /** Probability that the range exceeds {@code q}. */
  double upperTail(double q) {
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double within = Math.max(0, below[i] - Distributions.normalUpperTail(q - place(i)));
      sum += density[i] * (allBelow[i] - power(within, others));
    }
    return Math.min(1, (others + 1) * sum * STEP);
  }

  private static double power(double base, int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
