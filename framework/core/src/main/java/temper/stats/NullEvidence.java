package temper.stats;

/**
 * A measure of association that is symmetric about 0 when there is none, such as a trend.
 *
 * <p>The interval is the estimate and to either side what chance alone exceeds with probability
 * {@code alpha / 2}. It decides claims about the sign ({@code Region.above(0)}, {@code below(0)})
 * exactly as the test does. About a claim with another bound it says little, for the spread it uses
 * is that without association. For the same reason an end may lie where the measure cannot, such as
 * a rank correlation above 1. Made by {@link PageTrend} and {@link JonckheereTrend}.
 *
 * @since 0.1
 */
public final class NullEvidence implements Evidence {

  /** Half the width of the interval that has a given probability beyond either end. */
  @FunctionalInterface
  interface Margin {
    double at(double tail);
  }

  private final String test;
  private final int n;
  private final double estimate;
  private final Margin margin;

  NullEvidence(String test, int n, double estimate, Margin margin) {
    this.test = test;
    this.n = n;
    this.estimate = estimate;
    this.margin = margin;
  }

  /**
   * Margins of a statistic with values {@code unit * (i - centre)}, i = 0, 1, ..., symmetric about
   * 0. The margin lies a quarter of a unit below the first value that is significant: an interval
   * that ends at 0 itself would not decide, and a value half a unit lower, which only ties make,
   * must not.
   */
  static Margin discrete(double[] probabilities, double unit) {
    double centre = (probabilities.length - 1) / 2.0;
    return tail -> {
      double beyond = 0;
      int first = probabilities.length;
      while (first > 0 && beyond + probabilities[first - 1] <= tail) {
        first--;
        beyond += probabilities[first];
      }
      return first == probabilities.length
          ? Double.POSITIVE_INFINITY
          : Math.max(0, unit * (first - 0.25 - centre));
    };
  }

  /** Margins of a statistic that is nearly normal with a lattice of a given unit. */
  static Margin normal(double deviation, double unit) {
    return tail -> Distributions.normalUpperQuantile(tail) * deviation + 0.5 * unit;
  }

  @Override
  public String test() {
    return test;
  }

  @Override
  public int n() {
    return n;
  }

  @Override
  public double estimate() {
    return estimate;
  }

  @Override
  public Interval atLevel(double alpha) {
    Checks.level(alpha);
    double half = margin.at(alpha / 2);
    return new Interval(estimate - half, estimate + half);
  }
}
