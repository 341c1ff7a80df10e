package temper.studies.largeratedynamics;

import java.util.List;
import java.util.stream.Stream;
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

/** Runs of the one-example model at learning rates around the bounds of its three phases. */
final class CatapultPhases implements Experiment<CatapultPhases.Params> {

  static final String NAME = "catapult-phases";
  static final String COURSE = "course";

  /** Steps of a run that are written down. */
  private static final int SHOWN = 60;

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
    return "The phases of gradient descent on one example: lazy, catapult, divergent.";
  }

  @Override
  public Params defaults() {
    return new Params(512, 3, 10_000);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.text("phase", "lazy, catapult, divergent or undecided"),
        Column.integer("steps_taken", "steps until the phase was clear").in("steps"),
        Column.number("height", "highest loss over the one at the start"),
        Column.number("last_product", "learning rate times the curvature at the end"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            COURSE,
            "The first steps of a run; first replicate.",
            List.of(
                Column.integer("step", "number of the step").in("steps"),
                Column.number("loss", "loss before it"),
                Column.number("curvature", "learning rate times the curvature before it"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    return Design.of(
        Stream.of(1.0, 1.9, 2.1, 2.5, 3.0, 3.5, 3.9, 4.05, 4.5)
            .map(product -> new Params(d.width, product, d.steps))
            .toList(),
        Replicates.catapults(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    Catapult model = Catapult.start(p.width, trial.stream("init"));
    Catapult.Run run =
        model.run(
            p.product,
            p.steps,
            (step, loss, product) -> {
              if (trial.replicate() == 0 && step <= SHOWN) {
                trial.row(COURSE, (long) step, loss, product);
              }
            });
    trial.metric("phase", run.phase().label());
    trial.metric("steps_taken", (long) run.steps());
    trial.metric("height", run.highestLoss() / run.firstLoss());
    trial.metric("last_product", run.rate() * run.lastCurvature());
  }
}
