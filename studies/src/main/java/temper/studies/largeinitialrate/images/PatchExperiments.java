package temper.studies.largeinitialrate.images;

import java.util.List;
import java.util.stream.Stream;
import temper.lab.study.Design;
import temper.lab.study.Profile;

/** The experiments with patches, each with a budget of its own. */
final class PatchExperiments {

  /** Large and small rate, noise, and no patches. */
  static final String ARMS = "patches";

  /** The same noise by another batch. */
  static final String BATCH = "patches-batch";

  /** When the rate is annealed. */
  static final String DELAY = "patches-delay";

  /** How much classes differ in their patches. */
  static final String STRENGTH = "patches-strength";

  /** Epochs after which the rate is annealed, as shares of the run in smaller profiles. */
  static final List<Double> DELAYS = List.of(5.0, 15.0, 30.0, 45.0);

  /** Largest differences that a class makes in its patch. */
  static final List<Double> STRENGTHS = List.of(0.02, 0.05, 0.1, 0.2, 0.4);

  /** By how much rate and batch are divided together. */
  static final List<Integer> DIVISORS = List.of(1, 2, 4);

  private PatchExperiments() {}

  static List<PatchTraining> all() {
    return List.of(
        new PatchTraining(
            ARMS,
            "A large and a small rate, and a small one with noise, on images with tell-tale patches.",
            PatchExperiments::arms),
        new PatchTraining(
            DELAY,
            "When the large rate is annealed, on images with tell-tale patches.",
            PatchExperiments::delays),
        new PatchTraining(
            BATCH,
            "A small batch in place of a large rate, on images with tell-tale patches.",
            PatchExperiments::batches),
        new PatchTraining(
            STRENGTH,
            "A large and a small rate where patches tell more or less of the class.",
            PatchExperiments::strengths));
  }

  private static Design<PatchParameters> arms(Profile profile) {
    PatchParameters base = Sizes.patches(profile);
    return Design.of(
        Stream.of(
                PatchParameters.LARGE,
                PatchParameters.SMALL,
                PatchParameters.NOISE,
                PatchParameters.CLEAN)
            .map(base::withArm)
            .toList(),
        Sizes.replicates(profile));
  }

  private static Design<PatchParameters> delays(Profile profile) {
    PatchParameters base = Sizes.extension(profile);
    double unit = base.epochs() / (double) PatchParameters.defaults().epochs();
    return Design.of(
        DELAYS.stream().map(delay -> base.withAnneal(unit * delay)).toList(),
        Sizes.extensionReplicates(profile));
  }

  /** Cells of equal rate over batch, and the last one's rate with the first one's batch. */
  private static Design<PatchParameters> batches(Profile profile) {
    PatchParameters base = Sizes.extension(profile);
    Stream<PatchParameters> equal =
        DIVISORS.stream().map(by -> divided(base, by).withBatch(base.batch() / by));
    int most = DIVISORS.get(DIVISORS.size() - 1);
    PatchParameters lessNoise = divided(base, most);
    return Design.of(
        Stream.concat(equal, Stream.of(lessNoise)).toList(), Sizes.equivalenceReplicates(profile));
  }

  private static PatchParameters divided(PatchParameters base, int by) {
    return base.withRates(base.rate() / by, base.factor());
  }

  private static Design<PatchParameters> strengths(Profile profile) {
    PatchParameters base = Sizes.extension(profile);
    return Design.of(
        STRENGTHS.stream()
            .flatMap(
                strength ->
                    Stream.of(PatchParameters.LARGE, PatchParameters.SMALL)
                        .map(arm -> base.withArm(arm).withDifference(strength)))
            .toList(),
        Sizes.extensionReplicates(profile));
  }
}
