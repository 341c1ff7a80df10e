package temper.stats;

/**
 * A weighted sum of means, such as the interaction {@code (a1 - b1) - (a2 - b2)}.
 *
 * <p>Source: F. E. Satterthwaite, An approximate distribution of estimates of variance components,
 * Biometrics Bulletin 2 (1946) 110-114: degrees of freedom {@code (v1 + ... + vk)^2 / (v1^2 / (n1 -
 * 1) + ... + vk^2 / (nk - 1))} with {@code vi = wi^2 si^2 / ni}. A spread within rounding of the
 * weighted observations bounds nothing.
 *
 * @since 0.1
 */
public final class Contrast {

  private Contrast() {}

  /**
   * The interaction of two factors at two levels each, where a replicate was run in all four cells:
   * the mean of {@code (a1 - b1) - (a2 - b2)} over replicates.
   *
   * @param a1 first factor a, second factor 1; finite
   * @param b1 first factor b, second factor 1
   * @param a2 first factor a, second factor 2
   * @param b2 first factor b, second factor 2
   * @return the evidence, with the test {@code interaction-contrast}
   * @throws IllegalArgumentException if lengths differ, are 0 or a value is not finite
   */
  public static StudentEvidence interaction(double[] a1, double[] b1, double[] a2, double[] b2) {
    return paired("interaction-contrast", new double[] {1, -1, -1, 1}, a1, b1, a2, b2);
  }

  /**
   * The mean of a weighted sum of columns, over rows.
   *
   * @param weights one weight for each column
   * @param columns finite observations; row i of every column is of replicate i
   * @return the evidence, with the test {@code paired-contrast}
   * @throws IllegalArgumentException if lengths differ, are 0 or a value is not finite
   */
  public static StudentEvidence paired(double[] weights, double[]... columns) {
    return paired("paired-contrast", weights, columns);
  }

  private static StudentEvidence paired(String test, double[] weights, double[]... columns) {
    weigh(weights, columns);
    double[] sums = new double[columns[0].length];
    double magnitude = 0;
    for (int column = 0; column < columns.length; column++) {
      Checks.sameLength(sums, Checks.finite("columns[" + column + "]", columns[column]));
      for (int row = 0; row < sums.length; row++) {
        sums[row] += weights[column] * columns[column][row];
      }
      magnitude =
          Math.max(
              magnitude, Math.abs(weights[column]) * Moments.largestMagnitude(columns[column]));
    }
    return Mean.of(test, sums, magnitude);
  }

  /**
   * A weighted sum of the means of independent samples with variances of their own, with the
   * degrees of freedom of Welch and Satterthwaite.
   *
   * @param weights one weight for each sample
   * @param samples finite observations, at least 1 in each sample; a single one bounds nothing
   * @return the evidence, with the test {@code independent-contrast}
   * @throws IllegalArgumentException if a sample is empty, a value is not finite or the numbers of
   *     weights and samples differ
   */
  public static StudentEvidence independent(double[] weights, double[]... samples) {
    return independent("independent-contrast", weights, samples);
  }

  static StudentEvidence independent(String test, double[] weights, double[]... samples) {
    weigh(weights, samples);
    double estimate = 0;
    double variance = 0;
    double squares = 0;
    double magnitude = 0;
    int n = 0;
    boolean single = false;
    for (int i = 0; i < samples.length; i++) {
      double[] sample = Checks.finite("samples[" + i + "]", samples[i]);
      estimate += weights[i] * Moments.mean(sample);
      n += sample.length;
      single |= sample.length == 1;
      double part = weights[i] * weights[i] * Moments.variance(sample) / sample.length;
      variance += part;
      squares += part * part / (sample.length - 1);
      magnitude = Math.max(magnitude, Math.abs(weights[i]) * Moments.largestMagnitude(samples[i]));
    }
    return single || Moments.isRounding(Math.sqrt(variance), magnitude)
        ? StudentEvidence.unbounded(test, n, estimate)
        : new StudentEvidence(
            test, n, estimate, Math.sqrt(variance), variance * variance / squares);
  }

  private static void weigh(double[] weights, double[][] samples) {
    Checks.finite("weights", weights);
    if (weights.length != samples.length) {
      throw new IllegalArgumentException(
          "a contrast needs one weight for each sample, got "
              + weights.length
              + " weights and "
              + samples.length
              + " samples");
    }
  }
}
