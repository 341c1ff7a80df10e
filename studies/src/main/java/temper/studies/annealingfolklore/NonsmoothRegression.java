package temper.studies.annealingfolklore;

import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.numerics.StableMath;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.random.RandomStream;
import temper.schedule.Horizon;
import temper.schedule.Schedule;
import temper.schedule.SchedulePlugin;

/**
 * Stochastic subgradient descent on the mean absolute residual: how far above the minimum the last
 * iterate is, under each schedule at its tuned base rate. Comes twice: once for tuning, over a grid
 * of base rates, and once on fresh problems at the best of them.
 */
final class NonsmoothRegression implements Experiment<NonsmoothRegression.Params> {

  static final String NAME = "nonsmooth-regression";
  static final String TUNING = "nonsmooth-regression-tuning";
  static final String COURSE = "course";

  /** The schedules in the order of the claim, the best first. */
  static final List<Law> LAWS =
      List.of(
          Law.LINEAR,
          Law.STABLE_DECAY,
          Law.COSINE,
          Law.STEP,
          Law.INVERSE_SQUARE_ROOT,
          Law.CONSTANT);

  /** Base rates: four a decade. A coarser grid would decide the order by where its points fall. */
  static final List<Double> RATES = RateGrid.logarithmic(3.16e-5, 4, 13);

  private static final int CHECKPOINTS = 10;

  /**
   * A problem and a schedule.
   *
   * @param law the schedule
   * @param rate its base rate
   * @param steps number of steps
   * @param samples number of terms of the loss
   * @param dimension number of unknowns
   * @param error standard deviation of the targets' errors
   */
  record Params(
      @Doc("the schedule")
          @OneOf({
            "constant",
            "inverse-square-root",
            "step",
            "linear",
            "cosine",
            "stable-decay",
            "exponential"
          })
          String law,
      @Doc("its base rate") @Positive double rate,
      @Doc("number of steps") @Range(min = 10) int steps,
      @Doc("number of terms of the loss") @Range(min = 2) int samples,
      @Doc("number of unknowns") @Range(min = 1) int dimension,
      @Doc("standard deviation of the targets' errors") @Positive double error) {

    Params with(Law other, double otherRate) {
      return new Params(other.label(), otherRate, steps, samples, dimension, error);
    }
  }

  private final boolean tuning;

  private NonsmoothRegression(boolean tuning) {
    this.tuning = tuning;
  }

  static NonsmoothRegression tuning() {
    return new NonsmoothRegression(true);
  }

  static NonsmoothRegression confirmation() {
    return new NonsmoothRegression(false);
  }

  @Override
  public String name() {
    return tuning ? TUNING : NAME;
  }

  @Override
  public String summary() {
    return tuning
        ? "Base rates of schedules for stochastic descent on a piecewise linear loss."
        : "Last iterate of stochastic descent on a piecewise linear loss under tuned schedules.";
  }

  @Override
  public Params defaults() {
    return new Params(Law.LINEAR.label(), 1e-3, 20_000, 500, 50, 0.1);
  }

  @Override
  public List<Column> metrics() {
    Column loss = Column.number("loss", "loss of the last iterate");
    if (tuning) {
      return List.of(loss);
    }
    return List.of(
        loss,
        Column.number("suboptimality", "loss of the last iterate less the minimum"),
        Column.number("log_suboptimality", "its natural logarithm"),
        Column.number("gap", "how far the minimum may lie below the one used"));
  }

  @Override
  public List<TableSchema> tables() {
    return tuning
        ? List.of()
        : List.of(
            new TableSchema(
                COURSE,
                "Suboptimality at tenths of the run.",
                List.of(
                    Column.integer("step", "completed steps").in("steps"),
                    Column.number("suboptimality", "loss less the minimum"))));
  }

  @Override
  public List<String> decidedBy() {
    return tuning ? List.of() : List.of(TUNING);
  }

  @Override
  public long mostTrials(Profile profile) {
    return tuning ? -1 : (long) LAWS.size() * Replicates.problems(profile);
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params base =
        profile == Profile.SMOKE
            ? new Params(Law.LINEAR.label(), 1e-3, 500, 100, 5, 0.1)
            : defaults();
    if (tuning) {
      return Design.of(
          LAWS.stream().flatMap(law -> RATES.stream().map(rate -> base.with(law, rate))).toList(),
          Replicates.tuningProblems(profile));
    }
    TunedRates tuned = TunedRates.smallest(earlier.trials(TUNING), "loss");
    return Design.of(
        LAWS.stream().map(law -> base.with(law, tuned.rate("law", law.label()))).toList(),
        Replicates.problems(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    LeastAbsoluteDeviations loss =
        LeastAbsoluteDeviations.draw(p.samples, p.dimension, p.error, trial.stream("data"));
    Schedule rate = schedule(p);
    RandomStream order = trial.stream("order");
    double[] x = new double[p.dimension];
    int part = Math.max(1, p.steps / CHECKPOINTS);
    double minimum = tuning ? 0 : report(loss.minimum(), trial);
    for (int step = 0; step < p.steps; step++) {
      loss.step(x, order.nextInt(p.samples), rate.at(step));
      if (!tuning && (step + 1) % part == 0) {
        trial.row(COURSE, step + 1, loss.at(x) - minimum);
      }
    }
    trial.metric("loss", loss.at(x));
    if (!tuning) {
      trial.metric("suboptimality", loss.at(x) - minimum);
      trial.metric("log_suboptimality", StableMath.log(loss.at(x) - minimum));
    }
  }

  /** The minimum, with how far its bounds are apart. */
  private static double report(LeastAbsoluteDeviations.Minimum minimum, Trial trial) {
    trial.metric("gap", minimum.high() - minimum.low());
    return minimum.high();
  }

  private static Schedule schedule(Params p) {
    Choice<?> choice = Law.named(p.law).of(p.rate, 1);
    if (!(choice.plugin() instanceof SchedulePlugin<?> plugin)) {
      throw new IllegalArgumentException("law must be a schedule, got '" + p.law + "'");
    }
    return Schedule.of(
        new Choice<SchedulePlugin<?>>(plugin, choice.parameters()), Horizon.ofEpochs(1, p.steps));
  }
}
