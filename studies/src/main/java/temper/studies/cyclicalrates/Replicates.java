package temper.studies.cyclicalrates;

import temper.lab.study.Profile;

/** Numbers of replicates. */
final class Replicates {

  private Replicates() {}

  static int of(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 5;
      case FULL -> 12;
    };
  }

  /** Perceptrons, which train in a second. */
  static int perceptrons(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 8;
      case FULL -> 60;
    };
  }
}
