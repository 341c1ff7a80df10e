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
  private static final long WEYL_0 = 0x9E37_79B9L;

  private static final long WEYL_1 = 0xBB67_AE85L;

  private Philox4x32() {}

  /**
   * The values of successive counters.
   *
   * @param key the key; its low half is the first key word
   * @param high upper half of the counter: third and fourth word
   * @param low lower half of the first counter: first and second word; carries nothing upwards
   * @param out overwritten with two longs a counter, the earlier word in the low half
   */
  static void fill(long key, long high, long low, long[] out) {
    long third = high & MASK;
    long fourth = high >>> 32;
    for (int i = 0; i < out.length; i += LONGS_PER_BLOCK, low++) {
      long c0 = low & MASK;
      long c1 = low >>> 32;
      long c2 = third;
      long c3 = fourth;
      long k0 = key & MASK;
      long k1 = key >>> 32;
      for (int round = 0; round < ROUNDS; round++) {
        long product0 = MULTIPLIER_0 * c0;
        long product1 = MULTIPLIER_1 * c2;
        c0 = (product1 >>> 32) ^ c1 ^ k0;
        c2 = (product0 >>> 32) ^ c3 ^ k1;
        c1 = product1 & MASK;
        c3 = product0 & MASK;
        k0 = (k0 + WEYL_0) & MASK;
        k1 = (k1 + WEYL_1) & MASK;
      }
      out[i] = c0 | (c1 << 32);
      out[i + 1] = c2 | (c3 << 32);
    }
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
    long c0 = low & MASK;
    long c1 = low >>> 32;
    long c2 = high & MASK;
    long c3 = high >>> 32;
    long k0 = key & MASK;
    long k1 = key >>> 32;
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * c0;
      long product1 = MULTIPLIER_1 * c2;
      c0 = (product1 >>> 32) ^ c1 ^ k0;
      c2 = (product0 >>> 32) ^ c3 ^ k1;
      c1 = product1 & MASK;
      c3 = product0 & MASK;
      k0 = (k0 + WEYL_0) & MASK;
      k1 = (k1 + WEYL_1) & MASK;
    }
    return second ? c2 | (c3 << 32) : c0 | (c1 << 32);
  }
}
