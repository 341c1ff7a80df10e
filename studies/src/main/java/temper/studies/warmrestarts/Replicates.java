package temper.studies.warmrestarts;

import temper.lab.study.Profile;

/**
 * Numbers of replicates. Those of the full profile come from power computations, which the tests of
 * this class repeat.
 */
final class Replicates {

  private Replicates() {}

  /**
   * Replicates of paired comparisons. With 10,000 test images and a common initialisation, subset
   * and order, the difference of two errors is expected to vary by 0.6 points: 12 pairs decide a
   * true difference of 0.85 points, and equivalence within 1 point, with power above 0.8 at the
   * level of the smallest of 15 p-values.
   */
  static int paired(Profile profile) {
    return switch (profile) {
      case SMOKE -> 2;
      case QUICK -> 3;
      case FULL -> 12;
    };
  }

  /** Replicates of the choice of a rate, on validation images. */
  static int tuning(Profile profile) {
    return profile == Profile.FULL ? 3 : 1;
  }
}
