package temper.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Gamma;
import temper.numerics.StableMath;

/**
 * Probabilities of {@code (Z + noncentrality) / s}, where Z is standard normal and s an independent
 * estimate of the standard deviation 1 with some degrees of freedom: integrals over the density of
 * s by Simpson's rule.
 */
final class NoncentralT {

  private static final int STEPS = 2000;

  private NoncentralT() {}

  /** Probability that the variable exceeds t, at least 0. */
  static double upperTail(double t, int degrees, double noncentrality) {
    return upperTail(t, degrees, noncentrality, STEPS);
  }

  static double upperTail(double t, int degrees, double noncentrality, int steps) {
    // Beyond, the estimate of the spread is so large that the test cannot win.
    double most = (noncentrality + 10) / t;
    return integrate(
        degrees, most, steps, s -> Distributions.normalUpperTail(t * s - noncentrality));
  }

  /** Probability that {@code t s - low < Z < high - t s}. */
  static double between(double t, int degrees, double low, double high) {
    return integrate(
        degrees,
        (low + high) / (2 * t),
        STEPS,
        s ->
            Distributions.normalUpperTail(t * s - low)
                - Distributions.normalUpperTail(high - t * s));
  }

  private static double integrate(
      int degrees, double most, int steps, DoubleUnaryOperator conditional) {
    double spread = 12 / Math.sqrt(2.0 * degrees);
    double low = Math.max(0, 1 - spread);
    double high = Math.min(1 + spread, most);
    double width = high - low;
    if (!(width > 0)) {
      return 0;
    }
    double half = 0.5 * degrees;
    double logScale = StableMath.log(2) + half * StableMath.log(half) - Gamma.logGamma(half);
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double s = low + width * i / steps;
      // At s = 0 the density vanishes, except for one degree of freedom.
      double logPower = degrees == 1 ? 0 : (degrees - 1) * StableMath.log(s);
      double density = StableMath.exp(logScale + logPower - half * s * s);
      sum += simpson(i, steps) * density * conditional.applyAsDouble(s);
    }
    return Math.min(1, sum * width / steps / 3);
  }

  /** The weight of a node in Simpson's rule, in thirds of a step. */
  static double simpson(int node, int steps) {
    return node == 0 || node == steps ? 1 : node % 2 == 1 ? 4 : 2;
  }
}
