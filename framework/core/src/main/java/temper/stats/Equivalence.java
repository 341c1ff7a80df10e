package temper.stats;

/**
 * Equivalence by two one-sided tests: that a quantity lies strictly between two margins, where each
 * margin is tested on its own at the full level.
 *
 * <p>At level alpha the quantity is equivalent when the two-sided interval of confidence {@code 1 -
 * 2 alpha} lies strictly between the margins; the p-value is the larger of the two one-sided ones.
 * The probability of a wrong statement is at most alpha, for only one margin can be violated at a
 * time. Source: D. J. Schuirmann, A comparison of the two one-sided tests procedure and the power
 * approach for assessing the equivalence of average bioavailability, Journal of Pharmacokinetics
 * and Biopharmaceutics 15 (1987) 657-680.
 *
 * <p>Differs from {@link Hypothesis} with {@link Region#between}: that takes the interval of
 * confidence {@code 1 - alpha}, is stricter by a factor of two in the level, and can also refute.
 * An infinite margin leaves the test of non-inferiority. A sample that bounds nothing (a single
 * observation, one without spread) is never equivalent.
 *
 * <pre>{@code
 * new Equivalence(PairedDifference.of(a, b), -0.01, 0.01).p()
 * }</pre>
 *
 * @param evidence what the sample says about the quantity
 * @param low lower margin, below {@code high}
 * @param high upper margin
 * @since 0.1
 */
public record Equivalence(Evidence evidence, double low, double high) {

  private static final double LARGEST_LEVEL = Math.nextDown(0.5);

  /**
   * Checks the margins.
   *
   * @throws IllegalArgumentException if the margins are NaN or not in order
   */
  public Equivalence {
    if (!(low < high)) {
      throw new IllegalArgumentException("margins need low < high, got " + low + " and " + high);
    }
  }

  /**
   * Decides at a level.
   *
   * @param alpha level of each one-sided test, between 0 and one half, both excluded
   * @return true if both tests reject: the quantity lies between the margins
   * @throws IllegalArgumentException if {@code alpha} is out of range
   */
  public boolean decide(double alpha) {
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException("alpha must lie between 0 and 0.5, got " + alpha);
    }
    Interval interval = evidence.atLevel(2 * alpha);
    return (low < interval.low() || low == Double.NEGATIVE_INFINITY)
        && (interval.high() < high || high == Double.POSITIVE_INFINITY);
  }

  /**
   * The smallest level at which the quantity is equivalent.
   *
   * @return at least {@link Hypothesis#SMALLEST_LEVEL} and below one half; 1 if no level below one
   *     half decides, as where the estimate lies outside the margins; 0 if exact evidence lies
   *     between them
   */
  public double p() {
    if (!decide(LARGEST_LEVEL)) {
      return 1;
    }
    return evidence.exact()
        ? 0
        : Bisection.smallest(Hypothesis.SMALLEST_LEVEL, LARGEST_LEVEL, this::decide);
  }
}
