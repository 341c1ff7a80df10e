package temper.studies.largeratedynamics;

import java.util.List;
import temper.lab.study.Trial;
import temper.random.RandomStream;
import temper.studies.fullbatch.FeedForward;
import temper.studies.fullbatch.FullBatchLoss;
import temper.tensor.UnaryFunction;

/**
 * A train set that a network of one hidden layer of tanh units has to work hard for: signs by coin
 * toss at Gaussian inputs whose spectrum falls as a power, as that of natural images does. The loss
 * is half the mean squared error.
 *
 * @param network one hidden layer, with biases
 * @param loss of all examples
 */
record TanhProblem(FeedForward network, FullBatchLoss loss) {

  /** Standard deviation of the first input; that of the j-th one is this over j. */
  private static final double LARGEST_DEVIATION = 12;

  /** Draws the train set. */
  static TanhProblem draw(int samples, int inputs, int hidden, Trial trial) {
    RandomStream stream = trial.stream("inputs");
    RandomStream coin = trial.stream("labels");
    double[][] x = new double[samples][inputs];
    double[][] y = new double[samples][1];
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < inputs; j++) {
        x[i][j] = LARGEST_DEVIATION / (j + 1) * stream.gaussian();
      }
      y[i][0] = coin.nextBoolean() ? 1 : -1;
    }
    FeedForward network = new FeedForward(List.of(inputs, hidden, 1), UnaryFunction.TANH, true);
    return new TanhProblem(network, network.squaredError(x, y));
  }

  /** Parameters at the start of training. */
  double[] start(Trial trial) {
    return network.initialize(trial.stream("init"), 1);
  }

  /** The largest eigenvalue of the Hessian, to three digits. */
  double sharpness(double[] point, Trial trial) {
    return loss.extremes(point, trial.stream("lanczos"), 1e-3).largest();
  }
}
