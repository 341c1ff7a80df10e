package temper.studies.largeinitialrate.theory;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Profile;

/** Tells the noise of the large rate from its steps: the small rate with as much noise. */
final class EqualNoise implements TwoPhaseExperiment {

  static final String NAME = "equal-gradient-noise";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "The small rate with the stationary gradient noise of the large one, against both algorithms.";
  }

  @Override
  public List<TheoryParameters> cells() {
    List<TheoryParameters> cells = new ArrayList<>();
    for (LargeAgainstSmall.Setting setting : LargeAgainstSmall.Setting.values()) {
      for (String algorithm :
          List.of(TheoryParameters.LARGE, TheoryParameters.SMALL, TheoryParameters.EQUAL_NOISE)) {
        cells.add(setting.base().with(algorithm));
      }
    }
    return List.copyOf(cells);
  }

  @Override
  public int replicates(Profile profile) {
    return Replicates.mitigations(profile);
  }
}
