package temper.stats;

/**
 * The shift between two independent distributions of one shape, by the test of Mann and Whitney:
 * the median of all differences (Hodges and Lehmann) and the interval between two of them.
 *
 * <p>The null distribution is exact while the product of the sample sizes is at most 4000, beyond
 * that normal. Ties make the interval longer, never shorter.
 *
 * <p>Source: M. Hollander and D. A. Wolfe, Nonparametric Statistical Methods, 1973, chapter 4.
 *
 * @since 0.1
 */
public final class MannWhitney {

  private static final int EXACT = 4000;

  private MannWhitney() {}

  /**
   * The shift of the first sample against the second.
   *
   * @param first numbers, possibly infinite
   * @param second numbers, independent of the first
   * @return the evidence, with the test {@code mann-whitney}
   * @throws IllegalArgumentException if a sample is empty or has NaN
   */
  public static RankEvidence of(double[] first, double[] second) {
    Checks.ordered("first", first);
    Checks.ordered("second", second);
    int pairs = Math.multiplyExact(first.length, second.length);
    double[] differences = new double[pairs];
    int next = 0;
    for (double x : first) {
      for (double y : second) {
        differences[next++] = x - y;
      }
    }
    OrderedSample sorted = new OrderedSample(differences);
    int n = first.length + second.length;
    RankEvidence.Ranks ranks =
        pairs <= EXACT
            ? RankEvidence.of(distribution(first.length, second.length))
            : RankEvidence.normal(pairs / 2.0, Math.sqrt(pairs * (n + 1.0) / 12));
    return new RankEvidence("mann-whitney", n, sorted.median(), sorted, ranks);
  }

  /** Probabilities of the number of pairs in order, 0 to first * second. */
  static double[] distribution(int first, int second) {
    double[][] byFirst = new double[first + 1][first * second + 1];
    for (double[] probability : byFirst) {
      probability[0] = 1;
    }
    // The largest of all is of the first sample with chance i / (i + j); then it exceeds j others.
    for (int j = 1; j <= second; j++) {
      for (int i = 1; i <= first; i++) {
        double[] row = byFirst[i];
        double[] fewer = byFirst[i - 1];
        double chance = (double) i / (i + j);
        for (int pairs = i * j; pairs >= 0; pairs--) {
          double largest = pairs >= j ? fewer[pairs - j] : 0;
          row[pairs] = chance * largest + (1 - chance) * row[pairs];
        }
      }
    }
    return byFirst[first];
  }
}
