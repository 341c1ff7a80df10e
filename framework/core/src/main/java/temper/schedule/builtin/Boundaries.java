package temper.schedule.builtin;

import java.util.Arrays;
import java.util.List;
import temper.schedule.Horizon;
import temper.schedule.Length;

/** Rising steps at which something changes. */
final class Boundaries {

  private Boundaries() {}

  /** The steps for which lengths stand, after a check that they rise. */
  static double[] resolve(List<Length> lengths, Horizon horizon) {
    double[] steps = lengths.stream().mapToDouble(length -> length.resolve(horizon)).toArray();
    for (int i = 1; i < steps.length; i++) {
      if (!(steps[i] > steps[i - 1])) {
        throw new IllegalArgumentException(
            "boundaries must rise, but '"
                + lengths.get(i)
                + "' does not come after '"
                + lengths.get(i - 1)
                + "'");
      }
    }
    return steps;
  }

  /** The number of boundaries at or before a step. */
  static int passed(double[] boundaries, double step) {
    int found = Arrays.binarySearch(boundaries, step);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Refuses a list that does not have one element more than there are boundaries. */
  static void requireBetween(int count, String what, int boundaries) {
    if (count != boundaries + 1) {
      throw new IllegalArgumentException(
          what
              + " must be one more than boundaries, got "
              + count
              + " "
              + what
              + " and "
              + boundaries
              + " boundaries");
    }
  }

  /** Refuses a cycle whose rise and fall are longer than the whole. */
  static void requireFlanks(double rise, double fallen, double length) {
    if (!(rise < length) || !(fallen <= length)) {
      throw new IllegalArgumentException(
          "a rise of "
              + rise
              + " steps leaves no room for the fall in a cycle of "
              + length
              + " steps");
    }
  }
}
