package temper.studies.largeinitialrate.theory;

import temper.lab.study.Profile;

final class Replicates {

  private Replicates() {}

  static int pairs(Profile profile) {
    return switch (profile) {
      case SMOKE -> 1;
      case QUICK -> 3;
      case FULL -> 100;
    };
  }
}
