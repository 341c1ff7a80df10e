package temper.numerics;

/**
 * The upper half of a 128-bit product, which {@code Math} has for unsigned factors only since JDK
 * 18.
 *
 * @since 0.1
 */
public final class WideMultiply {

  private WideMultiply() {}

  /**
   * The upper 64 bits of the product of two unsigned numbers.
   *
   * @param a any 64 bits, read as unsigned
   * @param b any 64 bits, read as unsigned
   * @return floor(a b / 2^64) as unsigned 64 bits
   */
  public static long unsignedHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }
}
