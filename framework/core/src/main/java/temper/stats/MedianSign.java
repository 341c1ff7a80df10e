package temper.stats;

/**
 * The median of a distribution, by the sign test: the interval between two order statistics. It
 * asks nothing of the distribution and takes infinities, so that a trial that diverged can count as
 * the worst.
 *
 * @since 0.1
 */
public final class MedianSign {

  private static final int EXACT = 1000;

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
    return evidence(values);
  }

  private static RankEvidence evidence(double[] values) {
    int n = values.length;
    OrderedSample sorted = new OrderedSample(values);
    return new RankEvidence("sign", n, sorted.median(), sorted, n <= EXACT ? exact(n) : beta(n));
  }

  /** Halving is exact, so that a level of a whole number of 2^-n is met to the bit. */
  private static RankEvidence.Ranks exact(int n) {
    double[] probability = new double[n + 1];
    probability[0] = 1;
    for (int trial = 1; trial <= n; trial++) {
      for (int count = trial; count > 0; count--) {
        probability[count] = 0.5 * (probability[count] + probability[count - 1]);
      }
      probability[0] *= 0.5;
    }
    return RankEvidence.of(probability);
  }

  private static RankEvidence.Ranks beta(int n) {
    return tail -> {
      int rank = 0;
      while (Distributions.binomialLowerTail(rank, n, 0.5) <= tail) {
        rank++;
      }
      return rank;
    };
  }

  /**
   * The median of the differences within pairs.
   *
   * @param first numbers, possibly infinite, one for each replicate
   * @param second numbers of the same replicates in the same order
   * @return the evidence for {@code first - second}; a pair of equal infinities, two trials that
   *     both diverged, may have any difference and widens the interval on both sides
   * @throws IllegalArgumentException if the lengths differ, there is no pair or a value is NaN
   */
  public static RankEvidence paired(double[] first, double[] second) {
    Checks.ordered("first", first);
    Checks.ordered("second", second);
    return evidence(Checks.differences(first, second));
  }
}
