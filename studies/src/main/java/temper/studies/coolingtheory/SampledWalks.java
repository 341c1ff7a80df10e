package temper.studies.coolingtheory;

import java.util.List;
import temper.chain.Kernel;
import temper.chain.Propagator;
import temper.chain.Walk;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Range;
import temper.random.RandomStream;
import temper.schedule.Schedule;
import temper.schedule.builtin.Schedules;

/** Annealed walks drawn at random against the exact distribution. */
final class SampledWalks implements Experiment<SampledWalks.Params> {

  static final String NAME = "sampled-walks";
  static final String COUNTS = "counts";

  /** Steps after which walks are counted. */
  static final double[] CHECKPOINTS = {1e2, 1e3, 1e4};

  private static final double HOTTEST = 0.5;
  private static final double COLDEST = 0.03;

  /**
   * A law.
   *
   * @param law the cooling law
   * @param walks number of walks of a trial
   */
  record Params(
      @Doc("the cooling law") @OneOf({FiniteHorizon.LOGARITHMIC, FiniteHorizon.GEOMETRIC})
          String law,
      @Doc("number of walks of a trial") @Range(min = 1) int walks) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Walks drawn at random against the exact distribution.";
  }

  @Override
  public Params defaults() {
    return new Params(FiniteHorizon.LOGARITHMIC, 1000);
  }

  @Override
  public List<Column> metrics() {
    return List.of(Column.integer("ends_in_optimum", "walks that end in the optimum").in("walks"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            COUNTS,
            "Walks in the optimum at checkpoints.",
            List.of(
                Column.number("time", "number of steps made").in("steps"),
                Column.integer("successes", "walks in the state of lowest energy").in("walks"),
                Column.number("exact", "exact probability of that state"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    int walks = profile == Profile.FULL ? 1000 : profile == Profile.QUICK ? 500 : 50;
    return Design.of(
        List.of(
            new Params(FiniteHorizon.LOGARITHMIC, walks),
            new Params(FiniteHorizon.GEOMETRIC, walks)),
        Replicates.walkBlocks(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    double end = CHECKPOINTS[CHECKPOINTS.length - 1];
    Schedule temperature =
        p.law.equals(FiniteHorizon.LOGARITHMIC)
            ? Schedules.logarithmic(NinePath.CRITICAL_DEPTH)
            : Schedules.geometric(HOTTEST, COLDEST, end);
    Walk walk = new Walk(NinePath.LANDSCAPE, Kernel.METROPOLIS);
    Propagator propagator = new Propagator(NinePath.LANDSCAPE, Kernel.METROPOLIS);
    double[] exact = NinePath.LANDSCAPE.uniform();
    RandomStream stream = trial.stream("walks");
    int[] states = new int[p.walks];
    for (int i = 0; i < states.length; i++) {
      states[i] = stream.nextInt(NinePath.LANDSCAPE.size());
    }
    long time = 0;
    long successes = 0;
    for (double checkpoint : CHECKPOINTS) {
      long steps = (long) checkpoint - time;
      successes = 0;
      for (int i = 0; i < states.length; i++) {
        states[i] = walk.run(states[i], temperature, (double) time, steps, stream);
        successes += NinePath.LANDSCAPE.energy(states[i]) == NinePath.LANDSCAPE.minimum() ? 1 : 0;
      }
      propagator.propagate(exact, temperature, (double) time, steps);
      time += steps;
      trial.row(COUNTS, checkpoint, successes, NinePath.LANDSCAPE.massOnMinima(exact));
      trial.progress(checkpoint / end);
    }
    trial.metric("ends_in_optimum", successes);
  }
}
