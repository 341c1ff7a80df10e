package temper.studies.largeinitialrate.theory;

import temper.lab.study.Profile;

/**
 * Numbers of replicates. Those of the full profile come from power computations, which the tests of
 * this class repeat.
 */
final class Replicates {

  private Replicates() {}

  static int pairs(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 3;
      case FULL -> 100;
    };
  }

  static int doses(Profile profile) {
    return of(profile, 20);
  }

  static int linearDoses(Profile profile) {
    return of(profile, 16);
  }

  static int noises(Profile profile) {
    return of(profile, 20);
  }

  static int mitigations(Profile profile) {
    return of(profile, 30);
  }

  static int explorations(Profile profile) {
    return of(profile, 12);
  }

  private static int of(Profile profile, int full) {
    return profile == Profile.FULL ? full : 2;
  }
}
