package temper.numerics;

/**
 * Sums over arrays in one fixed order: eight virtual lanes inside a block of 256, blocks joined by
 * a balanced tree. Neither the hardware's vector width nor threads enter, so bits never change; the
 * error grows with the logarithm of the length only.
 *
 * @since 0.1
 */
public final class Sums {

  private static final int BLOCK = 256;
  private static final int LANES = 8;

  private Sums() {}

  /**
   * The sum of an array.
   *
   * @param values not modified
   * @return the sum; 0 for no values
   */
  public static double sum(double[] values) {
    return sum(values, 0, values.length);
  }

  private static double sum(double[] values, int start, int end) {
    if (end - start > BLOCK) {
      int middle = split(start, end);
      return sum(values, start, middle) + sum(values, middle, end);
    }
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int i = start;
    for (; i <= end - LANES; i += LANES) {
      s0 += values[i];
      s1 += values[i + 1];
      s2 += values[i + 2];
      s3 += values[i + 3];
      s4 += values[i + 4];
      s5 += values[i + 5];
      s6 += values[i + 6];
      s7 += values[i + 7];
    }
    double rest = 0;
    for (; i < end; i++) {
      rest += values[i];
    }
    return (((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7))) + rest;
  }

  /** The middle, at a whole number of blocks from the start. */
  private static int split(int start, int end) {
    int blocks = (end - start + BLOCK - 1) / BLOCK;
    return start + (blocks + 1) / 2 * BLOCK;
  }

  /**
   * The inner product of two arrays, its products fused with the sums inside a block.
   *
   * @param a not modified
   * @param b not modified, as long as {@code a}
   * @return the sum of products; 0 for no values
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double dot(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "both arrays must have the same length, got " + a.length + " and " + b.length);
    }
    return dot(a, b, 0, a.length);
  }

  private static double dot(double[] a, double[] b, int start, int end) {
    if (end - start > BLOCK) {
      int middle = split(start, end);
      return dot(a, b, start, middle) + dot(a, b, middle, end);
    }
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int i = start;
    for (; i <= end - LANES; i += LANES) {
      s0 = Math.fma(a[i], b[i], s0);
      s1 = Math.fma(a[i + 1], b[i + 1], s1);
      s2 = Math.fma(a[i + 2], b[i + 2], s2);
      s3 = Math.fma(a[i + 3], b[i + 3], s3);
      s4 = Math.fma(a[i + 4], b[i + 4], s4);
      s5 = Math.fma(a[i + 5], b[i + 5], s5);
      s6 = Math.fma(a[i + 6], b[i + 6], s6);
      s7 = Math.fma(a[i + 7], b[i + 7], s7);
    }
    double rest = 0;
    for (; i < end; i++) {
      rest = Math.fma(a[i], b[i], rest);
    }
    return (((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7))) + rest;
  }

  /**
   * log(e^x1 + ... + e^xn) without overflow; the largest term is kept out of the sum so that small
   * ones are not lost beside it.
   *
   * @param values not modified
   * @return the logarithm; negative infinity for no values, NaN if any value is NaN
   */
  public static double logSumExp(double... values) {
    int largest = -1;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        return Double.NaN;
      }
      if (largest < 0 || values[i] > values[largest]) {
        largest = i;
      }
    }
    if (largest < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double maximum = values[largest];
    if (Double.isInfinite(maximum)) {
      return maximum;
    }
    CompensatedSum others = new CompensatedSum();
    for (int i = 0; i < values.length; i++) {
      if (i != largest) {
        others.add(StableMath.exp(values[i] - maximum));
      }
    }
    return maximum + StableMath.log1p(others.value());
  }
}
