package temper.tensor;

/** Loops over ranges of arrays, short enough for the compiler to vectorise. */
final class Float32Arrays {

  private Float32Arrays() {}

  /** The array itself if it is long enough, else a new one. */
  static float[] atLeast(float[] array, int length) {
    return array.length >= length ? array : new float[length];
  }

  /** y += x. */
  static void add(int n, float[] x, int xOffset, float[] y, int yOffset) {
    for (int i = 0; i < n; i++) {
      y[yOffset + i] += x[xOffset + i];
    }
  }

  /** y = fma(factor, x, y). */
  static void addProduct(int n, float factor, float[] x, int xOffset, float[] y, int yOffset) {
    for (int i = 0; i < n; i++) {
      y[yOffset + i] = Math.fma(factor, x[xOffset + i], y[yOffset + i]);
    }
  }

  /** y[j, i] = x[i, j]. */
  static void transpose(int rows, int columns, float[] x, int xOffset, float[] y, int yOffset) {
    for (int j = 0; j < columns; j++) {
      int to = yOffset + j * rows;
      for (int i = 0; i < rows; i++) {
        y[to + i] = x[xOffset + i * columns + j];
      }
    }
  }

  /** Adds n values to the virtual lanes, the first one to lane 0. */
  static void addToLanes(int n, float[] x, int xOffset, float[] lanes) {
    for (int i = 0; i < n; i++) {
      lanes[i % Kernels.LANES] += x[xOffset + i];
    }
  }

  /** The sum of the lanes, in halves. */
  static float sumOfLanes(float[] lanes) {
    for (int half = Kernels.LANES / 2; half >= 1; half /= 2) {
      for (int j = 0; j < half; j++) {
        lanes[j] += lanes[j + half];
      }
    }
    return lanes[0];
  }
}
