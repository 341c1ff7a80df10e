package temper.stats;

/**
 * The median of a distribution, by the sign test: the interval between two order statistics. It
 * asks nothing of the distribution and takes infinities, so that a trial that diverged can count as
 * the worst.
 *
 * @since 0.1
 */
public final class MedianSign {

  private MedianSign() {}

  /**
   * The median of a sample.
   *
   * @param values numbers, possibly infinite
   * @return the evidence, with the test {@code sign}
   * @throws IllegalArgumentException if there is no value or one is NaN
   */
  public static RankEvidence of(double[] values) {
    Checks.ordered("values", values);
    int n = values.length;
    OrderedSample sorted = new OrderedSample(values);
    return new RankEvidence(
        "sign",
        n,
        sorted.median(),
        sorted,
        tail -> {
          int rank = 0;
          while (Distributions.binomialLowerTail(rank, n, 0.5) <= tail) {
            rank++;
          }
          return rank;
        });
  }

  /**
   * The median of the differences within pairs.
   *
   * @param first numbers, one for each replicate
   * @param second numbers of the same replicates in the same order
   * @return the evidence for {@code first - second}
   * @throws IllegalArgumentException if the lengths differ, there is no pair or a difference is NaN
   */
  public static RankEvidence paired(double[] first, double[] second) {
    return of(Checks.differences(first, second));
  }
}
