package temper.studies.largeinitialrate.images;

import java.util.List;
import temper.data.DatasetPlugin;
import temper.data.synthetic.PrototypeImages;
import temper.lab.study.Profile;
import temper.plugin.Choice;

/**
 * Sizes of the profiles. The replicates of the full one come from power computations, which the
 * tests of this class repeat; small runs were set so that they show something of the effects.
 */
final class Sizes {

  /** Standard deviation of the noise of images that need no files. */
  private static final double PROTOTYPE_NOISE = 1.5;

  private static final int CHANNELS = 4;

  private Sizes() {}

  /** Of the comparison of arms with patches. */
  static PatchParameters patches(Profile profile) {
    return switch (profile) {
      case SMOKE -> small(96, 40, 2, 1, 32);
      case QUICK -> small(1000, 400, 20, 10, 16);
      case FULL -> PatchParameters.defaults();
    };
  }

  /** Of the extensions with patches. */
  static PatchParameters extension(Profile profile) {
    return switch (profile) {
      case SMOKE, QUICK -> small(96, 40, 2, 1, 32);
      case FULL -> PatchParameters.defaults();
    };
  }

  /** Of the comparison of rates on plain images. */
  static RateParameters rates(Profile profile) {
    RateParameters d = RateParameters.defaults();
    return switch (profile) {
      case SMOKE -> d.withSize(prototypes(96, 40), CHANNELS, 2, List.of(1.0), 16, 40);
      case QUICK ->
          d.withSize(prototypes(1000, 400), CHANNELS, 10, List.of(3.0, 6.0, 8.0), 16, 200);
      case FULL -> d;
    };
  }

  static int replicates(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 3;
      case FULL -> 12;
    };
  }

  /** In small profiles the extensions only show that they run. */
  static int extensionReplicates(Profile profile) {
    return profile == Profile.FULL ? 12 : 2;
  }

  private static PatchParameters small(int train, int test, int epochs, double anneal, int batch) {
    PatchParameters d = PatchParameters.defaults();
    return d.withNetwork(prototypes(train, test), CHANNELS)
        .withLength(epochs, anneal, test / 2)
        .withRateAndBatch(d.largeRate(), batch);
  }

  /** Images that need no files. */
  private static Choice<DatasetPlugin<?>> prototypes(int train, int test) {
    PrototypeImages plugin = new PrototypeImages();
    PrototypeImages.Parameters d = plugin.defaults();
    return new Choice<>(
        plugin,
        new PrototypeImages.Parameters(
            train, test, d.prototypes(), PROTOTYPE_NOISE, 0, 0, d.patchOnly(), d.patchStep(), 0));
  }
}
