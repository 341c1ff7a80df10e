package temper.numerics;

/**
 * The decimal number with the fewest digits that lies in the rounding interval of a binary floating
 * point number, and among those the nearest to it.
 *
 * <p>Source: R. Giulietti, The Schubfach way to render doubles (2020).
 */
final class ShortestDecimal {

  private ShortestDecimal() {}

  /** The exponent k of {@link #digits}. */
  static int exponent(int q, boolean uneven) {
    return uneven
        ? PowersOfTen.floorLog10OfThreeQuarters(q)
        : PowersOfTen.floorLog10OfPowerOfTwo(q);
  }

  /**
   * Digits d of d 10^k for the number c 2^q; there may be zeros at their end.
   *
   * @param c significand, 1 to 2^53 - 1
   * @param q exponent, -1074 to 971
   * @param uneven whether the next smaller number is only half as far as the next larger
   */
  static long digits(long c, int q, boolean uneven) {
    int k = exponent(q, uneven);
    int shift = q + PowersOfTen.floorLog2(-k) + 1;
    long high = PowersOfTen.HIGH[-k - PowersOfTen.MIN_EXPONENT];
    long low = PowersOfTen.LOW[-k - PowersOfTen.MIN_EXPONENT];
    // value and both ends of its rounding interval, in quarters of 10^k
    long value = roundToOdd(high, low, (4 * c) << shift);
    long left = roundToOdd(high, low, (4 * c - (uneven ? 1 : 2)) << shift);
    long right = roundToOdd(high, low, (4 * c + 2) << shift);
    long odd = c & 1; // ties go to even: the ends belong to the interval of an even number
    left += odd;
    right -= odd;
    long floor = value >>> 2;
    long tens = floor / 10;
    boolean lowerTen = left <= 40 * tens;
    boolean upperTen = 40 * tens + 40 <= right;
    if (floor >= 10 && lowerTen != upperTen) {
      return 10 * (upperTen ? tens + 1 : tens);
    }
    boolean lowerOne = left <= 4 * floor;
    boolean upperOne = 4 * floor + 4 <= right;
    if (lowerOne != upperOne) {
      return upperOne ? floor + 1 : floor;
    }
    long middle = 4 * floor + 2;
    boolean up = value > middle || (value == middle && (floor & 1) == 1);
    return up ? floor + 1 : floor;
  }

  /** floor(g x / 2^128), its last bit set if anything was cut off. */
  private static long roundToOdd(long high, long low, long x) {
    long carried = WideMultiply.unsignedHigh(low, x);
    long middle = high * x + carried;
    long top = WideMultiply.unsignedHigh(high, x);
    if (Long.compareUnsigned(middle, carried) < 0) {
      top++;
    }
    return Long.compareUnsigned(middle, 1) > 0 ? top | 1 : top;
  }
}
