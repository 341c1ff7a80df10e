package temper.studies.largeratedynamics;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.DivergedException;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.NonNegative;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.random.RandomStream;

/** Diagonal linear networks that learn a sparse target after phases of a large learning rate. */
final class SparseFeatures implements Experiment<SparseFeatures.Params> {

  static final String NAME = "sparse-features";
  static final String STOCHASTIC = "stochastic";
  static final String FULL = "full";

  /** The large rate, the small one, and the steps at the large rate of the claims. */
  static final double LARGE = 0.055;

  static final double SMALL = 0.005;
  static final int STEPS = 40_000;
  static final int[] DURATIONS = {0, 100, 400, 1_600, 6_400};

  private static final int BETWEEN_REPORTS = 1_000;
  private static final double DIVERGED = 1e6;

  /**
   * One run.
   *
   * @param gradient of one example at a time, or of all
   * @param large learning rate of the first phase
   * @param duration steps of the first phase
   * @param small learning rate afterwards
   * @param steps of both phases together
   * @param start value of all weights at first
   * @param dimension number of inputs
   * @param samples number of train examples
   * @param nonzero number of inputs that the target depends on
   */
  record Params(
      @Doc("gradient of one example at a time, or of all") @OneOf({STOCHASTIC, FULL})
          String gradient,
      @Doc("learning rate of the first phase") @Positive double large,
      @Doc(value = "steps of the first phase", unit = "steps") @NonNegative int duration,
      @Doc("learning rate afterwards") @Positive double small,
      @Doc(value = "steps of both phases", unit = "steps") @Range(min = 1) int steps,
      @Doc("value of all weights at first") @Positive double start,
      @Doc("number of inputs") @Range(min = 1) int dimension,
      @Doc("number of train examples") @Range(min = 1) int samples,
      @Doc("number of inputs that the target depends on") @Range(min = 1) int nonzero) {

    /**
     * Checks the target.
     *
     * @throws IllegalArgumentException if it depends on more inputs than there are
     */
    Params {
      if (nonzero > dimension) {
        throw new IllegalArgumentException(
            "nonzero must be at most dimension = " + dimension + ", got " + nonzero);
      }
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Test error of diagonal linear networks after a phase of a large learning rate.";
  }

  @Override
  public Params defaults() {
    return new Params(STOCHASTIC, LARGE, 20_000, SMALL, STEPS, 0.1, 100, 40, 5);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("test_error", "expected square error for standard Gaussian inputs"),
        Column.number("log_test_error", "its natural logarithm"),
        Column.number("train_loss", "half the mean square error of the train examples"),
        Column.number("one_norm", "sum of the sizes of the weights of the linear function"));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    int steps = profile == Profile.SMOKE ? 14_000 : STEPS;
    List<Params> cells = new ArrayList<>();
    for (int duration : DURATIONS) {
      cells.add(cell(STOCHASTIC, duration, steps));
    }
    cells.add(cell(STOCHASTIC, steps / 2, steps));
    cells.add(cell(FULL, 0, steps));
    cells.add(cell(FULL, steps / 2, steps));
    return Design.of(cells, Replicates.sparse(profile));
  }

  private Params cell(String gradient, int duration, int steps) {
    Params d = defaults();
    return new Params(
        gradient, LARGE, duration, SMALL, steps, d.start, d.dimension, d.samples, d.nonzero);
  }

  @Override
  public void run(Params p, Trial trial) {
    RandomStream stream = trial.stream("inputs");
    double[] truth = DiagonalNetwork.sparse(p.dimension, p.nonzero, trial.stream("target"));
    double[][] inputs = new double[p.samples][p.dimension];
    double[] targets = new double[p.samples];
    for (int i = 0; i < p.samples; i++) {
      stream.fillGaussian(inputs[i]);
      for (int j = 0; j < p.dimension; j++) {
        targets[i] += inputs[i][j] * truth[j];
      }
    }
    DiagonalNetwork network = new DiagonalNetwork(inputs, targets, p.start);
    RandomStream order = trial.stream("order");
    double[] scratch = new double[p.dimension];
    for (int step = 0; step < p.steps; step++) {
      double rate = step < p.duration ? p.large : p.small;
      if (p.gradient.equals(STOCHASTIC)) {
        network.stochasticStep(order.nextInt(p.samples), rate);
      } else {
        network.fullStep(rate, scratch);
      }
      if (step % BETWEEN_REPORTS == 0) {
        trial.progress((double) step / p.steps);
      }
    }
    double loss = network.trainLoss();
    if (!(loss < DIVERGED)) {
      throw new DivergedException("the train loss was " + loss + " at the end");
    }
    trial.metric("test_error", network.testError(truth));
    trial.metric("log_test_error", StableMath.log(network.testError(truth)));
    trial.metric("train_loss", loss);
    trial.metric("one_norm", network.oneNorm());
  }
}
