package temper.data;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One published file of a data set.
 *
 * @param name name of the file as it was published
 * @param url where it was published
 * @param bytes its size
 * @param sha256 its SHA-256 checksum, 64 lower-case hexadecimal digits
 * @param aliases other places where collections keep it, relative to a folder of data sets
 * @since 0.1
 */
public record DataFile(String name, String url, long bytes, String sha256, List<String> aliases) {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  /**
   * Checks the checksum and the name.
   *
   * @throws IllegalArgumentException if the checksum is none, the name is not a plain file name, or
   *     an alias leaves its folder
   */
  public DataFile {
    aliases = List.copyOf(aliases);
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException(name + ": '" + sha256 + "' is no SHA-256 checksum");
    }
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no plain file name");
    }
    if (bytes < 1) {
      throw new IllegalArgumentException(name + ": bytes must be >= 1, got " + bytes);
    }
    for (String alias : aliases) {
      for (String part : alias.split("/", -1)) {
        if (!NAME.matcher(part).matches()) {
          throw new IllegalArgumentException(name + ": alias '" + alias + "' is no plain path");
        }
      }
    }
  }

  /**
   * A file without aliases.
   *
   * @param name name of the file as it was published
   * @param url where it was published
   * @param bytes its size
   * @param sha256 its SHA-256 checksum
   */
  public DataFile(String name, String url, long bytes, String sha256) {
    this(name, url, bytes, sha256, List.of());
  }
}
