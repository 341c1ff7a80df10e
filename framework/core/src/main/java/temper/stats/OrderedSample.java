package temper.stats;

import java.util.Arrays;

/**
 * Sorted candidates for the value of a quantity, whose interval lies between two of them.
 *
 * <p>Candidates without a value (NaN) might lie anywhere: they are taken as the least on the lower
 * side and as the largest on the upper.
 */
final class OrderedSample {

  private final double[] sorted;
  private final int missing;

  OrderedSample(double[] values) {
    double[] copy = values.clone();
    Arrays.sort(copy);
    int present = copy.length;
    while (present > 0 && Double.isNaN(copy[present - 1])) {
      present--;
    }
    missing = copy.length - present;
    sorted = Arrays.copyOf(copy, present);
  }

  int size() {
    return sorted.length + missing;
  }

  /** Whether a candidate equals a value or lies below it: the number below plus half the equals. */
  double countBelow(double value) {
    double count = 0;
    for (double candidate : sorted) {
      count += candidate < value ? 1 : candidate == value ? 0.5 : 0;
    }
    return count;
  }

  double median() {
    return sorted.length == 0 ? Double.NaN : Moments.median(sorted);
  }

  /** From the candidate of one rank to that of another; ranks outside 1..size are infinite. */
  Interval between(long lowRank, long highRank) {
    long low = lowRank - missing;
    return new Interval(
        low < 1 ? Double.NEGATIVE_INFINITY : sorted[(int) low - 1],
        highRank > sorted.length ? Double.POSITIVE_INFINITY : sorted[(int) highRank - 1]);
  }

  /** From the candidate of a rank to that of the same rank from above; the middle one at most. */
  Interval symmetric(long rank) {
    long low = Math.min(rank, (size() + 1L) / 2);
    return between(low, size() + 1L - low);
  }
}
