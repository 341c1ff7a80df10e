package temper.studies.sharpminima;

import java.util.Arrays;
import temper.lab.study.DivergedException;
import temper.lab.study.Trial;
import temper.random.RandomStream;
import temper.studies.fullbatch.FeedForward;
import temper.studies.fullbatch.FullBatchLoss;

/**
 * A small network trained by gradient descent on noisy data: the minimum that experiments start
 * from.
 *
 * <p>Inputs are standard Gaussian and the target is <i>max(x_1, 0) - max(x_2, 0)</i> with Gaussian
 * noise of deviation 0.4, so that train and test loss differ.
 *
 * @param network its shape
 * @param train the train loss, half the mean squared error
 * @param test the test loss on fresh examples
 * @param examples train inputs followed by test inputs
 * @param parameters where gradient descent ended
 */
@SuppressWarnings("ArrayRecordComponent") // Short-lived; nobody compares.
record Minimum(
    FeedForward network,
    FullBatchLoss train,
    FullBatchLoss test,
    double[][] examples,
    double[] parameters) {

  static final int TRAIN = 100;
  static final int TEST = 1000;
  private static final double NOISE = 0.4;
  private static final int BETWEEN_REPORTS = 100;

  /**
   * Draws data and trains.
   *
   * @param network with one output
   * @param rate of gradient descent
   * @param steps of gradient descent
   * @param trial gives the streams "inputs", "noise" and "init"
   * @return the end of training
   */
  static Minimum train(FeedForward network, double rate, int steps, Trial trial) {
    Minimum start = start(network, trial);
    double[] point = start.parameters;
    double[] scratch = new double[point.length];
    double[] best = point.clone();
    double slope = Double.POSITIVE_INFINITY;
    for (int step = 0; step < steps; step++) {
      double loss = start.train.gradient(point, scratch);
      if (!Double.isFinite(loss)) {
        throw new DivergedException("the train loss was " + loss + " at step " + step);
      }
      double length = length(scratch);
      // On a kink descent goes to and fro; the flattest of the later points is kept.
      if (step >= steps / 2 && length < slope) {
        slope = length;
        System.arraycopy(point, 0, best, 0, point.length);
      }
      for (int i = 0; i < point.length; i++) {
        point[i] -= rate * scratch[i];
      }
      if (step % BETWEEN_REPORTS == 0) {
        trial.progress(0.5 * step / steps);
      }
    }
    return start.at(best);
  }

  /** The same problem before training. */
  static Minimum start(FeedForward network, Trial trial) {
    double[][] examples = new double[TRAIN + TEST][network.widths().get(0)];
    double[][] targets = new double[TRAIN + TEST][1];
    draw(examples, targets, trial);
    return new Minimum(
        network,
        network.squaredError(part(examples, 0, TRAIN), part(targets, 0, TRAIN)),
        network.squaredError(part(examples, TRAIN, TEST), part(targets, TRAIN, TEST)),
        examples,
        network.initialize(trial.stream("init"), 2));
  }

  /** Draws examples of at least two inputs. */
  static void draw(double[][] examples, double[][] targets, Trial trial) {
    RandomStream inputs = trial.stream("inputs");
    RandomStream noise = trial.stream("noise");
    for (int i = 0; i < examples.length; i++) {
      inputs.fillGaussian(examples[i]);
      double signal = Math.max(examples[i][0], 0) - Math.max(examples[i][1], 0);
      targets[i][0] = signal + NOISE * noise.gaussian();
    }
  }

  private static double[][] part(double[][] rows, int from, int count) {
    return Arrays.copyOfRange(rows, from, from + count);
  }

  /** The same problem at other parameters. */
  Minimum at(double[] point) {
    return new Minimum(network, train, test, examples, point);
  }

  /** The outputs for all examples. */
  double[] outputs(double[] point) {
    double[] outputs = new double[examples.length];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = network.at(point, examples[i])[0];
    }
    return outputs;
  }

  /** The length of a vector. */
  static double length(double[] x) {
    return length(x, 0, x.length);
  }

  /** The length of a part of a vector. */
  static double length(double[] x, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += x[i] * x[i];
    }
    return Math.sqrt(sum);
  }
}
