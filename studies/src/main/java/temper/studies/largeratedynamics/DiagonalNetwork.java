package temper.studies.largeratedynamics;

import java.util.Arrays;
import temper.random.RandomStream;

/**
 * A diagonal linear network: <i>f(x) = &lt;u u - v v, x&gt;</i>, trained on fewer examples than
 * weights. Its train loss is half the mean squared error.
 */
final class DiagonalNetwork {

  private final double[][] inputs;
  private final double[] targets;
  private final double[] u;
  private final double[] v;

  DiagonalNetwork(double[][] inputs, double[] targets, double start) {
    this.inputs = inputs;
    this.targets = targets;
    this.u = new double[inputs[0].length];
    this.v = new double[inputs[0].length];
    Arrays.fill(u, start);
    Arrays.fill(v, start);
  }

  /** The weights of the linear function that it is. */
  double[] weights() {
    double[] weights = new double[u.length];
    Arrays.setAll(weights, j -> u[j] * u[j] - v[j] * v[j]);
    return weights;
  }

  /** A step on one example. */
  void stochasticStep(int example, double rate) {
    double[] x = inputs[example];
    double factor = 2 * rate * error(x, targets[example]);
    for (int j = 0; j < x.length; j++) {
      u[j] -= factor * x[j] * u[j];
      v[j] += factor * x[j] * v[j];
    }
  }

  /** A step on all examples. */
  void fullStep(double rate, double[] scratch) {
    Arrays.fill(scratch, 0);
    for (int i = 0; i < inputs.length; i++) {
      double error = error(inputs[i], targets[i]) / inputs.length;
      for (int j = 0; j < scratch.length; j++) {
        scratch[j] += error * inputs[i][j];
      }
    }
    for (int j = 0; j < scratch.length; j++) {
      u[j] -= 2 * rate * scratch[j] * u[j];
      v[j] += 2 * rate * scratch[j] * v[j];
    }
  }

  private double error(double[] x, double target) {
    double output = 0;
    for (int j = 0; j < x.length; j++) {
      output += (u[j] * u[j] - v[j] * v[j]) * x[j];
    }
    return output - target;
  }

  double trainLoss() {
    double sum = 0;
    for (int i = 0; i < inputs.length; i++) {
      double error = error(inputs[i], targets[i]);
      sum += error * error;
    }
    return sum / (2 * inputs.length);
  }

  /** The expected square error for standard Gaussian inputs. */
  double testError(double[] truth) {
    double[] weights = weights();
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      double difference = weights[j] - truth[j];
      sum += difference * difference;
    }
    return sum;
  }

  /** The sum of the sizes of the weights. */
  double oneNorm() {
    double sum = 0;
    for (double weight : weights()) {
      sum += Math.abs(weight);
    }
    return sum;
  }

  /** A vector of so many entries of -1 or 1 among zeros. */
  static double[] sparse(int dimension, int nonzero, RandomStream stream) {
    double[] truth = new double[dimension];
    for (int j : stream.sample(dimension, nonzero)) {
      truth[j] = stream.nextBoolean() ? 1 : -1;
    }
    return truth;
  }
}
