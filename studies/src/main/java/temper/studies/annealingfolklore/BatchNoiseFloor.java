package temper.studies.annealingfolklore;

import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.random.RandomStream;

/**
 * The floor that mini-batches set: least squares with fresh Gaussian examples, where the noise of
 * the gradient is that of drawing examples and grows with the error itself.
 */
final class BatchNoiseFloor implements Experiment<BatchNoiseFloor.Params> {

  static final String NAME = "batch-noise-floor";

  /** Time constants of the flattest direction until the start is forgotten. */
  private static final double BURN_IN = 10;

  private static final int CHECK_EVERY = 1 << 12;

  /**
   * A rate and a batch.
   *
   * @param rate the learning rate
   * @param batch number of examples in a batch
   * @param steps number of steps over which the loss is averaged
   */
  record Params(
      @Doc("the learning rate") @Positive double rate,
      @Doc("number of examples in a batch") @Range(min = 1, max = 1024) int batch,
      @Doc("number of steps over which the loss is averaged") @Range(min = 1) int steps) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Excess loss of mini-batch gradient descent on least squares at constant rates.";
  }

  @Override
  public Params defaults() {
    return new Params(0.1, 4, 100_000);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("loss", "mean excess loss over the steps after the burn-in"),
        Column.number("floor", "the stationary excess loss of the formula"),
        Column.number("ratio", "the one over the other"));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    int steps =
        switch (profile) {
          case SMOKE -> 1_000;
          case QUICK -> 20_000;
          case FULL -> defaults().steps;
        };
    return Design.of(
        List.of(
            new Params(0.1, 1, steps),
            new Params(0.4, 4, steps),
            new Params(0.025, 1, steps),
            new Params(0.1, 4, steps),
            new Params(0.4, 16, steps),
            new Params(0.1, 16, steps)),
        Replicates.chains(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    NoisyLeastSquares problem = NoisyLeastSquares.STANDARD;
    double floor = problem.floor(p.rate, p.batch);
    RandomStream examples = trial.stream("examples");
    double[] errors = new double[problem.dimension()];
    double[] gradient = new double[problem.dimension()];
    long burnIn = (long) Math.ceil(BURN_IN / (p.rate * problem.flattest()));
    double sum = 0;
    for (long step = -burnIn; step < p.steps; step++) {
      problem.step(errors, gradient, p.rate, p.batch, examples);
      sum += step >= 0 ? problem.excess(errors) : 0;
      if (step % CHECK_EVERY == 0) {
        trial.progress((double) (step + burnIn) / (p.steps + burnIn));
      }
    }
    double loss = sum / p.steps;
    trial.metric("loss", loss);
    trial.metric("floor", floor);
    trial.metric("ratio", loss / floor);
  }
}
