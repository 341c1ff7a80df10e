package temper.stats;

import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Gamma;
import temper.numerics.StableMath;

/**
 * The probability that a claim is decided as it should be, and the number of replicates it needs.
 *
 * <p>Designs: {@link #paired} for {@link PairedDifference} and {@link Mean}; {@link #welch} for
 * {@link Welch}; {@link #slope} for {@link LogLogSlope#of}; {@link #equivalence} for {@link
 * Equivalence} of pairs; {@link #binomial} for {@link BinomialEvidence} and, with the region above
 * one half and the probability of a positive observation, for {@link MedianSign}; {@link #logRank}
 * for {@link LogRank}. Other tests have no power in closed form: simulate them.
 *
 * <p>Levels are those of one claim. In a family of m claims under Holm's correction take {@code
 * alpha / m}: the level a claim has at worst.
 *
 * @since 0.1
 */
public final class Power {

  private static final double NEGLIGIBLE = 1e-18;
  private static final int SHARES = 120;
  private static final int SCALES = 400;

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
    return NoncentralT.upperTail(
        Distributions.studentUpperQuantile(alpha / 2, n - 1), n - 1, effect * Math.sqrt(n));
  }

  /**
   * An independent sample of a planned experiment.
   *
   * @param deviation true standard deviation of an observation, positive and finite
   * @param n number of observations, at least 1
   * @since 0.1
   */
  public record Group(double deviation, int n) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public Group {
      Checks.positive("deviation", deviation);
      Checks.atLeast("n", n, 1);
    }

    private double variance() {
      return deviation * deviation / n;
    }
  }

  /**
   * The power of the test of Welch to place its interval above a bound, for normal samples.
   *
   * <p>Given the share that the first sample has in the sum of squares, which has a Beta
   * distribution, standard error and degrees of freedom are known up to one chi-squared factor, and
   * the power is that of a noncentral t variable; it is integrated over the share by Simpson's
   * rule, to about 1e-8.
   *
   * @param difference true difference of the means, first less second, less the bound
   * @param first the first sample; a single observation decides nothing
   * @param second the second sample
   * @param alpha level of the two-sided interval, between 0 and 1, both excluded
   * @return probability that the interval lies wholly above the bound
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double welch(double difference, Group first, Group second, double alpha) {
    Checks.level(alpha);
    Checks.finite("difference", new double[] {difference});
    if (first.n() == 1 || second.n() == 1) {
      return 0;
    }
    double a = (first.n() - 1) / 2.0;
    double b = (second.n() - 1) / 2.0;
    // The share is the squared sine of an angle: its density is smooth even for two observations.
    double centre = StrictMath.atan(Math.sqrt(a / b));
    double spread = 6 / Math.sqrt(a + b + 1);
    double low = Math.max(0, centre - spread);
    double width = Math.min(Math.PI / 2, centre + spread) - low;
    double logScale =
        StableMath.log(2) + Gamma.logGamma(a + b) - Gamma.logGamma(a) - Gamma.logGamma(b);
    double sum = 0;
    for (int i = 0; i <= SHARES; i++) {
      double angle = low + width * i / SHARES;
      double sine = Math.max(0, StableMath.sin(angle));
      double cosine = Math.max(0, StableMath.cos(angle));
      double density =
          StableMath.exp(logScale + logPower(sine, 2 * a - 1) + logPower(cosine, 2 * b - 1));
      if (density > NEGLIGIBLE) {
        double power = welch(difference, first, second, alpha / 2, sine * sine);
        sum += NoncentralT.simpson(i, SHARES) * density * power;
      }
    }
    return Math.min(1, sum * width / SHARES / 3);
  }

  private static double logPower(double base, double exponent) {
    return exponent == 0 ? 0 : exponent * StableMath.log(base);
  }

  /** The power where the first sample has a given share in the sum of squares in deviations. */
  private static double welch(
      double difference, Group first, Group second, double tail, double share) {
    int degrees = first.n() + second.n() - 2;
    double v1 = first.variance() * share / (first.n() - 1) * degrees;
    double v2 = second.variance() * (1 - share) / (second.n() - 1) * degrees;
    double satterthwaite =
        (v1 + v2) * (v1 + v2) / (v1 * v1 / (first.n() - 1) + v2 * v2 / (second.n() - 1));
    double error = Math.sqrt(first.variance() + second.variance());
    double t = Distributions.studentUpperQuantile(tail, satterthwaite);
    return NoncentralT.upperTail(
        t * Math.sqrt(v1 + v2) / error, degrees, difference / error, SCALES);
  }

  /**
   * The power of {@link LogLogSlope#of} to place its interval above a bound.
   *
   * @param excess true exponent less the bound
   * @param deviation true standard deviation of the errors of {@code log y}, positive and finite
   * @param x planned abscissae, as of {@link LogLogSlope#of}; two decide nothing
   * @param alpha level of the two-sided interval, between 0 and 1, both excluded
   * @return probability that the interval lies wholly above the bound
   * @throws IllegalArgumentException if an argument is out of range or all {@code x} are equal
   */
  public static double slope(double excess, double deviation, double[] x, double alpha) {
    Checks.level(alpha);
    Checks.finite("excess", new double[] {excess});
    Checks.positive("deviation", deviation);
    double squares = Moments.squares(LogLogSlope.logarithms("x", x));
    if (squares == 0) {
      throw new IllegalArgumentException(
          "a slope needs two different x, got " + x.length + " equal ones");
    }
    int degrees = x.length - 2;
    return degrees == 0
        ? 0
        : NoncentralT.upperTail(
            Distributions.studentUpperQuantile(alpha / 2, degrees),
            degrees,
            excess * Math.sqrt(squares) / deviation);
  }

  /**
   * The power of two one-sided paired t tests: {@link Equivalence} of {@link PairedDifference} with
   * margins symmetric about 0.
   *
   * <p>Source: K. F. Phillips, Power of the two one-sided tests procedure in bioequivalence,
   * Journal of Pharmacokinetics and Biopharmaceutics 18 (1990) 137-144; integrated over the
   * distribution of the estimated standard deviation.
   *
   * @param effect true mean difference, in standard deviations of a difference
   * @param margin the upper margin in the same unit, positive; the lower is its negative
   * @param n number of pairs, at least 1; a single one decides nothing
   * @param alpha level of each one-sided test, between 0 and one half, both excluded
   * @return probability that equivalence is stated
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double equivalence(double effect, double margin, int n, double alpha) {
    Checks.atLeast("n", n, 1);
    Checks.level(2 * alpha);
    Checks.finite("effect", new double[] {effect});
    Checks.positive("margin", margin);
    if (n == 1) {
      return 0;
    }
    double root = Math.sqrt(n);
    return NoncentralT.between(
        Distributions.studentUpperQuantile(alpha, n - 1),
        n - 1,
        root * (effect + margin),
        root * (margin - effect));
  }

  /**
   * The power of the log-rank test to place its interval above 0, where hazards are proportional
   * and not far apart.
   *
   * <p>Source: D. Schoenfeld, The asymptotic properties of nonparametric tests for comparing
   * survival distributions, Biometrika 68 (1981) 316-319: {@code z = sqrt(d p (1 - p)) log(ratio)}
   * is normal with variance 1 for d events.
   *
   * @param ratio true hazard of the first group over that of the second, positive and finite
   * @param share share p of the first group among the trials, above 0 and below 1
   * @param events number d of events in both groups, at least 1
   * @param alpha level of the two-sided interval, between 0 and 1, both excluded
   * @return probability that the interval of the logarithm of the ratio lies above 0
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double logRank(double ratio, double share, int events, double alpha) {
    Checks.positive("ratio", ratio);
    Checks.level(alpha);
    Checks.atLeast("events", events, 1);
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must lie between 0 and 1, got " + share);
    }
    double shift = Math.sqrt(events * share * (1 - share)) * StableMath.log(ratio);
    return Distributions.normalUpperTail(Distributions.normalUpperQuantile(alpha / 2) - shift);
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
