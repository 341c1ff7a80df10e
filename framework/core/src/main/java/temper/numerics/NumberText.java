package temper.numerics;

import java.io.IOException;

/**
 * Numbers as text and back, with the same characters on every platform and Java version.
 *
 * <p>The text is the shortest that reads back as the same number: plain from 0.001 to below ten
 * million ({@code 0.001}, {@code 3}, {@code 1234567.5}), otherwise scientific ({@code 1e-5}, {@code
 * 6.02e23}); whole numbers have no point, and {@code NaN}, {@code Infinity}, {@code -Infinity} and
 * {@code -0} are spelled out.
 *
 * @since 0.1
 */
public final class NumberText {

  /** Decimal exponents of the smallest and the largest plain numbers. */
  private static final int PLAIN_MIN = -3;

  private static final int PLAIN_MAX = 6;
  private static final double PLAIN_END = 1e7;
  private static final int LONGEST = 25;

  private NumberText() {}

  /**
   * A double as text.
   *
   * @param value any number
   * @return the shortest text that {@link #parse} reads back as the same number
   */
  public static String format(double value) {
    return append(new StringBuilder(LONGEST), value).toString();
  }

  /**
   * A float as text.
   *
   * @param value any number
   * @return the shortest text that reads back as the same float
   */
  public static String format(float value) {
    return append(new StringBuilder(LONGEST), value).toString();
  }

  /**
   * Appends a double.
   *
   * @param out where to append
   * @param value any number
   * @throws IOException if {@code out} fails
   */
  public static void append(Appendable out, double value) throws IOException {
    out.append(append(new StringBuilder(LONGEST), value));
  }

  /**
   * Appends a double, without allocation.
   *
   * @param out where to append
   * @param value any number
   * @return {@code out}
   */
  public static StringBuilder append(StringBuilder out, double value) {
    if (appendSpecial(out, value)) {
      return out;
    }
    long bits = Double.doubleToRawLongBits(value);
    long fraction = bits & 0x000F_FFFF_FFFF_FFFFL;
    int exponent = (int) (bits >>> 52) & 0x7FF;
    boolean uneven = fraction == 0 && exponent > 1;
    long c = exponent == 0 ? fraction : fraction | 0x0010_0000_0000_0000L;
    int q = Math.max(exponent, 1) - 1075;
    return appendDecimal(
        out, ShortestDecimal.digits(c, q, uneven), ShortestDecimal.exponent(q, uneven));
  }

  /**
   * Appends a float, without allocation.
   *
   * @param out where to append
   * @param value any number
   * @return {@code out}
   */
  public static StringBuilder append(StringBuilder out, float value) {
    if (appendSpecial(out, value)) {
      return out;
    }
    int bits = Float.floatToRawIntBits(value);
    int fraction = bits & 0x7F_FFFF;
    int exponent = (bits >>> 23) & 0xFF;
    boolean uneven = fraction == 0 && exponent > 1;
    int c = exponent == 0 ? fraction : fraction | 0x80_0000;
    int q = Math.max(exponent, 1) - 150;
    return appendDecimal(
        out, ShortestDecimal.digits(c, q, uneven), ShortestDecimal.exponent(q, uneven));
  }

  /** Appends all of a number that has no digits to search for, otherwise only its sign. */
  private static boolean appendSpecial(StringBuilder out, double value) {
    if (Double.isNaN(value)) {
      out.append("NaN");
      return true;
    }
    if (Math.copySign(1, value) < 0) {
      out.append('-');
    }
    double magnitude = Math.abs(value);
    if (magnitude == Double.POSITIVE_INFINITY) {
      out.append("Infinity");
      return true;
    }
    if (magnitude < PLAIN_END && magnitude == (int) magnitude) {
      out.append((int) magnitude);
      return true;
    }
    return false;
  }

  private static StringBuilder appendDecimal(StringBuilder out, long digits, int exponent) {
    long significant = digits;
    int power = exponent;
    while (significant % 10 == 0) {
      significant /= 10;
      power++;
    }
    int start = out.length();
    out.append(significant);
    int length = out.length() - start;
    int leading = length + power - 1;
    if (leading < PLAIN_MIN || leading > PLAIN_MAX) {
      if (length > 1) {
        out.insert(start + 1, '.');
      }
      return out.append('e').append(leading);
    }
    if (leading < 0) {
      return out.insert(start, "0.000", 0, 1 - leading);
    }
    for (int i = length; i <= leading; i++) {
      out.append('0');
    }
    return length > leading + 1 ? out.insert(start + leading + 1, '.') : out;
  }

  /**
   * Reads a number.
   *
   * @param text what {@link #format(double)} writes, or any decimal number such as {@code
   *     +1.50E-03} or {@code .5}, without blanks
   * @return the nearest double
   * @throws NumberFormatException if the text is not such a number, or is finite and beyond the
   *     largest double
   */
  public static double parse(String text) {
    int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    if (text.startsWith("Infinity", start) && text.length() == start + 8) {
      return text.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (text.equals("NaN")) {
      return Double.NaN;
    }
    if (!isDecimal(text, start)) {
      throw new NumberFormatException("not a decimal number: \"" + text + "\"");
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new NumberFormatException("beyond the largest double, 1.7976931348623157e308: " + text);
    }
    return value;
  }

  private static boolean isDecimal(String text, int start) {
    int whole = digitsFrom(text, start);
    int end = whole;
    int digits = whole - start;
    if (end < text.length() && text.charAt(end) == '.') {
      end = digitsFrom(text, whole + 1);
      digits += end - whole - 1;
    }
    if (digits == 0) {
      return false;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1;
      if (sign < text.length() && (text.charAt(sign) == '-' || text.charAt(sign) == '+')) {
        sign++;
      }
      end = digitsFrom(text, sign);
      return end > sign && end == text.length();
    }
    return end == text.length();
  }

  private static int digitsFrom(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
