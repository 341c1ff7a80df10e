package temper.studies.convexlinearregression;

import java.util.List;
import java.util.stream.DoubleStream;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;

/** Gradient descent at one rate throughout: which direction is left over, and after how long. */
final class ThresholdCurve implements Experiment<ThresholdCurve.Params> {

  static final String NAME = "threshold-curve";

  /** Rates named by the claims: the threshold of curvatures 1 and 0.1 among them. */
  static final double[] NAMED_RATES = {
    0.05, 0.2, 0.4, 0.6, 0.8, 0.88, GradientDescent.threshold(1, 0.1), 0.93, 0.95, 0.98, 0.995, 1.0
  };

  /**
   * Two directions; the steep one has train and test curvature 1, the start is one in each.
   *
   * @param flat train curvature of the flat direction
   * @param rate the rate over the stability bound
   * @param loss train loss at which the run ends
   * @param limit steps after which the run gives up
   */
  record Params(
      @Doc("train curvature of the flat direction") @Range(min = 0, minOpen = true, max = 1)
          double flat,
      @Doc("rate over the stability bound") @Positive double rate,
      @Doc("train loss at which the run ends") @Positive double loss,
      @Doc(value = "steps after which the run gives up", unit = "steps") @Range(min = 1)
          int limit) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Test over train loss where gradient descent at a constant rate is stopped, against the"
        + " rate.";
  }

  @Override
  public Params defaults() {
    return new Params(0.1, 0.95, 1e-3, 100_000);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("train", "train loss at the end"),
        Column.number("test", "test loss at the end"),
        Column.number("test_over_train", "test loss over train loss at the end"),
        Column.integer("steps", "steps made").in("steps"),
        Column.truth("reached", "whether the train loss came down to the wanted one"));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    int between =
        switch (profile) {
          case SMOKE -> 19;
          case QUICK -> 99;
          case FULL -> 199;
        };
    DoubleStream grid = DoubleStream.iterate(1, i -> i <= between, i -> i + 1);
    Params d = defaults();
    return Design.of(
        DoubleStream.concat(DoubleStream.of(NAMED_RATES), grid.map(i -> i / (between + 1)))
            .distinct()
            .sorted()
            .mapToObj(rate -> new Params(d.flat, rate, d.loss, d.limit))
            .toList(),
        1);
  }

  @Override
  public void run(Params p, Trial trial) {
    QuadraticLoss train = QuadraticLoss.of(1, p.flat);
    QuadraticLoss test = QuadraticLoss.of(1, 1);
    GradientDescent descent = new GradientDescent(train, p.rate);
    GradientDescent.End end = descent.runTo(new double[] {1, 1}, p.loss, p.limit);
    trial.metric("train", train.at(end.error()));
    trial.metric("test", test.at(end.error()));
    trial.metric("test_over_train", test.at(end.error()) / train.at(end.error()));
    trial.metric("steps", (long) end.steps());
    trial.metric("reached", end.reached());
  }
}
