package temper.studies.convexlinearregression;

import temper.stats.Evidence;
import temper.stats.Interval;
import temper.stats.MedianSign;
import temper.stats.RankEvidence;

/**
 * The median of one sample less that of another which may depend on it: the difference of two
 * intervals of the sign test, each of which misses half as often (Bonferroni).
 */
record MedianDifference(RankEvidence first, RankEvidence second) implements Evidence {

  static MedianDifference of(double[] first, double[] second) {
    return new MedianDifference(MedianSign.of(first), MedianSign.of(second));
  }

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
    Interval a = first.atLevel(alpha / 2);
    Interval b = second.atLevel(alpha / 2);
    return new Interval(a.low() - b.high(), a.high() - b.low());
  }
}
