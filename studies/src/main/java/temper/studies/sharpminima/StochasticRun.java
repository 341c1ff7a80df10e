package temper.studies.sharpminima;

import java.util.function.IntToDoubleFunction;
import temper.lab.study.DivergedException;
import temper.lab.study.Trial;
import temper.random.RandomStream;
import temper.studies.fullbatch.FeedForward;

/**
 * Stochastic gradient descent of a network of one hidden layer and one output, by the formulas of
 * back-propagation: batches are drawn anew at every step.
 */
final class StochasticRun {

  private final Minimum problem;
  private final double[] targets;
  private final int batch;
  private final RandomStream order;
  private final double[] point;
  private final double[] slope;

  private StochasticRun(Minimum problem, double[] targets, int batch, RandomStream order) {
    this.problem = problem;
    this.targets = targets;
    this.batch = batch;
    this.order = order;
    this.point = problem.parameters().clone();
    this.slope = new double[point.length];
  }

  /** Data, weights and order from the trial's streams. */
  static StochasticRun start(FeedForward network, int batch, Trial trial) {
    double[][] examples = new double[Minimum.TRAIN + Minimum.TEST][network.widths().get(0)];
    double[][] targets = new double[examples.length][1];
    Minimum.draw(examples, targets, trial);
    double[] flat = new double[Minimum.TRAIN];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = targets[i][0];
    }
    return new StochasticRun(Minimum.start(network, trial), flat, batch, trial.stream("order"));
  }

  Minimum problem() {
    return problem;
  }

  /** Where it is; not to be modified. */
  double[] point() {
    return point;
  }

  void move(double[] to) {
    System.arraycopy(to, 0, point, 0, point.length);
  }

  /** Takes steps at rates that are counted from 0. */
  void descend(IntToDoubleFunction rates, int steps, Trial trial) {
    for (int step = 0; step < steps; step++) {
      java.util.Arrays.fill(slope, 0);
      for (int k = 0; k < batch; k++) {
        int example = order.nextInt(Minimum.TRAIN);
        addGradient(problem.examples()[example], targets[example]);
      }
      double rate = rates.applyAsDouble(step) / batch;
      for (int i = 0; i < point.length; i++) {
        point[i] -= rate * slope[i];
      }
    }
    if (!Double.isFinite(Minimum.length(point))) {
      throw new DivergedException("weights are no longer finite");
    }
  }

  /** Adds the gradient of half the squared error of one example. */
  private void addGradient(double[] x, double target) {
    int inputs = x.length;
    int outer = problem.network().start(1);
    double error = problem.network().at(point, x)[0] - target;
    for (int unit = 0; unit < point.length - outer; unit++) {
      int row = unit * inputs;
      double sum = 0;
      for (int j = 0; j < inputs; j++) {
        sum += point[row + j] * x[j];
      }
      if (sum > 0) {
        slope[outer + unit] += error * sum;
        double factor = error * point[outer + unit];
        for (int j = 0; j < inputs; j++) {
          slope[row + j] += factor * x[j];
        }
      }
    }
  }
}
