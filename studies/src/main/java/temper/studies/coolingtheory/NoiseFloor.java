package temper.studies.coolingtheory;

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
 * Stochastic gradient descent at a constant rate on a quadratic: {@code e <- (1 - rate curvature) e
 * - rate xi} with Gaussian xi, and the loss {@code curvature e^2 / 2}.
 */
final class NoiseFloor implements Experiment<NoiseFloor.Params> {

  static final String NAME = "noise-floor";

  /** Time constants until the start is forgotten. */
  private static final double BURN_IN = 20;

  /**
   * A rate and a curvature.
   *
   * @param rate the learning rate
   * @param curvature second derivative of the loss
   * @param noise standard deviation of the gradient
   * @param steps number of steps over which the loss is averaged
   */
  record Params(
      @Doc("the learning rate") @Positive double rate,
      @Doc("second derivative of the loss") @Positive double curvature,
      @Doc("standard deviation of the gradient") @Positive double noise,
      @Doc("number of steps over which the loss is averaged") @Range(min = 1) int steps) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Mean loss of stochastic gradient descent at a constant rate on a quadratic.";
  }

  @Override
  public Params defaults() {
    return new Params(0.1, 1, 1, 100_000);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("loss", "mean loss over the steps after the burn-in"),
        Column.number("floor", "the stationary mean loss of the formula"),
        Column.number("ratio", "the one over the other"));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    int steps = profile == Profile.SMOKE ? 2_000 : defaults().steps;
    return Design.of(
        List.of(
            new Params(0.1, 0.5, 1, steps),
            new Params(0.1, 1, 1, steps),
            new Params(0.1, 2, 1, steps),
            new Params(0.5, 1, 1, steps),
            new Params(1, 1, 1, steps),
            new Params(1.5, 1, 1, steps)),
        Replicates.chains(profile));
  }

  /** The stationary mean loss; it hardly depends on the curvature where rate curvature is small. */
  static double floor(double rate, double curvature, double noise) {
    return rate * noise * noise / (2 * (2 - rate * curvature));
  }

  @Override
  public void run(Params p, Trial trial) {
    if (p.rate * p.curvature >= 2) {
      throw new IllegalArgumentException(
          "rate times curvature must be < 2, got " + p.rate * p.curvature);
    }
    RandomStream noise = trial.stream("noise");
    double keep = 1 - p.rate * p.curvature;
    double kick = p.rate * p.noise;
    double error = 0;
    long burnIn = (long) Math.ceil(BURN_IN / (1 - Math.abs(keep)));
    for (long step = 0; step < burnIn; step++) {
      error = keep * error - kick * noise.gaussian();
    }
    double sum = 0;
    for (int step = 0; step < p.steps; step++) {
      error = keep * error - kick * noise.gaussian();
      sum += error * error;
    }
    double loss = p.curvature / 2 * sum / p.steps;
    double floor = floor(p.rate, p.curvature, p.noise);
    trial.metric("loss", loss);
    trial.metric("floor", floor);
    trial.metric("ratio", loss / floor);
  }
}
