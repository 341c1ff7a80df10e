package temper.studies.sharpminima;

import temper.lab.study.Profile;

/**
 * Numbers of replicates. Those of the full profile come from power computations, which the tests of
 * this class repeat.
 */
final class Replicates {

  private Replicates() {}

  /** Trained networks, each of which must obey the exact claims. */
  static int networks(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 6;
      case FULL -> 24;
    };
  }

  /**
   * Pairs of runs under different rates. That four of five pairs differ in one direction is found
   * with power above .8 at the level that Holm's method leaves to the first of the sampled claims.
   */
  static int pairs(Profile profile) {
    return switch (profile) {
      case SMOKE -> 3;
      case QUICK -> 6;
      case FULL -> 40;
    };
  }
}
