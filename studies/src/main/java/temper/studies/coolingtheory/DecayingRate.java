package temper.studies.coolingtheory;

import java.util.Arrays;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.random.RandomStream;
import temper.schedule.Schedule;
import temper.schedule.builtin.Schedules;

/** The loss on the noisy quadratic under a rate of 1 / t, and under a constant one. */
final class DecayingRate implements Experiment<DecayingRate.Params> {

  static final String NAME = "decaying-rate";
  static final String COURSE = "course";
  static final String INVERSE_TIME = "inverse-time";
  static final String CONSTANT = "constant";

  /** Steps at which the loss is measured. */
  static final double[] CHECKPOINTS = {1e1, 1e2, 1e3, 1e4};

  private static final double CONSTANT_SHARE = 0.5;

  /**
   * A law.
   *
   * @param law how the rate falls
   * @param curvature second derivative of the loss
   * @param noise standard deviation of the gradient
   * @param trajectories number of independent runs of a trial
   */
  record Params(
      @Doc("how the rate falls") @OneOf({INVERSE_TIME, CONSTANT}) String law,
      @Doc("second derivative of the loss") @Positive double curvature,
      @Doc("standard deviation of the gradient") @Positive double noise,
      @Doc("number of independent runs of a trial") @Range(min = 1) int trajectories) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Mean loss on the noisy quadratic under a rate of one over the step, and a constant one.";
  }

  @Override
  public Params defaults() {
    return new Params(INVERSE_TIME, 1, 1, 500);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("loss", "mean loss at the end"),
        Column.number("exact", "its expectation"),
        Column.number("scaled", "mean loss at the end times 2 curvature t / noise^2"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            COURSE,
            "Losses at checkpoints.",
            List.of(
                Column.number("time", "number of steps made").in("steps"),
                Column.number("loss", "mean loss of the trajectories"),
                Column.number("exact", "expected loss, by recursion of the variance"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    int trajectories = profile == Profile.FULL ? d.trajectories : profile == Profile.QUICK ? 50 : 4;
    return Design.of(
        List.of(
            new Params(INVERSE_TIME, d.curvature, d.noise, trajectories),
            new Params(CONSTANT, d.curvature, d.noise, trajectories)),
        Replicates.chains(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    Schedule rate =
        p.law.equals(INVERSE_TIME)
            ? Schedules.inverseTime(1 / p.curvature, 1)
            : Schedules.constant(CONSTANT_SHARE / p.curvature);
    RandomStream noise = trial.stream("noise");
    double[] errors = new double[p.trajectories];
    Arrays.fill(errors, 1);
    double mean = 1;
    double variance = 0;
    int time = 0;
    double loss = Double.NaN;
    for (double checkpoint : CHECKPOINTS) {
      for (; time < checkpoint; time++) {
        double eta = rate.at(time);
        double keep = 1 - eta * p.curvature;
        double kick = eta * p.noise;
        for (int i = 0; i < errors.length; i++) {
          errors[i] = keep * errors[i] - kick * noise.gaussian();
        }
        mean *= keep;
        variance = keep * keep * variance + kick * kick;
      }
      double sum = 0;
      for (double error : errors) {
        sum += error * error;
      }
      loss = p.curvature / 2 * sum / errors.length;
      trial.row(COURSE, checkpoint, loss, p.curvature / 2 * (mean * mean + variance));
      trial.progress(checkpoint / CHECKPOINTS[CHECKPOINTS.length - 1]);
    }
    trial.metric("loss", loss);
    trial.metric("exact", p.curvature / 2 * (mean * mean + variance));
    trial.metric("scaled", loss * 2 * p.curvature * time / (p.noise * p.noise));
  }
}
