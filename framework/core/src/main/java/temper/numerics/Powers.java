package temper.numerics;

/** The general power: the logarithm to about 68 bits, times the exponent, into the exponential. */
final class Powers {

  /** From here on every double is an even integer. */
  private static final double ALL_EVEN = 0x1p53;

  private Powers() {}

  static double pow(double x, double y) {
    if (y == 0) {
      return 1;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.NaN;
    }
    double magnitude = Math.abs(x);
    if (Double.isInfinite(y)) {
      if (magnitude == 1) {
        return Double.NaN;
      }
      return (magnitude > 1) == (y > 0) ? Double.POSITIVE_INFINITY : 0;
    }
    if (magnitude == 0 || magnitude == Double.POSITIVE_INFINITY) {
      double power = (magnitude == 0) == (y < 0) ? Double.POSITIVE_INFINITY : 0;
      return isOddInteger(y) ? Math.copySign(power, x) : power;
    }
    if (x < 0) {
      if (Math.rint(y) != y) {
        return Double.NaN;
      }
      double power = powOfPositive(magnitude, y);
      return isOddInteger(y) ? -power : power;
    }
    return powOfPositive(x, y);
  }

  private static boolean isOddInteger(double y) {
    return Math.abs(y) < ALL_EVEN && Math.rint(y) == y && ((long) y & 1) == 1;
  }

  private static double powOfPositive(double x, double y) {
    if (y == 1) {
      return x;
    }
    long offset = Logarithms.offsetBits(x);
    double high = Logarithms.logHigh(offset);
    double low = Logarithms.logLow(offset);
    double product = y * high;
    double error = Math.fma(y, high, -product) + y * low;
    return Exponentials.exp(product, error);
  }
}
