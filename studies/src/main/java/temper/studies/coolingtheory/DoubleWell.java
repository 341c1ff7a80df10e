package temper.studies.coolingtheory;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.OneOf;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.schedule.Schedule;
import temper.schedule.builtin.Schedules;

/** Which of two wells noisy gradient descent ends in, at rates that are given. */
final class DoubleWell implements Experiment<DoubleWell.Params> {

  static final String NAME = "double-well";
  static final String ANNEALED = "annealed";
  static final String CONSTANT = "constant";
  static final String SMALL = "small";

  /** Number of steps of the runs that are compared. */
  static final int LONGEST = 10_000;

  /** Numbers of steps of annealed runs: slower and slower cooling. */
  static final List<Integer> LENGTHS = List.of(100, 316, 1_000, 3_162, LONGEST);

  /** The small rate over the large one. */
  private static final double SMALL_SHARE = 0.01;

  /**
   * A potential and a rate.
   *
   * @param potential which double well
   * @param law how the rate falls
   * @param steps number of steps
   * @param trajectories number of runs of a trial
   * @param temperature temperature of the largest rate
   */
  record Params(
      @Doc("which double well") @OneOf({Potential.DEEPER, Potential.WIDER}) String potential,
      @Doc("how the rate falls") @OneOf({ANNEALED, CONSTANT, SMALL}) String law,
      @Doc("number of steps") @Range(min = 1) int steps,
      @Doc("number of runs of a trial") @Range(min = 1) int trajectories,
      @Doc("temperature of the largest rate") @Positive double temperature) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Which of two wells noisy gradient descent ends in: annealed, constant and small rates.";
  }

  @Override
  public Params defaults() {
    return new Params(Potential.DEEPER, ANNEALED, LONGEST, 500, 0.2);
  }

  @Override
  public List<Column> metrics() {
    return List.of(Column.number("share", "share of runs that end in the deeper, or wider, well"));
  }

  /** Number of runs of a trial. */
  static int trajectories(Profile profile) {
    return switch (profile) {
      case SMOKE -> 4;
      case QUICK -> 50;
      case FULL -> 500;
    };
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    int trajectories = trajectories(profile);
    List<Params> cells = new ArrayList<>();
    for (int steps : LENGTHS) {
      cells.add(new Params(Potential.DEEPER, ANNEALED, steps, trajectories, d.temperature));
    }
    for (String law : List.of(CONSTANT, SMALL)) {
      cells.add(new Params(Potential.DEEPER, law, LONGEST, trajectories, d.temperature));
    }
    for (String law : List.of(ANNEALED, CONSTANT, SMALL)) {
      cells.add(new Params(Potential.WIDER, law, LONGEST, trajectories, d.temperature));
    }
    return Design.of(cells, Replicates.wellBlocks(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    Potential potential = Potential.of(p.potential);
    double largest = potential.largestRate();
    double noise = Math.sqrt(2 * p.temperature / largest);
    Schedule rate =
        switch (p.law) {
          case ANNEALED -> Schedules.linear(largest, 0, p.steps);
          case CONSTANT -> Schedules.constant(largest);
          default -> Schedules.constant(SMALL_SHARE * largest);
        };
    WellDescent descent = new WellDescent(potential, noise, p.steps, p.trajectories);
    trial.metric("share", descent.share(rate, trial));
  }
}
