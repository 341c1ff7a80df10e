package temper.numerics;

import java.math.BigInteger;

/** Powers of ten to 128 bits, rounded up, for exact conversion of doubles to decimal digits. */
final class PowersOfTen {

  static final int MIN_EXPONENT = -292;
  static final int MAX_EXPONENT = 324;

  /** Upper and lower 64 bits of 10^e / 2^floor(log2 10^e) * 2^127. */
  static final long[] HIGH = new long[MAX_EXPONENT - MIN_EXPONENT + 1];

  static final long[] LOW = new long[MAX_EXPONENT - MIN_EXPONENT + 1];

  private static final int BITS = 128;

  static {
    BigInteger power = BigInteger.ONE;
    for (int e = 0; e <= MAX_EXPONENT; e++) {
      set(e, power, BigInteger.ONE);
      if (-e >= MIN_EXPONENT) {
        set(-e, BigInteger.ONE, power);
      }
      power = power.multiply(BigInteger.TEN);
    }
  }

  private PowersOfTen() {}

  private static void set(int exponent, BigInteger numerator, BigInteger denominator) {
    int shift = BITS - 1 - floorLog2(exponent);
    BigInteger scaled =
        shift >= 0
            ? numerator.shiftLeft(shift).add(denominator).subtract(BigInteger.ONE)
            : numerator.add(BigInteger.ONE.shiftLeft(-shift)).subtract(BigInteger.ONE);
    BigInteger rounded = shift >= 0 ? scaled.divide(denominator) : scaled.shiftRight(-shift);
    HIGH[exponent - MIN_EXPONENT] = rounded.shiftRight(Long.SIZE).longValue();
    LOW[exponent - MIN_EXPONENT] = rounded.longValue();
  }

  /** floor(log2 10^e) for |e| up to 1233. */
  static int floorLog2(int e) {
    return (e * 1741647) >> 19;
  }

  /** floor(log10 2^e) for |e| up to 1500. */
  static int floorLog10OfPowerOfTwo(int e) {
    return (e * 1262611) >> 22;
  }

  /** floor(log10 (3/4 2^e)) for |e| up to 1500. */
  static int floorLog10OfThreeQuarters(int e) {
    return (e * 1262611 - 524031) >> 22;
  }
}
