package temper.schedule.builtin;

import temper.numerics.StableMath;

/**
 * The target of the acceptance rate that Lam's schedules follow: by the formula, or by a product
 * that is carried from step to step.
 */
final class LamTarget {

  private static final double FIRST_END = 0.15;
  private static final double SECOND_END = 0.65;
  private static final double PLATEAU = 0.44;

  private final double length;
  private final boolean literal;
  private final double firstFactor;
  private final double lastFactor;
  private double excess = 0.56; // Of the target over the plateau, in the first phase.
  private double last = PLATEAU; // The target of the last phase.

  LamTarget(double length, boolean literal) {
    this.length = length;
    this.literal = literal;
    this.firstFactor = StableMath.pow(560, -1 / (FIRST_END * length));
    this.lastFactor = StableMath.pow(440, -1 / ((1 - SECOND_END) * length));
  }

  /** The target when a part of the run is over, 0 to 1. */
  static double at(double elapsed) {
    if (elapsed < FIRST_END) {
      return PLATEAU + 0.56 * StableMath.pow(560, -elapsed / FIRST_END);
    }
    return elapsed < SECOND_END
        ? PLATEAU
        : PLATEAU * StableMath.pow(440, -(elapsed - SECOND_END) / (1 - SECOND_END));
  }

  /** The target after a step, which must be the one after the step that was asked for last. */
  double after(long step) {
    double elapsed = Math.min(step / length, 1);
    if (literal) {
      return at(elapsed);
    }
    if (elapsed < FIRST_END) {
      excess *= firstFactor;
      return PLATEAU + excess;
    } else if (elapsed < SECOND_END) {
      return PLATEAU;
    }
    // The phase begins between two steps: the first product comes from the formula.
    if ((step - 1) / length < SECOND_END) {
      last = at(elapsed);
    } else if (step <= length) {
      last *= lastFactor;
    }
    return last;
  }

  double excess() {
    return excess;
  }

  double last() {
    return last;
  }

  void restore(double savedExcess, double savedLast) {
    excess = savedExcess;
    last = savedLast;
  }
}
