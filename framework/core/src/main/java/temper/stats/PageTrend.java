package temper.stats;

/**
 * A trend across ordered conditions, each run in every replicate: Page's test. The quantity is the
 * mean rank correlation between a replicate's values and the claimed order, from -1 to 1.
 *
 * <p>The null distribution is exact for up to 8 conditions and 60 replicates, beyond that normal.
 * Ties get mean ranks, which the null distribution does not know of; they make the test weaker.
 *
 * <p>Source: E. B. Page, Ordered hypotheses for multiple treatments, Journal of the American
 * Statistical Association 58 (1963) 216-230.
 *
 * @since 0.1
 */
public final class PageTrend {

  private static final int EXACT_COLUMNS = 8;
  private static final int EXACT_ROWS = 60;

  private PageTrend() {}

  /**
   * Tests for a rise from the first condition to the last.
   *
   * @param rows one row for each replicate, one column for each condition in the claimed order;
   *     numbers, possibly infinite
   * @return the evidence, with the test {@code page}; for claims about the sign
   * @throws IllegalArgumentException if rows differ in length, have fewer than 2 columns or NaN
   */
  public static NullEvidence of(double[][] rows) {
    int k = Ranks.columns(rows);
    int n = rows.length;
    double page = 0;
    for (double[] row : rows) {
      double[] ranks = Ranks.of(row);
      for (int j = 0; j < k; j++) {
        page += (j + 1) * ranks[j];
      }
    }
    double unit = 12.0 / (n * k * ((double) k * k - 1));
    double centre = n * k * (k + 1.0) * (k + 1.0) / 4;
    NullEvidence.Margin margin =
        k <= EXACT_COLUMNS && n <= EXACT_ROWS
            ? NullEvidence.discrete(distribution(n, k), unit)
            : NullEvidence.normal(1 / Math.sqrt(n * (k - 1.0)), unit);
    return new NullEvidence("page", n, unit * (page - centre), margin);
  }

  /** Probabilities of the sum over rows, from its smallest value to its largest. */
  private static double[] distribution(int n, int k) {
    int least = k * (k + 1) * (k + 2) / 6;
    double[] row = new double[k * (k + 1) * (2 * k + 1) / 6 - least + 1];
    permute(row, new boolean[k], 0, -least, 1);
    double[] sum = {1};
    for (int i = 0; i < n; i++) {
      double[] next = new double[sum.length + row.length - 1];
      for (int a = 0; a < sum.length; a++) {
        for (int b = 0; b < row.length; b++) {
          next[a + b] += sum[a] * row[b];
        }
      }
      sum = next;
    }
    return sum;
  }

  private static void permute(
      double[] row, boolean[] used, int column, int sum, double probability) {
    int k = used.length;
    if (column == k) {
      row[sum] += probability;
      return;
    }
    for (int rank = 0; rank < k; rank++) {
      if (!used[rank]) {
        used[rank] = true;
        permute(row, used, column + 1, sum + (column + 1) * (rank + 1), probability / (k - column));
        used[rank] = false;
      }
    }
  }
}
