package temper.stats;

/**
 * The difference of the means of two independent samples whose variances may differ.
 *
 * <p>Source: B. L. Welch, The generalization of Student's problem when several different population
 * variances are involved, Biometrika 34 (1947) 28-35.
 *
 * @since 0.1
 */
public final class Welch {

  private static final double[] DIFFERENCE = {1, -1};

  private Welch() {}

  /**
   * The mean of the first sample minus that of the second.
   *
   * @param first finite observations
   * @param second finite observations, independent of the first
   * @return the evidence, with the test {@code welch-t}
   * @throws IllegalArgumentException if a sample is empty or a value is not finite
   */
  public static StudentEvidence of(double[] first, double[] second) {
    return Contrast.independent("welch-t", DIFFERENCE, first, second);
  }
}
