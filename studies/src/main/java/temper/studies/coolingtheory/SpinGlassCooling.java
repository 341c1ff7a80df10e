package temper.studies.coolingtheory;

import java.util.List;
import java.util.stream.DoubleStream;
import temper.chain.Equilibrium;
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

/** Logarithmic cooling of a small spin glass: its exact distribution over all states. */
final class SpinGlassCooling implements Experiment<SpinGlassCooling.Params> {

  static final String NAME = "spin-glass-cooling";
  static final String COURSE = "course";

  /** Critical depth over cooling constant. */
  static final double[] RATIOS = {0.5, 1, 1.5, 3};

  private static final int CHECKPOINTS_PER_DECADE = 4;
  private static final long FIRST_CHECKPOINT = 10;

  /**
   * A cooling constant.
   *
   * @param ratio critical depth over the cooling constant
   * @param spins number of spins
   * @param decades decades of time after the first 10 steps
   * @param share length of a stair over the time at which it begins
   */
  record Params(
      @Doc("critical depth over the cooling constant") @Positive double ratio,
      @Doc("number of spins") @Range(min = 4, max = 16) int spins,
      @Doc("decades of time after the first 10 steps") @Range(min = 2, max = 8) int decades,
      @Doc("length of a stair over the time at which it begins") @Range(min = 1e-4, max = 0.1)
          double share) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Exact distribution of spin glasses of 2^10 states under logarithmic cooling.";
  }

  @Override
  public Params defaults() {
    return new Params(1, 10, 4, 1.0 / 200);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("critical_depth", "critical depth of the instance"),
        Column.number("difficulty", "difficulty of the instance"),
        Column.integer("draws", "instances drawn until one had a depth"),
        Column.number("final_distance", "total variation distance from Gibbs at the end"),
        Column.number(
            "cup_ratio", "probability of the deepest cup at the end over a decade before"),
        Column.number("final_error", "probability of any state above the lowest energy"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            COURSE,
            "The distribution at checkpoints.",
            List.of(
                Column.number("time", "number of steps made").in("steps"),
                Column.number("error", "probability of any state above the lowest energy"),
                Column.number("cup", "probability of the deepest cup"),
                Column.number("gibbs_cup", "probability of the cup in equilibrium"),
                Column.number("distance", "total variation distance from equilibrium"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    int decades = profile == Profile.FULL ? 4 : profile == Profile.QUICK ? 3 : 2;
    int replicates = profile == Profile.FULL ? 5 : profile == Profile.QUICK ? 2 : 1;
    int spins = profile == Profile.SMOKE ? 7 : d.spins;
    return Design.of(
        DoubleStream.of(RATIOS)
            .mapToObj(ratio -> new Params(ratio, spins, decades, d.share))
            .toList(),
        replicates);
  }

  @Override
  public void run(Params p, Trial trial) {
    SpinGlass glass = SpinGlass.draw(p.spins, trial);
    boolean[] cup = glass.depths().cup(glass.depths().deepest());
    Schedule temperature = Schedules.logarithmic(glass.depths().critical() / p.ratio);
    Stairs stairs = new Stairs(new Propagator(glass.landscape(), Kernel.METROPOLIS), temperature);
    double[] distribution = glass.landscape().uniform();
    int checkpoints = p.decades * CHECKPOINTS_PER_DECADE;
    double[] inCup = new double[checkpoints + 1];
    double distance = Double.NaN;
    double error = Double.NaN;
    long time = 0;
    for (int i = 0; i <= checkpoints; i++) {
      long until = checkpoint(i);
      stairs.growing(distribution, time, until, p.share);
      time = until;
      double[] gibbs = Equilibrium.gibbs(glass.landscape(), temperature.at((double) time));
      inCup[i] = mass(cup, distribution);
      distance = Equilibrium.totalVariation(distribution, gibbs);
      error = glass.landscape().massAbove(glass.landscape().minimum(), distribution);
      trial.row(COURSE, (double) time, error, inCup[i], mass(cup, gibbs), distance);
      trial.progress((double) time / checkpoint(checkpoints));
    }
    trial.metric("critical_depth", glass.depths().critical());
    trial.metric("difficulty", glass.depths().difficulty());
    trial.metric("draws", glass.draws());
    trial.metric("final_distance", distance);
    trial.metric("cup_ratio", inCup[checkpoints] / inCup[checkpoints - CHECKPOINTS_PER_DECADE]);
    trial.metric("final_error", error);
  }

  private static long checkpoint(int index) {
    return Math.round(
        FIRST_CHECKPOINT * StableMath.pow(10, (double) index / CHECKPOINTS_PER_DECADE));
  }

  private static double mass(boolean[] set, double[] distribution) {
    double mass = 0;
    for (int state = 0; state < set.length; state++) {
      mass += set[state] ? distribution[state] : 0;
    }
    return mass;
  }
}
