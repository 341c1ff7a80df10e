package temper.studies.cyclicalrates;

import temper.lab.study.Profile;

/**
 * Numbers of replicates. Those of the full profile come from power computations, which the tests of
 * this class repeat, at the level that Holm's correction leaves to the first of the study's claims.
 */
final class Replicates {

  private Replicates() {}

  /**
   * Networks whose accuracies are paired. With 12 pairs a difference of none is found to lie within
   * one percentage point with probability above 0.85 if the standard deviation of a difference is
   * 0.6 points, and one of 2.9 points to be above one with probability above 0.95 even if it is a
   * whole point. Twelve of twelve equal signs decide a share of runs.
   */
  static int of(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 5;
      case FULL -> 12;
    };
  }

  /**
   * Perceptrons, which train in seconds: a share of 0.97 is found to be above 0.8 with probability
   * above 0.85.
   */
  static int perceptrons(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 8;
      case FULL -> 60;
    };
  }
}
