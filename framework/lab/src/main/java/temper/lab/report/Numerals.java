package temper.lab.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers for readers: few digits, the same in every locale. All digits are in the CSV.
 *
 * @since 0.1
 */
public final class Numerals {

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Numerals() {}

  /**
   * A number in four significant digits.
   *
   * @param value any number
   * @return a dash for NaN
   */
  public static String estimate(double value) {
    return rounded(value, 4);
  }

  /**
   * A probability in two significant digits.
   *
   * @param value any number
   * @return a dash for NaN
   */
  public static String probability(double value) {
    return rounded(value, 2);
  }

  /**
   * An interval.
   *
   * @param low lower end
   * @param high upper end
   * @return both ends in four significant digits; empty if both are NaN
   */
  public static String interval(double low, double high) {
    if (Double.isNaN(low) && Double.isNaN(high)) {
      return "";
    }
    return "[" + estimate(low) + ", " + estimate(high) + "]";
  }

  /**
   * A whole number, thousands apart where there are more than nine.
   *
   * @param n any number
   * @return such as {@code 4000} or {@code 20,000}
   */
  public static String count(long n) {
    String digits = Long.toString(Math.abs(n));
    if (digits.length() > 4) {
      digits = digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }
    return n < 0 ? "−" + digits : digits;
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
