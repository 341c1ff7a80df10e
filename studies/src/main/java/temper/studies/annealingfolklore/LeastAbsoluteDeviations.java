package temper.studies.annealingfolklore;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import temper.random.RandomStream;

/**
 * The mean absolute residual <i>f(x) = mean |a_i'x - b_i|</i>: convex, piecewise linear, with a
 * minimum that a rate which does not fall never settles in.
 */
final class LeastAbsoluteDeviations {

  /** The smoothing at which the search for the minimum ends; it bounds the error. */
  private static final double SMALLEST_WIDTH = 1e-6;

  private static final double NARROWING = 0.1;
  private static final int NARROWINGS = 6;
  private static final int NEWTON_STEPS = 60;
  private static final int HALVINGS = 40;

  private final double[][] inputs;
  private final double[] targets;

  LeastAbsoluteDeviations(double[][] inputs, double[] targets) {
    this.inputs = inputs;
    this.targets = targets;
  }

  /** Gaussian inputs, a solution of length about 1, and Gaussian errors. */
  static LeastAbsoluteDeviations draw(int samples, int dimension, double error, RandomStream data) {
    double[] solution = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      solution[j] = data.gaussian() / Math.sqrt(dimension);
    }
    double[][] inputs = new double[samples][dimension];
    double[] targets = new double[samples];
    for (int i = 0; i < samples; i++) {
      data.fillGaussian(inputs[i]);
      targets[i] = dot(inputs[i], solution) + error * data.gaussian();
    }
    return new LeastAbsoluteDeviations(inputs, targets);
  }

  int dimension() {
    return inputs[0].length;
  }

  /** The mean absolute residual. */
  double at(double[] x) {
    double sum = 0;
    for (int i = 0; i < targets.length; i++) {
      sum += Math.abs(dot(inputs[i], x) - targets[i]);
    }
    return sum / targets.length;
  }

  /** A step of stochastic subgradient descent on one sample, in place. */
  void step(double[] x, int sample, double rate) {
    double[] a = inputs[sample];
    double move = -rate * Math.signum(dot(a, x) - targets[sample]);
    for (int j = 0; j < x.length; j++) {
      x[j] += move * a[j];
    }
  }

  /**
   * Bounds of the minimum.
   *
   * @param low from a point of the dual problem that is feasible but for rounding
   * @param high the loss at the best point found
   */
  record Minimum(double low, double high) {}

  /**
   * The minimum, by Newton's method on <i>mean sqrt(r_i^2 + w^2)</i> for smaller and smaller widths
   * w. Where the gradient of that vanishes, <i>y_i = r_i / sqrt(r_i^2 + w^2)</i> is feasible in the
   * dual problem, so that <i>-mean y_i b_i</i> bounds the minimum from below, within w.
   */
  Minimum minimum() {
    double[] x = new double[dimension()];
    for (int narrowing = NARROWINGS; narrowing >= 0; narrowing--) {
      double width = SMALLEST_WIDTH / StrictMath.pow(NARROWING, narrowing);
      int steps = 0;
      while (steps < NEWTON_STEPS && newton(x, width)) {
        steps++;
      }
    }
    double low = 0;
    for (int i = 0; i < targets.length; i++) {
      double r = dot(inputs[i], x) - targets[i];
      low -= r / smooth(r, SMALLEST_WIDTH) * targets[i];
    }
    return new Minimum(low / targets.length, at(x));
  }

  /** One damped step, in place; whether it lowered the loss by more than rounding. */
  private boolean newton(double[] x, double width) {
    int d = x.length;
    DMatrixRMaj hessian = new DMatrixRMaj(d, d);
    DMatrixRMaj gradient = new DMatrixRMaj(d, 1);
    for (int i = 0; i < targets.length; i++) {
      double[] a = inputs[i];
      double r = dot(a, x) - targets[i];
      double s = smooth(r, width);
      double curvature = width * width / (s * s * s);
      for (int j = 0; j < d; j++) {
        gradient.data[j] += r / s * a[j];
        for (int k = 0; k <= j; k++) {
          hessian.data[j * d + k] += curvature * a[j] * a[k];
        }
      }
    }
    for (int j = 0; j < d; j++) {
      hessian.data[j * d + j] += 1e-12 * hessian.data[0] + Double.MIN_NORMAL;
      for (int k = j + 1; k < d; k++) {
        hessian.data[j * d + k] = hessian.data[k * d + j];
      }
    }
    DMatrixRMaj direction = new DMatrixRMaj(d, 1);
    if (!CommonOps_DDRM.solve(hessian, gradient, direction)) {
      return false;
    }
    return descend(x, direction.data, width);
  }

  private boolean descend(double[] x, double[] direction, double width) {
    double before = smoothed(x, width);
    double[] trial = new double[x.length];
    double share = 1;
    for (int halving = 0; halving < HALVINGS; halving++) {
      for (int j = 0; j < x.length; j++) {
        trial[j] = x[j] - share * direction[j];
      }
      double after = smoothed(trial, width);
      if (after < before) {
        System.arraycopy(trial, 0, x, 0, x.length);
        return before - after > 1e-15 * before;
      }
      share /= 2;
    }
    return false;
  }

  private double smoothed(double[] x, double width) {
    double sum = 0;
    for (int i = 0; i < targets.length; i++) {
      sum += smooth(dot(inputs[i], x) - targets[i], width);
    }
    return sum / targets.length;
  }

  private static double smooth(double residual, double width) {
    return Math.sqrt(residual * residual + width * width);
  }

  private static double dot(double[] a, double[] x) {
    double sum = 0;
    for (int j = 0; j < x.length; j++) {
      sum += a[j] * x[j];
    }
    return sum;
  }
}
