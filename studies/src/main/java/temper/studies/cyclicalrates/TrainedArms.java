package temper.studies.cyclicalrates;

import java.util.List;
import java.util.function.Function;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.studies.training.TrainingParameters;
import temper.studies.training.TrainingRun;
import temper.studies.training.TrainingSetup;
import temper.train.Trainer;

/**
 * Networks that are trained alike but for what an experiment compares.
 *
 * @param <P> the record of parameters
 */
final class TrainedArms<P extends Record> implements Experiment<P> {

  /** What a network is at each evaluation. */
  static final String CURVE = "curve";

  /** Its accuracy on all test examples at the end of the schedule: what claims are about. */
  static final String ACCURACY = "test_accuracy";

  /** What an experiment of this kind says of itself. */
  record Plan<P extends Record>(
      String name, String summary, P defaults, Function<Profile, Design<P>> designs) {}

  /**
   * How one cell trains.
   *
   * @param bench what it trains
   * @param training how, but for the length of the run
   * @param steps the length of the run
   */
  record Arm(Bench bench, TrainingParameters training, long steps) {}

  private final Plan<P> plan;
  private final Function<P, Arm> arms;

  TrainedArms(Plan<P> plan, Function<P, Arm> arms) {
    this.plan = plan;
    this.arms = arms;
  }

  @Override
  public String name() {
    return plan.name();
  }

  @Override
  public String summary() {
    return plan.summary();
  }

  @Override
  public P defaults() {
    return plan.defaults();
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number(ACCURACY, "Accuracy on all test examples at the end of the schedule"),
        Column.number("test_loss", "Their mean loss"),
        Column.number("train_loss", "Mean loss of the train examples at the end"),
        Column.number("best_accuracy", "Largest accuracy of all evaluations on the way"),
        Column.integer("completed", "Completed steps"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            CURVE,
            "What each evaluation on the way found",
            List.of(
                Column.integer("step", "Completed steps"),
                Column.number("learning_rate", "Learning rate of the last step"),
                Column.number("batch_loss", "Mean batch loss since the last evaluation"),
                Column.number("accuracy", "Accuracy on the first test examples"))));
  }

  @Override
  public List<String> datasets(P parameters) {
    return arms.apply(parameters).bench().datasets();
  }

  @Override
  public Design<P> design(Profile profile, Tables earlier) {
    return plan.designs().apply(profile);
  }

  @Override
  public void run(P parameters, Trial trial) {
    Arm arm = arms.apply(parameters);
    double epochs = (double) arm.steps() * arm.bench().batch() / arm.bench().examples(trial);
    TrainingSetup setup = new TrainingSetup(arm.training().withEpochs(epochs), trial);
    Trainer trainer = setup.trainer();
    Probe probe = new Probe(setup, trainer, trial, arm.bench().probe());
    new TrainingRun(setup, trainer, trial, List.of(probe)).run();
    probe.report();
  }
}
