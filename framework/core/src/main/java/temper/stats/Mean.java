package temper.stats;

/**
 * The mean of independent observations, by Student's t.
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
    return of("student-t", Checks.finite("values", values));
  }

  static StudentEvidence of(String test, double[] values) {
    int n = values.length;
    double mean = Moments.mean(values);
    return n == 1
        ? StudentEvidence.unbounded(test, n, mean)
        : new StudentEvidence(test, n, mean, Math.sqrt(Moments.variance(values) / n), n - 1);
  }
}
