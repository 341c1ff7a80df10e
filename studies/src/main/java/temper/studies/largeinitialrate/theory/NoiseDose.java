package temper.studies.largeinitialrate.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import temper.lab.study.Profile;
import temper.lab.study.Tables;

/**
 * Spherical noise of increasing deviation: where the effect is, where it vanishes and where it
 * turns.
 */
final class NoiseDose implements TwoPhaseExperiment {

  static final String NAME = "gradient-noise";

  /** Deviations of the noise. */
  static final List<Double> NOISES = List.of(0.0, 0.0005, 0.001, 0.002, 0.004, 0.02);

  /** Neurons of the first block in two further settings of strong noise. */
  private static final int WIDE = 128;

  /** The trials with the usual number of neurons. */
  static Arms narrow(Tables tables) {
    return withNeurons(tables, DoubleStream::min);
  }

  /** The trials with more neurons in the first block. */
  static Arms wide(Tables tables) {
    return withNeurons(tables, DoubleStream::max);
  }

  private static Arms withNeurons(Tables tables, Function<DoubleStream, OptionalDouble> which) {
    Arms all = Arms.of(tables, NAME);
    double neurons = which.apply(Arrays.stream(all.numbers("network.first"))).orElseThrow();
    return all.where("network.first", neurons);
  }

  private static List<TheoryParameters> pair(double noise, TheoryParameters setting) {
    TheoryParameters with = setting.with(new TheoryParameters.Noise(noise, noise, 0));
    return List.of(with, with.with(TheoryParameters.SMALL));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Errors against the deviation of spherical gradient noise.";
  }

  @Override
  public List<TheoryParameters> cells() {
    List<TheoryParameters> cells = new ArrayList<>();
    for (double noise : NOISES) {
      cells.addAll(pair(noise, TheoryParameters.SPHERICAL_NOISE));
    }
    TheoryParameters.Network wide = new TheoryParameters.Network(WIDE, 2000, 0.1);
    for (double noise : List.of(0.004, 0.02)) {
      cells.addAll(pair(noise, TheoryParameters.SPHERICAL_NOISE.with(wide)));
    }
    return List.copyOf(cells);
  }

  @Override
  public int replicates(Profile profile) {
    return Replicates.noises(profile);
  }
}
