package temper.stats;

import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * The probability that a claim is decided as it should be, and the number of replicates it needs.
 *
 * <p>Levels are those of one claim. In a family of m claims under Holm's correction take {@code
 * alpha / m}: the level a claim has at worst.
 *
 * @since 0.1
 */
public final class Power {

  private static final int STEPS = 2000;
  private static final double NEGLIGIBLE = 1e-18;

  private Power() {}

  /**
   * The power of the paired t test (and of one sample) to place its interval above a bound.
   *
   * <p>The t statistic is noncentral; its distribution is integrated over that of the estimated
   * standard deviation by Simpson's rule, to about 1e-10.
   *
   * @param effect true mean difference less the bound, in standard deviations of a difference
   * @param n number of pairs, at least 1
   * @param alpha level of the two-sided interval, between 0 and 1, both excluded
   * @return probability that the interval lies wholly above the bound
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double paired(double effect, int n, double alpha) {
    Checks.atLeast("n", n, 1);
    Checks.level(alpha);
    Checks.finite("effect", new double[] {effect});
    if (n == 1) {
      return 0;
    }
    return noncentralUpperTail(
        Distributions.studentUpperQuantile(alpha / 2, n - 1), n - 1, effect * Math.sqrt(n));
  }

  /** Probability that a noncentral t variable exceeds t. */
  static double noncentralUpperTail(double t, int degrees, double noncentrality) {
    double spread = 12 / Math.sqrt(2.0 * degrees);
    double low = Math.max(0, 1 - spread);
    double width = 1 + spread - low;
    double half = 0.5 * degrees;
    double logScale = StrictMath.log(2) + half * StrictMath.log(half) - Gamma.logGamma(half);
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double s = low + width * i / STEPS;
      // At s = 0 the density vanishes, except for one degree of freedom.
      double logPower = degrees == 1 ? 0 : (degrees - 1) * StrictMath.log(s);
      double density = StrictMath.exp(logScale + logPower - half * s * s);
      double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * density * Distributions.normalUpperTail(t * s - noncentrality);
    }
    return Math.min(1, sum * width / STEPS / 3);
  }

  /**
   * The power of a binomial claim: the probability, summed over all counts, that the interval of
   * Clopper and Pearson lies wholly inside the region.
   *
   * @param probability true probability of success
   * @param region the claim
   * @param n number of trials, at least 1
   * @param alpha level of the two-sided interval, between 0 and 1, both excluded
   * @return probability of {@link Position#INSIDE}
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double binomial(double probability, Region region, int n, double alpha) {
    Checks.probability("probability", probability);
    Checks.atLeast("n", n, 1);
    Checks.level(alpha);
    BinomialDistribution counts = new BinomialDistribution(null, n, probability);
    double power = 0;
    for (int k = 0; k <= n; k++) {
      double mass = counts.probability(k);
      if (mass > NEGLIGIBLE
          && new Hypothesis(new BinomialEvidence(k, n), region).decide(alpha) == Position.INSIDE) {
        power += mass;
      }
    }
    return Math.min(1, power);
  }

  /**
   * The smallest number of replicates with a wanted power. The power of discrete tests does not
   * grow with every replicate; the number returned is the first that has it.
   *
   * <pre>{@code
   * Power.replicates(0.8, 1000, n -> Power.paired(0.5, n, 0.05 / 11))
   * }</pre>
   *
   * @param wanted power, above 0 and below 1
   * @param most largest number tried, at least 1
   * @param power power for a number of replicates
   * @return the number; empty if not even {@code most} replicates have the power
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static OptionalInt replicates(double wanted, int most, IntToDoubleFunction power) {
    if (!(wanted > 0 && wanted < 1)) {
      throw new IllegalArgumentException("wanted must lie between 0 and 1, got " + wanted);
    }
    Checks.atLeast("most", most, 1);
    for (int n = 1; n <= most; n++) {
      if (power.applyAsDouble(n) >= wanted) {
        return OptionalInt.of(n);
      }
    }
    return OptionalInt.empty();
  }
}
