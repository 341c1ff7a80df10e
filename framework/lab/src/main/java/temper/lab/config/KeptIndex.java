package temper.lab.config;

import java.util.Arrays;

/** A subset of the integers from 0 to a size, with the n-th member found in logarithmic time. */
final class KeptIndex {

  private final long[] words;
  private final int[] before;
  private final int kept;

  private KeptIndex(long[] words) {
    this.words = words;
    this.before = new int[words.length];
    int count = 0;
    for (int w = 0; w < words.length; w++) {
      before[w] = count;
      count += Long.bitCount(words[w]);
    }
    this.kept = count;
  }

  /** Collects members. */
  static final class Builder {
    private final long[] words;

    Builder(int size) {
      this.words = new long[(size + 63) >>> 6];
    }

    void keep(int member) {
      words[member >>> 6] |= 1L << member;
    }

    KeptIndex build() {
      return new KeptIndex(words);
    }
  }

  /** Number of members. */
  int size() {
    return kept;
  }

  /** The n-th member, from 0. */
  int get(int n) {
    if (n < 0 || n >= kept) {
      throw new IndexOutOfBoundsException("cell " + n + " of " + kept);
    }
    int found = Arrays.binarySearch(before, n);
    int word = found >= 0 ? found : -found - 2;
    while (word + 1 < before.length && before[word + 1] <= n) {
      word++; // Of equal counts the last word is meant: the others are empty.
    }
    long bits = words[word];
    for (int skip = n - before[word]; skip > 0; skip--) {
      bits &= bits - 1;
    }
    return (word << 6) + Long.numberOfTrailingZeros(bits);
  }
}
