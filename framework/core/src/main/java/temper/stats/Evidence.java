package temper.stats;

/**
 * What a sample says about one quantity: an estimate and, at any level of confidence, an interval.
 *
 * <p>Intervals are nested: a higher confidence never gives a shorter interval. All else that is
 * needed to decide a claim follows from the intervals, so that a verdict and its p-value can never
 * disagree.
 *
 * @since 0.1
 */
public interface Evidence {

  /**
   * The name of the method, as it stands in {@code claims.csv}.
   *
   * @return for example {@code clopper-pearson} or {@code exact}
   */
  String test();

  /**
   * The size of the sample.
   *
   * @return number of independent observations, at least 1
   */
  int n();

  /**
   * The point estimate of the quantity.
   *
   * @return the estimate; NaN where the sample allows none
   */
  double estimate();

  /**
   * The two-sided interval that misses the quantity with probability {@code alpha} at most.
   *
   * @param alpha probability of a miss, between 0 and 1, both excluded; levels far below the
   *     spacing of numbers next to 1 are told apart
   * @return the interval; unbounded where the sample does not bound the quantity
   */
  Interval atLevel(double alpha);

  /**
   * A two-sided confidence interval for the quantity.
   *
   * @param confidence coverage, between 0 and 1, both excluded
   * @return the interval {@code atLevel(1 - confidence)}
   */
  default Interval interval(double confidence) {
    return atLevel(1 - confidence);
  }

  /**
   * Whether the quantity is known without sampling error, so that its interval is a point at every
   * confidence.
   *
   * @return true for deterministic quantities, which stand outside corrections for multiple
   *     comparisons
   */
  default boolean exact() {
    return false;
  }
}
