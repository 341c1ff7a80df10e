package temper.studies.largeinitialrate.theory;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Profile;

/** Dose and response where the first block is linear and the first phase has a fixed length. */
final class LinearDose implements TwoPhaseExperiment {

  static final String NAME = "initial-rate-linear";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Error on the first pattern against the initial rate, first block linear, first phase of fixed length.";
  }

  @Override
  public List<TheoryParameters> cells() {
    List<TheoryParameters> cells = new ArrayList<>();
    cells.add(TheoryParameters.LINEAR_FIRST_BLOCK.with(TheoryParameters.SMALL));
    for (double rate : RateDose.RATES) {
      cells.add(TheoryParameters.LINEAR_FIRST_BLOCK.withLarge(rate));
    }
    return List.copyOf(cells);
  }

  @Override
  public int replicates(Profile profile) {
    return Replicates.linearDoses(profile);
  }
}
