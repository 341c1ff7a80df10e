package temper.stats;

/**
 * The statement that a quantity lies in a region, with what a sample says about the quantity.
 *
 * <p>One interval decides: wholly inside the region, wholly outside, or undecided. The p-value is
 * defined by duality as the smallest level at which the interval decides, so that {@code p <=
 * alpha} holds exactly when {@code decide(alpha)} is not {@link Position#UNDECIDED}: to the last
 * bit, because p is found by bisection over the representable levels. For a point hypothesis at the
 * end of a half line this is the two-sided p-value of the test that the interval inverts.
 *
 * <p>Equivalence (two one-sided tests) needs no method of its own: it is the region {@link
 * Region#between}. The interval is two-sided at the same level, which is stricter than the usual
 * interval of confidence {@code 1 - 2 alpha}.
 *
 * @param evidence what the sample says
 * @param region values of the quantity that make the statement true
 * @since 0.1
 */
public record Hypothesis(Evidence evidence, Region region) {

  /** The smallest level that is told from 0. A p-value of this size means "at most". */
  public static final double SMALLEST_LEVEL = 1e-300;

  private static final double LARGEST_LEVEL = Math.nextDown(1.0);

  /**
   * Decides at a level.
   *
   * @param alpha probability of a wrong decision, between 0 and 1, both excluded
   * @return where the interval at this level lies
   * @throws IllegalArgumentException if {@code alpha} is out of range
   */
  public Position decide(double alpha) {
    Checks.level(alpha);
    Interval interval = evidence.atLevel(alpha);
    if (region.contains(interval)) {
      return Position.INSIDE;
    }
    return region.isDisjointFrom(interval) ? Position.OUTSIDE : Position.UNDECIDED;
  }

  /**
   * The smallest level at which the sample decides.
   *
   * @return at least {@link #SMALLEST_LEVEL}; 1 if no level decides; of exact evidence 0 or 1
   */
  public double p() {
    if (!decided(LARGEST_LEVEL)) {
      return 1;
    }
    if (evidence.exact()) {
      return 0;
    }
    return Bisection.smallest(SMALLEST_LEVEL, LARGEST_LEVEL, this::decided);
  }

  private boolean decided(double alpha) {
    return decide(alpha) != Position.UNDECIDED;
  }
}
