package temper.studies.convexlinearregression;

import temper.lab.study.Profile;

/**
 * Numbers of replicates. Those of the full profile come from power computations, which the tests of
 * this class repeat.
 */
final class Replicates {

  private Replicates() {}

  /**
   * Random train samples in the plane. A lower Clopper-Pearson bound above .98 at 99.9 % is reached
   * with probability above .8 if the true share is .992.
   */
  static int draws(Profile profile) {
    return switch (profile) {
      case SMOKE -> 40;
      case QUICK -> 400;
      case FULL -> 2000;
    };
  }

  /**
   * Gaussian samples, whose medians at n = 2 and n = 3 differ least for their spread: in
   * exploratory runs the standard error of that difference was a quarter of it at 2000 draws, with
   * which the intervals used here decide it in four of five runs only from about 2600 draws.
   */
  static int medians(Profile profile) {
    return profile == Profile.FULL ? 4000 : draws(profile);
  }

  /** Random starts, as many as the specification asks for. */
  static int starts(Profile profile) {
    return switch (profile) {
      case SMOKE -> 40;
      case QUICK -> 400;
      case FULL -> 1000;
    };
  }

  /**
   * Trials of seconds with a paired difference of which a median is taken: the sign test at 99.9 %
   * has power above .8 if the true share of one sign is .75.
   */
  static int paired(Profile profile) {
    return switch (profile) {
      case SMOKE -> 3;
      case QUICK -> 12;
      case FULL -> 80;
    };
  }
}
