package temper.studies.convexlinearregression;

import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;

/** The paths of both runs, step by step, for the figure. */
final class Trajectories implements Experiment<Trajectories.Params> {

  static final String NAME = "trajectories";
  static final String PATHS = "paths";
  static final String SMALL = "small";
  static final String ANNEALED = "annealed";

  /**
   * Two directions; the steep one has train and test curvature 1, the optimum is at (1, 1) and both
   * runs start at (0, 0).
   *
   * @param flat train curvature of the flat direction
   * @param small the small rate
   * @param large the large rate
   * @param steps steps at the large rate, fewer if the loss would fall below the one at the end
   * @param loss train loss at which both runs end
   */
  record Params(
      @Doc("train curvature of the flat direction") @Range(min = 0, minOpen = true, max = 1)
          double flat,
      @Doc("small rate") @Range(min = 0, minOpen = true, max = 1, maxOpen = true) double small,
      @Doc("large rate") @Range(min = 0, minOpen = true, max = 1, maxOpen = true) double large,
      @Doc(value = "most steps at the large rate", unit = "steps") @Range(min = 1) int steps,
      @Doc("train loss at which both runs end") @Positive double loss) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Paths of gradient descent at a small rate and at a large rate that is annealed.";
  }

  @Override
  public Params defaults() {
    return new Params(0.1, 0.05, 0.95, 22, 0.01);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("small_test", "test loss at the end of the run at the small rate"),
        Column.number("annealed_test", "test loss at the end of the annealed run"),
        Column.integer("switch_step", "steps at the large rate").in("steps"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            PATHS,
            "One row for each step of each run.",
            List.of(
                Column.text("run", "which run: small or annealed"),
                Column.integer("step", "number of the step").in("steps"),
                Column.number("steep", "weight along the steep direction"),
                Column.number("level", "weight along the flat direction"),
                Column.number("train", "train loss"),
                Column.number("test", "test loss"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    return Design.single(defaults(), 1);
  }

  @Override
  public void run(Params p, Trial trial) {
    QuadraticLoss train = QuadraticLoss.of(1, p.flat);
    GradientDescent small = new GradientDescent(train, p.small);
    GradientDescent large = new GradientDescent(train, p.large);
    double[] error = {-1, -1};
    write(trial, SMALL, 0, error, train);
    descend(trial, SMALL, 0, error, small, p.loss);
    trial.metric("small_test", error[0] * error[0] + error[1] * error[1]);

    error = new double[] {-1, -1};
    write(trial, ANNEALED, 0, error, train);
    int step = 0;
    while (step < p.steps) {
      double[] next = error.clone();
      large.step(next);
      if (train.at(next) < p.loss) {
        break;
      }
      error = next;
      write(trial, ANNEALED, ++step, error, train);
    }
    trial.metric("switch_step", (long) step);
    descend(trial, ANNEALED, step, error, small, p.loss);
    trial.metric("annealed_test", error[0] * error[0] + error[1] * error[1]);
  }

  /** Descends at a constant rate, then goes the last, shorter way by flow to the exact loss. */
  private static void descend(
      Trial trial, String run, int from, double[] error, GradientDescent descent, double level) {
    QuadraticLoss train = descent.loss();
    int step = from;
    while (train.at(error) > level) {
      double[] next = error.clone();
      descent.step(next);
      if (train.at(next) < level) {
        next = new GradientFlow(train).downTo(error, level);
        System.arraycopy(next, 0, error, 0, error.length);
        write(trial, run, ++step, error, train);
        return;
      }
      System.arraycopy(next, 0, error, 0, error.length);
      write(trial, run, ++step, error, train);
    }
  }

  private static void write(
      Trial trial, String run, int step, double[] error, QuadraticLoss train) {
    double test = error[0] * error[0] + error[1] * error[1];
    trial.row(PATHS, run, (long) step, 1 + error[0], 1 + error[1], train.at(error), test);
  }
}
