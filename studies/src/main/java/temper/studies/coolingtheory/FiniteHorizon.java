package temper.studies.coolingtheory;

import java.util.ArrayList;
import java.util.List;
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
import temper.plugin.OneOf;
import temper.plugin.Range;
import temper.schedule.builtin.Schedules;

/** The least error that a cooling law can reach in a given number of steps. */
final class FiniteHorizon implements Experiment<FiniteHorizon.Params> {

  static final String NAME = "finite-horizon";
  static final String GRID = "grid";
  static final String CONSTANT = "constant";
  static final String GEOMETRIC = "geometric";
  static final String LOGARITHMIC = "logarithmic";
  static final List<String> LAWS = List.of(CONSTANT, LOGARITHMIC, GEOMETRIC);

  /** Numbers of steps, 1e3 to 1e8. */
  static final List<Long> HORIZONS =
      List.of(1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L, 100_000_000L);

  /** Points of a grid in one direction over those in each of two. */
  private static final int LINE = 4;

  private static final Span START = new Span(0.03, 1);
  private static final Span END = new Span(0.005, 0.3);
  private static final Span TEMPERATURE = new Span(0.01, 0.5);
  private static final Span CONSTANT_OF_LAW = new Span(0.1, 3);

  /**
   * Stairs of logarithmic cooling in the time in which it grows by the factor e, over all stairs.
   */
  private static final double STAIRS_PER_FOLD = 0.25;

  /**
   * A law and a horizon.
   *
   * @param law the cooling law
   * @param steps number of steps
   * @param points points of the grid in each direction
   * @param refinements times that the grid is laid anew around its best point
   * @param stairs number of temperatures of geometric cooling
   */
  record Params(
      @Doc("the cooling law") @OneOf({CONSTANT, LOGARITHMIC, GEOMETRIC}) String law,
      @Doc("number of steps") @Range(min = 1, max = 1e12) long steps,
      @Doc("points of the grid in each direction") @Range(min = 3, max = 100) int points,
      @Doc("times that the grid is laid anew around its best point") @Range(min = 0, max = 5)
          int refinements,
      @Doc("number of temperatures of geometric cooling") @Range(min = 1, max = 10_000)
          int stairs) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "The least error of the best constant, logarithmic and geometric cooling of n steps.";
  }

  @Override
  public Params defaults() {
    return new Params(GEOMETRIC, 1_000_000, 17, 2, 400);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("best_error", "least probability of any state but the lowest"),
        Column.number(
            "best_start", "temperature at the start, or constant of the law, where it is"),
        Column.number("best_end", "temperature at the end where it is"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            GRID,
            "Errors on the first grid.",
            List.of(
                Column.number("start", "temperature at the start, or constant of the law"),
                Column.number("end", "temperature at the end"),
                Column.number("error", "probability of any state but the lowest"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    int points = profile == Profile.FULL ? 17 : profile == Profile.QUICK ? 9 : 4;
    int refinements = profile == Profile.SMOKE ? 1 : 2;
    int stairs = profile == Profile.FULL ? 400 : profile == Profile.QUICK ? 100 : 20;
    List<Params> cells = new ArrayList<>();
    for (String law : LAWS) {
      for (long steps : HORIZONS) {
        cells.add(new Params(law, steps, points, refinements, stairs));
      }
    }
    return Design.of(cells, 1);
  }

  @Override
  public void run(Params p, Trial trial) {
    boolean pair = p.law.equals(GEOMETRIC);
    // One dimension affords a finer grid.
    int points = pair ? p.points : LINE * p.points;
    Span start = pair ? START : p.law.equals(CONSTANT) ? TEMPERATURE : CONSTANT_OF_LAW;
    Span end = END;
    Best best = new Best(Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);
    for (int round = 0; round <= p.refinements; round++) {
      for (int i = 0; i < points; i++) {
        trial.progress((round + (double) i / points) / (p.refinements + 1));
        double first = start.at(i, points);
        for (int j = 0; j < (pair ? points : 1); j++) {
          double last = pair ? end.at(j, points) : first;
          if (last > first) {
            continue;
          }
          double error = error(p, first, last);
          if (round == 0) {
            trial.row(GRID, first, last, error);
          }
          best = error < best.error ? new Best(error, first, last) : best;
        }
      }
      start = start.around(best.start, points);
      end = end.around(best.end, points);
    }
    trial.metric("best_error", best.error);
    trial.metric("best_start", best.start);
    trial.metric("best_end", best.end);
  }

  /** The exact error of one schedule. */
  static double error(Params p, double start, double end) {
    Propagator propagator = new Propagator(NinePath.LANDSCAPE, Kernel.METROPOLIS);
    double[] distribution = NinePath.LANDSCAPE.uniform();
    switch (p.law) {
      case CONSTANT -> propagator.leap(distribution, start, p.steps);
      case LOGARITHMIC ->
          new Stairs(propagator, Schedules.logarithmic(start))
              .growing(distribution, 0, p.steps, 1 / (STAIRS_PER_FOLD * p.stairs));
      default ->
          new Stairs(propagator, Schedules.geometric(start, end, (double) p.steps))
              .equal(distribution, p.steps, p.stairs);
    }
    return NinePath.error(distribution);
  }

  /** The best point so far. */
  private record Best(double error, double start, double end) {}

  /** A range that is divided at equal ratios. */
  private record Span(double low, double high) {

    double at(int index, int points) {
      return low * StableMath.pow(high / low, (double) index / (points - 1));
    }

    /** The range from one neighbour of a point of the grid to the other. */
    Span around(double centre, int points) {
      double ratio = StableMath.pow(high / low, 1.0 / (points - 1));
      return new Span(centre / ratio, centre * ratio);
    }
  }
}
