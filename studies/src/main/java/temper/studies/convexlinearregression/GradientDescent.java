package temper.studies.convexlinearregression;

/**
 * Gradient descent at a constant rate on a quadratic loss: <i>e_i &lt;- (1 - 2 rate c_i) e_i</i>.
 *
 * <p>It is stable for rates below <i>1 / c_1</i>, the inverse of the largest curvature. Of two
 * directions the flat one comes down first if the rate is above <i>1 / (c_1 + c_2)</i>.
 *
 * @param loss the loss that is descended
 * @param rate the learning rate, above 0
 * @since 0.1
 */
public record GradientDescent(QuadraticLoss loss, double rate) {

  /**
   * Checks the rate.
   *
   * @throws IllegalArgumentException if the rate is not above 0 and finite
   */
  public GradientDescent {
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate must be finite and > 0, got " + rate);
    }
  }

  /**
   * The rate above which the flat one of two directions comes down first.
   *
   * @param steep curvature of the steep direction
   * @param flat curvature of the flat direction
   * @return <i>1 / (steep + flat)</i>
   */
  public static double threshold(double steep, double flat) {
    return 1 / (steep + flat);
  }

  /**
   * The factor by which one step multiplies the error of a direction.
   *
   * @param direction from 0 to the dimension less one
   * @return <i>1 - 2 rate c</i>
   */
  public double factor(int direction) {
    return 1 - 2 * rate * loss.curvature(direction);
  }

  /**
   * Makes one step.
   *
   * @param error the error; overwritten
   */
  public void step(double[] error) {
    for (int i = 0; i < error.length; i++) {
      error[i] *= factor(i);
    }
  }

  /**
   * The end of a run that stops as soon as the loss is not above a level.
   *
   * @param start the error before the first step; not modified
   * @param level the wanted loss
   * @param mostSteps steps after which the run gives up
   * @return where the run ended
   */
  public End runTo(double[] start, double level, int mostSteps) {
    double[] error = start.clone();
    int steps = 0;
    while (loss.at(error) > level) {
      if (steps == mostSteps) {
        return new End(error, steps, false);
      }
      step(error);
      steps++;
    }
    return new End(error, steps, true);
  }

  /**
   * Where a run ended.
   *
   * @param error the last error
   * @param steps number of steps made
   * @param reached whether the wanted loss was reached
   */
  @SuppressWarnings("ArrayRecordComponent") // A short-lived value that nobody compares.
  public record End(double[] error, int steps, boolean reached) {}
}
