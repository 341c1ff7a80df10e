package temper.studies.largeinitialrate.theory;

import temper.data.Examples;

/**
 * The network of the theory as it is written: both parts of an example in all dimensions, no use
 * made of planes, directions or kernels.
 */
final class FullNetwork {

  final double[][] first;
  final double[][] second;
  private final int dimension;

  FullNetwork(double[][] first, double[][] second) {
    this.first = first;
    this.second = second;
    this.dimension = first[0].length;
  }

  static double sign(int neuron, int neurons) {
    return (neuron % 2 == 0 ? 1 : -1) / Math.sqrt(neurons);
  }

  private static double input(double[] weights, double[] x, int offset) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * x[offset + i];
    }
    return sum;
  }

  double output(double[] x) {
    return block(first, x, 0) + block(second, x, dimension);
  }

  double firstOutput(double[] x) {
    return block(first, x, 0);
  }

  double secondOutput(double[] x) {
    return block(second, x, dimension);
  }

  private static double block(double[][] weights, double[] x, int offset) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += sign(j, weights.length) * Math.max(0, input(weights[j], x, offset));
    }
    return sum;
  }

  double loss(Examples examples) {
    double sum = 0;
    for (int row = 0; row < examples.rows(); row++) {
      double y = 2 * examples.label(row) - 1;
      sum += StrictMath.log1p(StrictMath.exp(-y * output(examples.row(row))));
    }
    return sum / examples.rows();
  }

  /** One step with given noise. */
  void descend(
      Examples examples, double rate, double decay, double[][] firstNoise, double[][] secondNoise) {
    double[][] firstGradient = new double[first.length][dimension];
    double[][] secondGradient = new double[second.length][dimension];
    for (int row = 0; row < examples.rows(); row++) {
      double[] x = examples.row(row);
      double y = 2 * examples.label(row) - 1;
      double slope = -y / (1 + StrictMath.exp(y * output(x))) / examples.rows();
      add(firstGradient, first, slope, x, 0);
      add(secondGradient, second, slope, x, dimension);
    }
    move(first, firstGradient, firstNoise, rate, decay);
    move(second, secondGradient, secondNoise, rate, decay);
  }

  private static void add(
      double[][] gradient, double[][] weights, double slope, double[] x, int offset) {
    for (int j = 0; j < weights.length; j++) {
      if (input(weights[j], x, offset) > 0) {
        for (int i = 0; i < weights[j].length; i++) {
          gradient[j][i] += slope * sign(j, weights.length) * x[offset + i];
        }
      }
    }
  }

  private static void move(
      double[][] weights, double[][] gradient, double[][] noise, double rate, double decay) {
    for (int j = 0; j < weights.length; j++) {
      for (int i = 0; i < weights[j].length; i++) {
        weights[j][i] = (1 - rate * decay) * weights[j][i] - rate * (gradient[j][i] + noise[j][i]);
      }
    }
  }
}
