package temper.studies.annealingfolklore;

import java.util.List;
import java.util.function.ToLongFunction;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.studies.training.TrainingRun;
import temper.studies.training.TrainingSetup;
import temper.train.Trainer;

/**
 * Trains one network a trial. The network experiments of this study are this one under names and
 * with designs of their own.
 */
final class ArmTraining implements Experiment<Arm> {

  static final String COURSE = "course";

  /** What an experiment is called, asks and trains. */
  record Plan(
      String name,
      String summary,
      boolean followed,
      List<String> decidedBy,
      ToLongFunction<Profile> mostTrials,
      Designs designs) {}

  /** The cells and replicates of each profile; a pure function. */
  @FunctionalInterface
  interface Designs {
    Design<Arm> of(Profile profile, Tables earlier);
  }

  private final Plan plan;

  ArmTraining(Plan plan) {
    this.plan = plan;
  }

  @Override
  public String name() {
    return plan.name;
  }

  @Override
  public String summary() {
    return plan.summary;
  }

  @Override
  public Arm defaults() {
    return Arm.standard();
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number(
            "score",
            "accuracy that base rates are chosen by: on validation examples, "
                + "or on test examples where data are drawn anew for each replicate"),
        Column.number("test_accuracy", "share of test examples that are classified rightly"),
        Column.number("test_loss", "mean loss of the test examples at the end"),
        Column.number("train_loss", "mean loss of the train examples at the end"),
        Column.integer("reductions", "how often a controller reduced the rate"));
  }

  @Override
  public List<TableSchema> tables() {
    return plan.followed
        ? List.of(
            new TableSchema(
                COURSE,
                "Losses and accuracy after each epoch.",
                List.of(
                    Column.integer("epoch", "completed passes").in("epochs"),
                    Column.number("learning_rate", "rate of the last step"),
                    Column.number("train_loss", "mean loss of the train examples"),
                    Column.number(
                        "accuracy", "share of validation, or else test, examples right"))))
        : List.of();
  }

  @Override
  public List<String> decidedBy() {
    return plan.decidedBy;
  }

  @Override
  public List<String> datasets(Arm arm) {
    return arm.datasets();
  }

  @Override
  public long mostTrials(Profile profile) {
    return plan.decidedBy.isEmpty() ? -1 : plan.mostTrials.applyAsLong(profile);
  }

  @Override
  public Design<Arm> design(Profile profile, Tables earlier) {
    return plan.designs.of(profile, earlier);
  }

  @Override
  public void run(Arm arm, Trial trial) {
    TrainingSetup setup = new TrainingSetup(arm.parameters(), trial);
    Trainer trainer = setup.trainer();
    EpochObserver observer = new EpochObserver(setup, trainer, trial, plan.followed);
    new TrainingRun(setup, trainer, trial, List.of(observer)).run();
    observer.report();
  }
}
