package temper.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Times to an event, such as reaching a target, where some trials ended without it: the log-rank
 * test of two groups. The quantity is the logarithm of the ratio of their hazards in Peto's
 * one-step estimate {@code (O - E) / V}, with a normal interval; below 0 the first group takes
 * longer.
 *
 * <p>Source: R. Peto and J. Peto, Asymptotically efficient rank invariant test procedures, Journal
 * of the Royal Statistical Society A 135 (1972) 185-207. Good for ratios up to about 2 and many
 * events.
 *
 * @since 0.1
 */
public final class LogRank {

  /** The times of a group. */
  public static final class Group {

    private final double[] times;
    private final boolean[] events;

    /**
     * A group of trials.
     *
     * @param times time of the event, or the time at which observation ended without it; at least 0
     * @param events whether the event was seen
     * @throws IllegalArgumentException if the lengths differ, are 0, a time is negative or NaN, or
     *     an event has an infinite time: a trial that never ends has none
     */
    public Group(double[] times, boolean[] events) {
      this.times = Checks.ordered("times", times);
      this.events = events.clone();
      if (times.length != events.length) {
        throw new IllegalArgumentException(
            "a group needs one event flag for each time, got "
                + events.length
                + " for "
                + times.length);
      }
      for (int i = 0; i < times.length; i++) {
        if (times[i] < 0) {
          throw new IllegalArgumentException("times must be at least 0, got " + times[i]);
        }
        if (events[i] && Double.isInfinite(times[i])) {
          throw new IllegalArgumentException(
              "times[" + i + "] of an event must be finite, got " + times[i]);
        }
      }
    }

    private int atRisk(double time) {
      int count = 0;
      for (double other : times) {
        count += other >= time ? 1 : 0;
      }
      return count;
    }

    private int eventsAt(double time) {
      int count = 0;
      for (int i = 0; i < times.length; i++) {
        count += events[i] && times[i] == time ? 1 : 0;
      }
      return count;
    }
  }

  private LogRank() {}

  /**
   * Compares two groups.
   *
   * @param first a group
   * @param second another, independent of it
   * @return the evidence, with the test {@code log-rank}; without events it bounds nothing
   */
  public static Evidence of(Group first, Group second) {
    double excess = 0;
    double variance = 0;
    double[] all =
        DoubleStream.concat(Arrays.stream(first.times), Arrays.stream(second.times))
            .sorted()
            .distinct()
            .toArray();
    for (double time : all) {
      double events = first.eventsAt(time) + (double) second.eventsAt(time);
      double risk = first.atRisk(time);
      double total = risk + second.atRisk(time);
      if (events > 0) {
        excess += first.eventsAt(time) - events * risk / total;
      }
      if (events > 0 && total > 1) {
        double share = risk / total;
        variance += events * share * (1 - share) * (total - events) / (total - 1);
      }
    }
    int n = first.times.length + second.times.length;
    double scale = variance;
    return variance == 0
        ? new NullEvidence("log-rank", n, 0, tail -> Double.POSITIVE_INFINITY)
        : new NullEvidence(
            "log-rank",
            n,
            excess / scale,
            tail -> Distributions.normalUpperQuantile(tail) / Math.sqrt(scale));
  }
}
