package temper.simd;

import temper.tensor.Gemm;
import temper.tensor.Tensor;

/**
 * The product of a matrix and one column: four rows are summed side by side, as each sum waits for
 * its last addition. There is nothing here for vectors: their lanes would need rows that lie apart.
 */
final class Float32Column {

  private Float32Column() {}

  static void multiply(Gemm shape, Tensor matrix, Tensor column, Tensor product) {
    int m = shape.m();
    int k = shape.k();
    int rowStep = shape.transposeA() ? 1 : k;
    int step = shape.transposeA() ? m : 1;
    float[] a = matrix.floats();
    float[] b = column.floats();
    float[] c = product.floats();
    int to = product.offset();
    if (!shape.accumulate()) {
      for (int i = 0; i < m; i++) {
        c[to + i] = 0f;
      }
    }
    for (int from = 0; from < k; from += Gemm.BLOCK) {
      int inner = Math.min(Gemm.BLOCK, k - from);
      int aAt = matrix.offset() + from * step;
      int bAt = column.offset() + from;
      int i = 0;
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
