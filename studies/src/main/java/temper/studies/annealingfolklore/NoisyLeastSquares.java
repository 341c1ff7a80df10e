package temper.studies.annealingfolklore;

import temper.random.RandomStream;

/**
 * Least squares on endless examples <i>x ~ N(0, H)</i>, <i>y = x'w + s xi</i> with H diagonal. With
 * <i>e</i> the error of the weights, a batch of B examples moves it by <i>e &lt;- e - rate mean_i
 * x_i (x_i'e - s xi_i)</i>, and the excess loss is <i>e'He / 2</i>.
 *
 * <p>The second moments <i>m_j = E e_j^2</i> follow a closed recursion, because <i>E x x' M x x' =
 * 2 H M H + tr(H M) H</i> for Gaussian x and a diagonal M:
 *
 * <pre>m_j &lt;- (1 - 2 r h_j + r^2 h_j^2 (1 + 1/B)) m_j + r^2 h_j (S + s^2) / B, S = sum h_j m_j
 * </pre>
 *
 * <p>It is at rest where <i>S = s^2 q / (1 - q)</i> with <i>q = (r / B) sum h_j / (2 - r h_j (1 +
 * 1/B))</i>, and has a resting point only if q is below 1.
 */
final class NoisyLeastSquares {

  /** Ten curvatures from 1 to 0.1 at equal ratios, errors of the targets of 1. */
  static final NoisyLeastSquares STANDARD = withCondition(10, 10, 1);

  private final double[] curvatures;
  private final double[] roots;
  private final double error;

  NoisyLeastSquares(double[] curvatures, double error) {
    this.curvatures = curvatures.clone();
    this.roots = curvatures.clone();
    for (int j = 0; j < roots.length; j++) {
      roots[j] = Math.sqrt(roots[j]);
    }
    this.error = error;
  }

  /** Curvatures from 1 down to one over the condition number, at equal ratios. */
  static NoisyLeastSquares withCondition(int dimension, double condition, double error) {
    double[] curvatures = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      curvatures[j] = StrictMath.pow(condition, -(double) j / (dimension - 1));
    }
    return new NoisyLeastSquares(curvatures, error);
  }

  int dimension() {
    return curvatures.length;
  }

  /** The smallest curvature. */
  double flattest() {
    return curvatures[curvatures.length - 1];
  }

  /** The excess loss of an error. */
  double excess(double[] errors) {
    double sum = 0;
    for (int j = 0; j < errors.length; j++) {
      sum += curvatures[j] * errors[j] * errors[j];
    }
    return sum / 2;
  }

  /** The expected excess loss of second moments. */
  double expected(double[] moments) {
    double sum = 0;
    for (int j = 0; j < moments.length; j++) {
      sum += curvatures[j] * moments[j];
    }
    return sum / 2;
  }

  /** A step on a fresh batch, in place. */
  void step(double[] errors, double[] gradient, double rate, int batch, RandomStream examples) {
    double[] x = new double[errors.length];
    java.util.Arrays.fill(gradient, 0);
    for (int i = 0; i < batch; i++) {
      double residual = -error * examples.gaussian();
      for (int j = 0; j < x.length; j++) {
        x[j] = roots[j] * examples.gaussian();
        residual += x[j] * errors[j];
      }
      for (int j = 0; j < x.length; j++) {
        gradient[j] += residual * x[j];
      }
    }
    for (int j = 0; j < errors.length; j++) {
      errors[j] -= rate / batch * gradient[j];
    }
  }

  /** A step of the second moments, in place. */
  void expectedStep(double[] moments, double rate, double batch) {
    double noise = (2 * expected(moments) + error * error) / batch;
    for (int j = 0; j < moments.length; j++) {
      double move = rate * curvatures[j];
      moments[j] =
          (1 - 2 * move + move * move * (1 + 1 / batch)) * moments[j] + rate * move * noise;
    }
  }

  /**
   * The excess loss at which a constant rate settles.
   *
   * @throws IllegalArgumentException if it settles nowhere
   */
  double floor(double rate, double batch) {
    double q = 0;
    for (double curvature : curvatures) {
      double left = 2 - rate * curvature * (1 + 1 / batch);
      q += left > 0 ? rate / batch * curvature / left : Double.POSITIVE_INFINITY;
    }
    if (!(q < 1)) {
      throw new IllegalArgumentException(
          "rate must be below the stability bound of a batch of " + batch + ", got " + rate);
    }
    return error * error * q / (1 - q) / 2;
  }
}
