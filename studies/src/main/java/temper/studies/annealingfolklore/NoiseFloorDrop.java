package temper.studies.annealingfolklore;

import java.util.Arrays;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;

/**
 * The expected excess loss of mini-batch least squares, without sampling: what a lower rate does to
 * the floor, what a larger batch does, and what a rate does that falls for ever.
 */
final class NoiseFloorDrop implements Experiment<NoiseFloorDrop.Params> {

  static final String NAME = "noise-floor-drop";
  static final String COURSE = "course";
  static final String CONSTANT = "constant";
  static final String LOWER_RATE = "lower-rate";
  static final String LARGER_BATCH = "larger-batch";
  static final String INVERSE_TIME = "inverse-time";

  private static final double START = 1;
  private static final int ROWS = 120;

  /**
   * A way down.
   *
   * @param law what is changed in the middle of the run, or all along it
   * @param rate the learning rate at first
   * @param batch number of examples in a batch at first
   * @param factor what the rate is divided or the batch multiplied by
   * @param steps number of steps
   */
  record Params(
      @Doc("what is changed") @OneOf({CONSTANT, LOWER_RATE, LARGER_BATCH, INVERSE_TIME}) String law,
      @Doc("the learning rate at first") @Positive double rate,
      @Doc("number of examples in a batch at first") @Range(min = 1) int batch,
      @Doc("what the rate is divided or the batch multiplied by") @Positive double factor,
      @Doc("number of steps") @Range(min = 2) int steps) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Expected loss of mini-batch least squares when the rate falls or the batch grows.";
  }

  @Override
  public Params defaults() {
    return new Params(CONSTANT, 0.1, 4, 10, 20_000);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("before", "expected excess loss in the middle of the run"),
        Column.number("after", "expected excess loss at the end"),
        Column.number("floor", "the stationary excess loss of the last rate and batch"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            COURSE,
            "Expected losses along the run.",
            List.of(
                Column.integer("step", "completed steps").in("steps"),
                Column.number("loss", "expected excess loss"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    return Design.of(
        List.of(CONSTANT, LOWER_RATE, LARGER_BATCH, INVERSE_TIME).stream()
            .map(law -> new Params(law, d.rate, d.batch, d.factor, d.steps))
            .toList(),
        1);
  }

  @Override
  public void run(Params p, Trial trial) {
    NoisyLeastSquares problem = NoisyLeastSquares.STANDARD;
    double[] moments = new double[problem.dimension()];
    Arrays.fill(moments, START);
    double rate = p.rate;
    double batch = p.batch;
    double before = Double.NaN;
    for (int step = 0; step < p.steps; step++) {
      if (step == p.steps / 2) {
        before = problem.expected(moments);
        rate = p.law.equals(LOWER_RATE) ? p.rate / p.factor : rate;
        batch = p.law.equals(LARGER_BATCH) ? p.batch * p.factor : batch;
      }
      if (p.law.equals(INVERSE_TIME)) {
        rate = p.rate / (1 + p.rate * problem.flattest() * step);
      }
      problem.expectedStep(moments, rate, batch);
      if ((step + 1) % Math.max(1, p.steps / ROWS) == 0) {
        trial.row(COURSE, step + 1, problem.expected(moments));
      }
    }
    trial.metric("before", before);
    trial.metric("after", problem.expected(moments));
    trial.metric("floor", problem.floor(rate, batch));
  }
}
