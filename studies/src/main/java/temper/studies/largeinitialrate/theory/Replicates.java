package temper.studies.largeinitialrate.theory;

import temper.lab.study.Profile;

/**
 * Numbers of replicates. Those of the full profile come from power computations, which the tests of
 * this class repeat.
 */
final class Replicates {

  private Replicates() {}

  /**
   * Pairs of the theorems, as many as the specification asks for. With the spread of the earlier
   * search the ratio of errors is decided with certainty, and so is an order of learning that is
   * inverted in 995 of 1000 pairs, against nine of ten.
   */
  static int pairs(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 3;
      case FULL -> 100;
    };
  }

  /**
   * Rates, of which the trend over six is tested. Page's test at the first level of Holm's method
   * has power above .9 from a mean rank correlation of .4, where the search had above .8.
   */
  static int doses(Profile profile) {
    return of(profile, 20);
  }

  /** Rates with the linear block, whose runs are longer. */
  static int linearDoses(Profile profile) {
    return of(profile, 16);
  }

  /**
   * Deviations of the noise. The least of the claimed differences, .139 against .105 with a spread
   * of a quarter, needs 18.
   */
  static int noises(Profile profile) {
    return of(profile, 20);
  }

  /**
   * Arms of the small rate. Equality within .01 at the spread of the search needs 24, the rest
   * fewer.
   */
  static int mitigations(Profile profile) {
    return of(profile, 30);
  }

  /** Settings without a claim. */
  static int explorations(Profile profile) {
    return of(profile, 12);
  }

  private static int of(Profile profile, int full) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 3;
      case FULL -> full;
    };
  }
}
