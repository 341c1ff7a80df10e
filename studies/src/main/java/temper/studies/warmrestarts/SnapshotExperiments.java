package temper.studies.warmrestarts;

import java.util.List;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;

/** The experiments about several networks of one budget. */
final class SnapshotExperiments {

  static final String SNAPSHOTS = "snapshots";
  static final String CYCLES = "cycle-count";
  static final String INDEPENDENT = "independent-networks";

  /** The smaller first rate of the paper, and the larger. */
  static final double LOW_RATE = 0.1;

  static final double HIGH_RATE = 0.2;

  private static final int SNAPSHOT_COUNT = 5;
  private static final int PATH = 9;
  private static final List<Integer> COUNTS = List.of(2, 3, 5, 6, 10);

  private SnapshotExperiments() {}

  static List<Experiment<?>> all() {
    return List.of(snapshots(), cycles(), independent());
  }

  private static SnapshotTraining snapshots() {
    return new SnapshotTraining(
        SNAPSHOTS,
        "Snapshots of cyclic runs, of a run without cycles, and short runs, at one budget.",
        profile ->
            design(
                profile,
                cell(profile, SnapshotTraining.STEP, LOW_RATE),
                cell(profile, SnapshotTraining.CYCLIC, LOW_RATE),
                cell(profile, SnapshotTraining.CYCLIC, HIGH_RATE),
                cell(profile, SnapshotTraining.SINGLE_CYCLES, LOW_RATE)));
  }

  private static SnapshotTraining independent() {
    return new SnapshotTraining(
        INDEPENDENT,
        "Snapshots against as many networks that have the whole budget each.",
        profile ->
            design(
                profile,
                cell(profile, SnapshotTraining.CYCLIC, HIGH_RATE),
                cell(profile, SnapshotTraining.INDEPENDENT, LOW_RATE)));
  }

  private static SnapshotTraining cycles() {
    return new SnapshotTraining(
        CYCLES,
        "Numbers of snapshots at one budget.",
        profile ->
            design(
                profile,
                COUNTS.stream()
                    .map(
                        count ->
                            new SnapshotTraining.Params(
                                Setting.snapshots(profile),
                                SnapshotTraining.CYCLIC,
                                HIGH_RATE,
                                count,
                                0))
                    .toArray(SnapshotTraining.Params[]::new)));
  }

  private static SnapshotTraining.Params cell(Profile profile, String arm, double rate) {
    int path = profile == Profile.FULL ? PATH : 3;
    return new SnapshotTraining.Params(Setting.snapshots(profile), arm, rate, SNAPSHOT_COUNT, path);
  }

  private static Design<SnapshotTraining.Params> design(
      Profile profile, SnapshotTraining.Params... cells) {
    return Design.of(List.of(cells), Replicates.paired(profile));
  }

  /** The numbers of snapshots that are compared. */
  static List<Integer> counts() {
    return COUNTS;
  }
}
