package temper.studies.largeratedynamics;

import temper.lab.study.Profile;

/**
 * Numbers of replicates. Those of the full profile come from power computations, which the tests of
 * this class repeat.
 */
final class Replicates {

  private Replicates() {}

  /**
   * Runs of the one-example model. That the lower Clopper-Pearson bound is above .9 at each of nine
   * rates is found with power above .8 if the true shares are .99.
   */
  static int catapults(Profile profile) {
    return switch (profile) {
      case SMOKE -> 5;
      case QUICK -> 20;
      case FULL -> 200;
    };
  }

  /** Heights of each width; the slope is that of their means. */
  static int heights(Profile profile) {
    return switch (profile) {
      case SMOKE -> 3;
      case QUICK -> 20;
      case FULL -> 40;
    };
  }

  /**
   * Runs at the edge of stability. A sign that all but one of twenty runs have is found with power
   * above .8, and a mean is placed within 0.2 where runs spread by 0.1.
   */
  static int edges(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 3;
      case FULL -> 16;
    };
  }

  /** Flows, whose cost is in their steepness: a mean is found above its bound by two spreads. */
  static int flows(Profile profile) {
    return profile == Profile.FULL ? 12 : edges(profile);
  }

  /** Train sets with a sparse target, as many as the specification asks for. */
  static int sparse(Profile profile) {
    return switch (profile) {
      case SMOKE -> 3;
      case QUICK -> 12;
      case FULL -> 30;
    };
  }

  /**
   * Pairs of networks on images. With a standard deviation of 0.01 of the differences, 12 pairs
   * place them within 0.01 with power .89 at the level .05; Holm's method asks for more.
   */
  static int images(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 4;
      case FULL -> 24;
    };
  }
}
