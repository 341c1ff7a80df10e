package temper.studies.sharpminima;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.DivergedException;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.schedule.Schedule;
import temper.studies.fullbatch.FeedForward;
import temper.studies.fullbatch.SymmetricEigen;

/**
 * Does a cyclic rate leave narrow minima for wide ones? A network is trained at a low rate, its
 * layers may be scaled against one another, which makes the minimum narrow without changing its
 * function, and training goes on under one of several rates. At the end all settle at the low rate,
 * so that what is compared is where they are and not how they shake.
 */
final class CyclicWidth implements Experiment<CyclicWidth.Params> {

  static final String NAME = "cyclic-width";
  static final String COURSE = "course";
  static final String PROFILES = "profiles";

  /** Scales of the start: the minimum as it was found, and a narrow one of the same function. */
  static final double FOUND = 1;

  static final double NARROW = 3;

  /** Replicates whose course is written down. */
  private static final int SHOWN = 12;

  /** The rise of the loss at which the width of a minimum is measured. */
  private static final double RISE = 0.05;

  /**
   * One run.
   *
   * @param path which rates
   * @param alpha factor of the first layer before the rates set in
   * @param low the low rate
   * @param high the high rate
   * @param halfCycle steps from low to high
   * @param cycles number of cycles
   * @param warmup steps at the low rate before
   * @param settle steps at the low rate after
   * @param batch examples in a batch
   * @param hidden number of hidden units
   */
  record Params(
      @Doc("which rates") @OneOf({"low", "mean", "high", "triangular"}) String path,
      @Doc("factor of the first layer before they set in") @Positive double alpha,
      @Doc("the low rate") @Positive double low,
      @Doc("the high rate") @Positive double high,
      @Doc(value = "steps from low to high", unit = "steps") @Range(min = 1) int halfCycle,
      @Doc("number of cycles") @Range(min = 1) int cycles,
      @Doc(value = "steps at the low rate before", unit = "steps") @Range(min = 1) int warmup,
      @Doc(value = "steps at the low rate after", unit = "steps") @Range(min = 1) int settle,
      @Doc("examples in a batch") @Range(min = 1, max = Minimum.TRAIN) int batch,
      @Doc("number of hidden units") @Range(min = 1) int hidden) {

    Params at(RatePath other, double scale) {
      return new Params(
          other.label(), scale, low, high, halfCycle, cycles, warmup, settle, batch, hidden);
    }

    int steps() {
      return 2 * halfCycle * cycles;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Width of the minima that fixed and triangular rates end in, from a common start.";
  }

  @Override
  public Params defaults() {
    return new Params(RatePath.TRIANGULAR.label(), FOUND, 0.02, 0.2, 500, 6, 6_000, 1_000, 10, 10);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("start_curvature", "largest eigenvalue of the Hessian at the start"),
        Column.number("start_width", "width of the minimum at the start"),
        Column.number("curvature", "largest eigenvalue of the Hessian at the end"),
        Column.number("width", "width of the minimum at the end"),
        Column.number("train", "train loss at the end"),
        Column.number("test", "test loss at the end"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            COURSE,
            "One row for each half cycle, from the start to the settled end; first replicates.",
            List.of(
                Column.integer("step", "steps since the rates set in").in("steps"),
                Column.number("rate", "learning rate"),
                Column.number("train", "train loss"),
                Column.number("curvature", "largest eigenvalue of the Hessian"),
                Column.number("width", "distance along its eigenvector to a rise of 0.05"))),
        new TableSchema(
            PROFILES,
            "Train loss along the top eigenvector at the end; first replicate.",
            List.of(
                Column.number("distance", "signed distance from the end"),
                Column.number("rise", "loss less that at the end"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    if (profile == Profile.SMOKE) {
      d = new Params(d.path, d.alpha, d.low, d.high, 50, 2, 200, 100, d.batch, d.hidden);
    }
    List<Params> cells = new ArrayList<>();
    for (double alpha : new double[] {FOUND, NARROW}) {
      for (RatePath path : RatePath.values()) {
        cells.add(d.at(path, alpha));
      }
    }
    return Design.of(cells, Replicates.pairs(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    FeedForward network = FeedForward.homogeneous(4, p.hidden, 1);
    StochasticRun run = StochasticRun.start(network, p.batch, trial);
    run.descend(step -> p.low, p.warmup, trial);
    run.move(ScaleTransform.ofTwoLayers(network, p.alpha).apply(run.point()));
    Place place = Place.of(run, p.low);
    trial.metric("start_curvature", place.curvature);
    trial.metric("start_width", place.width);
    write(place, 0, trial);
    Schedule rates = RatePath.of(p.path).schedule(p.low, p.high, p.halfCycle);
    for (int half = 0; half < 2 * p.cycles; half++) {
      int from = half * p.halfCycle;
      run.descend(step -> rates.at(from + step), p.halfCycle, trial);
      write(Place.of(run, rates.at(from + p.halfCycle)), from + p.halfCycle, trial);
      trial.progress((half + 1.0) / (2 * p.cycles + 1));
    }
    run.descend(step -> p.low, p.settle, trial);
    place = Place.of(run, p.low);
    write(place, p.steps() + p.settle, trial);
    trial.metric("curvature", place.curvature);
    trial.metric("width", place.width);
    trial.metric("train", place.loss);
    trial.metric("test", run.problem().test().at(run.point()));
    for (int i = -40; i <= 40 && trial.replicate() == 0; i++) {
      double distance = i / 40.0;
      double[] moved = InvariantMeasures.along(run.point(), place.top, distance);
      trial.row(PROFILES, distance, run.problem().train().at(moved) - place.loss);
    }
  }

  private static void write(Place place, int step, Trial trial) {
    if (trial.replicate() < SHOWN) {
      trial.row(COURSE, (long) step, place.rate, place.loss, place.curvature, place.width);
    }
  }

  /** A place on the way, with its curvature and its width along the steepest direction. */
  @SuppressWarnings("ArrayRecordComponent") // Short-lived; nobody compares.
  private record Place(double rate, double loss, double curvature, double width, double[] top) {

    static Place of(StochasticRun run, double rate) {
      double loss = run.problem().train().at(run.point());
      if (!(loss < 1e6)) {
        throw new DivergedException("the train loss was " + loss);
      }
      SymmetricEigen eigen = SymmetricEigen.of(run.problem().train().hessian(run.point()));
      double[] top = eigen.top();
      double width = 0.5 * (reach(run, loss, top, 1) + reach(run, loss, top, -1));
      return new Place(rate, loss, eigen.largest(), width, top);
    }

    /** How far one can go in a direction until the loss has risen. */
    private static double reach(StochasticRun run, double loss, double[] top, double sign) {
      double far = 1e-3;
      while (rise(run, loss, top, sign * far) < RISE && far < 1e6) {
        far *= 2;
      }
      double near = 0;
      for (int i = 0; i < 40; i++) {
        double middle = (near + far) / 2;
        if (rise(run, loss, top, sign * middle) < RISE) {
          near = middle;
        } else {
          far = middle;
        }
      }
      return far;
    }

    private static double rise(StochasticRun run, double loss, double[] top, double distance) {
      return run.problem().train().at(InvariantMeasures.along(run.point(), top, distance)) - loss;
    }
  }
}
