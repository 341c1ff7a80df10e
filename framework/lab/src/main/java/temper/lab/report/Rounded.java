package temper.lab.report;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as a reader wants them in tables: four significant digits. Records keep every digit.
 *
 * @since 0.1
 */
public final class Rounded {

  private static final MathContext FOUR = new MathContext(4);
  private static final int LARGEST_PLAIN_EXPONENT = 6;
  private static final int SMALLEST_PLAIN_EXPONENT = -4;

  private Rounded() {}

  /**
   * A number in four significant digits.
   *
   * @param value any number
   * @return such as {@code 0.9557} or {@code 1.2e-7}; empty for NaN
   */
  public static String text(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(FOUR).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent < LARGEST_PLAIN_EXPONENT) {
      return rounded.toPlainString();
    }
    return rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }
}
