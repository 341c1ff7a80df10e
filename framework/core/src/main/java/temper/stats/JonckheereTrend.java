package temper.stats;

/**
 * A trend across ordered independent samples: the test of Jonckheere and Terpstra. The quantity is
 * how much more often a value of a later sample is larger than smaller, from -1 to 1.
 *
 * <p>The null distribution is exact up to 100 observations in all, beyond that normal. Ties count
 * half; they make the test weaker.
 *
 * <p>Source: A. R. Jonckheere, A distribution-free k-sample test against ordered alternatives,
 * Biometrika 41 (1954) 133-145.
 *
 * @since 0.1
 */
public final class JonckheereTrend {

  private static final int EXACT = 100;

  private JonckheereTrend() {}

  /**
   * Tests for a rise from the first sample to the last.
   *
   * @param samples at least two samples in the claimed order; numbers, possibly infinite
   * @return the evidence, with the test {@code jonckheere}; for claims about the sign
   * @throws IllegalArgumentException if there are fewer than two samples, one is empty or has NaN
   */
  public static NullEvidence of(double[]... samples) {
    Checks.atLeast("number of samples", samples.length, 2);
    int n = 0;
    double pairs = 0;
    double excess = 0;
    double variance = 0;
    for (int later = 0; later < samples.length; later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        double product = (double) samples[later].length * samples[earlier].length;
        pairs += product;
        excess += product * EffectSize.cliffDelta(samples[later], samples[earlier]);
      }
      double size = samples[later].length;
      n += samples[later].length;
      variance -= size * size * (2 * size + 3);
    }
    variance = (variance + (double) n * n * (2.0 * n + 3)) / 72;
    NullEvidence.Margin margin =
        n <= EXACT
            ? NullEvidence.discrete(distribution(samples), 2 / pairs)
            : NullEvidence.normal(2 * Math.sqrt(variance) / pairs, 2 / pairs);
    return new NullEvidence("jonckheere", n, excess / pairs, margin);
  }

  /** The number of pairs in order is a sum of independent counts, one for each sample added. */
  private static double[] distribution(double[][] samples) {
    double[] sum = {1};
    int before = samples[0].length;
    for (int i = 1; i < samples.length; i++) {
      double[] added = MannWhitney.distribution(samples[i].length, before);
      double[] next = new double[sum.length + added.length - 1];
      for (int a = 0; a < sum.length; a++) {
        for (int b = 0; b < added.length; b++) {
          next[a + b] += sum[a] * added[b];
        }
      }
      sum = next;
      before += samples[i].length;
    }
    return sum;
  }
}
