package temper.lab.cli;

/**
 * Makes text safe to print. What a study, a config or a CSV file says is text of somebody else: a
 * terminal would obey the control characters in it, and let a line seem to say something else.
 */
final class Printable {

  private static final char REPLACEMENT = '\uFFFD';

  private Printable() {}

  /** Text of any number of lines, with every other control character replaced. */
  static String text(String text) {
    return replaced(text, true);
  }

  /** Text for one cell or line: line breaks and tabs become blanks. */
  static String line(String text) {
    return replaced(text, false);
  }

  private static String replaced(String text, boolean breaks) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\t') {
        out.append(breaks ? c : ' ');
      } else {
        out.append(isControl(c) ? REPLACEMENT : c);
      }
    }
    return out.toString();
  }

  /** Whether a terminal acts on the character instead of showing it. */
  static boolean isControl(char c) {
    boolean reordersText = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    boolean breaksLines = c == '\u2028' || c == '\u2029';
    return Character.isISOControl(c) || reordersText || breaksLines;
  }
}
