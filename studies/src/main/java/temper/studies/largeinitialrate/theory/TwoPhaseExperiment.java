package temper.studies.largeinitialrate.theory;

import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.studies.largeinitialrate.theory.TheoryParameters.Scale;

/** An experiment whose trials are runs in two phases; what differs are the cells. */
interface TwoPhaseExperiment extends Experiment<TheoryParameters> {

  /** The cells at full size. */
  List<TheoryParameters> cells();

  /** The number of replicates of each cell. */
  int replicates(Profile profile);

  @Override
  default List<Column> metrics() {
    return TwoPhaseRun.METRICS;
  }

  @Override
  default TheoryParameters defaults() {
    return cells().get(0);
  }

  @Override
  default Design<TheoryParameters> design(Profile profile, Tables earlier) {
    Scale scale = Scale.of(profile);
    return Design.of(cells().stream().map(cell -> cell.with(scale)).toList(), replicates(profile));
  }

  @Override
  default void run(TheoryParameters p, Trial trial) {
    new TwoPhaseRun(p, trial, TwoPhaseRun.Recording.NONE).run();
  }
}
