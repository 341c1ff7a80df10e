package temper.studies.largeinitialrate.theory;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Profile;

/** Dose and response: how the error depends on the initial rate, in both settings of noise. */
final class RateDose implements TwoPhaseExperiment {

  static final String NAME = "initial-rate";

  /** Initial rates above the small one. */
  static final List<Double> RATES = List.of(1.0, 2.0, 4.0, 8.0, 12.0);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Error on the first pattern against the initial rate, two blocks of rectified neurons.";
  }

  @Override
  public List<TheoryParameters> cells() {
    List<TheoryParameters> cells = new ArrayList<>();
    for (TheoryParameters setting :
        List.of(TheoryParameters.SECOND_BLOCK_NOISE, TheoryParameters.SPHERICAL_NOISE)) {
      cells.add(setting.with(TheoryParameters.SMALL));
      for (double rate : RATES) {
        cells.add(setting.withLarge(rate));
      }
    }
    return List.copyOf(cells);
  }

  @Override
  public int replicates(Profile profile) {
    return Replicates.doses(profile);
  }
}
