package temper.numerics;

/**
 * The exponential and what is made of it. With x = k ln 2 / 128 + r and |r| below 0.0028, exp(x) =
 * 2^(k / 128) exp(r): the power comes from a table with its rounding error, exp(r) from a
 * polynomial.
 *
 * <p>Source: P. T. P. Tang, Table-driven implementation of the exponential function in IEEE
 * floating-point arithmetic, ACM TOMS 15 (1989).
 */
final class Exponentials {

  /** Adding 1.5 * 2^52 leaves the nearest integer in the low bits. */
  private static final double SHIFT = 0x1.8p52;

  private static final double STEPS_PER_UNIT = 0x1.71547652b82fep+7;

  /** ln 2 / 128 in two parts; multiples of the first are exact. */
  private static final double STEP_HIGH = 0x1.62e42fefa0000p-8;

  private static final double STEP_LOW = 0x1.cf79abc9e3b3ap-47;

  private static final int INDEX_MASK = ElementaryTables.EXP_SIZE - 1;

  /** Up to here neither the power of two nor the last bits of its multiple leave the range. */
  private static final double SAFE = 690;

  private static final double OVERFLOW = 0x1.62e42fefa39efp+9;

  private static final double UNDERFLOW = -0x1.74910d52d3051p+9;

  private static final long FAR = 1000L << 52;

  private Exponentials() {}

  static double shifted(double x) {
    return x * STEPS_PER_UNIT + SHIFT;
  }

  /** The power of two of a step, without its tail. */
  static double scale(double shifted) {
    return Double.longBitsToDouble(scaleBits(Double.doubleToRawLongBits(shifted)));
  }

  private static long scaleBits(long steps) {
    int index = (int) steps & INDEX_MASK;
    return ElementaryTables.EXP_BITS_OF_VALUE[index]
        + ((steps - index) << (52 - ElementaryTables.EXP_BITS));
  }

  /** exp(x) / scale - 1 where x may carry a small addend that one double cannot hold. */
  static double fraction(double x, double addend, double shifted) {
    double steps = shifted - SHIFT;
    double r = Math.fma(-steps, STEP_LOW, Math.fma(-steps, STEP_HIGH, x)) + addend;
    double tail = ElementaryTables.EXP_TAIL[(int) Double.doubleToRawLongBits(shifted) & INDEX_MASK];
    double square = r * r;
    double low = 0x1p-1 + r * 0x1.5555555555555p-3;
    double high = 0x1.5555555555555p-5 + r * (0x1.1111111111111p-7 + r * 0x1.6c16c16c16c17p-10);
    return tail + r + square * (low + square * high);
  }

  static double exp(double x) {
    if (!(Math.abs(x) < SAFE)) {
      return expFar(x, 0);
    }
    double shifted = shifted(x);
    double scale = scale(shifted);
    return scale + scale * fraction(x, 0, shifted);
  }

  /** exp(x + addend), where the addend is at most a few units in the last place of x. */
  static double exp(double x, double addend) {
    if (!(Math.abs(x) < SAFE)) {
      return expFar(x, addend);
    }
    double shifted = shifted(x);
    double scale = scale(shifted);
    return scale + scale * fraction(x, addend, shifted);
  }

  /** Results near or beyond the ends of the normal range: scaled by 2^1000 and back. */
  private static double expFar(double x, double addend) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (x > OVERFLOW + 1) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < UNDERFLOW - 1) {
      return 0;
    }
    double shifted = shifted(x);
    long bits = scaleBits(Double.doubleToRawLongBits(shifted));
    double scale = Double.longBitsToDouble(x > 0 ? bits - FAR : bits + FAR);
    double result = scale + scale * fraction(x, addend, shifted);
    return x > 0 ? result * 0x1p1000 : result * 0x1p-1000;
  }

  static double expm1(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < 0.07) {
      return magnitude < 0x1p-54 ? x : expm1Near(x);
    }
    if (!(magnitude < 40)) {
      return x < 0 ? -1 : expFarOrNear(x);
    }
    double shifted = shifted(x);
    double scale = scale(shifted);
    double above = scale - 1;
    double error = scale < 1 ? scale - (above + 1) : (scale - above) - 1;
    return above + (error + scale * fraction(x, 0, shifted));
  }

  private static double expFarOrNear(double x) {
    return Double.isNaN(x) ? x : exp(x);
  }

  /** Taylor series with x^2 / 2 carried in two parts. */
  private static double expm1Near(double x) {
    double square = x * x;
    double error = Math.fma(x, x, -square);
    double sum = x + 0.5 * square;
    double low = (x - sum) + 0.5 * square + 0.5 * error;
    double a = 0x1.5555555555555p-3 + x * 0x1.5555555555555p-5;
    double b = 0x1.1111111111111p-7 + x * 0x1.6c16c16c16c17p-10;
    double c = 0x1.a01a01a01a01ap-13 + x * 0x1.a01a01a01a01ap-16;
    double d = 0x1.71de3a556c734p-19 + x * 0x1.27e4fb7789f5cp-22;
    double series = a + square * (b + square * (c + square * d));
    return sum + (low + x * square * series);
  }

  static double tanh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < 0.0625) {
      return magnitude < 0x1p-28 ? x : tanhNear(x);
    }
    if (!(magnitude < 22)) {
      return Double.isNaN(x) ? x : Math.copySign(1, x);
    }
    // (e - 1) / (e + 1) with e = exp(2 |x|) in two parts
    double shifted = shifted(2 * magnitude);
    double scale = scale(shifted);
    double rest = scale * fraction(2 * magnitude, 0, shifted);
    double above = scale - 1;
    double numerator = above + rest;
    double numeratorLow = (rest - (numerator - above)) + ((scale - above) - 1);
    double below = scale + 1;
    double denominator = below + rest;
    double denominatorLow = (rest - (denominator - below)) + (1 - (below - scale));
    double inverse = 1 / denominator;
    double quotient = numerator * inverse;
    double error = Math.fma(-quotient, denominator, numerator) + numeratorLow;
    return Math.copySign(quotient + (error - quotient * denominatorLow) * inverse, x);
  }

  private static double tanhNear(double x) {
    double z = x * x;
    double series =
        -0x1.5555555555555p-2
            + z
                * (0x1.1111111111111p-3
                    + z
                        * (-0x1.ba1ba1ba1ba1cp-5
                            + z
                                * (0x1.664f4882c10fap-6
                                    + z * (-0x1.226e355e6c23dp-7 + z * 0x1.d6d3d0e157de0p-9))));
    return x + x * z * series;
  }

  static double sigmoid(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude < 700)) {
      return x > 0 ? 1 : exp(x);
    }
    // exp(-|x|) in two parts, so that the quotient is rounded once
    double shifted = shifted(-magnitude);
    double scale = scale(shifted);
    double rest = scale * fraction(-magnitude, 0, shifted);
    double small = scale + rest;
    double smallLow = rest - (small - scale);
    double denominator = 1 + small;
    double denominatorLow = (small - (denominator - 1)) + smallLow;
    double inverse = 1 / denominator;
    double numerator = x >= 0 ? 1 : small;
    double numeratorLow = x >= 0 ? 0 : smallLow;
    double quotient = numerator * inverse;
    double error = Math.fma(-quotient, denominator, numerator) + numeratorLow;
    return quotient + (error - quotient * denominatorLow) * inverse;
  }

  static double softplus(double x) {
    if (!(x < 40)) {
      return x;
    }
    if (x < -40) {
      return exp(x);
    }
    double magnitude = Math.abs(x);
    double shifted = shifted(-magnitude);
    double scale = scale(shifted);
    double rest = scale * fraction(-magnitude, 0, shifted);
    double small = scale + rest;
    double smallLow = rest - (small - scale);
    double sum = 1 + small;
    double error = (small - (sum - 1)) + smallLow;
    long offset = Logarithms.offsetBits(sum);
    double high = Logarithms.logHigh(offset);
    double low = Logarithms.logLow(offset) + (error / sum - 0.5 * error * error);
    if (x <= 0) {
      return high + low;
    }
    double total = x + high;
    double shadow = total - x;
    return total + (((x - (total - shadow)) + (high - shadow)) + low);
  }
}
