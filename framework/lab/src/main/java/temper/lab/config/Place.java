package temper.lab.config;

/**
 * A place in a text.
 *
 * @param file the file as the user named it, or {@code -S #2} for the second override
 * @param line line, from 1
 * @param column column in code points, from 1
 * @since 0.1
 */
public record Place(String file, int line, int column) {

  /**
   * The place in the form that editors understand.
   *
   * @return {@code file:line:column}
   */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
