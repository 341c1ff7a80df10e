package temper.studies.largeinitialrate.theory;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Profile;

/** The first attempt: 100 features, a second pattern of length 1 with a step of a tenth. */
final class FirstAttempt implements TwoPhaseExperiment {

  static final String NAME = "unscaled-pattern";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Negative finding: the second pattern at the length of the theory and a small step.";
  }

  @Override
  public List<TheoryParameters> cells() {
    List<TheoryParameters> cells = new ArrayList<>();
    TheoryParameters base =
        TheoryParameters.SECOND_BLOCK_NOISE.with(
            new TheoryParameters.Sample(100, 400, 4000, 0.025, 0.2, 1, 0.1, 0.5));
    cells.add(base);
    cells.add(base.with(TheoryParameters.SMALL));
    return List.copyOf(cells);
  }

  @Override
  public int replicates(Profile profile) {
    return Replicates.explorations(profile);
  }
}
