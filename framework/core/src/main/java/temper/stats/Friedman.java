package temper.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * Whether conditions that were all run in every replicate differ at all, and which pairs do: the
 * test of Friedman with the comparisons of Nemenyi.
 *
 * <p>Sources: M. Friedman, Journal of the American Statistical Association 32 (1937) 675-701; J.
 * Demsar, Statistical comparisons of classifiers over multiple data sets, Journal of Machine
 * Learning Research 7 (2006) 1-30, section 3.2.2. Both are limits for many replicates.
 *
 * @since 0.1
 */
public final class Friedman {

  private final int replicates;
  private final double[] meanRanks;
  private final double statistic;

  private Friedman(int replicates, double[] meanRanks, double statistic) {
    this.replicates = replicates;
    this.meanRanks = meanRanks;
    this.statistic = statistic;
  }

  /**
   * Ranks conditions within replicates, the smallest value first.
   *
   * @param rows one row for each replicate, one column for each condition; numbers, possibly
   *     infinite
   * @return the test
   * @throws IllegalArgumentException if rows differ in length, have fewer than 2 columns or NaN
   */
  public static Friedman of(double[][] rows) {
    int k = Ranks.columns(rows);
    int n = rows.length;
    double[] sums = new double[k];
    double squares = 0;
    for (double[] row : rows) {
      double[] ranks = Ranks.of(row);
      for (int j = 0; j < k; j++) {
        sums[j] += ranks[j];
        squares += ranks[j] * ranks[j];
      }
    }
    double between = 0;
    double[] means = new double[k];
    for (int j = 0; j < k; j++) {
      double deviation = sums[j] - n * (k + 1) / 2.0;
      between += deviation * deviation;
      means[j] = sums[j] / n;
    }
    // With the correction for ties: what varies within rows is what the ranks leave to vary.
    double within = squares - n * k * (k + 1.0) * (k + 1.0) / 4;
    double statistic = within == 0 ? 0 : (k - 1) * between / within;
    return new Friedman(n, means, statistic);
  }

  /**
   * The statistic, nearly chi-squared with one degree of freedom less than there are conditions.
   *
   * @return at least 0; 0 if every row is tied throughout
   */
  public double statistic() {
    return statistic;
  }

  /**
   * The p-value of the hypothesis that conditions do not differ.
   *
   * @return between 0 and 1
   */
  public double p() {
    return statistic == 0
        ? 1
        : Gamma.regularizedGammaQ((meanRanks.length - 1) / 2.0, statistic / 2);
  }

  /**
   * The mean rank of each condition.
   *
   * @return between 1 and the number of conditions, mean ranks for ties
   */
  public double[] meanRanks() {
    return meanRanks.clone();
  }

  /**
   * The difference of the mean ranks of two conditions, with an interval that holds for all pairs
   * at once.
   *
   * <p>p-values below 1e-12 are not resolved.
   *
   * @param first index of a condition
   * @param second index of another
   * @return the evidence, with the test {@code nemenyi}; for claims about the sign
   */
  public NullEvidence pair(int first, int second) {
    int k = meanRanks.length;
    double error = Math.sqrt(k * (k + 1.0) / (12.0 * replicates));
    StudentizedRange range = new StudentizedRange(k);
    return new NullEvidence(
        "nemenyi",
        replicates,
        meanRanks[first] - meanRanks[second],
        tail -> error * range.upperQuantile(2 * tail));
  }
}
