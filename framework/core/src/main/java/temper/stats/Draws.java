package temper.stats;

import temper.random.RandomStream;

/** Draws for resampling. */
final class Draws {

  private Draws() {}

  /** As many indices below n as there are, each drawn on its own. */
  static int[] indices(RandomStream stream, int n) {
    int[] indices = new int[n];
    for (int i = 0; i < n; i++) {
      indices[i] = index(stream, n);
    }
    return indices;
  }

  static int index(RandomStream stream, int bound) {
    return (int) Math.multiplyHigh(stream.nextLong() >>> 1, 2L * bound);
  }
}
