package temper.studies.convexlinearregression;

/**
 * A run at a large rate that is annealed: <i>K</i> steps of gradient descent, then gradient flow
 * until the loss is exactly at a level.
 *
 * <p><i>K</i> is the smaller of two numbers. The first is the number of steps after which the
 * directions other than the steepest would carry at most a share <i>delta</i> of the final loss if
 * the error had begun at 1 in each of them: the smallest <i>K</i> with <i>sum over i &gt; 1 of c_i
 * rho_i^(2K) &lt;= delta level</i>, where <i>rho_i = |1 - 2 rate c_i|</i>; in two dimensions this
 * is <i>ceil(ln(delta level / c_2) / (2 ln rho_2))</i>. The second is the last step at which the
 * loss is not yet below the level; beyond it the run could not be stopped at the same loss as its
 * competitor. Where the second number is the smaller one, the window of the theorem is not {@link
 * #full()}.
 *
 * @param steps number of steps at the large rate
 * @param full whether the large rate could be kept until the flat directions were finished
 * @param switchLoss the loss at the moment of annealing
 * @param end the last error
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent") // A short-lived value that nobody compares.
public record AnnealedRun(int steps, boolean full, double switchLoss, double[] end) {

  /** Steps after which a run at the large rate gives up looking for its window. */
  static final int MOST_STEPS = 1_000_000;

  /**
   * Runs.
   *
   * @param descent the loss and the large rate
   * @param start the error at the start; not modified
   * @param level the loss at which the run ends, above 0
   * @param delta share of the final loss that the flat directions may carry, above 0
   * @return the run
   * @throws IllegalArgumentException if delta or the level is not above 0
   */
  public static AnnealedRun of(
      GradientDescent descent, double[] start, double level, double delta) {
    if (!(delta > 0)) {
      throw new IllegalArgumentException("delta must be > 0, got " + delta);
    }
    QuadraticLoss loss = descent.loss();
    int steep = loss.steepestDirection();
    double[] unit = new double[start.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = i == steep ? 0 : 1;
    }
    double[] error = start.clone();
    int steps = 0;
    boolean full = loss.at(start) >= level && loss.at(unit) <= delta * level;
    while (!full && steps < MOST_STEPS) {
      double[] next = error.clone();
      descent.step(next);
      if (!(loss.at(next) >= level)) {
        break;
      }
      error = next;
      steps++;
      descent.step(unit);
      full = loss.at(unit) <= delta * level;
    }
    double[] end = new GradientFlow(loss).downTo(error, level);
    return new AnnealedRun(steps, full, loss.at(error), end);
  }
}
