package temper.studies.convexlinearregression;

import temper.numerics.StableMath;

/**
 * Gradient flow on a quadratic loss, the limit of gradient descent at a vanishing rate: <i>de_i/dt
 * = -2 c_i e_i</i>, hence <i>e_i(t) = e_i(0) exp(-2 c_i t)</i>.
 *
 * <p>The solution is exact, so that no step size enters a comparison.
 *
 * @param loss the loss that is descended
 * @since 0.1
 */
public record GradientFlow(QuadraticLoss loss) {

  /**
   * The error after some time.
   *
   * @param start the error at time 0; not modified
   * @param time 0 or more
   * @return a new array
   */
  public double[] at(double[] start, double time) {
    double[] error = new double[start.length];
    for (int i = 0; i < start.length; i++) {
      error[i] = start[i] * StableMath.exp(-2 * loss.curvature(i) * time);
    }
    return error;
  }

  /**
   * The time at which the loss has come down to a level, by bisection to neighbouring numbers. The
   * loss falls monotonically, so that this time is unique.
   *
   * @param start the error at time 0; not modified
   * @param level the wanted loss, above 0
   * @return the time; 0 if the loss is not above the level at the start
   * @throws IllegalArgumentException if the level is not above 0, or is never reached because a
   *     direction without curvature carries no loss that could be lowered
   */
  public double timeTo(double[] start, double level) {
    if (!(level > 0)) {
      throw new IllegalArgumentException("level must be > 0, got " + level);
    }
    if (loss.at(start) <= level) {
      return 0;
    }
    double low = 0;
    double high = 1 / loss.steepest();
    while (loss.at(at(start, high)) > level) {
      low = high;
      high *= 2;
    }
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        return high;
      }
      if (loss.at(at(start, middle)) > level) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /**
   * The error at which the loss has come down to a level.
   *
   * @param start the error at time 0; not modified
   * @param level the wanted loss, above 0
   * @return a new array; equal to the start if its loss is not above the level
   */
  public double[] downTo(double[] start, double level) {
    return at(start, timeTo(start, level));
  }
}
