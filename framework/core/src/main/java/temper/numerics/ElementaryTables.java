package temper.numerics;

/**
 * Tables of the exponential and the logarithm, made in double-double arithmetic when the class is
 * loaded. Only correctly rounded operations take part, so every platform makes the same bits.
 */
final class ElementaryTables {

  /** Powers of two per octave are 2^(i / EXP_SIZE). */
  static final int EXP_BITS = 7;

  static final int EXP_SIZE = 1 << EXP_BITS;

  /** Bits of 2^(i / EXP_SIZE) rounded to double. */
  static final long[] EXP_BITS_OF_VALUE = new long[EXP_SIZE];

  /** What rounding left: 2^(i / EXP_SIZE) = value (1 + tail). */
  static final double[] EXP_TAIL = new double[EXP_SIZE];

  static final int LOG_BITS = 8;

  static final int LOG_SIZE = 1 << LOG_BITS;

  /** Index of the interval around 1. */
  private static final int LOG_ONE = 150;

  /**
   * Bits of the smallest mantissa of the logarithm's range, about 0.707. The half interval in it
   * puts 1 inside an interval whose centre is taken as exactly 1.
   */
  static final long LOG_OFFSET =
      Double.doubleToRawLongBits(1.0)
          - ((long) LOG_ONE << (52 - LOG_BITS))
          - (1L << (51 - LOG_BITS));

  /** Reciprocal of the centre of each interval, rounded to few bits so that m / c - 1 is exact. */
  static final double[] LOG_RECIPROCAL = new double[LOG_SIZE];

  /** Logarithm of the centre, cut to a multiple of 2^-42. */
  static final double[] LOG_HIGH = new double[LOG_SIZE];

  /** What cutting left. */
  static final double[] LOG_LOW = new double[LOG_SIZE];

  private static final double SHIFT_TO_42_BITS = 0x1.8p10;

  private ElementaryTables() {}

  static {
    fillExponentials();
    fillLogarithms();
  }

  private static void fillExponentials() {
    DoubleDouble root = new DoubleDouble(2, 0);
    for (int i = 0; i < EXP_BITS; i++) {
      root = root.squareRoot();
    }
    DoubleDouble power = new DoubleDouble(1, 0);
    for (int i = 0; i < EXP_SIZE; i++) {
      EXP_BITS_OF_VALUE[i] = Double.doubleToRawLongBits(power.high());
      EXP_TAIL[i] = power.low() / power.high();
      power = power.times(root);
    }
  }

  private static void fillLogarithms() {
    long width = 1L << (52 - LOG_BITS);
    for (int i = 0; i < LOG_SIZE; i++) {
      double centre = Double.longBitsToDouble(LOG_OFFSET + i * width + width / 2);
      double start = Double.longBitsToDouble(LOG_OFFSET + i * width);
      double grid = start < 1 - 0x1p-9 ? 0x1p8 : 0x1p9;
      double reciprocal = i == LOG_ONE ? 1 : Math.rint(grid / centre) / grid;
      DoubleDouble logarithm = DoubleDouble.logarithm(reciprocal).negated();
      double high = (logarithm.high() + SHIFT_TO_42_BITS) - SHIFT_TO_42_BITS;
      LOG_RECIPROCAL[i] = reciprocal;
      LOG_HIGH[i] = high;
      LOG_LOW[i] = (logarithm.high() - high) + logarithm.low();
    }
  }
}
