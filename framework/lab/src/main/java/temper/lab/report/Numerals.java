package temper.lab.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for readers: few digits, the same in every locale. All digits are in the CSV. */
final class Numerals {

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Numerals() {}

  /** Returns a number in four significant digits; a dash for a missing one. */
  static String estimate(double value) {
    return rounded(value, 4);
  }

  /** Returns a probability in two significant digits; a dash for a missing one. */
  static String probability(double value) {
    return rounded(value, 2);
  }

  /** Returns an interval; empty if both ends are missing. */
  static String interval(double low, double high) {
    if (Double.isNaN(low) && Double.isNaN(high)) {
      return "";
    }
    return "[" + estimate(low) + ", " + estimate(high) + "]";
  }

  private static String rounded(double value, int digits) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal number =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    int power = number.precision() - number.scale() - 1;
    if (power >= -4 && power <= 5) {
      return plain(number);
    }
    return plain(number.scaleByPowerOfTen(-power)) + "×10" + raised(power);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString().replace('-', '−');
  }

  private static String raised(int power) {
    StringBuilder out = new StringBuilder();
    for (char c : Integer.toString(power).toCharArray()) {
      out.append(c == '-' ? '⁻' : RAISED.charAt(c - '0'));
    }
    return out.toString();
  }
}
