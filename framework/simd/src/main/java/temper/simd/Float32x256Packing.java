package temper.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Copies of parts of matrices into the order in which micro-kernels read them. */
final class Float32x256Packing {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
  private static final int LENGTH = SPECIES.length();

  private Float32x256Packing() {}

  /** y[i, j] = x[i, j]; what lies between columns and the step of y is not touched. */
  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  static void copy(
      int rows, int columns, float[] x, int xOffset, int xStep, float[] y, int yOffset, int yStep) {
    if (columns == 2 * LENGTH) {
      for (int i = 0; i < rows; i++) {
        int from = xOffset + i * xStep;
        int to = yOffset + i * yStep;
        FloatVector left = FloatVector.fromArray(SPECIES, x, from);
        FloatVector right = FloatVector.fromArray(SPECIES, x, from + LENGTH);
        left.intoArray(y, to);
        right.intoArray(y, to + LENGTH);
      }
      return;
    }
    for (int i = 0; i < rows; i++) {
      copyRow(columns, x, xOffset + i * xStep, y, yOffset + i * yStep);
    }
  }

  private static void copyRow(int n, float[] x, int from, float[] y, int to) {
    int whole = n - n % LENGTH;
    for (int j = 0; j < whole; j += LENGTH) {
      FloatVector.fromArray(SPECIES, x, from + j).intoArray(y, to + j);
    }
    for (int j = whole; j < n; j++) {
      y[to + j] = x[from + j];
    }
  }

  /** y[j, i] = x[i, j]. */
  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  static void transpose(
      int rows, int columns, float[] x, int xOffset, int xStep, float[] y, int yOffset, int yStep) {
    int i = 0;
    for (; i + 4 <= rows; i += 4) {
      int from = xOffset + i * xStep;
      int to = yOffset + i;
      for (int j = 0; j < columns; j++) {
        y[to + j * yStep] = x[from + j];
        y[to + j * yStep + 1] = x[from + xStep + j];
        y[to + j * yStep + 2] = x[from + 2 * xStep + j];
        y[to + j * yStep + 3] = x[from + 3 * xStep + j];
      }
    }
    for (; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        y[yOffset + j * yStep + i] = x[xOffset + i * xStep + j];
      }
    }
  }
}
