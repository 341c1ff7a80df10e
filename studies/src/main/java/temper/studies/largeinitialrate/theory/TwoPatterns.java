package temper.studies.largeinitialrate.theory;

import java.util.Arrays;
import java.util.stream.IntStream;
import temper.data.Examples;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/** Examples of the two patterns, taken apart into what each block of the network sees. */
final class TwoPatterns {

  /** How many directions the second pattern has. */
  static final int DIRECTIONS = 3;

  static final int FIRST_ALONE = 0;
  static final int SECOND_ALONE = 1;
  static final int BOTH = 2;

  /** How many kinds of examples there are. */
  static final int KINDS = 3;

  private static final int NONE = -1;

  private final double[] signs;
  private final int[] firstRows;
  private final Tensor first;
  private final int[] directions;
  private final double[] factors;

  private TwoPatterns(
      double[] signs, int[] firstRows, Tensor first, int[] directions, double[] factors) {
    this.signs = signs;
    this.firstRows = firstRows;
    this.first = first;
    this.directions = directions;
    this.factors = factors;
  }

  /**
   * Takes examples apart.
   *
   * @param examples features of the first pattern, then the two coordinates of the second
   * @param scale length of the second pattern's common direction
   * @return the examples
   */
  static TwoPatterns of(Examples examples, double scale) {
    int rows = examples.rows();
    int dimension = examples.columns() - 2;
    // A pattern that was not drawn is exactly 0.
    int[] firstRows =
        IntStream.range(0, rows).filter(row -> examples.feature(row, 0) != 0).toArray();
    Tensor first = Tensor.zeros(Precision.FLOAT32, Shape.of(firstRows.length, dimension));
    for (int i = 0; i < firstRows.length; i++) {
      for (int column = 0; column < dimension; column++) {
        first.set(i * dimension + column, examples.feature(firstRows[i], column));
      }
    }
    double[] signs = new double[rows];
    int[] directions = new int[rows];
    double[] factors = new double[rows];
    for (int row = 0; row < rows; row++) {
      double along = examples.feature(row, dimension);
      double across = examples.feature(row, dimension + 1);
      signs[row] = 2 * examples.label(row) - 1;
      factors[row] = along / scale;
      directions[row] = along == 0 ? NONE : across == 0 ? 0 : across > 0 ? 1 : 2;
    }
    return new TwoPatterns(signs, firstRows, first, directions, factors);
  }

  int rows() {
    return signs.length;
  }

  /** The label of an example, +1 or -1. */
  double sign(int row) {
    return signs[row];
  }

  /** The examples that have the first pattern. */
  int[] firstRows() {
    return firstRows;
  }

  /** The first pattern of those examples, [rows, dimension]. */
  Tensor first() {
    return first;
  }

  boolean hasSecond(int row) {
    return directions[row] != NONE;
  }

  /** Which direction the second pattern of an example has. */
  int direction(int row) {
    return directions[row];
  }

  /** The factor of that direction. */
  double factor(int row) {
    return factors[row];
  }

  /**
   * Which patterns each example has.
   *
   * @return {@link #FIRST_ALONE}, {@link #SECOND_ALONE} or {@link #BOTH} for each
   */
  int[] kinds() {
    int[] kinds = new int[rows()];
    Arrays.fill(kinds, SECOND_ALONE);
    for (int row : firstRows) {
      kinds[row] = hasSecond(row) ? BOTH : FIRST_ALONE;
    }
    return kinds;
  }
}
