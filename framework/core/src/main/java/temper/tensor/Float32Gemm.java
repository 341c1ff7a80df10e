package temper.tensor;

import java.util.Arrays;

/**
 * The scalar matrix product: a row of the output at a time, each element summed by the rules of
 * {@link Gemm}.
 */
final class Float32Gemm {

  private float[] transposed = new float[0];
  private float[] sums = new float[0];

  void multiply(Gemm shape, Tensor a, Tensor b, Tensor c) {
    int m = shape.m();
    int n = shape.n();
    int k = shape.k();
    float[] rightData = b.floats();
    int rightOffset = b.offset();
    if (shape.transposeB()) {
      transposed = Float32Arrays.atLeast(transposed, k * n);
      Float32Arrays.transpose(n, k, rightData, rightOffset, transposed, 0);
      rightData = transposed;
      rightOffset = 0;
    }
    int rowStep = shape.transposeA() ? 1 : k;
    int innerStep = shape.transposeA() ? m : 1;
    multiply(
        m,
        n,
        k,
        a.floats(),
        a.offset(),
        rowStep,
        innerStep,
        rightData,
        rightOffset,
        c.floats(),
        c.offset(),
        shape.accumulate());
  }

  /**
   * C = A B or C += A B.
   *
   * @param rowStep how far A's index moves from row to row
   * @param innerStep how far A's index moves along the inner index
   * @param b row-major [k, n]
   * @param c row-major [m, n]
   */
  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  void multiply(
      int m,
      int n,
      int k,
      float[] a,
      int aOffset,
      int rowStep,
      int innerStep,
      float[] b,
      int bOffset,
      float[] c,
      int cOffset,
      boolean accumulate) {
    sums = Float32Arrays.atLeast(sums, n);
    for (int i = 0; i < m; i++) {
      int row = cOffset + i * n;
      if (!accumulate) {
        Arrays.fill(c, row, row + n, 0f);
      }
      for (int from = 0; from < k; from += Gemm.BLOCK) {
        int to = Math.min(k, from + Gemm.BLOCK);
        Arrays.fill(sums, 0, n, 0f);
        for (int p = from; p < to; p++) {
          Float32Arrays.addProduct(
              n, a[aOffset + i * rowStep + p * innerStep], b, bOffset + p * n, sums, 0);
        }
        Float32Arrays.add(n, sums, 0, c, row);
      }
    }
  }
}
