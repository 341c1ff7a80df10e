package temper.stats;

import org.apache.commons.math3.special.Gamma;
import temper.numerics.StableMath;

/**
 * Sizes of differences without a unit, to be read beside an interval.
 *
 * @since 0.1
 */
public final class EffectSize {

  private EffectSize() {}

  /**
   * Cohen's d of two independent samples: the difference of the means in pooled standard
   * deviations.
   *
   * <p>Source: J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd edition 1988,
   * section 2.2.
   *
   * @param first finite observations, at least 2
   * @param second finite observations, at least 2
   * @return the effect; NaN if neither sample varies by more than rounding
   * @throws IllegalArgumentException if a sample is too small or a value is not finite
   */
  public static double cohenD(double[] first, double[] second) {
    Checks.finite("first", first);
    Checks.finite("second", second);
    Checks.atLeast("length of first", first.length, 2);
    Checks.atLeast("length of second", second.length, 2);
    double variance =
        (Moments.squares(first) + Moments.squares(second)) / (first.length + second.length - 2.0);
    return inDeviations(
        Moments.mean(first) - Moments.mean(second), variance, magnitude(first, second));
  }

  /**
   * Cohen's d of pairs: the mean difference in standard deviations of a difference, the effect that
   * {@link Power#paired} asks for.
   *
   * @param first finite observations, at least 2
   * @param second observations of the same replicates
   * @return the effect; NaN if the differences vary by no more than rounding
   * @throws IllegalArgumentException if lengths differ, are below 2 or a value is not finite
   */
  public static double cohenDPaired(double[] first, double[] second) {
    double[] differences = Checks.finite("differences", Checks.differences(first, second));
    Checks.atLeast("length of first", first.length, 2);
    return inDeviations(
        Moments.mean(differences), Moments.variance(differences), magnitude(first, second));
  }

  private static double magnitude(double[] first, double[] second) {
    return Math.max(Moments.largestMagnitude(first), Moments.largestMagnitude(second));
  }

  private static double inDeviations(double difference, double variance, double magnitude) {
    double deviation = Math.sqrt(variance);
    return Moments.isRounding(deviation, magnitude) ? Double.NaN : difference / deviation;
  }

  /**
   * Hedges' g: Cohen's d without its bias, {@code g = d Gamma(f / 2) / (sqrt(f / 2) Gamma((f - 1) /
   * 2))} with f = n1 + n2 - 2.
   *
   * <p>Source: L. V. Hedges, Distribution theory for Glass's estimator of effect size, Journal of
   * Educational Statistics 6 (1981) 107-128, equation (6e).
   *
   * @param first finite observations, at least 2
   * @param second finite observations, at least 2
   * @return the effect; NaN if neither sample varies by more than rounding
   * @throws IllegalArgumentException if a sample is too small or a value is not finite
   */
  public static double hedgesG(double[] first, double[] second) {
    double d = cohenD(first, second);
    double half = (first.length + second.length - 2.0) / 2;
    double logRatio = Gamma.logGamma(half) - Gamma.logGamma(half - 0.5);
    return d * StableMath.exp(logRatio) / Math.sqrt(half);
  }

  /**
   * Cliff's delta: how much more often a value of the first sample is larger than smaller.
   *
   * <p>Source: N. Cliff, Dominance statistics, Psychological Bulletin 114 (1993) 494-509.
   *
   * @param first numbers, possibly infinite
   * @param second numbers, possibly infinite
   * @return between -1 and 1
   * @throws IllegalArgumentException if a sample is empty or has NaN
   */
  public static double cliffDelta(double[] first, double[] second) {
    Checks.ordered("first", first);
    Checks.ordered("second", second);
    long larger = 0;
    for (double x : first) {
      for (double y : second) {
        larger += x > y ? 1 : x < y ? -1 : 0;
      }
    }
    return (double) larger / ((long) first.length * second.length);
  }

  /**
   * The measure A of Vargha and Delaney: the probability that a value of the first sample is larger
   * than one of the second, ties counting half.
   *
   * <p>Source: A. Vargha and H. D. Delaney, A critique and improvement of the CL common language
   * effect size statistics, Journal of Educational and Behavioral Statistics 25 (2000) 101-132.
   *
   * @param first numbers, possibly infinite
   * @param second numbers, possibly infinite
   * @return between 0 and 1
   * @throws IllegalArgumentException if a sample is empty or has NaN
   */
  public static double a12(double[] first, double[] second) {
    return 0.5 + 0.5 * cliffDelta(first, second);
  }
}
