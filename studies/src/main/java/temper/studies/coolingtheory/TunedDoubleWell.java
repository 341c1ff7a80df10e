package temper.studies.coolingtheory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.schedule.Schedule;
import temper.schedule.builtin.Schedules;

/**
 * The tilted double well again, each law at the largest rate that suits it best: an experiment
 * tries the rates of a grid, and another runs the best of them with starts and noise of its own.
 */
final class TunedDoubleWell implements Experiment<TunedDoubleWell.Params> {

  /** The experiment that tries rates. */
  static final String TUNING = "double-well-tuning";

  /** The experiment that compares the best of them. */
  static final String NAME = "double-well-tuned";

  /** The large rate of {@link DoubleWell} and others, a tenth apart where a law does well. */
  private static final List<Double> RATES =
      List.of(
          0.0125, 0.015, 0.0175, 0.02, 0.0225, 0.025, 0.0275, 0.03, 0.0325, 0.035, 0.04, 0.045,
          0.05, 0.055, 0.06, 0.07, 0.08, 0.09, 0.1, 0.12, 0.14, 0.16, 0.2);

  private static final List<String> LAWS = List.of(DoubleWell.ANNEALED, DoubleWell.CONSTANT);

  private final boolean tuning;

  private TunedDoubleWell(boolean tuning) {
    this.tuning = tuning;
  }

  /** The experiment that tries rates. */
  static TunedDoubleWell tuning() {
    return new TunedDoubleWell(true);
  }

  /** The experiment that compares the best of them. */
  static TunedDoubleWell comparison() {
    return new TunedDoubleWell(false);
  }

  /**
   * A law and its largest rate.
   *
   * @param law how the rate falls
   * @param rate the largest rate
   * @param noise standard deviation of the gradient
   * @param steps number of steps
   * @param trajectories number of runs of a trial
   */
  record Params(
      @Doc("how the rate falls") @OneOf({DoubleWell.ANNEALED, DoubleWell.CONSTANT}) String law,
      @Doc("the largest rate") @Positive double rate,
      @Doc("standard deviation of the gradient") @Positive double noise,
      @Doc("number of steps") @Range(min = 1) int steps,
      @Doc("number of runs of a trial") @Range(min = 1) int trajectories) {}

  @Override
  public String name() {
    return tuning ? TUNING : NAME;
  }

  @Override
  public String summary() {
    return tuning
        ? "Noisy gradient descent in the tilted double well at each rate of a grid."
        : "An annealed and a constant rate in the tilted double well, each at its best rate.";
  }

  @Override
  public Params defaults() {
    return new Params(DoubleWell.ANNEALED, 0.1, 2, DoubleWell.LONGEST, 500);
  }

  @Override
  public List<Column> metrics() {
    return List.of(Column.number("share", "share of runs that end in the deeper well"));
  }

  @Override
  public List<String> decidedBy() {
    return tuning ? List.of() : List.of(TUNING);
  }

  @Override
  public long mostTrials(Profile profile) {
    return tuning ? -1 : (long) LAWS.size() * Replicates.wellBlocks(profile);
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    List<Params> cells = new ArrayList<>();
    for (String law : LAWS) {
      List<Double> rates = tuning ? tried(profile) : List.of(best(law, earlier));
      rates.forEach(rate -> cells.add(cell(law, rate, profile)));
    }
    return Design.of(
        cells, tuning ? Replicates.tuningBlocks(profile) : Replicates.wellBlocks(profile));
  }

  private Params cell(String law, double rate, Profile profile) {
    Params d = defaults();
    return new Params(law, rate, d.noise, d.steps, DoubleWell.trajectories(profile));
  }

  private static List<Double> tried(Profile profile) {
    return profile == Profile.SMOKE ? List.of(0.035, 0.1) : RATES;
  }

  /** The rate whose mean share is largest; a rate at which a trial diverged comes last. */
  static double best(String law, Tables earlier) {
    return earlier.trials(TUNING).where("law", law).groupBy("rate").entrySet().stream()
        .max(Comparator.comparingDouble(TunedDoubleWell::score))
        .orElseThrow()
        .getKey();
  }

  private static double score(Map.Entry<Double, Table> cell) {
    double mean = Arrays.stream(cell.getValue().numbers("share")).average().orElseThrow();
    return Double.isNaN(mean) ? Double.NEGATIVE_INFINITY : mean;
  }

  @Override
  public void run(Params p, Trial trial) {
    Schedule rate =
        p.law.equals(DoubleWell.ANNEALED)
            ? Schedules.linear(p.rate, 0, p.steps)
            : Schedules.constant(p.rate);
    WellDescent descent = new WellDescent(Potential.TILTED, p.noise, p.steps, p.trajectories);
    trial.metric("share", descent.share(rate, trial));
  }
}
