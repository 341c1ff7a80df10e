package temper.studies.convexlinearregression;

import java.util.Arrays;
import java.util.Comparator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, <i>S = V diag(c) V'</i>, by EJML's
 * symmetric QR algorithm.
 *
 * <p>Eigenvalues descend. The sign of an eigenvector is fixed so that its entry of largest size,
 * the first of them, is positive. Eigenvalues of a positive semidefinite matrix that rounding has
 * made negative are returned as 0.
 *
 * @since 0.1
 */
public final class EigenSystem {

  private final double[] values;
  private final double[][] vectors;

  private EigenSystem(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /**
   * Decomposes a symmetric positive semidefinite matrix.
   *
   * @param matrix the matrix; not modified
   * @return its eigenvalues and eigenvectors
   * @throws IllegalArgumentException if the decomposition does not converge, as happens with
   *     entries that are not finite
   */
  public static EigenSystem of(DMatrixRMaj matrix) {
    int d = matrix.getNumRows();
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, true, true);
    if (!eigen.decompose(matrix.copy())) {
      throw new IllegalArgumentException("the eigendecomposition did not converge");
    }
    double[] values = new double[d];
    for (int i = 0; i < d; i++) {
      values[i] = eigen.getEigenvalue(i).getReal();
    }
    Integer[] order = new Integer[d];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -values[i]));
    double[] sorted = new double[d];
    double[][] vectors = new double[d][];
    for (int i = 0; i < d; i++) {
      sorted[i] = Math.max(0, values[order[i]]);
      vectors[i] = oriented(eigen.getEigenVector(order[i]).getData());
    }
    return new EigenSystem(sorted, vectors);
  }

  private static double[] oriented(double[] vector) {
    double largest = 0;
    for (double v : vector) {
      if (Math.abs(v) > Math.abs(largest)) {
        largest = v;
      }
    }
    double sign = largest < 0 ? -1 : 1;
    return Arrays.stream(vector).map(v -> sign * v).toArray();
  }

  /**
   * The eigenvalues.
   *
   * @return a copy, descending, each 0 or more
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * The quadratic loss whose curvatures are the eigenvalues.
   *
   * @return the loss in the eigenbasis
   */
  public QuadraticLoss loss() {
    return QuadraticLoss.of(values);
  }

  /**
   * The coordinates of a vector in the eigenbasis, <i>V'x</i>.
   *
   * @param x a vector; not modified
   * @return a new array
   */
  public double[] project(double[] x) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        sum += vectors[i][j] * x[j];
      }
      out[i] = sum;
    }
    return out;
  }

  /**
   * The vector with given coordinates in the eigenbasis, <i>Va</i>.
   *
   * @param coordinates one number for each eigenvector; not modified
   * @return a new array
   */
  public double[] expand(double[] coordinates) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      for (int j = 0; j < out.length; j++) {
        out[j] += vectors[i][j] * coordinates[i];
      }
    }
    return out;
  }
}
