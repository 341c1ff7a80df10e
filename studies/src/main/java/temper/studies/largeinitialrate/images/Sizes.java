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

  private static final int CHANNELS = 4;

  private static final int QUICK_IMAGES = 800;
  private static final int QUICK_TESTS = 300;
  private static final int SMOKE_IMAGES = 96;
  private static final int SMOKE_TESTS = 20;
  private static final int SMOKE_BATCH = 32;

  private Sizes() {}

  /** Of the comparison of arms with patches. */
  static PatchParameters patches(Profile profile) {
    PatchParameters d = PatchParameters.defaults();
    return switch (profile) {
      case SMOKE ->
          d.withNetwork(prototypes(SMOKE_IMAGES, SMOKE_TESTS, 0.5), 1)
              .withLength(2, 1, SMOKE_TESTS / 2)
              .withBatch(SMOKE_BATCH);
      case QUICK ->
          // Few steps: rates closer to one another, and patches that a small network sees in them.
          d.withNetwork(prototypes(QUICK_IMAGES, QUICK_TESTS, 2), CHANNELS)
              .withLength(14, 7, QUICK_TESTS / 2)
              .withRates(d.rate(), 0.2)
              .withDifference(1)
              .withBatch(16);
      case FULL -> d;
    };
  }

  /** Of the extensions with patches, which in small profiles only show that they run. */
  static PatchParameters extension(Profile profile) {
    return patches(profile == Profile.QUICK ? Profile.SMOKE : profile);
  }

  /** Of the comparison of rates on plain images. */
  static RateParameters rates(Profile profile) {
    RateParameters d = RateParameters.defaults();
    return switch (profile) {
      case SMOKE ->
          d.withSize(
              prototypes(SMOKE_IMAGES, SMOKE_TESTS, 0.5),
              1,
              2,
              List.of(1.0),
              SMOKE_BATCH,
              SMOKE_TESTS);
      case QUICK ->
          d.withSize(
              prototypes(QUICK_IMAGES, QUICK_TESTS, 0.5),
              CHANNELS,
              9,
              List.of(6.0, 7.0, 8.0),
              8,
              QUICK_TESTS / 2);
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

  /** Of the claim that batches are equivalent, within a margin as large as the spread of runs. */
  static int equivalenceReplicates(Profile profile) {
    return profile == Profile.FULL ? 22 : 1;
  }

  static int extensionReplicates(Profile profile) {
    return profile == Profile.FULL ? 12 : 1;
  }

  /** Images that need no files. */
  private static Choice<DatasetPlugin<?>> prototypes(int train, int test, double noise) {
    PrototypeImages plugin = new PrototypeImages();
    PrototypeImages.Parameters d = plugin.defaults();
    return new Choice<>(
        plugin,
        new PrototypeImages.Parameters(
            train, test, 1, noise, 0, 0, d.patchOnly(), d.patchStep(), 0));
  }
}
