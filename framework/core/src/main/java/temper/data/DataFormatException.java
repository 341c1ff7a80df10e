package temper.data;

import java.io.IOException;

/**
 * A file of data does not hold what its format asks for: it is cut short, damaged or another file.
 *
 * @since 0.1
 */
public final class DataFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * A mistake in a file.
   *
   * @param file name of the file
   * @param problem what was expected and what was found
   */
  public DataFormatException(String file, String problem) {
    super(file + ": " + problem);
  }

  /**
   * A mistake in a file that another exception tells of.
   *
   * @param file name of the file
   * @param problem what was expected and what was found
   * @param cause the other exception
   */
  public DataFormatException(String file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
