package temper.studies.coolingtheory;

import java.util.List;
import java.util.stream.DoubleStream;
import temper.chain.Kernel;
import temper.chain.Propagator;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.schedule.Schedule;
import temper.schedule.builtin.Schedules;

/** Exact errors of the nine states in a row under cooling at c / ln(2 + k). */
final class LogarithmicCooling implements Experiment<LogarithmicCooling.Params> {

  static final String NAME = "logarithmic-cooling";
  static final String COURSE = "course";

  /** Critical depth over c: above 1 cooling is too fast. */
  static final double[] RATIOS = {
    0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.5, 2, 3
  };

  /** Times up to which every step has its own temperature. */
  private static final double[] STEPWISE_CHECKPOINTS = {1e2, 1e3, 1e4, 1e5, 2e5};

  /** Times beyond. */
  private static final double[] STAIRCASE_CHECKPOINTS = {1e6, 1e7, 1e8};

  /**
   * A cooling constant.
   *
   * @param ratio critical depth over the cooling constant c, which is b d* for c = 1/b
   * @param stepwise steps that have a temperature each
   * @param share length of a stair over the time at which it begins, afterwards
   */
  record Params(
      @Doc("critical depth over the cooling constant") @Positive double ratio,
      @Doc("steps that have a temperature each") @Range(min = 1000, max = 1e9) long stepwise,
      @Doc("length of a stair over the time at which it begins, afterwards")
          @Range(min = 1e-4, max = 0.1)
          double share) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Exact errors under logarithmic cooling, against time and the cooling constant.";
  }

  @Override
  public Params defaults() {
    return new Params(1, 200_000, 1.0 / 400);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("error_slope", "log-log slope of the error between 1e6 and 1e8 steps"),
        Column.number("large_slope", "log-log slope of the large error between 1e6 and 1e8 steps"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            COURSE,
            "Errors at checkpoints.",
            List.of(
                Column.number("time", "number of steps made").in("steps"),
                Column.number("error", "probability of any state but the lowest"),
                Column.number("large_error", "probability of any state but the two lowest"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    boolean smoke = profile == Profile.SMOKE;
    return Design.of(
        DoubleStream.of(RATIOS)
            .mapToObj(
                ratio -> new Params(ratio, smoke ? 10_000 : d.stepwise, smoke ? 1.0 / 50 : d.share))
            .toList(),
        1);
  }

  @Override
  public void run(Params p, Trial trial) {
    Schedule temperature = Schedules.logarithmic(NinePath.CRITICAL_DEPTH / p.ratio);
    Course course = new Course(p, temperature);
    for (double checkpoint : STEPWISE_CHECKPOINTS) {
      course.advance((long) checkpoint);
      course.report(trial);
    }
    double early = Double.NaN;
    double earlyLarge = Double.NaN;
    for (double checkpoint : STAIRCASE_CHECKPOINTS) {
      course.advance((long) checkpoint);
      course.report(trial);
      trial.progress(StableMath.log(checkpoint) / StableMath.log(1e8));
      if (checkpoint == STAIRCASE_CHECKPOINTS[0]) {
        early = NinePath.error(course.distribution);
        earlyLarge = NinePath.largeError(course.distribution);
      }
    }
    double span = StableMath.log(1e8) - StableMath.log(1e6);
    trial.metric("error_slope", StableMath.log(NinePath.error(course.distribution) / early) / span);
    trial.metric(
        "large_slope",
        StableMath.log(NinePath.largeError(course.distribution) / earlyLarge) / span);
  }

  /** A distribution on its way: step by step at first, then in stairs. */
  private static final class Course {

    final double[] distribution = NinePath.LANDSCAPE.uniform();
    private final Propagator propagator = new Propagator(NinePath.LANDSCAPE, Kernel.METROPOLIS);
    private final Params p;
    private final Schedule temperature;
    private long time;

    Course(Params p, Schedule temperature) {
      this.p = p;
      this.temperature = temperature;
    }

    void advance(long until) {
      long single = Math.max(0, Math.min(until, p.stepwise) - time);
      propagator.propagate(distribution, temperature, (double) time, single);
      time += single;
      new Stairs(propagator, temperature).growing(distribution, time, until, p.share);
      time = until;
    }

    void report(Trial trial) {
      trial.row(
          COURSE, (double) time, NinePath.error(distribution), NinePath.largeError(distribution));
    }
  }
}
