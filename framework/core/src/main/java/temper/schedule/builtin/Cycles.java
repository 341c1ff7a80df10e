package temper.schedule.builtin;

import java.util.Arrays;
import temper.numerics.StableMath;

/**
 * Consecutive cycles, each longer than the one before by a constant factor, of which none begins at
 * or after the end of the run.
 *
 * <p>Cycles of equal length begin at exact multiples of it. Lengths that grow are rounded to whole
 * steps if the first is whole; otherwise the clock is taken to be continuous and they are not.
 */
final class Cycles {

  /** More cycles than any run restarts; a growth this close to 1 is meant to be 1. */
  private static final int MOST = 100_000;

  private final double first;
  private final double last;
  private final double[] starts; // Empty where all lengths are equal.

  /**
   * Cycles of a run.
   *
   * @param first length of the first cycle, {@code > 0}
   * @param growth factor from one length to the next, {@code >= 1}
   * @param totalSteps length of the run, possibly infinite
   */
  Cycles(double first, double growth, double totalSteps) {
    this.first = first;
    this.last = lastOf(first, totalSteps);
    this.starts = growth == 1 ? new double[0] : starts(first, growth, totalSteps);
  }

  private static double lastOf(double first, double totalSteps) {
    if (Double.isInfinite(totalSteps)) {
      return totalSteps;
    }
    double completed = completed(totalSteps, first);
    return completed * first == totalSteps ? completed - 1 : completed;
  }

  private static double[] starts(double first, double growth, double totalSteps) {
    boolean whole = first == Math.rint(first);
    // From 2^53 steps on, a step is below the resolution of the clock.
    double end = Math.min(totalSteps, 0x1p53);
    double[] starts = new double[16];
    int count = 0;
    double start = 0;
    while (start < end || count == 0) {
      if (count == MOST) {
        throw new IllegalArgumentException(
            "a first period of " + first + " growing by " + growth + " makes too many cycles");
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count] = start;
      double length = first * StableMath.pow(growth, count);
      start += whole ? Math.rint(length) : length;
      count++;
    }
    starts = Arrays.copyOf(starts, count + 1);
    starts[count] = start;
    return starts;
  }

  /** The number of the cycle that a step lies in, from 0. */
  double index(double step) {
    if (starts.length == 0) {
      return Math.min(completed(step, first), last);
    }
    int found = Arrays.binarySearch(starts, 0, starts.length - 1, step);
    return found >= 0 ? found : -found - 2;
  }

  /** The step at which a cycle begins. */
  double start(double index) {
    return starts.length == 0 ? index * first : starts[(int) index];
  }

  /** The number of steps of a cycle. */
  double length(double index) {
    return starts.length == 0 ? first : starts[(int) index + 1] - starts[(int) index];
  }

  /** The elapsed part of the cycle that a step lies in, 0 to 1. */
  double elapsed(double step, double index) {
    return Math.min((step - start(index)) / length(index), 1);
  }

  /** The largest whole number of periods that end at or before a step. */
  static double completed(double step, double period) {
    double count = Math.floor(step / period);
    // The quotient is rounded; the boundaries are the multiples themselves.
    if (count * period > step) {
      return count - 1;
    }
    return (count + 1) * period <= step ? count + 1 : count;
  }
}
