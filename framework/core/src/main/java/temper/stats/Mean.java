package temper.stats;

/**
 * The mean of independent observations, by Student's t: {@code mean ± t(alpha / 2, n - 1) s /
 * sqrt(n)}.
 *
 * <p>A spread within rounding (a standard error of at most ten units of relative rounding of the
 * largest value, as in R) says that replicates do not vary, not that the mean is known: it bounds
 * nothing.
 *
 * <p>Source: Student, The probable error of a mean, Biometrika 6 (1908) 1-25.
 *
 * @since 0.1
 */
public final class Mean {

  private Mean() {}

  /**
   * The mean of a sample.
   *
   * @param values finite observations, at least 1; a single one bounds nothing
   * @return the evidence, with the test {@code student-t}
   * @throws IllegalArgumentException if there is no value or one is not finite
   */
  public static StudentEvidence of(double[] values) {
    return of("student-t", Checks.finite("values", values), Moments.largestMagnitude(values));
  }

  /** The mean of numbers that were computed from others of a magnitude that sets the rounding. */
  static StudentEvidence of(String test, double[] values, double magnitude) {
    int n = values.length;
    double mean = Moments.mean(values);
    if (n == 1) {
      return StudentEvidence.unbounded(test, n, mean);
    }
    double error = Math.sqrt(Moments.variance(values) / n);
    return Moments.isRounding(error, magnitude)
        ? StudentEvidence.unbounded(test, n, mean)
        : new StudentEvidence(test, n, mean, error, n - 1);
  }
}
