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
    String rest = message.substring(first);
    return head + message.substring(0, first) + "\n  " + excerpt + "\n  " + caret() + rest;
  }

  /** A caret below the column; tabs stay tabs, so that it stands there however wide they are. */
  private String caret() {
    StringBuilder out = new StringBuilder();
    excerpt.codePoints().limit(column - 1L).forEach(c -> out.append(c == '\t' ? '\t' : ' '));
    return out.append('^').toString();
  }
}
