package temper.lab.data;

/**
 * A data set is not there, or not as it was published. The message says which file, where it was
 * looked for, and how to get it.
 *
 * @since 0.1
 */
public final class MissingDataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A data set that cannot be used.
   *
   * @param message what is missing and how to get it
   */
  public MissingDataException(String message) {
    super(message);
  }

  /**
   * A data set that cannot be read.
   *
   * @param message what could not be read
   * @param cause why
   */
  public MissingDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
