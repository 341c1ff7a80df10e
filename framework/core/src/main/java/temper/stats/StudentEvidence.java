package temper.stats;

/**
 * An estimate whose error, divided by its standard error, follows Student's t distribution.
 *
 * <p>A standard error of 0 or no degree of freedom says nothing about the spread: then no level
 * bounds the quantity. Made by {@link Mean}, {@link PairedDifference}, {@link Welch}, {@link
 * Contrast} and {@link LogLogSlope}.
 *
 * @param test name of the method
 * @param n number of observations
 * @param estimate the point estimate
 * @param standardError estimated standard deviation of the estimate
 * @param degrees degrees of freedom, not necessarily a whole number
 * @since 0.1
 */
public record StudentEvidence(
    String test, int n, double estimate, double standardError, double degrees) implements Evidence {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if the standard error or the degrees of freedom are negative
   *     or NaN
   */
  public StudentEvidence {
    Checks.atLeast("n", n, 1);
    if (!(standardError >= 0)) {
      throw new IllegalArgumentException("standardError must be at least 0, got " + standardError);
    }
    if (!(degrees >= 0)) {
      throw new IllegalArgumentException("degrees must be at least 0, got " + degrees);
    }
  }

  /** Evidence that bounds nothing, of a sample too small for a standard error. */
  static StudentEvidence unbounded(String test, int n, double estimate) {
    return new StudentEvidence(test, n, estimate, 0, 0);
  }

  @Override
  public Interval atLevel(double alpha) {
    Checks.level(alpha);
    if (standardError == 0 || degrees == 0) {
      return Interval.UNBOUNDED;
    }
    double margin = Distributions.studentUpperQuantile(alpha / 2, degrees) * standardError;
    return new Interval(estimate - margin, estimate + margin);
  }
}
