package temper.studies.annealingfolklore;

import java.util.stream.IntStream;

/** Columns of the same replicates. */
final class Pairs {

  private Pairs() {}

  /** The rows in which every column has a number. */
  static double[][] present(double[]... columns) {
    int[] kept =
        IntStream.range(0, columns[0].length)
            .filter(
                row -> {
                  boolean all = true;
                  for (double[] column : columns) {
                    all &= !Double.isNaN(column[row]);
                  }
                  return all;
                })
            .toArray();
    double[][] out = new double[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      double[] column = columns[i];
      out[i] = IntStream.of(kept).mapToDouble(row -> column[row]).toArray();
    }
    return out;
  }
}
