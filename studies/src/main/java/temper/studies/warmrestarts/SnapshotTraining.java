package temper.studies.warmrestarts;

import java.util.List;
import java.util.function.Function;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.NonNegative;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.schedule.ControlPlugin;
import temper.schedule.Length;
import temper.schedule.builtin.Cosine;
import temper.schedule.builtin.CosineWarmRestarts;
import temper.schedule.builtin.MultiStep;
import temper.studies.training.TrainingParameters;

/** Networks of one budget, their snapshots, and what these are worth together. */
final class SnapshotTraining implements Experiment<SnapshotTraining.Params> {

  static final String CURVE = "curve";
  static final String MEMBERS = "members";
  static final String ENSEMBLES = "ensembles";
  static final String PAIRS = "pairs";
  static final String PATHS = "paths";

  /** Snapshots at the ends of equal cosine cycles of one run. */
  static final String CYCLIC = "cyclic";

  /** Snapshots of one run under step decay, at the same epochs. */
  static final String STEP = "step";

  /** A new network for each cosine cycle: small networks of the budget in all. */
  static final String SINGLE_CYCLES = "single-cycles";

  /** Networks that have the whole budget each, under step decay. */
  static final String INDEPENDENT = "independent";

  /** Metrics that claims read. */
  static final String ERROR = "error";

  static final String MEAN_MEMBER_ERROR = "mean_member_error";
  static final String ENSEMBLE_ERROR = "ensemble_error";
  static final String LOSS = "loss";
  static final String ENSEMBLE_LOSS = "ensemble_loss";
  static final String CONSECUTIVE_CORRELATION = "consecutive_correlation";
  static final String LATE_CORRELATION = "late_correlation";
  static final String BUMP = "bump";

  private static final double EVALUATIONS = 30;

  /**
   * One budget.
   *
   * @param setting what is learned and for how long
   * @param arm where the snapshots come from
   * @param rate the largest learning rate
   * @param snapshots how many they are
   * @param path points between the last two snapshots at which the network is evaluated
   * @param weightDecay weight decay as part of the loss
   */
  record Params(
      @Doc("What is learned and for how long") Setting setting,
      @Doc("Where the snapshots come from") @OneOf({CYCLIC, STEP, SINGLE_CYCLES, INDEPENDENT})
          String arm,
      @Doc("The largest learning rate") @Positive double rate,
      @Doc("Number of snapshots") @Range(min = 2, max = 100) int snapshots,
      @Doc("Points between the last two snapshots at which the network is evaluated") @NonNegative
          int path,
      @Doc("Weight decay as part of the loss") @NonNegative double weightDecay) {

    Params(Setting setting, String arm, double rate, int snapshots, int path) {
      this(setting, arm, rate, snapshots, path, 1e-4);
    }

    /** How many networks are trained, one after another. */
    int networks() {
      return arm.equals(CYCLIC) || arm.equals(STEP) ? 1 : snapshots;
    }

    /** How each network is trained. */
    TrainingParameters training() {
      double epochs = arm.equals(SINGLE_CYCLES) ? setting.epochs() / snapshots : setting.epochs();
      return setting
          .training(epochs, Length.epochs(setting.epochs() / EVALUATIONS))
          .withOptimizer(Optimizers.momentum(true, weightDecay))
          .withRate(schedule());
    }

    private Choice<ControlPlugin<?>> schedule() {
      return switch (arm) {
        case CYCLIC ->
            new Choice<>(
                new CosineWarmRestarts(),
                new CosineWarmRestarts.Parameters(
                    rate, 0, Length.epochs(setting.epochs() / snapshots), 1, 1));
        case SINGLE_CYCLES ->
            new Choice<>(new Cosine(), new Cosine.Parameters(rate, 0, Length.percent(100), 1));
        default ->
            new Choice<>(
                new MultiStep(),
                new MultiStep.Parameters(
                    rate, 0.1, List.of(Length.percent(50), Length.percent(75))));
      };
    }
  }

  private final String name;
  private final String summary;
  private final Function<Profile, Design<Params>> design;

  SnapshotTraining(String name, String summary, Function<Profile, Design<Params>> design) {
    this.name = name;
    this.summary = summary;
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
    return new Params(Setting.snapshots(Profile.QUICK), CYCLIC, 0.1, 5, 9);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number(ERROR, "Test error of the last snapshot"),
        Column.number(LOSS, "Mean test loss of the last snapshot"),
        Column.number(MEAN_MEMBER_ERROR, "Mean of the test errors of the snapshots"),
        Column.number(ENSEMBLE_ERROR, "Test error of the mean prediction of all snapshots"),
        Column.number(ENSEMBLE_LOSS, "Mean test loss of the mean prediction of all snapshots"),
        Column.number(
            CONSECUTIVE_CORRELATION, "Mean correlation of predictions of consecutive snapshots"),
        Column.number(LATE_CORRELATION, "The same among the last three snapshots alone"),
        Column.number(
            BUMP,
            "Largest test error between the last two snapshots, less the larger of the two; with"
                + " batch-norm statistics estimated at each point"),
        Column.number("bump_between_statistics", "The same with statistics between theirs"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            CURVE,
            "The test error on the way",
            List.of(
                Column.integer("network", "Number of the network, from 1"),
                Column.number("epoch", "Passes over the train examples by this network"),
                Column.number("learning_rate", "Learning rate of the last step"),
                Column.number("train_loss", "Mean batch loss since the last evaluation"),
                Column.number("test_loss", "Mean loss of the test examples of the curve"),
                Column.number("test_error", "Share of them classified wrongly"))),
        new TableSchema(
            MEMBERS,
            "Each snapshot on all test examples",
            List.of(
                Column.integer("snapshot", "Number of the snapshot, from 1"),
                Column.number("test_error", "Share of test examples classified wrongly"),
                Column.number("test_loss", "Mean loss of the test examples"))),
        new TableSchema(
            ENSEMBLES,
            "The mean prediction of the last snapshots on all test examples",
            List.of(
                Column.integer("size", "Number of snapshots, the last ones"),
                Column.number("test_error", "Share of test examples classified wrongly"),
                Column.number("test_loss", "Mean loss of the test examples"))),
        new TableSchema(
            PAIRS,
            "Predictions of two snapshots",
            List.of(
                Column.integer("first", "Number of the one snapshot"),
                Column.integer("second", "Number of the other"),
                Column.number("correlation", "Correlation of the probabilities of all classes"),
                Column.number("disagreement", "Share of test examples classified otherwise"))),
        new TableSchema(
            PATHS,
            "Networks on the straight line between the last two snapshots",
            List.of(
                Column.number("share", "Weight of the last snapshot"),
                Column.number("test_error", "Share of test examples classified wrongly"),
                Column.number("test_loss", "Mean loss of the test examples"),
                Column.number("error_between", "That under statistics between the snapshots'"))));
  }

  @Override
  public List<String> datasets(Params parameters) {
    return parameters.setting.datasets();
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    return design.apply(profile);
  }

  @Override
  public void run(Params p, Trial trial) {
    new SnapshotReport(p, trial).write(new SnapshotRun(p, trial).snapshots());
  }
}
