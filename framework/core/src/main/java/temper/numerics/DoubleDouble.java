package temper.numerics;

/**
 * An unevaluated sum of two doubles with about 104 bits, for tables that are made once.
 *
 * <p>Source: T. J. Dekker, A floating-point technique for extending the available precision,
 * Numerische Mathematik 18 (1971).
 *
 * @param high the sum rounded to double
 * @param low what rounding left
 */
record DoubleDouble(double high, double low) {

  /** Terms of the series of the inverse hyperbolic tangent for arguments below 0.18. */
  private static final int LOGARITHM_TERMS = 24;

  private static DoubleDouble normalized(double high, double low) {
    double sum = high + low;
    return new DoubleDouble(sum, low - (sum - high));
  }

  private static DoubleDouble exactSum(double a, double b) {
    double sum = a + b;
    double shadow = sum - a;
    return new DoubleDouble(sum, (a - (sum - shadow)) + (b - shadow));
  }

  DoubleDouble negated() {
    return new DoubleDouble(-high, -low);
  }

  DoubleDouble plus(DoubleDouble other) {
    DoubleDouble sum = exactSum(high, other.high);
    DoubleDouble tail = exactSum(low, other.low);
    DoubleDouble first = normalized(sum.high, sum.low + tail.high);
    return normalized(first.high, first.low + tail.low);
  }

  DoubleDouble times(DoubleDouble other) {
    double product = high * other.high;
    double error = Math.fma(high, other.high, -product);
    return normalized(product, error + (high * other.low + low * other.high));
  }

  DoubleDouble dividedBy(DoubleDouble other) {
    double first = high / other.high;
    DoubleDouble rest = plus(other.times(new DoubleDouble(first, 0)).negated());
    double second = rest.high / other.high;
    rest = rest.plus(other.times(new DoubleDouble(second, 0)).negated());
    double third = rest.high / other.high;
    DoubleDouble sum = normalized(first, second);
    return normalized(sum.high, sum.low + third);
  }

  DoubleDouble squareRoot() {
    double root = Math.sqrt(high);
    DoubleDouble estimate = new DoubleDouble(root, 0);
    DoubleDouble rest = plus(estimate.times(estimate).negated());
    return normalized(root, rest.high / (2 * root));
  }

  /** The natural logarithm of a number between 0.7 and 1.42: 2 artanh((x - 1) / (x + 1)). */
  static DoubleDouble logarithm(double x) {
    DoubleDouble z = exactSum(x, -1).dividedBy(exactSum(x, 1));
    DoubleDouble square = z.times(z);
    DoubleDouble sum = new DoubleDouble(0, 0);
    for (int k = LOGARITHM_TERMS; k >= 0; k--) {
      sum = sum.times(square).plus(new DoubleDouble(1, 0).dividedBy(exactSum(2 * k + 1, 0)));
    }
    return sum.times(z).times(new DoubleDouble(2, 0));
  }
}
