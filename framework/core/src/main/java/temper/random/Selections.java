package temper.random;

import java.util.Arrays;

/** Random orders and subsets. */
final class Selections {

  /**
   * Below this share of the range, remembering what was drawn is cheaper than listing the range.
   */
  private static final int SPARSE = 16;

  private Selections() {}

  /** Fisher and Yates' shuffle, from the end. */
  static void shuffle(RandomStream stream, int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      swap(values, i, stream.nextInt(i + 1));
    }
  }

  static int[] permutation(RandomStream stream, int n) {
    int[] values = identity(n);
    shuffle(stream, values);
    return values;
  }

  static int[] sample(RandomStream stream, int n, int count) {
    if (count < n / SPARSE) {
      return sampleSparse(stream, n, count);
    }
    int[] values = identity(n);
    for (int i = 0; i < count; i++) {
      swap(values, i, i + stream.nextInt(n - i));
    }
    return Arrays.copyOf(values, count);
  }

  /** Draws again what was drawn before; a hash table with open addresses remembers. */
  private static int[] sampleSparse(RandomStream stream, int n, int count) {
    int[] values = new int[count];
    int size = Integer.highestOneBit(Math.max(1, count)) * 4;
    int[] drawn = new int[size];
    int found = 0;
    while (found < count) {
      int value = stream.nextInt(n);
      int slot = (value * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(size) + 1);
      while (drawn[slot] != 0 && drawn[slot] != value + 1) {
        slot = (slot + 1) & (size - 1);
      }
      if (drawn[slot] == 0) {
        drawn[slot] = value + 1;
        values[found++] = value;
      }
    }
    return values;
  }

  private static int[] identity(int n) {
    int[] values = new int[n];
    for (int i = 0; i < n; i++) {
      values[i] = i;
    }
    return values;
  }

  private static void swap(int[] values, int i, int j) {
    int kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}
