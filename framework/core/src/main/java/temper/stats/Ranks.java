package temper.stats;

import java.util.Arrays;

/** Ranks, with the mean rank for ties. */
final class Ranks {

  private Ranks() {}

  static double[] of(double[] values) {
    double[] sorted = Checks.ordered("values", values);
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = 0;
      int equal = 0;
      for (double other : sorted) {
        below += other < values[i] ? 1 : 0;
        equal += other == values[i] ? 1 : 0;
      }
      ranks[i] = below + (equal + 1) / 2.0;
    }
    return ranks;
  }

  /** Checks that rows are of one length, at least 2 columns. */
  static int columns(double[][] rows) {
    Checks.atLeast("number of rows", rows.length, 1);
    Checks.atLeast("number of columns", rows[0].length, 2);
    for (double[] row : rows) {
      Checks.sameLength(rows[0], row);
    }
    return rows[0].length;
  }
}
