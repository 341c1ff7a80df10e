package temper.autodiff;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import temper.random.RandomStream;
import temper.tensor.Precision;
import temper.tensor.Tensor;

/**
 * The largest and smallest eigenvalue of a Hessian, by the Lanczos method with complete
 * reorthogonalisation from a random start.
 *
 * <p>Each error is the residual norm of the Ritz pair: some eigenvalue lies that near. Ritz values
 * approach the extreme eigenvalues from inside; that the nearest eigenvalue is the extreme one
 * fails only for starts that are nearly orthogonal to its eigenvector, which a random one is with
 * probability 0. Rounding in the products comes on top: about 1e-6 of the largest magnitude in
 * float32, 1e-15 in float64.
 *
 * <p>Source: G. Golub and C. Van Loan, Matrix Computations, 4th edition (2013), section 10.1.
 *
 * <p>Cost: one product, and room for one vector of doubles, for each dimension of the subspace.
 *
 * @param largest the largest Ritz value: the sharpness of a loss
 * @param largestError an eigenvalue lies within this distance of it
 * @param smallest the smallest Ritz value, negative off a minimum
 * @param smallestError an eigenvalue lies within this distance of it
 * @param products how many Hessian-vector products were taken
 * @since 0.2
 */
public record ExtremeEigenvalues(
    double largest, double largestError, double smallest, double smallestError, int products) {

  /** A new direction shorter than this share of the old one is rounding. */
  private static final double BREAKDOWN = 1e-12;

  /**
   * Finds the largest eigenvalue; the smallest comes as near as it comes on the way.
   *
   * @param hessian the Hessian at parameters of at least one number
   * @param start where the random start comes from
   * @param tolerance the error of the largest eigenvalue, as a share of the largest magnitude, at
   *     which to stop, {@code > 0}
   * @param maximumProducts when to stop in any case, {@code >= 1}
   * @return the eigenvalues, with errors that tell whether the tolerance was reached; NaN if a
   *     product is not finite
   * @throws IllegalArgumentException if a number is outside its range or there are no parameters
   */
  public static ExtremeEigenvalues of(
      HessianVectorProduct hessian, RandomStream start, double tolerance, int maximumProducts) {
    int size = hessian.shape().size();
    if (!(tolerance > 0) || maximumProducts < 1 || size < 1) {
      throw new IllegalArgumentException(
          "eigenvalues: tolerance must be > 0, maximumProducts >= 1 and parameters at least one, got %s, %d and %d"
              .formatted(tolerance, maximumProducts, size));
    }
    return new Lanczos(hessian, Math.min(maximumProducts, size)).run(start, tolerance);
  }

  /** The growing Krylov space. */
  private static final class Lanczos {

    private final HessianVectorProduct hessian;
    private final Tensor vector;
    private final Tensor product;
    private final double[][] basis;
    private final double[] diagonal;
    private final double[] offDiagonal;

    Lanczos(HessianVectorProduct hessian, int steps) {
      this.hessian = hessian;
      Precision precision = hessian.precision();
      vector = Tensor.zeros(precision, hessian.shape());
      product = Tensor.zeros(precision, hessian.shape());
      basis = new double[steps + 1][];
      diagonal = new double[steps];
      offDiagonal = new double[steps];
    }

    ExtremeEigenvalues run(RandomStream start, double tolerance) {
      double[] first = new double[vector.size()];
      start.fillGaussian(first);
      scale(first, 1 / Math.sqrt(dot(first, first)));
      basis[0] = first;
      for (int step = 0; ; step++) {
        double[] next = multiply(basis[step]);
        diagonal[step] = dot(next, basis[step]);
        double before = Math.sqrt(dot(next, next));
        orthogonalize(next, step + 1);
        orthogonalize(next, step + 1);
        double rest = Math.sqrt(dot(next, next));
        if (!Double.isFinite(rest)) {
          return new ExtremeEigenvalues(Double.NaN, Double.NaN, Double.NaN, Double.NaN, step + 1);
        }
        boolean complete = step + 1 == next.length || !(rest > BREAKDOWN * before);
        ExtremeEigenvalues found = ritz(step + 1, complete ? 0 : rest);
        double magnitude = Math.max(Math.abs(found.largest), Math.abs(found.smallest));
        boolean near = found.largestError <= tolerance * magnitude;
        if (complete || near || step + 1 == diagonal.length) {
          return found;
        }
        offDiagonal[step] = rest;
        scale(next, 1 / rest);
        basis[step + 1] = next;
      }
    }

    private double[] multiply(double[] x) {
      for (int i = 0; i < x.length; i++) {
        vector.set(i, x[i]);
      }
      hessian.multiply(vector, product);
      return product.toArray();
    }

    private void orthogonalize(double[] x, int count) {
      for (int k = 0; k < count; k++) {
        double overlap = dot(x, basis[k]);
        for (int i = 0; i < x.length; i++) {
          x[i] -= overlap * basis[k][i];
        }
      }
    }

    private ExtremeEigenvalues ritz(int count, double rest) {
      DMatrixRMaj projected = new DMatrixRMaj(count, count);
      for (int i = 0; i < count; i++) {
        projected.set(i, i, diagonal[i]);
        if (i > 0) {
          projected.set(i, i - 1, offDiagonal[i - 1]);
          projected.set(i - 1, i, offDiagonal[i - 1]);
        }
      }
      EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(count, true, true);
      if (!eigen.decompose(projected)) {
        throw new IllegalStateException("no eigenvalues of a tridiagonal matrix: " + projected);
      }
      int top = 0;
      int bottom = 0;
      for (int i = 1; i < count; i++) {
        top = value(eigen, i) > value(eigen, top) ? i : top;
        bottom = value(eigen, i) < value(eigen, bottom) ? i : bottom;
      }
      return new ExtremeEigenvalues(
          value(eigen, top),
          rest * Math.abs(eigen.getEigenVector(top).get(count - 1)),
          value(eigen, bottom),
          rest * Math.abs(eigen.getEigenVector(bottom).get(count - 1)),
          count);
    }

    private static double value(EigenDecomposition_F64<DMatrixRMaj> eigen, int i) {
      return eigen.getEigenvalue(i).getReal();
    }

    private static double dot(double[] x, double[] y) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += x[i] * y[i];
      }
      return sum;
    }

    private static void scale(double[] x, double factor) {
      for (int i = 0; i < x.length; i++) {
        x[i] *= factor;
      }
    }
  }
}
