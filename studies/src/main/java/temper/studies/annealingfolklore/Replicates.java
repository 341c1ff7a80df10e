package temper.studies.annealingfolklore;

import temper.lab.study.Profile;

/** Numbers of replicates. Those of the full profile come from power computations. */
final class Replicates {

  private Replicates() {}

  /** Problems of the models that are cheap; 30 were asked for by the specification. */
  static int problems(Profile profile) {
    return switch (profile) {
      case SMOKE -> 3;
      case QUICK -> 12;
      case FULL -> 30;
    };
  }

  /** Problems on which base rates are tuned. */
  static int tuningProblems(Profile profile) {
    return switch (profile) {
      case SMOKE -> 1;
      case QUICK -> 3;
      case FULL -> 10;
    };
  }

  /**
   * Chains on noisy least squares. The mean over 1e5 steps has a relative standard deviation of at
   * most 0.03 (smallest rate), so that 40 chains decide a margin of 2 %.
   */
  static int chains(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 8;
      case FULL -> 40;
    };
  }

  /**
   * Blocks of trajectories in the double well, as in cooling-theory: 20 blocks of 500 make the 1e4
   * trajectories asked for, and decide a difference of 0.03 between probabilities.
   */
  static int blocks(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 8;
      case FULL -> 20;
    };
  }

  /** Networks of each base rate that is tried, as the specification asks. */
  static int tuning(Profile profile) {
    return profile == Profile.FULL ? 3 : 1;
  }

  /**
   * Networks of each arm. With 20 pairs a difference of 1.25 standard deviations of a pair is found
   * with a probability above 0.8 at the level 0.0017 that Holm's method leaves to the first of
   * thirty claims, and equivalence within as much is shown: a point, where a pair differs by 0.8
   * points.
   */
  static int networks(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 4;
      case FULL -> 20;
    };
  }

  /** Networks of each rate of the comparison with a warm-up. */
  static int failures(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 3;
      case FULL -> 20;
    };
  }

  /** Range tests of each combination. */
  static int rangeTests(Profile profile) {
    return profile == Profile.FULL ? 10 : 2;
  }
}
