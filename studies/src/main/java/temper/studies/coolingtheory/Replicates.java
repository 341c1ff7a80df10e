package temper.studies.coolingtheory;

import temper.lab.study.Profile;

/**
 * Numbers of replicates. Those of the full profile come from power computations, which the tests of
 * this class repeat.
 */
final class Replicates {

  private Replicates() {}

  /**
   * Blocks of walks. With 20 blocks of 1000, an interval of Clopper and Pearson at 99 % lies within
   * 0.02 of the true probability with probability above 0.95 even at 1/2.
   */
  static int walkBlocks(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 4;
      case FULL -> 20;
    };
  }

  /**
   * Chains on the quadratic. The mean loss over 1e5 steps has a relative standard deviation of at
   * most 0.02 (smallest product of rate and curvature), so that 40 chains decide a margin of 2 %.
   */
  static int chains(Profile profile) {
    return profile == Profile.SMOKE ? 3 : 40;
  }

  /**
   * Blocks of trajectories in double wells. A difference of 0.03 between probabilities, measured in
   * blocks of 500 pairs, is at least a standard deviation of a block, which 20 blocks decide.
   */
  static int wellBlocks(Profile profile) {
    return profile == Profile.SMOKE ? 3 : 20;
  }

  /** Blocks at each rate of a grid: with 10, a mean share of 5000 runs is known to 0.007. */
  static int tuningBlocks(Profile profile) {
    return profile == Profile.SMOKE ? 3 : 10;
  }
}
