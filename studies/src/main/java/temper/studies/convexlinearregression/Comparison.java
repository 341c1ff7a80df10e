package temper.studies.convexlinearregression;

import java.util.List;
import java.util.function.ToDoubleFunction;
import temper.lab.study.Column;
import temper.lab.study.Trial;

/**
 * A small rate throughout, idealised as gradient flow, against a large rate that is annealed; both
 * end at exactly the same train loss.
 *
 * @param flowTest test loss of the small rate
 * @param annealedTest test loss of the annealed run
 * @param condition largest over smallest train curvature
 * @param run the annealed run
 */
record Comparison(double flowTest, double annealedTest, double condition, AnnealedRun run) {

  /** Relative distance from the wanted train loss that is put down to rounding. */
  private static final double TRAIN_LOSS_TOLERANCE = 1e-9;

  /** What {@link #report(Trial)} writes. */
  static final List<Column> METRICS =
      List.of(
          Column.number("flow_test", "test loss of gradient flow at the stopping loss"),
          Column.number("annealed_test", "test loss of the annealed run at the stopping loss"),
          Column.number("ratio", "test loss of gradient flow over that of the annealed run"),
          Column.number("condition", "largest over smallest curvature of the train loss"),
          Column.integer("switch_step", "steps at the large rate").in("steps"),
          Column.truth("full_window", "whether the large rate was kept as long as was asked"));

  /**
   * Compares.
   *
   * @param train the train loss in its eigenbasis
   * @param test the test loss of an error in the same basis
   * @param start the error at the start
   * @param setting rate, share and stopping loss
   * @return the comparison
   * @throws IllegalStateException if an end point is not at the stopping loss although the start
   *     was above it
   */
  static Comparison of(
      QuadraticLoss train, ToDoubleFunction<double[]> test, double[] start, Setting setting) {
    double level = setting.loss();
    double[] flow = new GradientFlow(train).downTo(start, level);
    GradientDescent descent = new GradientDescent(train, setting.rate() / train.steepest());
    AnnealedRun annealed = AnnealedRun.of(descent, start, level, setting.delta());
    if (train.at(start) >= level) {
      requireAt(level, train.at(flow));
      requireAt(level, train.at(annealed.end()));
    }
    return new Comparison(
        test.applyAsDouble(flow),
        test.applyAsDouble(annealed.end()),
        train.steepest() / train.flattest(),
        annealed);
  }

  private static void requireAt(double level, double loss) {
    if (!(Math.abs(loss - level) <= TRAIN_LOSS_TOLERANCE * level)) {
      throw new IllegalStateException("run ended at train loss " + loss + ", not at " + level);
    }
  }

  double ratio() {
    return flowTest / annealedTest;
  }

  void report(Trial trial) {
    trial.metric("flow_test", flowTest);
    trial.metric("annealed_test", annealedTest);
    trial.metric("ratio", ratio());
    trial.metric("condition", condition);
    trial.metric("switch_step", (long) run.steps());
    trial.metric("full_window", run.full());
  }

  /**
   * How the two are run.
   *
   * @param rate the large rate in units of the stability bound, the inverse of the largest train
   *     curvature
   * @param delta share of the final loss that flat directions may carry
   * @param loss train loss at which both end
   */
  record Setting(double rate, double delta, double loss) {}
}
