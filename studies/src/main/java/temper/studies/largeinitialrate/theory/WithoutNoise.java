package temper.studies.largeinitialrate.theory;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Profile;

/** No noise at all, at several large rates. */
final class WithoutNoise implements TwoPhaseExperiment {

  static final String NAME = "without-noise";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Negative finding: a large rate without noise on the gradient.";
  }

  @Override
  public List<TheoryParameters> cells() {
    List<TheoryParameters> cells = new ArrayList<>();
    TheoryParameters quiet =
        TheoryParameters.SECOND_BLOCK_NOISE.with(new TheoryParameters.Noise(0, 0, 0));
    cells.add(quiet.with(TheoryParameters.SMALL));
    for (double rate : List.of(2.0, 8.0)) {
      cells.add(quiet.withLarge(rate));
    }
    TheoryParameters linear =
        TheoryParameters.LINEAR_FIRST_BLOCK.with(new TheoryParameters.Noise(0, 0, 0));
    cells.add(linear);
    return List.copyOf(cells);
  }

  @Override
  public int replicates(Profile profile) {
    return Replicates.explorations(profile);
  }
}
