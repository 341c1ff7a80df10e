package temper.stats;

/**
 * The centre of a symmetric distribution, by Wilcoxon's signed ranks: the median of all averages of
 * two observations (Hodges and Lehmann) and the interval between two of them.
 *
 * <p>The null distribution is exact up to 200 observations, beyond that normal. Ties and zeros make
 * the interval longer, never shorter.
 *
 * <p>Source: M. Hollander and D. A. Wolfe, Nonparametric Statistical Methods, 1973, chapter 3.
 *
 * @since 0.1
 */
public final class WilcoxonSignedRank {

  private static final int EXACT = 200;

  private WilcoxonSignedRank() {}

  /**
   * The centre of a sample.
   *
   * @param values numbers, possibly infinite
   * @return the evidence, with the test {@code wilcoxon-signed-rank}
   * @throws IllegalArgumentException if there is no value or one is NaN
   */
  public static RankEvidence of(double[] values) {
    return of(values, Moments.largestMagnitude(Checks.ordered("values", values)));
  }

  /**
   * The centre of a sample of differences.
   *
   * @param values numbers, possibly infinite
   * @param magnitude the largest absolute value of what they are differences of: an average of two
   *     that is no more than rounding of such numbers is 0, whose sign would mean nothing
   * @return the evidence, with the test {@code wilcoxon-signed-rank}
   * @throws IllegalArgumentException if there is no value or one is NaN
   */
  public static RankEvidence of(double[] values, double magnitude) {
    return evidence(Checks.ordered("values", values), magnitude);
  }

  private static RankEvidence evidence(double[] values, double magnitude) {
    int n = values.length;
    int pairs = Math.multiplyExact(n, n + 1) / 2;
    double[] averages = new double[pairs];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double average = i == j ? values[i] : values[i] / 2 + values[j] / 2;
        averages[next++] = Pairs.withoutRounding(average, magnitude);
      }
    }
    OrderedSample sorted = new OrderedSample(averages);
    double variance = (double) n * (n + 1) * (2.0 * n + 1) / 24;
    RankEvidence.Ranks ranks =
        n <= EXACT
            ? RankEvidence.of(distribution(n))
            : RankEvidence.normal(pairs / 2.0, Math.sqrt(variance));
    return new RankEvidence("wilcoxon-signed-rank", n, sorted.median(), sorted, ranks);
  }

  /**
   * The centre of the differences within pairs.
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
    double magnitude = Math.max(Moments.largestMagnitude(first), Moments.largestMagnitude(second));
    return evidence(Checks.differences(first, second), magnitude);
  }

  /** Probabilities of the rank sums 0 to n (n + 1) / 2, each rank counting with chance one half. */
  static double[] distribution(int n) {
    double[] probability = new double[n * (n + 1) / 2 + 1];
    probability[0] = 1;
    int largest = 0;
    for (int rank = 1; rank <= n; rank++) {
      largest += rank;
      for (int sum = largest; sum >= 0; sum--) {
        double with = sum >= rank ? probability[sum - rank] : 0;
        probability[sum] = 0.5 * (probability[sum] + with);
      }
    }
    return probability;
  }
}
