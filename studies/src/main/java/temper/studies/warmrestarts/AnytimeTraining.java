package temper.studies.warmrestarts;

import java.util.List;
import java.util.function.BiFunction;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.optim.OptimizerPlugin;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.NonNegative;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.schedule.Length;
import temper.studies.training.TrainingParameters;
import temper.studies.training.TrainingRun;
import temper.studies.training.TrainingSetup;
import temper.train.Evaluation;
import temper.train.Trainer;

/**
 * A run under one of the learning rates that are compared, evaluated after each unit of its budget.
 */
final class AnytimeTraining implements Experiment<AnytimeTraining.Params> {

  static final String CURVE = "curve";
  static final String RESTARTS = "restarts";

  /** Metrics that claims read. */
  static final String ERROR = "error";

  static final String SELECTION_ERROR = "selection_error";
  static final String MEAN_ERROR = "mean_error";

  /**
   * One run.
   *
   * @param setting what is learned and for how long
   * @param arm the course of the learning rate
   * @param rate the largest learning rate
   * @param weightDecay weight decay as part of the loss
   */
  record Params(
      @Doc("What is learned and for how long") Setting setting,
      @Doc("Course of the learning rate")
          @OneOf({
            "cosine",
            "restarts-10-2",
            "restarts-1-2",
            "step",
            "linear",
            "cooldown",
            "averaged"
          })
          String arm,
      @Doc("The largest learning rate") @Positive double rate,
      @Doc("Weight decay as part of the loss") @NonNegative double weightDecay) {

    Params(Setting setting, Arm arm, double rate) {
      this(setting, arm.key(), rate, 5e-4);
    }

    TrainingParameters training() {
      Arm chosen = Arm.of(arm);
      double epochs = setting.epochs();
      Choice<OptimizerPlugin<?>> momentum = Optimizers.momentum(false, weightDecay);
      return setting
          .training(epochs, Length.epochs(epochs / Arm.UNITS))
          .withOptimizer(
              chosen == Arm.AVERAGED ? Optimizers.averaged(momentum, Arm.AVERAGED_FROM) : momentum)
          .withRate(chosen.schedule(rate, epochs));
    }
  }

  private final String name;
  private final String summary;
  private final boolean curves;
  private final List<String> decidedBy;
  private final BiFunction<Profile, Tables, Design<Params>> design;

  /**
   * An experiment.
   *
   * @param curves whether it writes what it finds on the way, beside its metrics
   * @param decidedBy experiments whose tables decide its two cells, usually none
   */
  AnytimeTraining(
      String name,
      String summary,
      boolean curves,
      List<String> decidedBy,
      BiFunction<Profile, Tables, Design<Params>> design) {
    this.name = name;
    this.summary = summary;
    this.curves = curves;
    this.decidedBy = List.copyOf(decidedBy);
    this.design = design;
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
  public Params defaults() {
    return new Params(Setting.restarts(Profile.QUICK, false), Arm.COSINE, 0.05);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number(ERROR, "Test error of the recommended network, on all test examples"),
        Column.number("loss", "Mean test loss of the recommended network"),
        Column.number("last_error", "Test error after the last step"),
        Column.number(SELECTION_ERROR, "Error on validation, or else test, after the last step"),
        Column.number(MEAN_ERROR, "Mean of the test error over the evaluations of the run"),
        Column.number("mean_recommended_error", "The same of the network recommended by then"),
        Column.integer("steps", "Completed steps"));
  }

  @Override
  public List<TableSchema> tables() {
    return curves ? onTheWay() : List.of();
  }

  private static List<TableSchema> onTheWay() {
    return List.of(
        new TableSchema(
            CURVE,
            "The test error on the way",
            List.of(
                Column.number("epoch", "Passes over the train examples"),
                Column.number("learning_rate", "Learning rate of the last step"),
                Column.number("train_loss", "Mean batch loss since the last evaluation"),
                Column.number("test_loss", "Mean loss of the test examples of the curve"),
                Column.number("test_error", "Share of them classified wrongly"),
                Column.number("recommended_error", "That at the end of the last whole cycle"))),
        new TableSchema(
            RESTARTS,
            "Test losses around each restart whose cycle was completed",
            List.of(
                Column.number("epoch", "Passes over the train examples at the restart"),
                Column.number("before", "Test loss at the end of the cycle before"),
                Column.number("peak", "Largest test loss in the cycle after"),
                Column.number("after", "Test loss at its end"))));
  }

  @Override
  public List<String> decidedBy() {
    return decidedBy;
  }

  @Override
  public long mostTrials(Profile profile) {
    return decidedBy.isEmpty() ? -1 : 2L * Replicates.paired(profile);
  }

  @Override
  public List<String> datasets(Params parameters) {
    return parameters.setting.datasets();
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    return design.apply(profile, earlier);
  }

  @Override
  public void run(Params p, Trial trial) {
    TrainingSetup setup = new TrainingSetup(p.training(), trial);
    Trainer trainer = setup.trainer();
    AnytimeObserver observer = new AnytimeObserver(Arm.of(p.arm), curves, setup, trainer, trial);
    new TrainingRun(setup, trainer, trial, List.of(observer)).run();
    // An average was never run in training: its statistics are estimated anew.
    Evaluation last =
        Arm.of(p.arm) == Arm.AVERAGED
            ? NetworkProbe.of(p.training(), trial, NetworkProbe.Part.TEST)
                .evaluateSettled(trainer.snapshot())
            : observer.last();
    boolean validated = setup.data().validation().rows() > 0;
    Evaluation selection =
        validated ? trainer.evaluate(setup.evaluator(trainer, setup.data().validation())) : last;
    Evaluation recommended = observer.recommended().orElse(last);
    trial.metric(ERROR, Ensemble.error(recommended));
    trial.metric("loss", recommended.loss());
    trial.metric("last_error", Ensemble.error(last));
    trial.metric(SELECTION_ERROR, Ensemble.error(selection));
    trial.metric(MEAN_ERROR, observer.meanError());
    trial.metric("mean_recommended_error", observer.meanRecommendedError());
    trial.metric("steps", trainer.completed());
  }
}
