package temper.studies.convexlinearregression;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import temper.stats.Evidence;
import temper.stats.Interval;

/**
 * A quantile of a population, with the distribution-free interval between two order statistics: the
 * number of observations below the quantile is binomial. For the median it is the interval of the
 * sign test.
 */
final class Quantile implements Evidence {

  private final double[] sorted;
  private final double level;

  private Quantile(double[] sorted, double level) {
    this.sorted = sorted;
    this.level = level;
  }

  static Quantile of(double level, double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return new Quantile(sorted, level);
  }

  static Quantile median(double[] values) {
    return of(0.5, values);
  }

  @Override
  public String test() {
    return level == 0.5 ? "sign-test" : "order-statistics";
  }

  @Override
  public int n() {
    return sorted.length;
  }

  @Override
  public double estimate() {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = level * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    // A sum with weights, and not a difference, so that equal infinities stay what they are.
    double weight = place - below;
    return weight == 0 ? sorted[below] : (1 - weight) * sorted[below] + weight * sorted[above];
  }

  @Override
  public Interval atLevel(double alpha) {
    int n = sorted.length;
    if (n == 0) {
      return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double tail = alpha / 2;
    BinomialDistribution below = new BinomialDistribution(null, n, level);
    int low = 0;
    while (low < n && below.cumulativeProbability(low) <= tail) {
      low++;
    }
    int high = n;
    while (high > 0 && 1 - below.cumulativeProbability(high - 1) <= tail) {
      high--;
    }
    return new Interval(
        low == 0 ? Double.NEGATIVE_INFINITY : sorted[low - 1],
        high == n ? Double.POSITIVE_INFINITY : sorted[high]);
  }

  /**
   * The first quantile less the second, of two samples that may depend on each other: the
   * difference of two intervals each of which misses half as often (Bonferroni).
   */
  static Evidence difference(Quantile first, Quantile second) {
    return new Difference(first, second);
  }

  private record Difference(Quantile first, Quantile second) implements Evidence {

    @Override
    public String test() {
      return first.test();
    }

    @Override
    public int n() {
      return Math.min(first.n(), second.n());
    }

    @Override
    public double estimate() {
      return first.estimate() - second.estimate();
    }

    @Override
    public Interval atLevel(double alpha) {
      double each = alpha / 2;
      Interval a = first.atLevel(each);
      Interval b = second.atLevel(each);
      return new Interval(a.low() - b.high(), a.high() - b.low());
    }
  }
}
