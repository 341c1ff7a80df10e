package temper.studies.convexlinearregression;

import temper.lab.study.Claim;
import temper.stats.Evidence;
import temper.stats.Interval;

/** A quantity that is known without sampling error. */
record Exactly(double estimate, int n) implements Evidence {

  @Override
  public String test() {
    return Claim.EXACT;
  }

  @Override
  public Interval interval(double confidence) {
    return Double.isNaN(estimate)
        ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
        : new Interval(estimate, estimate);
  }

  @Override
  public boolean exact() {
    return true;
  }
}
