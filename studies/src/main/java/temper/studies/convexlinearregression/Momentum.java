package temper.studies.convexlinearregression;

import java.util.ArrayList;
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

/** Heavy-ball momentum at one rate throughout: it makes all directions equally fast. */
final class Momentum implements Experiment<Momentum.Params> {

  static final String NAME = "momentum";

  /** A rate so near to the stability bound that the steep direction is the slower one. */
  static final double FLIPPED = 0.9999;

  /**
   * Two directions; the steep one has train and test curvature 1, the start is one in each.
   *
   * @param momentum share of the last step that is repeated
   * @param rate the rate over the stability bound (1 + momentum) / c1
   * @param flat train curvature of the flat direction
   * @param loss train loss at which the run ends
   * @param limit steps after which the run gives up
   */
  record Params(
      @Doc("share of the last step that is repeated") @Range(min = 0, max = 1, maxOpen = true)
          double momentum,
      @Doc("rate over the stability bound (1 + momentum) / c1") @Positive double rate,
      @Doc("train curvature of the flat direction") @Range(min = 0, minOpen = true, max = 1)
          double flat,
      @Doc("train loss at which the run ends") @Positive double loss,
      @Doc(value = "steps after which the run gives up", unit = "steps") @Range(min = 1)
          int limit) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Test over train loss where heavy-ball descent is stopped, against the rate.";
  }

  @Override
  public Params defaults() {
    return new Params(0.9, 0.5, 0.1, 1e-3, 100_000);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("product", "twice the rate times the curvature of the steep direction"),
        Column.number("steep_contraction", "long-run factor per step of the steep direction"),
        Column.number("flat_contraction", "long-run factor per step of the flat direction"),
        Column.number("test_over_train", "test loss over train loss at the end"),
        Column.integer("steps", "steps made").in("steps"),
        Column.truth("reached", "whether the train loss came down to the wanted one"));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    int points =
        switch (profile) {
          case SMOKE -> 40;
          case QUICK -> 200;
          case FULL -> 400;
        };
    Params d = defaults();
    List<Params> cells = new ArrayList<>();
    for (double momentum : new double[] {0, d.momentum}) {
      DoubleStream grid = DoubleStream.iterate(1, i -> i < points, i -> i + 1).map(i -> i / points);
      DoubleStream.concat(grid, DoubleStream.of(0.9994, 0.9996, 0.9998, FLIPPED))
          .sorted()
          .forEach(rate -> cells.add(new Params(momentum, rate, d.flat, d.loss, d.limit)));
    }
    return Design.of(cells, 1);
  }

  @Override
  public void run(Params p, Trial trial) {
    QuadraticLoss train = QuadraticLoss.of(1, p.flat);
    QuadraticLoss test = QuadraticLoss.of(1, 1);
    double rate = p.rate * (1 + p.momentum);
    HeavyBall descent = new HeavyBall(train, rate, p.momentum);
    GradientDescent.End end = descent.runTo(new double[] {1, 1}, p.loss, p.limit);
    trial.metric("product", 2 * rate);
    trial.metric("steep_contraction", descent.contraction(0));
    trial.metric("flat_contraction", descent.contraction(1));
    trial.metric("test_over_train", test.at(end.error()) / train.at(end.error()));
    trial.metric("steps", (long) end.steps());
    trial.metric("reached", end.reached());
  }
}
