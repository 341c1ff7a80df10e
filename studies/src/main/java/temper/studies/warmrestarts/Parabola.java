package temper.studies.warmrestarts;

/** The parabola that fits values at given places best, in least squares. */
final class Parabola {

  private Parabola() {}

  /**
   * The slope of the parabola as a weighted sum of the values.
   *
   * <p>With the polynomials of degree 1 and 2 that are orthogonal at the places, {@code p1 = x - m}
   * and {@code p2 = (x - m)^2 - a (x - m) - b}, the slope is {@code c1 + c2 (2 (x - m) - a)}, and
   * {@code ci = sum pi y / sum pi^2}.
   *
   * @param places where the values are, at least three different ones
   * @param at where the slope is wanted
   * @return one weight for each place
   */
  static double[] slopeWeights(double[] places, double at) {
    int n = places.length;
    double mean = 0;
    for (double place : places) {
      mean += place / n;
    }
    double squares = 0;
    double cubes = 0;
    for (double place : places) {
      double p1 = place - mean;
      squares += p1 * p1;
      cubes += p1 * p1 * p1;
    }
    double a = cubes / squares;
    double b = squares / n;
    double quartic = 0;
    for (double place : places) {
      double p2 = second(place - mean, a, b);
      quartic += p2 * p2;
    }
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double p1 = places[i] - mean;
      weights[i] = p1 / squares + second(p1, a, b) / quartic * (2 * (at - mean) - a);
    }
    return weights;
  }

  private static double second(double centred, double a, double b) {
    return centred * centred - a * centred - b;
  }
}
