package temper.data.table;

/** Reads numbers in decimal notation out of a buffer of characters. */
final class Decimals {

  /** Up to here powers of ten are exact, and so is a quotient by one that is rounded once. */
  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** So many digits always make an integer that a double holds. */
  private static final int EXACT_DIGITS = 15;

  private Decimals() {}

  static double parse(String text, char point) {
    return parse(text.toCharArray(), 0, text.length(), point);
  }

  /**
   * The double nearest to a number: a sign or none, digits with at most one point, an exponent or
   * none.
   *
   * @return the number; NaN where the text is none, or the number is too large for a double, or is
   *     not 0 and too small for one
   */
  static double parse(char[] text, int offset, int length, char point) {
    int end = offset + length;
    int at = offset;
    boolean negative = false;
    if (at < end && (text[at] == '-' || text[at] == '+')) {
      negative = text[at++] == '-';
    }
    long digits = 0;
    int count = 0;
    int significant = 0;
    int decimals = 0;
    boolean afterPoint = false;
    for (; at < end; at++) {
      char c = text[at];
      if (c >= '0' && c <= '9') {
        count++;
        significant += significant > 0 || c != '0' ? 1 : 0;
        digits = significant <= EXACT_DIGITS ? digits * 10 + (c - '0') : digits;
        decimals += afterPoint ? 1 : 0;
      } else if (c == point && !afterPoint) {
        afterPoint = true;
      } else {
        break;
      }
    }
    if (count == 0 || (at < end && !isExponent(text, at, end))) {
      return Double.NaN;
    }
    if (at == end && significant <= EXACT_DIGITS && decimals < EXACT_POWERS.length) {
      double value = digits / EXACT_POWERS[decimals];
      return negative ? -value : value;
    }
    String whole = new String(text, offset, length);
    double value = Double.parseDouble(point == '.' ? whole : whole.replace(point, '.'));
    boolean vanishes = value == 0 && significant > 0;
    return Double.isFinite(value) && !vanishes ? value : Double.NaN;
  }

  private static boolean isExponent(char[] text, int start, int end) {
    int at = start;
    if (text[at] != 'e' && text[at] != 'E') {
      return false;
    }
    at++;
    if (at < end && (text[at] == '-' || text[at] == '+')) {
      at++;
    }
    if (at == end) {
      return false;
    }
    for (; at < end; at++) {
      if (text[at] < '0' || text[at] > '9') {
        return false;
      }
    }
    return true;
  }
}
