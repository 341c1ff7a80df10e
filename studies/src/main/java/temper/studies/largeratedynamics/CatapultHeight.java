package temper.studies.largeratedynamics;

import java.util.List;
import java.util.stream.IntStream;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;

/** How high the loss rises in the catapult phase, against the width of the network. */
final class CatapultHeight implements Experiment<CatapultHeight.Params> {

  static final String NAME = "catapult-height";

  /**
   * One run.
   *
   * @param width number of hidden units
   * @param product learning rate times the curvature at the start
   * @param steps most steps
   */
  record Params(
      @Doc("number of hidden units") @Range(min = 1) int width,
      @Doc("learning rate times the curvature at the start") @Positive double product,
      @Doc(value = "most steps", unit = "steps") @Range(min = 1) int steps) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Height of the loss in the catapult phase against the width of the network.";
  }

  @Override
  public Params defaults() {
    return new Params(512, 3, 10_000);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.text("phase", "lazy, catapult, divergent or undecided"),
        Column.number("first_loss", "loss at the start"),
        Column.number("highest_loss", "highest loss"),
        Column.number("last_product", "learning rate times the curvature at the end"));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    return Design.of(
        IntStream.rangeClosed(6, 12).mapToObj(k -> new Params(1 << k, d.product, d.steps)).toList(),
        Replicates.heights(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    Catapult model = Catapult.start(p.width, trial.stream("init"));
    Catapult.Run run = model.run(p.product, p.steps, (step, loss, product) -> {});
    trial.metric("phase", run.phase().label());
    trial.metric("first_loss", run.firstLoss());
    trial.metric("highest_loss", run.highestLoss());
    trial.metric("last_product", run.rate() * run.lastCurvature());
  }
}
