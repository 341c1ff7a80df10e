package temper.studies.fullbatch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, the largest eigenvalue first.
 *
 * @since 0.2
 */
public final class SymmetricEigen {

  private final double[] values;
  private final double[][] vectors;

  private SymmetricEigen(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /**
   * Decomposes a matrix.
   *
   * @param matrix symmetric; not modified
   * @return its eigenvalues and eigenvectors
   * @throws IllegalArgumentException if the matrix holds numbers that are not finite
   */
  public static SymmetricEigen of(DMatrixRMaj matrix) {
    int n = matrix.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!Arrays.stream(matrix.data).allMatch(Double::isFinite) || !eigen.decompose(matrix.copy())) {
      throw new IllegalArgumentException("matrix must be finite and symmetric, got " + matrix);
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    double[][] vectors = new double[n][];
    for (int k = 0; k < n; k++) {
      values[k] = eigen.getEigenvalue(order[k]).getReal();
      vectors[k] = Arrays.copyOf(eigen.getEigenVector(order[k]).data, n);
    }
    return new SymmetricEigen(values, vectors);
  }

  /**
   * The eigenvalues.
   *
   * @return a copy, in falling order
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * The largest eigenvalue.
   *
   * @return the sharpness, if the matrix is a Hessian
   */
  public double largest() {
    return values[0];
  }

  /**
   * The eigenvector of the largest eigenvalue.
   *
   * @return a copy, of length 1
   */
  public double[] top() {
    return vectors[0].clone();
  }
}
