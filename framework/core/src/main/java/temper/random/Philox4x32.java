package temper.random;

/**
 * Philox4x32-10: a bijection of 128-bit counters for every 64-bit key, whose values at successive
 * counters are random numbers. No state but the counter, so every value can be had at once.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, Parallel random numbers: as easy
 * as 1, 2, 3, SC 2011, section 3.3 and table 2.
 */
final class Philox4x32 {

  /** Longs made from one counter. */
  static final int LONGS_PER_BLOCK = 2;

  private static final int ROUNDS = 10;
  private static final long MASK = 0xFFFF_FFFFL;
  private static final long MULTIPLIER_0 = 0xD251_1F53L;
  private static final long MULTIPLIER_1 = 0xCD9E_8D57L;

  /** Golden ratio and square root of 3 minus 1, by which the key moves from round to round. */
  private static final int WEYL_0 = 0x9E37_79B9;

  private static final int WEYL_1 = 0xBB67_AE85;

  private Philox4x32() {}

  /**
   * The values of successive counters.
   *
   * @param key the key; its low half is the first key word
   * @param high upper half of the counter: third and fourth word
   * @param low lower half of the first counter: first and second word; carries nothing upwards
   * @param out overwritten with two longs a counter, the earlier word in the low half; its length
   *     is a multiple of 4
   */
  static void fill(long key, long high, long low, long[] out) {
    for (int i = 0; i < out.length; i += 2 * LONGS_PER_BLOCK, low += 2) {
      // two counters at a time: their multiplications overlap
      long next = low + 1;
      int a0 = (int) low;
      int a1 = (int) (low >>> 32);
      int a2 = (int) high;
      int a3 = (int) (high >>> 32);
      int b0 = (int) next;
      int b1 = (int) (next >>> 32);
      int b2 = a2;
      int b3 = a3;
      int k0 = (int) key;
      int k1 = (int) (key >>> 32);
      for (int round = 0; round < ROUNDS; round++) {
        long productA0 = MULTIPLIER_0 * (a0 & MASK);
        long productA1 = MULTIPLIER_1 * (a2 & MASK);
        long productB0 = MULTIPLIER_0 * (b0 & MASK);
        long productB1 = MULTIPLIER_1 * (b2 & MASK);
        a0 = (int) (productA1 >>> 32) ^ a1 ^ k0;
        a1 = (int) productA1;
        a2 = (int) (productA0 >>> 32) ^ a3 ^ k1;
        a3 = (int) productA0;
        b0 = (int) (productB1 >>> 32) ^ b1 ^ k0;
        b1 = (int) productB1;
        b2 = (int) (productB0 >>> 32) ^ b3 ^ k1;
        b3 = (int) productB0;
        k0 += WEYL_0;
        k1 += WEYL_1;
      }
      out[i] = joined(a0, a1);
      out[i + 1] = joined(a2, a3);
      out[i + 2] = joined(b0, b1);
      out[i + 3] = joined(b2, b3);
    }
  }

  private static long joined(int low, int high) {
    return (low & MASK) | ((long) high << 32);
  }

  /**
   * One long, computed on its own: the literal form of {@link #fill}.
   *
   * @param key the key
   * @param high upper half of the counter
   * @param low lower half of the counter
   * @param second whether the counter's second long is wanted
   * @return the long
   */
  static long at(long key, long high, long low, boolean second) {
    int c0 = (int) low;
    int c1 = (int) (low >>> 32);
    int c2 = (int) high;
    int c3 = (int) (high >>> 32);
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * (c0 & MASK);
      long product1 = MULTIPLIER_1 * (c2 & MASK);
      c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
      c1 = (int) product1;
      c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
      c3 = (int) product0;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    return second ? joined(c2, c3) : joined(c0, c1);
  }
}
