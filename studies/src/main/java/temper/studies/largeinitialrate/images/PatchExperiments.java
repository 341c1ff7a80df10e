package temper.studies.largeinitialrate.images;

import java.util.List;
import java.util.stream.Stream;
import temper.lab.study.Design;
import temper.lab.study.Profile;

/** The experiments with patches, each with a budget of its own. */
final class PatchExperiments {

  /** Large and small rate, and noise. */
  static final String ARMS = "patches";

  private PatchExperiments() {}

  static PatchTraining arms() {
    return new PatchTraining(
        ARMS,
        "A large and a small rate, and a small one with noise, on images with tell-tale patches.",
        profile -> {
          PatchParameters base = base(profile);
          return Design.of(
              Stream.of(
                      PatchParameters.LARGE,
                      PatchParameters.SMALL,
                      PatchParameters.NOISE,
                      PatchParameters.CLEAN)
                  .map(base::withArm)
                  .toList(),
              replicates(profile));
        });
  }

  static List<PatchTraining> all() {
    return List.of(arms());
  }

  private static PatchParameters base(Profile profile) {
    return switch (profile) {
      case SMOKE -> PatchParameters.small(96, 40, 2, 1);
      case QUICK -> PatchParameters.small(1000, 400, 12, 6);
      case FULL -> PatchParameters.defaults();
    };
  }

  private static int replicates(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 3;
      case FULL -> 12;
    };
  }
}
