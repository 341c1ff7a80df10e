package temper.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/**
 * Repeated experiments with seeds of our own. Each assertion compares a count with the binomial
 * distributions that its rate allows, and fails by chance with probability {@link #FALSE_ALARM} at
 * most, were seeds drawn anew.
 */
final class Simulation {

  /** Probability that one assertion fails though the rate is as stated. */
  static final double FALSE_ALARM = 1e-7;

  /** The rates that an assertion allows. */
  record Rate(double least, double most) {

    static Rate exactly(double rate) {
      return new Rate(rate, rate);
    }

    static Rate atMost(double rate) {
      return new Rate(0, rate);
    }

    static Rate between(double least, double most) {
      return new Rate(least, most);
    }
  }

  private Simulation() {}

  static RandomStream stream(String purpose) {
    return new StreamRoot("stats").stream("simulation", 0, purpose);
  }

  static void assertRate(String what, Rate rate, int runs, BooleanSupplier event) {
    int count = 0;
    for (int i = 0; i < runs; i++) {
      count += event.getAsBoolean() ? 1 : 0;
    }
    assertCount(what, rate, runs, count);
  }

  static void assertCount(String what, Rate rate, int runs, int count) {
    Interval interval = new BinomialEvidence(count, runs).atLevel(FALSE_ALARM);
    assertTrue(
        interval.high() >= rate.least() && interval.low() <= rate.most(),
        () -> what + ": " + count + " of " + runs + " is not the rate " + rate);
  }

  /**
   * Counts intervals that lie wholly above the truth and wholly below: each side misses at the
   * rate, so that a wrong tail is seen.
   */
  static void assertMisses(
      Rate eachSide, int runs, double truth, double alpha, Supplier<Evidence> sample) {
    assertMisses(eachSide, eachSide, runs, truth, alpha, sample);
  }

  static void assertMisses(
      Rate above, Rate below, int runs, double truth, double alpha, Supplier<Evidence> sample) {
    int aboveTruth = 0;
    int belowTruth = 0;
    String test = "";
    for (int i = 0; i < runs; i++) {
      Evidence evidence = sample.get();
      Interval interval = evidence.atLevel(alpha);
      aboveTruth += interval.low() > truth ? 1 : 0;
      belowTruth += interval.high() < truth ? 1 : 0;
      test = evidence.test();
    }
    assertCount(test + " above the truth", above, runs, aboveTruth);
    assertCount(test + " below the truth", below, runs, belowTruth);
  }

  static double[] normal(RandomStream stream, int n, double mean, double deviation) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = mean + deviation * stream.gaussian();
    }
    return values;
  }

  static double[] normal(RandomStream stream, int n) {
    return normal(stream, n, 0, 1);
  }

  static double[] uniform(RandomStream stream, int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = stream.uniform(-1, 1);
    }
    return values;
  }

  static double[] exponential(RandomStream stream, int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = stream.exponential();
    }
    return values;
  }

  /** Whole numbers from -range to range: many ties, symmetric about 0. */
  static double[] tied(RandomStream stream, int n, int range) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = stream.nextInt(2 * range + 1) - range;
    }
    return values;
  }

  static double[][] rows(RandomStream stream, int rows, int columns) {
    double[][] values = new double[rows][];
    for (int i = 0; i < rows; i++) {
      values[i] = normal(stream, columns);
    }
    return values;
  }

  /** Exponential times of a hazard, observed until a horizon. */
  static LogRank.Group times(RandomStream stream, int n, double hazard, double horizon) {
    double[] times = new double[n];
    boolean[] events = new boolean[n];
    for (int i = 0; i < n; i++) {
      double time = stream.exponential() / hazard;
      events[i] = time <= horizon;
      times[i] = Math.min(time, horizon);
    }
    return new LogRank.Group(times, events);
  }
}
