package temper.studies.convexlinearregression;

import org.apache.commons.math3.distribution.BetaDistribution;
import temper.stats.Evidence;
import temper.stats.Interval;

/** A probability, with the interval of Clopper and Pearson. */
record Share(int successes, int n) implements Evidence {

  @Override
  public String test() {
    return "clopper-pearson";
  }

  @Override
  public double estimate() {
    return n == 0 ? Double.NaN : (double) successes / n;
  }

  @Override
  public Interval interval(double confidence) {
    double tail = (1 - confidence) / 2;
    int failures = n - successes;
    double low = successes == 0 ? 0 : beta(successes, failures + 1.0, tail);
    double high = failures == 0 ? 1 : beta(successes + 1.0, failures, 1 - tail);
    return new Interval(low, high);
  }

  private static double beta(double a, double b, double probability) {
    return new BetaDistribution(null, a, b).inverseCumulativeProbability(probability);
  }
}
