package temper.studies.schedulegallery;

import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Choice;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.schedule.Horizon;
import temper.schedule.Length;
import temper.schedule.Schedule;
import temper.schedule.Shape;
import temper.schedule.builtin.CosineWarmRestarts;
import temper.schedule.builtin.ExponentialRange;
import temper.schedule.builtin.InverseSquareRoot;
import temper.schedule.builtin.LundyMees;
import temper.schedule.builtin.ModifiedLam;
import temper.schedule.builtin.Triangular;
import temper.schedule.builtin.Triangular2;
import temper.schedule.builtin.Warmup;

/**
 * What papers state about the course of a schedule, written down as the paper has it and compared
 * with the schedule's values.
 */
final class Statements implements Experiment<Statements.Params> {

  static final String NAME = "statements";
  static final String RESTARTS = "warm-restarts";
  static final String TRIANGLES = "triangles";
  static final String ATTENTION = "attention-warm-up";
  static final String ACCEPTANCE = "acceptance-target";
  static final String RECURRENCE = "lundy-mees-recurrence";

  private static final int STEPS_PER_EPOCH = 100;

  /**
   * A statement.
   *
   * @param statement which statement
   */
  record Params(
      @Doc("which statement") @OneOf({RESTARTS, TRIANGLES, ATTENTION, ACCEPTANCE, RECURRENCE})
          String statement) {}

  /** The largest relative difference so far. */
  private static final class Difference {
    private double largest;
    private long compared;

    void add(double expected, double actual) {
      double scale = Math.max(Math.abs(expected), Double.MIN_NORMAL);
      largest = Math.max(largest, Math.abs(actual - expected) / scale);
      compared++;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Values that papers state, compared with those of the schedules.";
  }

  @Override
  public Params defaults() {
    return new Params(RESTARTS);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.integer("compared", "number of values"),
        Column.number("difference", "largest relative difference of a value from the paper's"));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    return Design.of(
        List.of(RESTARTS, TRIANGLES, ATTENTION, ACCEPTANCE, RECURRENCE).stream()
            .map(Params::new)
            .toList(),
        1);
  }

  @Override
  public void run(Params p, Trial trial) {
    Difference difference = new Difference();
    switch (p.statement) {
      case RESTARTS -> restarts(difference);
      case TRIANGLES -> triangles(difference);
      case ATTENTION -> attention(difference);
      case ACCEPTANCE -> acceptance(difference);
      default -> recurrence(difference);
    }
    trial.metric("compared", difference.compared);
    trial.metric("difference", difference.largest);
  }

  /** T_0 = 10 epochs, T_mult = 2: the rate is high again at epochs 10, 30 and 70 of 150. */
  private static void restarts(Difference difference) {
    double least = 0.001;
    double most = 0.05;
    Schedule schedule =
        Schedule.of(
            new CosineWarmRestarts(),
            new CosineWarmRestarts.Parameters(most, least, Length.epochs(10), 2, 1),
            Horizon.ofEpochs(150, STEPS_PER_EPOCH));
    double[] ends = {10, 30, 70, 150};
    int cycle = 0;
    for (int step = 0; step < 150 * STEPS_PER_EPOCH; step++) {
      double epoch = step / (double) STEPS_PER_EPOCH;
      if (epoch >= ends[cycle]) {
        cycle++;
      }
      double start = cycle == 0 ? 0 : ends[cycle - 1];
      double elapsed = (epoch - start) / (ends[cycle] - start);
      double rate = least + 0.5 * (most - least) * (1 + StrictMath.cos(elapsed * Math.PI));
      difference.add(rate, schedule.at(step));
    }
    difference.add(least, schedule.at(150 * STEPS_PER_EPOCH));
  }

  /** With the step size 2000: base at even, peak at odd multiples; halved; and exponential. */
  private static void triangles(Difference difference) {
    double base = 0.001;
    double most = 0.006;
    Length size = Length.steps(2000);
    Horizon run = Horizon.ofSteps(25_000);
    Schedule constant =
        Schedule.of(new Triangular(), new Triangular.Parameters(base, most, size, size), run);
    Schedule halved =
        Schedule.of(new Triangular2(), new Triangular2.Parameters(base, most, size, size), run);
    Schedule decayed =
        Schedule.of(
            new ExponentialRange(),
            new ExponentialRange.Parameters(
                base, most, size, size, 0.99994, ExponentialRange.Mode.BOUNDS),
            run);
    for (int step = 0; step < 24_000; step += 50) {
      int cycle = step / 4000;
      double height = 1 - Math.abs(step / 2000.0 - 2 * cycle - 1);
      difference.add(base + (most - base) * height, constant.at(step));
      difference.add(base + (most - base) * height / (1 << cycle), halved.at(step));
      double factor = StrictMath.pow(0.99994, step);
      difference.add(base * factor + (most - base) * factor * height, decayed.at(step));
    }
  }

  /** d^-0.5 min(step^-0.5, step warmup^-1.5), with d = 512 and a warm-up of 4000 steps. */
  private static void attention(Difference difference) {
    double scale = 1 / Math.sqrt(512);
    Schedule schedule =
        Schedule.of(
            new Warmup(),
            new Warmup.Parameters(
                Length.steps(4000),
                Shape.LINEAR,
                0,
                new Choice<>(
                    new InverseSquareRoot(),
                    new InverseSquareRoot.Parameters(scale / Math.sqrt(4000), Length.steps(4000))),
                false),
            Horizon.ofSteps(100_000));
    for (int step = 1; step <= 100_000; step += 111) {
      double rate = scale * Math.min(1 / Math.sqrt(step), step * (1 / (4000 * Math.sqrt(4000))));
      difference.add(rate, schedule.at(step));
    }
  }

  /** The first four constants of table 1. */
  private static void acceptance(Difference difference) {
    Schedule target = ModifiedLam.target(1000);
    difference.add(0.9768670788789564, target.at(1));
    difference.add(0.9546897506857566, target.at(2));
    difference.add(0.8072615745900611, target.at(10));
    difference.add(0.6808590431613767, target.at(20));
  }

  /** T' = T / (1 + beta T), step by step. */
  private static void recurrence(Difference difference) {
    double first = 10;
    double last = 0.01;
    int steps = 10_000;
    Schedule schedule =
        Schedule.of(
            new LundyMees(),
            new LundyMees.Parameters(first, last, Length.steps(steps)),
            Horizon.ofSteps(steps));
    double beta = (first - last) / (steps * first * last);
    double temperature = first;
    for (int step = 0; step <= steps; step++) {
      difference.add(temperature, schedule.at(step));
      temperature /= 1 + beta * temperature;
    }
  }
}
