package temper.studies.cyclicalrates;

import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Experiment;
import temper.lab.study.TableSchema;
import temper.lab.study.Trial;
import temper.studies.training.TrainingParameters;
import temper.studies.training.TrainingRun;
import temper.studies.training.TrainingSetup;
import temper.train.Trainer;

/**
 * An experiment whose cells are networks that are trained alike but for what it compares.
 *
 * @param <P> the record of parameters
 */
interface TrainedArms<P extends Record> extends Experiment<P> {

  /** What a network is at each evaluation. */
  String CURVE = "curve";

  /** Its accuracy on all test examples at the end of the schedule: what claims are about. */
  String ACCURACY = "test_accuracy";

  /**
   * How one cell trains.
   *
   * @param bench what it trains
   * @param training how, but for the length of the run
   * @param steps the length of the run
   */
  record Arm(Bench bench, TrainingParameters training, long steps) {}

  /** How a cell trains. */
  Arm arm(P parameters);

  @Override
  default List<Column> metrics() {
    return List.of(
        Column.number(ACCURACY, "Accuracy on all test examples at the end of the schedule"),
        Column.number("test_loss", "Their mean loss"),
        Column.number("train_loss", "Mean loss of the train examples at the end"),
        Column.number("best_accuracy", "Largest accuracy of all evaluations on the way"),
        Column.integer("completed", "Completed steps"));
  }

  @Override
  default List<TableSchema> tables() {
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
  default List<String> datasets(P parameters) {
    return arm(parameters).bench().datasets();
  }

  @Override
  default void run(P parameters, Trial trial) {
    Arm arm = arm(parameters);
    double epochs = (double) arm.steps() * arm.bench().batch() / arm.bench().examples(trial);
    TrainingSetup setup = new TrainingSetup(arm.training().withEpochs(epochs), trial);
    Trainer trainer = setup.trainer();
    Probe probe = new Probe(setup, trainer, trial, arm.bench().probe());
    new TrainingRun(setup, trainer, trial, List.of(probe)).run();
    probe.report();
  }
}
