package temper.stats;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Holm's step-down correction for a family of claims.
 *
 * <p>The hypotheses are taken in the order of their p-values. That of rank r is rejected at level
 * {@code alpha / (m - r + 1)} as long as all before it were; the level of the first that is not
 * rejected holds for all that follow. The probability that any true hypothesis is rejected is at
 * most alpha, whatever the dependence.
 *
 * <p>Source: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal
 * of Statistics 6 (1979) 65-70.
 *
 * @since 0.1
 */
public final class Holm {

  private final double[] adjusted;
  private final double[] levels;

  private Holm(double[] adjusted, double[] levels) {
    this.adjusted = adjusted;
    this.levels = levels;
  }

  /**
   * Corrects a family.
   *
   * @param p p-values of the hypotheses that were tested, each in [0, 1]; of equal ones the first
   *     comes first
   * @param familySize number of registered hypotheses, at least the number of p-values; those
   *     without a p-value count as not rejected
   * @param alpha level of the family, between 0 and 1, both excluded
   * @return adjusted p-values and levels, in the order of {@code p}
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Holm of(double[] p, int familySize, double alpha) {
    Checks.level(alpha);
    Integer[] order = order(p, familySize);
    double[] adjusted = new double[p.length];
    double[] levels = new double[p.length];
    double largest = 0;
    double level = alpha / familySize;
    boolean rejecting = true;
    for (int rank = 0; rank < order.length; rank++) {
      int i = order[rank];
      int remaining = familySize - rank;
      largest = Math.max(largest, smallestLevel(p[i], remaining));
      adjusted[i] = Math.min(1, largest);
      if (rejecting) {
        level = alpha / remaining;
        rejecting = p[i] <= level;
      }
      levels[i] = level;
    }
    return new Holm(adjusted, levels);
  }

  /** The order of the p-values, ties in the order they were given. */
  static Integer[] order(double[] p, int familySize) {
    Checks.atLeast("familySize", familySize, Math.max(1, p.length));
    Integer[] order = new Integer[p.length];
    for (int i = 0; i < p.length; i++) {
      Checks.probability("p[" + i + "]", p[i]);
      order[i] = i;
    }
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> p[i]));
    return order;
  }

  /**
   * The smallest family level whose share reaches p. The product p * share may be one bit off; then
   * an adjusted p-value at the very level of the family would contradict the verdict.
   */
  private static double smallestLevel(double p, int share) {
    double level = p * share;
    while (level / share < p) {
      level = Math.nextUp(level);
    }
    while (level > 0 && Math.nextDown(level) / share >= p) {
      level = Math.nextDown(level);
    }
    return level;
  }

  /**
   * The adjusted p-value of a hypothesis: the smallest level of the family at which it is rejected.
   *
   * @param index position among the p-values
   * @return between 0 and 1
   */
  public double adjusted(int index) {
    return adjusted[index];
  }

  /**
   * The level at which the interval of a hypothesis is taken.
   *
   * @param index position among the p-values
   * @return at most the level of the family
   */
  public double level(int index) {
    return levels[index];
  }

  /**
   * The level of every hypothesis.
   *
   * @return levels in the order of the p-values
   */
  public double[] levels() {
    return levels.clone();
  }

  /**
   * The adjusted p-value of every hypothesis.
   *
   * @return p-values in the order given
   */
  public double[] adjusted() {
    return adjusted.clone();
  }
}
