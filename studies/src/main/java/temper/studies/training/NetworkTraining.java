package temper.studies.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import temper.data.DatasetPlugin;
import temper.data.FileData;
import temper.data.FileDataset;
import temper.data.PublishedDataset;
import temper.lab.study.CellCheck;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.TrainingExperiment;
import temper.lab.study.Trial;
import temper.schedule.Controller;
import temper.train.Trainer;

/**
 * Trains networks and follows their losses. Studies whose cells differ in nothing but {@link
 * TrainingParameters} use it under names and with designs of their own.
 *
 * @since 0.2
 */
public final class NetworkTraining implements TrainingExperiment<TrainingParameters> {

  /** The table with a row for each evaluation. */
  public static final String CURVE = "curve";

  static final String NAME = "training";

  private final String name;
  private final String summary;
  private final TrainingParameters defaults;
  private final Function<Profile, Design<TrainingParameters>> designs;

  /**
   * An experiment of trained networks.
   *
   * @param name the name, unique within its study
   * @param summary what it asks, in a sentence
   * @param defaults what a cell says where it says nothing else
   * @param designs the cells and replicates of each profile; a pure function
   */
  public NetworkTraining(
      String name,
      String summary,
      TrainingParameters defaults,
      Function<Profile, Design<TrainingParameters>> designs) {
    this.name = name;
    this.summary = summary;
    this.defaults = defaults;
    this.designs = designs;
  }

  /** The experiment of the general study. */
  static NetworkTraining general() {
    TrainingParameters defaults = TrainingParameters.defaults();
    return new NetworkTraining(
        NAME,
        "Trains one network and follows its losses.",
        defaults,
        // One cell: a config that sweeps nothing trains what its base says.
        profile ->
            Design.single(
                defaults,
                switch (profile) {
                  case SMOKE -> 2;
                  case QUICK -> 5;
                  case FULL -> 12;
                }));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public TrainingParameters defaults() {
    return defaults;
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
                Column.number("test_accuracy", "Share of them classified rightly"))),
        TableSchema.ARTIFACTS);
  }

  @Override
  public List<String> datasets(TrainingParameters parameters) {
    return parameters.data().plugin() instanceof PublishedDataset published
        ? List.of(published.name())
        : List.of();
  }

  @Override
  public List<FileData> files(TrainingParameters parameters) {
    return FileDataset.sources(parameters.data());
  }

  @Override
  public Design<TrainingParameters> design(Profile profile, Tables earlier) {
    return designs.apply(profile);
  }

  @Override
  public Optional<CellCheck<TrainingParameters>> check(DatasetPlugin.Library library) {
    return Optional.of(new TrainingCheck(library));
  }

  @Override
  public void run(TrainingParameters parameters, Trial trial) {
    TrainingSetup setup = new TrainingSetup(parameters, trial);
    Trainer trainer = setup.trainer();
    CurveObserver curve = new CurveObserver(setup, trainer, trial);
    WeightFiles weights = new WeightFiles(setup, trial);
    curve.report(new TrainingRun(setup, trainer, trial, List.of(curve, weights)).run());
    weights.finish(trainer);
  }

  @Override
  public Trainer trainer(TrainingParameters parameters, Trial trial, Controller rate) {
    return new TrainingSetup(parameters, trial, true).trainer(rate);
  }
}
