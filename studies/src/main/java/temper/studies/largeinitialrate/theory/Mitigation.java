package temper.studies.largeinitialrate.theory;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Profile;

/** The small rate with noise before the activations of the second block until the second phase. */
final class Mitigation implements TwoPhaseExperiment {

  static final String NAME = "activation-noise";

  /** Deviations of the noise, over the norm of the input. */
  static final List<Double> NOISES = List.of(0.5, 1.0, 2.0);

  /** The deviation of the claim. */
  static final double CLAIMED = 1;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "The small rate with noise before activations that is annealed, against both algorithms.";
  }

  @Override
  public List<TheoryParameters> cells() {
    List<TheoryParameters> cells = new ArrayList<>();
    TheoryParameters base = TheoryParameters.SECOND_BLOCK_NOISE;
    cells.add(base);
    cells.add(base.with(TheoryParameters.SMALL));
    for (double noise : NOISES) {
      cells.add(
          base.with(TheoryParameters.ACTIVATION_NOISE)
              .with(new TheoryParameters.Noise(0, base.noise().second(), noise)));
    }
    return List.copyOf(cells);
  }

  @Override
  public int replicates(Profile profile) {
    return Replicates.mitigations(profile);
  }
}
