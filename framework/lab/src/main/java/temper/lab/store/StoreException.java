package temper.lab.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Results could not be read or written. The message is for the user as it is.
 *
 * @since 0.1
 */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * An error with its cause.
   *
   * @param message what could not be done, why, and what to do about it
   * @param cause the error underneath
   */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * An error that the store itself found.
   *
   * @param message what could not be done, why, and what to do about it
   */
  public StoreException(String message) {
    super(message);
  }

  /** Says of a file operation what failed, in the user's words. */
  static StoreException of(String doing, Path file, IOException cause) {
    return new StoreException(doing + " " + file + ": " + why(cause), cause);
  }

  /** The reason of a failed file operation, in the user's words. */
  static String why(IOException cause) {
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (isFull(cause)) {
      return "no space left on the disk";
    }
    if (text.contains("read-only file system")) {
      return "the file system is read-only";
    }
    if (cause instanceof AccessDeniedException || text.contains("permission denied")) {
      return "no permission";
    }
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return "no such file";
    }
    if (cause instanceof FileSystemException detailed && detailed.getReason() != null) {
      return detailed.getReason();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** By the words of the system, which the launcher has it say in English. */
  static boolean isFull(IOException cause) {
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("no space left") || text.contains("quota exceeded");
  }
}
