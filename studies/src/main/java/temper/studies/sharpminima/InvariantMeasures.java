package temper.studies.sharpminima;

import org.ejml.data.DMatrixRMaj;
import temper.autodiff.Program;
import temper.autodiff.Reductions;
import temper.autodiff.Tape;
import temper.autodiff.Variable;
import temper.random.RandomStream;
import temper.studies.fullbatch.FeedForward;
import temper.studies.fullbatch.FullBatchLoss;
import temper.studies.fullbatch.SymmetricEigen;
import temper.tensor.KernelProviders;
import temper.tensor.Precision;
import temper.tensor.Shape;

/**
 * Measures of a minimum that scaling layers against one another does not change.
 *
 * <p>Sources: B. Neyshabur and others, Norm-Based Capacity Control in Neural Networks, COLT (2015);
 * T. Liang and others, Fisher-Rao Metric, Geometry, and Complexity of Neural Networks, AISTATS
 * (2019); J. Kwon and others, ASAM, ICML (2021); H. Li and others, Visualizing the Loss Landscape
 * of Neural Nets, NeurIPS (2018).
 */
final class InvariantMeasures {

  /** How far one goes along a normalised direction, in lengths of the rows. */
  private static final double REACH = 0.5;

  private InvariantMeasures() {}

  /** The root of the sum, over all paths from an input to the output, of the squared products. */
  static double pathNorm(FeedForward network, double[] point) {
    double[] squares = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      squares[i] = point[i] * point[i];
    }
    double[] ones = new double[network.widths().get(0)];
    java.util.Arrays.fill(ones, 1);
    double sum = 0;
    for (double output : network.at(squares, ones)) {
      sum += output;
    }
    return Math.sqrt(sum);
  }

  /**
   * The Fisher-Rao norm of a network of one output under squared error: the root of the mean over
   * examples of the squared inner product of parameters and the output's gradient.
   */
  static double fisherRao(FeedForward network, double[] point, double[][] inputs) {
    Tape tape = new Tape(Precision.FLOAT64);
    Variable parameters = tape.input("parameters", Shape.of(point.length));
    Variable example = tape.input("example", Shape.of(1, inputs[0].length));
    Variable output = Reductions.sum(network.record(parameters, example));
    Variable slope = tape.gradient(output, parameters);
    Program program = tape.compile(KernelProviders.best().create(Precision.FLOAT64), output, slope);
    for (int i = 0; i < point.length; i++) {
      parameters.tensor().set(i, point[i]);
    }
    double sum = 0;
    for (double[] input : inputs) {
      for (int j = 0; j < input.length; j++) {
        example.tensor().set(j, input[j]);
      }
      program.run();
      double product = 0;
      for (int i = 0; i < point.length; i++) {
        product += point[i] * program.value(slope).get(i);
      }
      sum += product * product;
    }
    return Math.sqrt(sum / inputs.length);
  }

  /** The largest eigenvalue of the Hessian with each parameter measured in units of its size. */
  static double adaptive(DMatrixRMaj hessian, double[] point) {
    DMatrixRMaj scaled = hessian.copy();
    for (int i = 0; i < point.length; i++) {
      for (int j = 0; j < point.length; j++) {
        scaled.set(i, j, Math.abs(point[i]) * hessian.get(i, j) * Math.abs(point[j]));
      }
    }
    return SymmetricEigen.of(scaled).largest();
  }

  /**
   * The mean second difference of the loss along random directions in which each unit's weights
   * have the length of that unit's weights in the network.
   */
  static double filterNormalized(
      FeedForward network,
      FullBatchLoss loss,
      double[] point,
      int directions,
      RandomStream stream) {
    double base = loss.at(point);
    double sum = 0;
    for (int k = 0; k < directions; k++) {
      double[] direction = direction(network, point, stream);
      double rise =
          loss.at(along(point, direction, REACH)) + loss.at(along(point, direction, -REACH));
      sum += (rise - 2 * base) / (REACH * REACH);
    }
    return sum / directions;
  }

  /** A random direction of filter-wise normalised length. */
  static double[] direction(FeedForward network, double[] point, RandomStream stream) {
    double[] direction = new double[point.length];
    stream.fillGaussian(direction);
    for (int layer = 0; layer < network.layers(); layer++) {
      int width = network.widths().get(layer);
      for (int row = network.start(layer); row < network.start(layer + 1); row += width) {
        double factor =
            Minimum.length(point, row, row + width) / Minimum.length(direction, row, row + width);
        for (int i = row; i < row + width; i++) {
          direction[i] *= factor;
        }
      }
    }
    return direction;
  }

  /** A point on the line through a point. */
  static double[] along(double[] point, double[] direction, double distance) {
    double[] moved = point.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += distance * direction[i];
    }
    return moved;
  }
}
