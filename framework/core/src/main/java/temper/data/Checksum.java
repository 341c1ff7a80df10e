package temper.data;

import java.util.regex.Pattern;

/**
 * A checksum of a published file.
 *
 * @param kind how it is computed
 * @param digits lower-case hexadecimal digits
 * @since 0.1
 */
public record Checksum(Kind kind, String digits) {

  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]*");

  /** How a checksum is computed. */
  public enum Kind {
    /** SHA-256, which nobody can forge. */
    SHA256("SHA-256", 64),

    /** MD5, which older publishers give: good against accidents, not against forgery. */
    MD5("MD5", 32);

    private final String algorithm;
    private final int length;

    Kind(String algorithm, int length) {
      this.algorithm = algorithm;
      this.length = length;
    }

    /**
     * The name of the algorithm in Java.
     *
     * @return such as {@code SHA-256}
     */
    public String algorithm() {
      return algorithm;
    }
  }

  /**
   * Checks the digits.
   *
   * @throws IllegalArgumentException if they are no such checksum
   */
  public Checksum {
    if (digits.length() != kind.length || !HEXADECIMAL.matcher(digits).matches()) {
      throw new IllegalArgumentException(
          "'" + digits + "' is no " + kind.algorithm + " checksum of " + kind.length + " digits");
    }
  }

  /**
   * A SHA-256 checksum.
   *
   * @param digits 64 lower-case hexadecimal digits
   * @return the checksum
   */
  public static Checksum sha256(String digits) {
    return new Checksum(Kind.SHA256, digits);
  }

  /**
   * An MD5 checksum.
   *
   * @param digits 32 lower-case hexadecimal digits
   * @return the checksum
   */
  public static Checksum md5(String digits) {
    return new Checksum(Kind.MD5, digits);
  }
}
