package temper.numerics;

/**
 * Sine and cosine. The argument is reduced to |r| at most pi / 4 in two parts: by Cody and Waite's
 * three-part pi / 2 for arguments up to 2^20, by Payne and Hanek's method for larger ones.
 *
 * <p>Source: M. Payne, R. Hanek, Radian reduction for trigonometric functions, ACM SIGNUM
 * Newsletter 18 (1983). The polynomials are Chebyshev interpolants on [0, pi^2 / 16] in x^2.
 */
final class Trigonometry {

  private static final double QUARTER_PI = 0x1.921fb54442d18p-1;
  private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;

  /** pi / 2 in three parts; the first has 33 bits, so its multiples up to 2^20 are exact. */
  private static final double HALF_PI_1 = 0x1.921fb54400000p+0;

  private static final double HALF_PI_2 = 0x1.0b4611a626331p-34;
  private static final double HALF_PI_3 = 0x1.1701b839a2520p-88;

  /** pi / 2 in two full parts. */
  private static final double HALF_PI_HIGH = 0x1.921fb54442d18p+0;

  private static final double HALF_PI_LOW = 0x1.1a62633145c07p-54;
  private static final double MEDIUM = 0x1p20;
  private static final double SHIFT = 0x1.8p52;

  /** Bits of 2 / pi after the point, behind one word of zeros. */
  private static final long[] TWO_OVER_PI_BITS = {
    0L,
    0xa2f9836e4e441529L,
    0xfc2757d1f534ddc0L,
    0xdb6295993c439041L,
    0xfe5163abdebbc561L,
    0xb7246e3a424dd2e0L,
    0x06492eea09d1921cL,
    0xfe1deb1cb129a73eL,
    0xe88235f52ebb4484L,
    0xe99c7026b45f7e41L,
    0x3991d639835339f4L,
    0x9c845f8bbdf9283bL,
    0x1ff897ffde05980fL,
    0xef2f118b5a0a6d1fL,
    0x6d367ecf27cb09b7L,
    0x4f463f669e5fea2dL,
    0x7527bac7ebe5f17bL,
    0x3d0739f78a5292eaL,
    0x6bfb5fb11f8d5d08L,
    0x56033046fc7b6babL,
    0xf0cfbc209af4361dL
  };

  private Trigonometry() {}

  static double sin(double x) {
    return Math.abs(x) < 0x1p-27 ? x : sinOfQuadrant(x, 0);
  }

  static double cos(double x) {
    return sinOfQuadrant(x, 1);
  }

  /** sin(x + quadrant pi / 2). */
  private static double sinOfQuadrant(double x, int quadrant) {
    double magnitude = Math.abs(x);
    if (magnitude < QUARTER_PI) {
      return kernel(quadrant, x, 0);
    }
    if (!(magnitude < MEDIUM)) {
      return sinOfLarge(x, quadrant);
    }
    double shifted = x * TWO_OVER_PI + SHIFT;
    double turns = shifted - SHIFT;
    double first = Math.fma(-turns, HALF_PI_1, x);
    double second = turns * HALF_PI_2;
    double secondLow = Math.fma(turns, HALF_PI_2, -second);
    double high = first - second;
    double shadow = first - high;
    double error = (first - (high + shadow)) + (shadow - second);
    double low = error - secondLow - turns * HALF_PI_3;
    double r = high + low;
    return kernel((int) Double.doubleToRawLongBits(shifted) + quadrant, r, (high - r) + low);
  }

  private static double kernel(int quadrant, double r, double low) {
    double value = (quadrant & 1) == 0 ? sinKernel(r, low) : cosKernel(r, low);
    return (quadrant & 2) == 0 ? value : -value;
  }

  private static double sinKernel(double x, double low) {
    double z = x * x;
    double zz = z * z;
    double a = -0x1.5555555555555p-3 + z * 0x1.1111111111110p-7;
    double b = -0x1.a01a01a019937p-13 + z * 0x1.71de3a54607a5p-19;
    double c = -0x1.ae64541295cdfp-26 + z * (0x1.61217ee5cca1bp-33 + z * -0x1.ab17bdcbd3414p-41);
    return x + (x * z * (a + zz * (b + zz * c)) + low * (1 - 0.5 * z));
  }

  private static double cosKernel(double x, double low) {
    double z = x * x;
    double zLow = Math.fma(x, x, -z);
    double zz = z * z;
    double a = 0x1.5555555555555p-5 + z * -0x1.6c16c16c16967p-10;
    double b = 0x1.a01a019f4e9b4p-16 + z * -0x1.27e4fa17bf139p-22;
    double c = 0x1.1eeb68cd22f56p-29 + z * -0x1.907d8f29fe831p-37;
    double half = 0.5 * z;
    double head = 1 - half;
    double rest = zz * (a + zz * (b + zz * c)) - x * low - 0.5 * zLow;
    return head + (((1 - head) - half) + rest);
  }

  /** Multiplies by 192 bits of 2 / pi, chosen so that multiples of four turns fall away. */
  private static double sinOfLarge(double x, int quadrant) {
    if (!(Math.abs(x) < Double.POSITIVE_INFINITY)) {
      return Double.NaN;
    }
    long bits = Double.doubleToRawLongBits(Math.abs(x));
    long mantissa = (bits & 0x000F_FFFF_FFFF_FFFFL) | 0x0010_0000_0000_0000L;
    int position = (int) (bits >>> 52) - 1075 + 62;
    long word2 = window(position + 128);
    long word1 = window(position + 64);
    long low = word2 * mantissa;
    long middle = word1 * mantissa;
    long sum = middle + WideMultiply.unsignedHigh(word2, mantissa);
    long carry = Long.compareUnsigned(sum, middle) < 0 ? 1 : 0;
    long top = window(position) * mantissa + WideMultiply.unsignedHigh(word1, mantissa) + carry;
    int turns = (int) (top >>> 62);
    long fraction = (top << 2) | (sum >>> 62);
    long fractionLow = (sum << 2) | (low >>> 62);
    boolean negative = fraction < 0;
    if (negative) { // nearer to the next quarter turn: round up, the rest is negative
      turns++;
      fraction = ~fraction + (fractionLow == 0 ? 1 : 0);
      fractionLow = -fractionLow;
    }
    boolean reversed = x < 0;
    return sinOfTurns(
        (reversed ? -turns : turns) + quadrant, fraction, fractionLow, negative != reversed);
  }

  private static long window(int position) {
    int word = position >>> 6;
    int shift = position & 63;
    long high = TWO_OVER_PI_BITS[word] << shift;
    return shift == 0 ? high : high | (TWO_OVER_PI_BITS[word + 1] >>> (64 - shift));
  }

  private static double sinOfTurns(int quadrant, long high, long low, boolean negative) {
    int zeros = high == 0 ? 64 : Long.numberOfLeadingZeros(high);
    long first = zeros == 64 ? low : (high << zeros) | ((low >>> 1) >>> (63 - zeros));
    long second = zeros == 64 ? 0 : low << zeros;
    double unit = Double.longBitsToDouble((1023L - zeros) << 52);
    double a = (first >>> 11) * 0x1p-53 * unit;
    double b = (((first & 0x7FF) << 42) | (second >>> 22)) * 0x1p-106 * unit;
    double product = a * HALF_PI_HIGH;
    double error = Math.fma(a, HALF_PI_HIGH, -product) + (a * HALF_PI_LOW + b * HALF_PI_HIGH);
    return negative ? kernel(quadrant, -product, -error) : kernel(quadrant, product, error);
  }
}
