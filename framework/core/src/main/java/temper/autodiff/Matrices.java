package temper.autodiff;

import temper.tensor.Gemm;
import temper.tensor.Kernels;
import temper.tensor.Shape;

/**
 * Products of matrices and vectors.
 *
 * @since 0.2
 */
public final class Matrices {

  private Matrices() {}

  /**
   * The product of two matrices.
   *
   * @param a [m, k]
   * @param b [k, n]
   * @return [m, n]
   * @throws IllegalArgumentException if they are no matrices or the inner lengths differ
   */
  public static Variable multiply(Variable a, Variable b) {
    return multiply(a, false, b, false);
  }

  /**
   * The product of two matrices, each as it is or transposed. Nothing is copied to transpose it.
   *
   * @param a [m, k], or [k, m] if transposed
   * @param transposeA whether the left matrix is transposed
   * @param b [k, n], or [n, k] if transposed
   * @param transposeB whether the right matrix is transposed
   * @return [m, n]
   * @throws IllegalArgumentException if they are no matrices or the inner lengths differ
   */
  public static Variable multiply(Variable a, boolean transposeA, Variable b, boolean transposeB) {
    if (a.shape().rank() != 2 || b.shape().rank() != 2) {
      throw new IllegalArgumentException(
          "matrix product: both operands must have two axes, got %s and %s"
              .formatted(a.shape(), b.shape()));
    }
    int m = a.shape().length(transposeA ? 1 : 0);
    int k = a.shape().length(transposeA ? 0 : 1);
    int n = b.shape().length(transposeB ? 0 : 1);
    if (b.shape().length(transposeB ? 1 : 0) != k) {
      throw new IllegalArgumentException(
          "matrix product: %s%s times %s%s; the left one's columns must be as many as the right one's rows"
              .formatted(
                  a.shape(),
                  transposeA ? " transposed" : "",
                  b.shape(),
                  transposeB ? " transposed" : ""));
    }
    Gemm geometry = new Gemm(m, n, k, transposeA, transposeB, false);
    return a.tape().record(new Product(geometry), Shape.of(m, n), a, b);
  }

  /**
   * The transpose of a matrix.
   *
   * @param x [m, n]
   * @return [n, m]
   * @throws IllegalArgumentException if it is no matrix
   */
  public static Variable transpose(Variable x) {
    if (x.shape().rank() != 2) {
      throw new IllegalArgumentException("transpose: needs two axes, got " + x.shape());
    }
    int rows = x.shape().length(0);
    int columns = x.shape().length(1);
    return x.tape().record(new Transpose(rows, columns), Shape.of(columns, rows), x);
  }

  /**
   * The sum of products of corresponding elements.
   *
   * @param x any variable
   * @param y a variable of the same shape
   * @return a scalar
   * @throws IllegalArgumentException if the shapes differ
   */
  public static Variable dot(Variable x, Variable y) {
    if (!x.shape().equals(y.shape())) {
      throw new IllegalArgumentException(
          "inner product: shapes must be equal, got %s and %s".formatted(x.shape(), y.shape()));
    }
    return x.tape().record(new Dot(), Shape.of(), x, y);
  }

  /** {@code op(A) op(B)}. */
  record Product(Gemm geometry) implements Operation {

    @Override
    public String label() {
      return "matrix product";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.multiply(geometry, operands.in(0), operands.in(1), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      boolean transposeA = geometry.transposeA();
      boolean transposeB = geometry.transposeB();
      Variable g = adjoint.gradient();
      if (adjoint.needs(0)) {
        Variable b = adjoint.input(1);
        adjoint.add(
            0, transposeA ? multiply(b, transposeB, g, true) : multiply(g, false, b, !transposeB));
      }
      if (adjoint.needs(1)) {
        Variable a = adjoint.input(0);
        adjoint.add(
            1, transposeB ? multiply(g, true, a, transposeA) : multiply(a, !transposeA, g, false));
      }
    }
  }

  /** A matrix turned round. */
  record Transpose(int rows, int columns) implements Operation {

    @Override
    public String label() {
      return "transpose";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      kernels.transpose(rows, columns, operands.in(0), operands.out(0));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      adjoint.add(0, transpose(adjoint.gradient()));
    }
  }

  /** The inner product. */
  record Dot() implements Operation {

    @Override
    public String label() {
      return "inner product";
    }

    @Override
    public void run(Kernels kernels, Operands operands) {
      operands.out(0).set(0, kernels.dot(operands.in(0), operands.in(1)));
    }

    @Override
    public void differentiate(Adjoint adjoint) {
      for (int i = 0; i < 2; i++) {
        if (adjoint.needs(i)) {
          adjoint.add(i, Elementwise.multiply(adjoint.input(1 - i), adjoint.gradient()));
        }
      }
    }
  }
}
