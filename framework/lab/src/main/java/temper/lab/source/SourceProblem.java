package temper.lab.source;

/**
 * One mistake in a Java file.
 *
 * @param file the file as the user named it
 * @param line line, from 1
 * @param column column in code points, from 1
 * @param message what is wrong; may have several lines
 * @param excerpt the line of the file; empty for a mistake that stands nowhere
 * @since 0.1
 */
public record SourceProblem(String file, int line, int column, String message, String excerpt) {

  /** The most characters of a line that are shown. */
  private static final int SHOWN = 74;

  /**
   * The problem with the line that it is in and a caret below its column.
   *
   * @return {@code file:line:column} and the first line of the message; then, unless the excerpt is
   *     empty, the line and a caret; then the rest of the message
   */
  @Override
  public String toString() {
    String head = file + ":" + line + ":" + column + " ";
    if (excerpt.isBlank()) {
      return head + message;
    }
    int first = message.indexOf('\n') < 0 ? message.length() : message.indexOf('\n');
    return head + message.substring(0, first) + pointed() + message.substring(first);
  }

  /** The line without its indent, as much of it as a narrow terminal shows, and a caret below. */
  private String pointed() {
    int[] all = excerpt.stripTrailing().codePoints().toArray();
    int at = Math.min(column - 1, all.length);
    int from = (int) excerpt.codePoints().takeWhile(Character::isWhitespace).count();
    int to = all.length;
    if (to - from > SHOWN) {
      from = Math.max(from, Math.min(at - SHOWN / 2, to - SHOWN));
      to = from + SHOWN;
    }
    StringBuilder caret = new StringBuilder();
    for (int i = from; i < at; i++) {
      caret.append(all[i] == '\t' ? '\t' : ' '); // It stands right however wide tabs are.
    }
    return "\n  " + new String(all, from, to - from) + "\n  " + caret + "^";
  }
}
