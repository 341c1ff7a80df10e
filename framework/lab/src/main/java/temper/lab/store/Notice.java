package temper.lab.store;

/**
 * Something about a result file that its user should know and that stops nothing.
 *
 * @param file path of the file
 * @param line number of the line, counted from 1; 0 if there is none to name
 * @param message what is wrong and what was done about it
 * @since 0.1
 */
public record Notice(String file, long line, String message) {

  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + message;
  }
}
