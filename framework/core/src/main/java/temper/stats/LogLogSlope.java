package temper.stats;

import temper.numerics.StableMath;

/**
 * The exponent of a power law {@code y = c x^b}: the slope of the least-squares line through the
 * logarithms, {@code b = Suv / Suu}, with standard error {@code sqrt(Sr / (n - 2) / Suu)}, where
 * {@code S} are sums of squared deviations of u = log x, v = log y and of the residuals.
 *
 * <p>Source: N. R. Draper and H. Smith, Applied Regression Analysis, 3rd edition 1998, section 1.4.
 *
 * @since 0.1
 */
public final class LogLogSlope {

  private LogLogSlope() {}

  /**
   * The slope through noisy points whose errors in {@code log y} are independent, normal and of one
   * variance.
   *
   * @param x positive abscissae, at least two of them different
   * @param y positive ordinates
   * @return the evidence, with the test {@code log-log-slope} and n - 2 degrees of freedom; two
   *     points, or points on a line to within rounding, bound nothing
   * @throws IllegalArgumentException if the lengths differ, a value is not positive and finite, or
   *     all {@code x} are equal
   */
  public static StudentEvidence of(double[] x, double[] y) {
    double[] u = logarithms("x", x);
    double[] v = logarithms("y", y);
    double slope = slope(u, v);
    int n = x.length;
    double[] residuals = new double[n];
    for (int i = 0; i < n; i++) {
      residuals[i] = v[i] - slope * u[i];
    }
    double variance = Moments.squares(residuals) / Math.max(1, n - 2);
    double error = Math.sqrt(variance / Moments.squares(u));
    double magnitude =
        Math.max(Moments.largestMagnitude(v), Math.abs(slope) * Moments.largestMagnitude(u));
    return n == 2 || Moments.isRounding(Math.sqrt(variance), magnitude)
        ? StudentEvidence.unbounded("log-log-slope", n, slope)
        : new StudentEvidence("log-log-slope", n, slope, error, n - 2);
  }

  /**
   * The slope through the points of a deterministic curve.
   *
   * @param x positive abscissae, at least two of them different
   * @param y positive ordinates
   * @return the least-squares slope, without sampling error
   * @throws IllegalArgumentException as {@link #of}
   */
  public static Exact exact(double[] x, double[] y) {
    return new Exact(slope(logarithms("x", x), logarithms("y", y)));
  }

  /**
   * The range of the slopes between neighbours on a deterministic curve: every local exponent lies
   * in it.
   *
   * @param x positive abscissae, strictly increasing, at least 2
   * @param y positive ordinates
   * @return the smallest and the largest local slope
   * @throws IllegalArgumentException as {@link #of}, or if {@code x} does not increase
   */
  public static Bracket local(double[] x, double[] y) {
    double[] u = logarithms("x", x);
    double[] v = logarithms("y", y);
    Checks.sameLength(x, y);
    Checks.atLeast("length of x", x.length, 2);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < u.length; i++) {
      if (!(u[i] > u[i - 1])) {
        throw new IllegalArgumentException(
            "x must increase strictly, got " + x[i - 1] + " before " + x[i]);
      }
      double slope = (v[i] - v[i - 1]) / (u[i] - u[i - 1]);
      low = Math.min(low, slope);
      high = Math.max(high, slope);
    }
    return new Bracket(low, high);
  }

  /** Least-squares slope of v on u. */
  static double slope(double[] u, double[] v) {
    Checks.sameLength(u, v);
    double meanU = Moments.mean(u);
    double meanV = Moments.mean(v);
    double[] products = new double[u.length];
    for (int i = 0; i < u.length; i++) {
      products[i] = (u[i] - meanU) * (v[i] - meanV);
    }
    double squares = Moments.squares(u);
    if (squares == 0) {
      throw new IllegalArgumentException(
          "a slope needs two different x, got " + u.length + " equal ones");
    }
    return Moments.sum(products) / squares;
  }

  static double[] logarithms(String name, double[] values) {
    double[] logarithms = Checks.finite(name, values);
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > 0)) {
        throw new IllegalArgumentException(name + "[" + i + "] must be positive, got " + values[i]);
      }
      logarithms[i] = StableMath.log(values[i]);
    }
    return logarithms;
  }
}
