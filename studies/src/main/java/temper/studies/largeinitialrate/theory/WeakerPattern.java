package temper.studies.largeinitialrate.theory;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Profile;

/** The order of learning where the second pattern is 5 times as long as the first, not 8. */
final class WeakerPattern implements TwoPhaseExperiment {

  static final String NAME = "weaker-second-pattern";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Order of learning where the second pattern is shorter and there are fewer features.";
  }

  @Override
  public List<TheoryParameters> cells() {
    List<TheoryParameters> cells = new ArrayList<>();
    for (LargeAgainstSmall.Setting setting : LargeAgainstSmall.Setting.values()) {
      TheoryParameters weaker =
          setting.base().with(new TheoryParameters.Sample(200, 400, 4000, 0.025, 0.2, 5, 0.5, 0.5));
      cells.add(weaker);
      cells.add(weaker.with(TheoryParameters.SMALL));
    }
    return List.copyOf(cells);
  }

  @Override
  public int replicates(Profile profile) {
    return Replicates.explorations(profile);
  }
}
