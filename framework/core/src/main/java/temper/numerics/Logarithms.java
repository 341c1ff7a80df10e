package temper.numerics;

/**
 * The logarithm and what is made of it. With x = 2^k m and c near m from a table, log(x) = k ln 2 +
 * log(c) + log1p(m / c - 1); the quotient is exact because 1 / c has few bits.
 *
 * <p>Source: P. T. P. Tang, Table-driven implementation of the logarithm function in IEEE
 * floating-point arithmetic, ACM TOMS 16 (1990).
 */
final class Logarithms {

  /** ln 2 in two parts; multiples of the first by an exponent are exact. */
  private static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

  private static final double LN2_LOW = 0x1.ef35793c76730p-45;

  private static final double INVERSE_LN2 = 0x1.71547652b82fep+0;
  private static final double INVERSE_LN2_LOW = 0x1.777d0ffda0d24p-56;
  private static final double INVERSE_LN10 = 0x1.bcb7b1526e50ep-2;
  private static final double INVERSE_LN10_LOW = 0x1.95355baaafad3p-57;

  private static final long EXPONENT_MASK = 0xFFF0_0000_0000_0000L;
  private static final int INDEX_SHIFT = 52 - ElementaryTables.LOG_BITS;
  private static final int INDEX_MASK = ElementaryTables.LOG_SIZE - 1;

  private Logarithms() {}

  /** Whether x is a positive, finite, normal number: one comparison for all special cases. */
  private static boolean isOrdinary(long bits) {
    return Long.compareUnsigned(bits - 0x0010_0000_0000_0000L, 0x7FE0_0000_0000_0000L) < 0;
  }

  /** The result for an argument without an ordinary logarithm, or 1 for a subnormal one. */
  private static double special(double x) {
    if (x > 0 && x < Double.POSITIVE_INFINITY) {
      return 1;
    }
    if (x == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return x < 0 ? Double.NaN : x;
  }

  /** Offset bits of a positive finite number, its exponent corrected if it was subnormal. */
  static long offsetBits(double x) {
    long bits = Double.doubleToRawLongBits(x);
    if (bits < 0x0010_0000_0000_0000L) {
      bits = Double.doubleToRawLongBits(x * 0x1p52) - (52L << 52);
    }
    return bits - ElementaryTables.LOG_OFFSET;
  }

  private static double head(long offset) {
    return (offset >> 52) * LN2_HIGH
        + ElementaryTables.LOG_HIGH[(int) (offset >> INDEX_SHIFT) & INDEX_MASK];
  }

  private static double tail(long offset) {
    return (offset >> 52) * LN2_LOW
        + ElementaryTables.LOG_LOW[(int) (offset >> INDEX_SHIFT) & INDEX_MASK];
  }

  /** m / c - 1, exactly. */
  private static double ratio(long offset) {
    double mantissa =
        Double.longBitsToDouble((offset & ~EXPONENT_MASK) + ElementaryTables.LOG_OFFSET);
    int index = (int) (offset >> INDEX_SHIFT) & INDEX_MASK;
    return Math.fma(mantissa, ElementaryTables.LOG_RECIPROCAL[index], -1);
  }

  /** (log1p(r) - r) / r^2 for |r| below 0.004. */
  private static double series(double r) {
    double square = r * r;
    double a = -0.5 + r * 0x1.5555555555555p-2;
    double b = -0.25 + r * 0x1.999999999999ap-3;
    double c = -0x1.5555555555555p-3 + r * 0x1.2492492492492p-3;
    return a + square * (b + square * c);
  }

  static double log(double x) {
    if (!isOrdinary(Double.doubleToRawLongBits(x))) {
      double special = special(x);
      return special == 1 ? logOf(offsetBits(x), 0) : special;
    }
    return logOf(Double.doubleToRawLongBits(x) - ElementaryTables.LOG_OFFSET, 0);
  }

  private static double logOf(long offset, double addend) {
    double head = head(offset);
    double r = ratio(offset);
    double sum = head + r;
    double low = (head - sum) + r;
    return sum + (low + (tail(offset) + addend) + r * r * series(r));
  }

  static double log1p(double x) {
    if (Math.abs(x) < 0x1p-9) {
      return x + x * x * series(x);
    }
    double sum = 1 + x;
    double special = special(sum);
    if (special != 1) {
      return special;
    }
    double error = sum > 2 ? 1 - (sum - x) : x - (sum - 1);
    return logOf(offsetBits(sum), error / sum);
  }

  /** The logarithm rounded to double, with a tail in {@link #logLow} good to about 68 bits. */
  static double logHigh(long offset) {
    double r = ratio(offset);
    double sum = head(offset) + r;
    return sum + logRest(offset, r, sum);
  }

  static double logLow(long offset) {
    double head = head(offset);
    double r = ratio(offset);
    double sum = head + r;
    double half = -0.5 * r;
    double square = r * half;
    double squareLow = Math.fma(r, half, -square);
    double second = sum + square;
    double high = sum + logRest(offset, r, sum);
    double rest = ((head - sum) + r) + ((sum - second) + square);
    double small = tail(offset) + squareLow + r * r * cubic(r);
    return (second - high) + (rest + small);
  }

  private static double logRest(long offset, double r, double sum) {
    double square = r * (-0.5 * r);
    double low = (head(offset) - sum) + r;
    return square + (low + (tail(offset) + r * r * cubic(r)));
  }

  /** r / 3 - r^2 / 4 + ... - r^6 / 8. */
  private static double cubic(double r) {
    double square = r * r;
    double a = 0x1.5555555555555p-2 - r * 0.25;
    double b = 0x1.999999999999ap-3 - r * 0x1.5555555555555p-3;
    double c = 0x1.2492492492492p-3 - r * 0.125;
    return r * (a + square * (b + square * c));
  }

  static double log2(double x) {
    return inBase(x, INVERSE_LN2, INVERSE_LN2_LOW);
  }

  static double log10(double x) {
    return inBase(x, INVERSE_LN10, INVERSE_LN10_LOW);
  }

  private static double inBase(double x, double factor, double factorLow) {
    double special = special(x);
    if (special != 1) {
      return special;
    }
    long offset = offsetBits(x);
    double high = logHigh(offset);
    double product = high * factor;
    double error = Math.fma(high, factor, -product);
    return product + (error + (high * factorLow + logLow(offset) * factor));
  }
}
