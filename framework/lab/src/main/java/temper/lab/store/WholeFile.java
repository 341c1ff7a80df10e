package temper.lab.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files that are small unless something is wrong with them: one that is not is told with its
 * size, and not read into memory.
 *
 * @since 0.3
 */
public final class WholeFile {

  /** The largest file that is read: larger than any that is ever written. */
  static final int MOST_BYTES = 1 << 26;

  private WholeFile() {}

  /**
   * Whether a file is as small as it should be.
   *
   * @param file the file
   * @return false if it has more than 64 MiB
   * @throws IOException if it cannot be looked at
   */
  public static boolean fits(Path file) throws IOException {
    return Files.size(file) <= MOST_BYTES;
  }

  /**
   * The bytes of a file.
   *
   * @param file the file
   * @return all of them
   * @throws IOException if it cannot be read, or has more than 64 MiB
   */
  public static byte[] bytes(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      if (!fits(file)) {
        throw tooLarge(file);
      }
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw tooLarge(file);
    }
    return bytes;
  }

  /**
   * The text of a file. Bytes that are no UTF-8 become replacement characters, which no file that
   * was written here holds.
   *
   * @param file the file
   * @return all of it
   * @throws IOException if it cannot be read, or has more than 64 MiB
   */
  public static String text(Path file) throws IOException {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static IOException tooLarge(Path file) throws IOException {
    return new FileSystemException(
        file.toString(),
        null,
        "it has " + Files.size(file) + " bytes; such a file has at most " + MOST_BYTES);
  }
}
