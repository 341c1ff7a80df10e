package temper.studies.training;

import java.util.List;
import temper.data.PublishedDataset;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.TrainingExperiment;
import temper.lab.study.Trial;
import temper.schedule.Controller;
import temper.train.Trainer;

/** Trains one network and follows its losses. */
final class NetworkTraining implements TrainingExperiment<TrainingParameters> {

  static final String NAME = "training";
  static final String CURVE = "curve";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Trains one network and follows its losses.";
  }

  @Override
  public TrainingParameters defaults() {
    return TrainingParameters.defaults();
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("train_loss", "Mean loss of the train examples at the end"),
        Column.number("train_accuracy", "Share of train examples that are classified rightly"),
        Column.number("validation_loss", "Mean loss of the validation examples at the end"),
        Column.number("validation_accuracy", "Share of validation examples classified rightly"),
        Column.number("test_loss", "Mean loss of the test examples at the end"),
        Column.number("test_accuracy", "Share of test examples that are classified rightly"),
        Column.number("best_test_accuracy", "Largest test accuracy of all evaluations"),
        Column.integer("steps", "Completed steps"),
        Column.integer("parameters", "Numbers that are trained"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            CURVE,
            "What each evaluation found",
            List.of(
                Column.integer("step", "Completed steps"),
                Column.number("epoch", "Passes over the train examples"),
                Column.number("learning_rate", "Learning rate of the last step"),
                Column.number("batch_loss", "Mean batch loss since the last evaluation"),
                Column.number("validation_loss", "Mean loss of the validation examples"),
                Column.number("validation_accuracy", "Share of them classified rightly"),
                Column.number("test_loss", "Mean loss of the test examples"),
                Column.number("test_accuracy", "Share of them classified rightly"))));
  }

  @Override
  public List<String> datasets(TrainingParameters parameters) {
    return parameters.data().plugin() instanceof PublishedDataset published
        ? List.of(published.name())
        : List.of();
  }

  @Override
  public Design<TrainingParameters> design(Profile profile, Tables earlier) {
    // One cell: a config that sweeps nothing trains what its base says.
    return Design.of(
        List.of(defaults()),
        switch (profile) {
          case SMOKE -> 2;
          case QUICK -> 5;
          case FULL -> 12;
        });
  }

  @Override
  public void run(TrainingParameters parameters, Trial trial) {
    new TrainingRun(parameters, trial).run();
  }

  @Override
  public Trainer trainer(TrainingParameters parameters, Trial trial, Controller rate) {
    return new TrainingSetup(parameters, trial, true).trainer(rate, true);
  }
}
