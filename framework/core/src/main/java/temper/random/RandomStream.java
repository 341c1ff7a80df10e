package temper.random;

/**
 * A stream of random numbers.
 *
 * @since 0.1
 */
public final class RandomStream {

  private final long key;
  private long position;

  RandomStream(long key) {
    this.key = key;
  }

  /**
   * The next 64 random bits.
   *
   * @return any long, all equally likely
   */
  public long nextLong() {
    long z = key + 0x9E3779B97F4A7C15L * ++position;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
