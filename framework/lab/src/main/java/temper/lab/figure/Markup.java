package temper.lab.figure;

/** Text that may be written into XML. */
final class Markup {

  private Markup() {}

  /** Returns a text without the characters that XML cannot hold. */
  static String printable(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(c -> c == '\n' || c == '\t' || c == '\r' ? ' ' : c)
        .filter(c -> !Character.isISOControl(c))
        .filter(c -> (c & 0xfffe) != 0xfffe && (c < 0xd800 || c > 0xdfff))
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
