package temper.studies.convexlinearregression;

/**
 * Gradient descent with heavy-ball momentum on a quadratic loss: <i>e(k+1) = e(k) - 2 rate c e(k) +
 * momentum (e(k) - e(k-1))</i> in each direction, from rest.
 *
 * <p>The error of a direction shrinks per step by the spectral radius of <i>z^2 - (1 + momentum -
 * a) z + momentum</i> with <i>a = 2 rate c</i>. Wherever <i>(1 - sqrt(momentum))^2 &lt; a &lt; (1 +
 * sqrt(momentum))^2</i> it is <i>sqrt(momentum)</i>, whatever the curvature. Stable for <i>a &lt; 2
 * (1 + momentum)</i>.
 *
 * <p>Source: Polyak, "Some methods of speeding up the convergence of iteration methods", 1964.
 *
 * @param loss the loss that is descended
 * @param rate the learning rate, above 0
 * @param momentum from 0 to below 1
 * @since 0.1
 */
public record HeavyBall(QuadraticLoss loss, double rate, double momentum) {

  /**
   * Checks the momentum.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  public HeavyBall {
    if (!(rate > 0)) {
      throw new IllegalArgumentException("rate must be > 0, got " + rate);
    }
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException("momentum must be in [0, 1), got " + momentum);
    }
  }

  /**
   * The factor by which the error of a direction shrinks per step in the long run.
   *
   * @param direction from 0 to the dimension less one
   * @return the spectral radius, 0 or more
   */
  public double contraction(int direction) {
    double trace = 1 + momentum - 2 * rate * loss.curvature(direction);
    double discriminant = trace * trace - 4 * momentum;
    return discriminant < 0 ? Math.sqrt(momentum) : (Math.abs(trace) + Math.sqrt(discriminant)) / 2;
  }

  /**
   * The end of a run that stops as soon as the loss is not above a level.
   *
   * @param start the error before the first step; not modified
   * @param level the wanted loss
   * @param mostSteps steps after which the run gives up
   * @return where the run ended
   */
  public GradientDescent.End runTo(double[] start, double level, int mostSteps) {
    double[] error = start.clone();
    double[] before = start.clone();
    int steps = 0;
    while (loss.at(error) > level) {
      if (steps == mostSteps) {
        return new GradientDescent.End(error, steps, false);
      }
      for (int i = 0; i < error.length; i++) {
        double next =
            error[i] - 2 * rate * loss.curvature(i) * error[i] + momentum * (error[i] - before[i]);
        before[i] = error[i];
        error[i] = next;
      }
      steps++;
    }
    return new GradientDescent.End(error, steps, true);
  }
}
