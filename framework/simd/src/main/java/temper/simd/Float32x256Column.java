package temper.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import temper.tensor.Gemm;
import temper.tensor.Tensor;

/**
 * The product of a matrix and one column, or of one row and a matrix. Where elements of a column of
 * the matrix are neighbours, vectors run down it; else four rows are summed side by side, as each
 * sum waits for its last addition. Rows of two elements have no loop of their own, which would cost
 * more than it does.
 */
final class Float32x256Column {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
  private static final int LENGTH = SPECIES.length();

  private Float32x256Column() {}

  /** For products with one column. */
  static void multiply(Gemm shape, Tensor matrix, Tensor column, Tensor product) {
    prepare(shape, shape.m(), product);
    multiply(shape.m(), shape.k(), shape.transposeA(), matrix, column, product);
  }

  /** For products of one row: those of the transposed matrix with that row as a column. */
  static void multiplyRow(Gemm shape, Tensor row, Tensor matrix, Tensor product) {
    prepare(shape, shape.n(), product);
    multiply(shape.n(), shape.k(), !shape.transposeB(), matrix, row, product);
  }

  private static void prepare(Gemm shape, int size, Tensor product) {
    if (!shape.accumulate()) {
      Arrays.fill(product.floats(), product.offset(), product.offset() + size, 0f);
    }
  }

  /** Adds a product; the matrix is [k, m] if it is transposed, else [m, k]. */
  private static void multiply(
      int m, int k, boolean transposed, Tensor matrix, Tensor column, Tensor product) {
    int rowStep = transposed ? 1 : k;
    int step = transposed ? m : 1;
    float[] a = matrix.floats();
    float[] b = column.floats();
    float[] c = product.floats();
    int to = product.offset();
    for (int from = 0; from < k; from += Gemm.BLOCK) {
      int inner = Math.min(Gemm.BLOCK, k - from);
      int aAt = matrix.offset() + from * step;
      int bAt = column.offset() + from;
      int i = 0;
      if (transposed) {
        for (; i + 4 * LENGTH <= m; i += 4 * LENGTH) {
          fourVectors(inner, a, aAt + i, step, b, bAt, c, to + i);
        }
        for (; i + LENGTH <= m; i += LENGTH) {
          vector(inner, a, aAt + i, step, b, bAt, c, to + i);
        }
      } else if (k == 2) {
        i = pairs(m, a, aAt, b, bAt, c, to);
      }
      for (; i + 4 <= m; i += 4) {
        four(inner, a, aAt + i * rowStep, rowStep, step, b, bAt, c, to + i);
      }
      for (; i + 2 <= m; i += 2) {
        two(inner, a, aAt + i * rowStep, rowStep, step, b, bAt, c, to + i);
      }
      if (i < m) {
        float sum = 0f;
        for (int p = 0; p < inner; p++) {
          sum = Math.fma(a[aAt + i * rowStep + p * step], b[bAt + p], sum);
        }
        c[to + i] += sum;
      }
    }
  }

  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  private static void fourVectors(
      int inner, float[] a, int aAt, int step, float[] b, int bAt, float[] c, int to) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = FloatVector.zero(SPECIES);
    FloatVector sum2 = FloatVector.zero(SPECIES);
    FloatVector sum3 = FloatVector.zero(SPECIES);
    for (int p = 0; p < inner; p++) {
      int at = aAt + p * step;
      FloatVector x = FloatVector.broadcast(SPECIES, b[bAt + p]);
      sum0 = FloatVector.fromArray(SPECIES, a, at).fma(x, sum0);
      sum1 = FloatVector.fromArray(SPECIES, a, at + LENGTH).fma(x, sum1);
      sum2 = FloatVector.fromArray(SPECIES, a, at + 2 * LENGTH).fma(x, sum2);
      sum3 = FloatVector.fromArray(SPECIES, a, at + 3 * LENGTH).fma(x, sum3);
    }
    FloatVector.fromArray(SPECIES, c, to).add(sum0).intoArray(c, to);
    FloatVector.fromArray(SPECIES, c, to + LENGTH).add(sum1).intoArray(c, to + LENGTH);
    FloatVector.fromArray(SPECIES, c, to + 2 * LENGTH).add(sum2).intoArray(c, to + 2 * LENGTH);
    FloatVector.fromArray(SPECIES, c, to + 3 * LENGTH).add(sum3).intoArray(c, to + 3 * LENGTH);
  }

  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  private static void vector(
      int inner, float[] a, int aAt, int step, float[] b, int bAt, float[] c, int to) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int p = 0; p < inner; p++) {
      sum =
          FloatVector.fromArray(SPECIES, a, aAt + p * step)
              .fma(FloatVector.broadcast(SPECIES, b[bAt + p]), sum);
    }
    FloatVector.fromArray(SPECIES, c, to).add(sum).intoArray(c, to);
  }

  /** All rows of two elements but the last three at most; how many they are. */
  private static int pairs(int m, float[] a, int aAt, float[] b, int bAt, float[] c, int to) {
    float x = b[bAt];
    float y = b[bAt + 1];
    int i = 0;
    for (; i + 4 <= m; i += 4) {
      int at = aAt + 2 * i;
      c[to + i] += Math.fma(a[at + 1], y, Math.fma(a[at], x, 0f));
      c[to + i + 1] += Math.fma(a[at + 3], y, Math.fma(a[at + 2], x, 0f));
      c[to + i + 2] += Math.fma(a[at + 5], y, Math.fma(a[at + 4], x, 0f));
      c[to + i + 3] += Math.fma(a[at + 7], y, Math.fma(a[at + 6], x, 0f));
    }
    return i;
  }

  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  private static void four(
      int inner, float[] a, int aAt, int rowStep, int step, float[] b, int bAt, float[] c, int to) {
    float sum0 = 0f;
    float sum1 = 0f;
    float sum2 = 0f;
    float sum3 = 0f;
    int at = aAt;
    for (int p = 0; p < inner; p++) {
      float x = b[bAt + p];
      sum0 = Math.fma(a[at], x, sum0);
      sum1 = Math.fma(a[at + rowStep], x, sum1);
      sum2 = Math.fma(a[at + 2 * rowStep], x, sum2);
      sum3 = Math.fma(a[at + 3 * rowStep], x, sum3);
      at += step;
    }
    c[to] += sum0;
    c[to + 1] += sum1;
    c[to + 2] += sum2;
    c[to + 3] += sum3;
  }

  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  private static void two(
      int inner, float[] a, int aAt, int rowStep, int step, float[] b, int bAt, float[] c, int to) {
    float sum0 = 0f;
    float sum1 = 0f;
    int at = aAt;
    for (int p = 0; p < inner; p++) {
      float x = b[bAt + p];
      sum0 = Math.fma(a[at], x, sum0);
      sum1 = Math.fma(a[at + rowStep], x, sum1);
      at += step;
    }
    c[to] += sum0;
    c[to + 1] += sum1;
  }
}
