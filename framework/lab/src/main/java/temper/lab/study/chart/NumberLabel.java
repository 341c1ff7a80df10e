package temper.lab.study.chart;

import java.math.BigDecimal;
import temper.numerics.NumberText;

/**
 * Numbers as they stand in a figure.
 *
 * @since 0.1
 */
public final class NumberLabel {

  private NumberLabel() {}

  /**
   * A number for a legend or a title: plain as long as it is short, else with a power of ten.
   *
   * @param value any number
   * @return such as 0.25, 10000, 3×10⁷, −∞
   */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "none";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    return of(new BigDecimal(NumberText.format(value)));
  }

  /**
   * A number as a power of ten, also if it is short, for numbers that grow by such powers.
   *
   * @param value any number
   * @return such as 10³, 3×10⁷; 0 and what is not finite as {@link #of(double)}
   */
  public static String power(double value) {
    return value == 0 || !Double.isFinite(value)
        ? of(value)
        : scaled(new BigDecimal(NumberText.format(value)));
  }

  /**
   * A decimal number: plain as long as it is short, else with a power of ten.
   *
   * @param value any number
   * @return such as 0.25, 10000, 3×10⁷
   */
  public static String of(BigDecimal value) {
    int power = value.precision() - value.scale() - 1;
    return value.signum() == 0 || (power >= -3 && power <= 4) ? plain(value) : scaled(value);
  }

  private static String scaled(BigDecimal value) {
    int power = value.precision() - value.scale() - 1;
    String digits = plain(value.scaleByPowerOfTen(-power));
    String sign = digits.equals("1") ? "" : digits.equals("−1") ? "−" : digits + "×";
    return sign + "10" + superscript(power);
  }

  /**
   * A decimal number without a power of ten.
   *
   * @param value any number
   * @return its digits, without zeros that say nothing
   */
  public static String plain(BigDecimal value) {
    BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return shortest.toPlainString().replace('-', '−');
  }

  /**
   * A whole number in raised digits.
   *
   * @param number any number
   * @return such as ⁻¹²
   */
  public static String superscript(int number) {
    StringBuilder out = new StringBuilder();
    for (char c : Integer.toString(number).toCharArray()) {
      out.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return out.toString();
  }
}
