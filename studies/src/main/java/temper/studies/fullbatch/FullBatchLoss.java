package temper.studies.fullbatch;

import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import temper.autodiff.ExtremeEigenvalues;
import temper.autodiff.HessianVectorProduct;
import temper.autodiff.Program;
import temper.autodiff.Tape;
import temper.autodiff.Variable;
import temper.random.RandomStream;
import temper.tensor.KernelProviders;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * A loss as a function of one vector of parameters, in float64, with its exact gradient and
 * Hessian. Belongs to one thread.
 *
 * @since 0.2
 */
public final class FullBatchLoss {

  /** Error of the largest eigenvalue, as a share of the largest magnitude, at which to stop. */
  private static final double TOLERANCE = 1e-9;

  private final Variable parameters;
  private final Variable loss;
  private final Variable slope;
  private final Program value;
  private final Program gradient;
  private final HessianVectorProduct hessian;

  /**
   * Records the loss.
   *
   * @param size number of parameters, {@code >= 1}
   * @param recording records the loss, one number, on the tape of the parameters it is given
   */
  public FullBatchLoss(int size, UnaryOperator<Variable> recording) {
    Kernels kernels = KernelProviders.best().create(Precision.FLOAT64);
    Tape tape = new Tape(Precision.FLOAT64);
    parameters = tape.input("parameters", Shape.of(size));
    loss = recording.apply(parameters);
    slope = tape.gradient(loss, parameters);
    value = tape.compile(kernels, loss);
    gradient = tape.compile(kernels, loss, slope);
    hessian = new HessianVectorProduct(kernels, loss, parameters);
  }

  /**
   * The number of parameters.
   *
   * @return {@code >= 1}
   */
  public int size() {
    return parameters.shape().size();
  }

  /**
   * The loss at a point.
   *
   * @param point as many numbers as there are parameters
   * @return the loss
   */
  public double at(double[] point) {
    place(point);
    value.run();
    return value.number(loss);
  }

  /**
   * The loss and its gradient at a point.
   *
   * @param point as many numbers as there are parameters
   * @param result likewise; overwritten by the gradient
   * @return the loss
   */
  public double gradient(double[] point, double[] result) {
    place(point);
    gradient.run();
    Tensor computed = gradient.value(slope);
    System.arraycopy(computed.doubles(), computed.offset(), result, 0, result.length);
    return gradient.number(loss);
  }

  /**
   * One step of gradient descent.
   *
   * @param point where the step begins; overwritten by where it ends
   * @param rate the learning rate
   * @param scratch as many numbers as there are parameters; overwritten by the gradient
   * @return the loss before the step
   */
  public double descend(double[] point, double rate, double[] scratch) {
    double before = gradient(point, scratch);
    for (int i = 0; i < point.length; i++) {
      point[i] -= rate * scratch[i];
    }
    return before;
  }

  /**
   * The extreme eigenvalues of the Hessian at a point, to nine digits.
   *
   * @param point as many numbers as there are parameters
   * @param start where the random start of the Lanczos method comes from
   * @return the eigenvalues
   */
  public ExtremeEigenvalues extremes(double[] point, RandomStream start) {
    return extremes(point, start, TOLERANCE);
  }

  /**
   * The extreme eigenvalues of the Hessian at a point.
   *
   * @param point as many numbers as there are parameters
   * @param start where the random start of the Lanczos method comes from
   * @param tolerance error of the largest, as a share of the largest magnitude, {@code > 0}
   * @return the eigenvalues
   */
  public ExtremeEigenvalues extremes(double[] point, RandomStream start, double tolerance) {
    place(point);
    return ExtremeEigenvalues.of(hessian, start, tolerance, size());
  }

  /**
   * The whole Hessian at a point, column by column from its products with unit vectors.
   *
   * @param point as many numbers as there are parameters
   * @return a symmetric matrix
   */
  public DMatrixRMaj hessian(double[] point) {
    place(point);
    int size = size();
    Tensor unit = Tensor.zeros(Precision.FLOAT64, Shape.of(size));
    Tensor column = Tensor.zeros(Precision.FLOAT64, Shape.of(size));
    DMatrixRMaj matrix = new DMatrixRMaj(size, size);
    for (int j = 0; j < size; j++) {
      unit.fill(0);
      unit.set(j, 1);
      hessian.multiply(unit, column);
      for (int i = 0; i < size; i++) {
        matrix.set(i, j, column.get(i));
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        double mean = (matrix.get(i, j) + matrix.get(j, i)) / 2;
        matrix.set(i, j, mean);
        matrix.set(j, i, mean);
      }
    }
    return matrix;
  }

  private void place(double[] point) {
    Tensor tensor = parameters.tensor();
    if (point.length != tensor.size()) {
      throw new IllegalArgumentException(
          "point must have " + tensor.size() + " numbers, got " + point.length);
    }
    System.arraycopy(point, 0, tensor.doubles(), tensor.offset(), point.length);
  }
}
