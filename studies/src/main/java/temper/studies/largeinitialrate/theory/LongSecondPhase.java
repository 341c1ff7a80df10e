package temper.studies.largeinitialrate.theory;

import java.util.List;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Trial;

/** How much of the advantage is early stopping: runs that go on far below the stopping loss. */
final class LongSecondPhase implements TwoPhaseExperiment {

  static final String NAME = "long-second-phase";

  /** Average train losses at which states are compared. */
  static final List<Double> LOSSES = List.of(0.08, 0.04, 0.02, 0.01);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Negative finding: errors of both algorithms against the train loss at which they stop.";
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(TwoPhaseRun.STOPS_TABLE);
  }

  @Override
  public List<TheoryParameters> cells() {
    double last = LOSSES.get(LOSSES.size() - 1);
    TheoryParameters network =
        TheoryParameters.SECOND_BLOCK_NOISE.with(new TheoryParameters.Stop(0.1, 0, last, 40_000));
    // Less noise on the gradient takes less time to reach the smallest loss.
    TheoryParameters quiet = network.with(new TheoryParameters.Noise(0, 0.004, 0));
    return List.of(
        network, network.with(TheoryParameters.SMALL), quiet, quiet.with(TheoryParameters.SMALL));
  }

  @Override
  public int replicates(Profile profile) {
    return Replicates.explorations(profile);
  }

  @Override
  public void run(TheoryParameters p, Trial trial) {
    new TwoPhaseRun(p, trial, new TwoPhaseRun.Recording(false, LOSSES)).run();
  }
}
