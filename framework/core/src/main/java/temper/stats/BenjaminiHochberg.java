package temper.stats;

/**
 * The step-up procedure that bounds the expected share of false discoveries, for exploration over
 * many comparisons. Verdicts of claims use {@link Holm}.
 *
 * <p>Source: Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, Journal of the
 * Royal Statistical Society B 57 (1995) 289-300; independent or positively dependent tests.
 *
 * @since 0.1
 */
public final class BenjaminiHochberg {

  private BenjaminiHochberg() {}

  /**
   * Adjusts p-values: the smallest false discovery rate at which each hypothesis is rejected.
   *
   * @param p p-values, each in [0, 1]
   * @param familySize number of hypotheses, at least the number of p-values; those without a
   *     p-value count as not rejected
   * @return adjusted p-values in the order of {@code p}
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double[] adjust(double[] p, int familySize) {
    Integer[] order = Holm.order(p, familySize);
    double[] adjusted = new double[p.length];
    double smallest = 1;
    for (int rank = order.length; rank >= 1; rank--) {
      int i = order[rank - 1];
      smallest = Math.min(smallest, p[i] * familySize / rank);
      adjusted[i] = smallest;
    }
    return adjusted;
  }
}
