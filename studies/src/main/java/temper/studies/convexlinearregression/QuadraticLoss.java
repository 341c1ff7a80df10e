package temper.studies.convexlinearregression;

/**
 * A quadratic loss in its eigenbasis, <i>L(e) = sum of c_i e_i^2</i>, where <i>e</i> is the error
 * of the weights. There is no factor 1/2: the gradient is <i>2 c_i e_i</i>.
 *
 * @since 0.1
 */
public final class QuadraticLoss {

  private final double[] curvatures;

  private QuadraticLoss(double[] curvatures) {
    this.curvatures = curvatures;
  }

  /**
   * A loss with given curvatures.
   *
   * @param curvatures at least one value, each finite and 0 or more; copied
   * @return the loss
   * @throws IllegalArgumentException if a curvature is negative or not finite, or there is none
   */
  public static QuadraticLoss of(double... curvatures) {
    if (curvatures.length == 0) {
      throw new IllegalArgumentException("curvatures must not be empty");
    }
    for (double c : curvatures) {
      if (!(c >= 0 && c < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("curvatures must be finite and >= 0, got " + c);
      }
    }
    return new QuadraticLoss(curvatures.clone());
  }

  /**
   * The loss of an error.
   *
   * @param error one number for each direction; not modified
   * @return a number, 0 or more
   */
  public double at(double[] error) {
    if (error.length != curvatures.length) {
      throw new IllegalArgumentException(
          "error must have " + curvatures.length + " directions, got " + error.length);
    }
    double sum = 0;
    for (int i = 0; i < error.length; i++) {
      sum += curvatures[i] * error[i] * error[i];
    }
    return sum;
  }

  /**
   * The number of directions.
   *
   * @return 1 or more
   */
  public int dimension() {
    return curvatures.length;
  }

  /**
   * The curvature of a direction.
   *
   * @param direction from 0 to {@code dimension() - 1}
   * @return 0 or more
   */
  public double curvature(int direction) {
    return curvatures[direction];
  }

  /**
   * The curvature of the steepest direction.
   *
   * @return the largest curvature
   */
  public double steepest() {
    return curvatures[steepestDirection()];
  }

  /**
   * The steepest direction.
   *
   * @return the first direction of largest curvature
   */
  public int steepestDirection() {
    int best = 0;
    for (int i = 1; i < curvatures.length; i++) {
      if (curvatures[i] > curvatures[best]) {
        best = i;
      }
    }
    return best;
  }

  /**
   * The curvature of the flattest direction.
   *
   * @return the smallest curvature
   */
  public double flattest() {
    double smallest = curvatures[0];
    for (double c : curvatures) {
      smallest = Math.min(smallest, c);
    }
    return smallest;
  }
}
