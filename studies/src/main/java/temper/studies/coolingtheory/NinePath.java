package temper.studies.coolingtheory;

import temper.chain.Landscape;

/** The landscape on which most of this study is computed: nine states in a row. */
final class NinePath {

  private static final double[] ENERGIES = {0.5, 0.2, 0.6, 0.8, 0.6, 0.1, 0.3, 0, 0.4};

  /** The landscape. Its state of lowest energy is number 7. */
  static final Landscape LANDSCAPE = Landscape.path(ENERGIES);

  /** Critical depth: of state 1, over the barrier of state 3. */
  static final double CRITICAL_DEPTH = 0.6;

  /** Difficulty: state 1 is 0.6 deep and 0.2 above the lowest energy. */
  static final double DIFFICULTY = 3;

  /** Energy of the second lowest state, number 5, and so the smallest error. */
  static final double SMALL_GAP = 0.1;

  /** Energy of the third lowest state, number 1. */
  static final double LARGE_GAP = 0.2;

  private NinePath() {}

  /** Probability of an error: of any state but the lowest. */
  static double error(double[] distribution) {
    return LANDSCAPE.massAbove(SMALL_GAP / 2, distribution);
  }

  /** Probability of a large error: of any state but the two lowest. */
  static double largeError(double[] distribution) {
    return LANDSCAPE.massAbove((SMALL_GAP + LARGE_GAP) / 2, distribution);
  }
}
