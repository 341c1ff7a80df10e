package temper.stats;

/**
 * The mean of the differences within pairs, by the paired t test: {@link Mean} of the differences.
 * Differences that vary by no more than the rounding of the observations bound nothing.
 *
 * @since 0.1
 */
public final class PairedDifference {

  private PairedDifference() {}

  /**
   * The mean of {@code first - second}.
   *
   * @param first finite observations, one for each replicate
   * @param second observations of the same replicates in the same order
   * @return the evidence, with the test {@code paired-t}
   * @throws IllegalArgumentException if the lengths differ, there is no pair or a value is not
   *     finite
   */
  public static StudentEvidence of(double[] first, double[] second) {
    Checks.finite("first", first);
    Checks.finite("second", second);
    double magnitude = Math.max(Moments.largestMagnitude(first), Moments.largestMagnitude(second));
    return Mean.of("paired-t", Checks.differences(first, second), magnitude);
  }
}
