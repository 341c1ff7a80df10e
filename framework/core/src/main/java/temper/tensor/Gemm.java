package temper.tensor;

/**
 * The geometry of a matrix product {@code C = op(A) op(B)}, or {@code C += op(A) op(B)}, of dense
 * row-major matrices.
 *
 * <p>Each element of C is summed over the inner index in blocks of {@value #BLOCK}: fused
 * multiply-adds in order within a block, from zero; the blocks' sums are added in order, to zero or
 * to what stands in C. An inner length of 0 leaves zero, or C as it stands.
 *
 * <p>Shapes: op(A) is [m, k], op(B) is [k, n], C is [m, n]; A is stored as [k, m] if transposed, B
 * as [n, k] if transposed.
 *
 * @param m rows of C, {@code >= 0}
 * @param n columns of C, {@code >= 0}
 * @param k the inner length, {@code >= 0}
 * @param transposeA whether A is stored transposed
 * @param transposeB whether B is stored transposed
 * @param accumulate whether the product is added to C rather than put in its place
 * @since 0.2
 */
public record Gemm(
    int m, int n, int k, boolean transposeA, boolean transposeB, boolean accumulate) {

  /** Inner indices that are summed from zero before they are added to the output. */
  public static final int BLOCK = 256;

  /** Rejects negative lengths. */
  public Gemm {
    if (m < 0 || n < 0 || k < 0) {
      throw new IllegalArgumentException(
          "a matrix product has lengths >= 0, got m = %d, n = %d, k = %d".formatted(m, n, k));
    }
  }
}
