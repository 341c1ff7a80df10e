package temper.studies.largeinitialrate.theory;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Profile;

/** The paper's factors of the second pattern, which leave examples on which it says little. */
final class FactorsFromZero implements TwoPhaseExperiment {

  static final String NAME = "factors-from-zero";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Negative finding: factors of the second pattern uniform on [0, 1), as in the paper.";
  }

  @Override
  public List<TheoryParameters> cells() {
    List<TheoryParameters> cells = new ArrayList<>();
    for (TheoryParameters setting :
        List.of(TheoryParameters.SECOND_BLOCK_NOISE, TheoryParameters.LINEAR_FIRST_BLOCK)) {
      TheoryParameters.Sample s = setting.sample();
      TheoryParameters from =
          setting.with(
              new TheoryParameters.Sample(
                  s.dimension(),
                  s.train(),
                  s.test(),
                  s.onlyP(),
                  s.onlyQ(),
                  s.scale(),
                  s.radius(),
                  0));
      cells.add(from);
      cells.add(from.with(TheoryParameters.SMALL));
    }
    return List.copyOf(cells);
  }

  @Override
  public int replicates(Profile profile) {
    return Replicates.explorations(profile);
  }
}
