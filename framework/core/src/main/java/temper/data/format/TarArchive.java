package temper.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import temper.data.DataFormatException;

/**
 * Reads the files of a tar archive one after the other, plain or compressed by gzip. Nothing is
 * written: an entry's name is only something to compare with, and an archive in which a name leads
 * out of its folder, or which holds links, is refused as a whole.
 *
 * <p>Source: IEEE Std 1003.1-2017, pax, ustar interchange format.
 *
 * @since 0.1
 */
public final class TarArchive {

  private static final int BLOCK = 512;
  private static final int SIZE_AT = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int CHECKSUM_AT = 148;
  private static final int CHECKSUM_LENGTH = 8;
  private static final int TYPE_AT = 156;
  private static final int NAME_LENGTH = 100;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX_LENGTH = 155;

  /** Directories, and headers of pax and GNU tar that say more about the entry after them. */
  private static final String PASSED_OVER = "5xgLK";

  private TarArchive() {}

  /**
   * Takes the content of a file.
   *
   * @since 0.1
   */
  @FunctionalInterface
  public interface EntryReader {

    /**
     * Called for each regular file.
     *
     * @param name its path in the archive, as {@code folder/file}
     * @param content its bytes; what is not read is passed over
     * @throws IOException if the content is not as expected, or cannot be read
     */
    void read(String name, InputStream content) throws IOException;
  }

  /**
   * Reads an archive to its end mark.
   *
   * @param file name of the archive, for messages
   * @param in the bytes; not closed
   * @param entries takes the files in their order
   * @throws DataFormatException if the bytes are no such archive, or it is cut short
   * @throws IOException if reading fails
   */
  public static void read(String file, InputStream in, EntryReader entries) throws IOException {
    ByteReader reader = ByteReader.of(file, in);
    while (true) {
      long at = reader.position();
      byte[] header = reader.read(BLOCK, "a header");
      if (isZero(header)) {
        return;
      }
      requireChecksum(reader, at, header);
      long size = octal(reader, at, header, SIZE_AT, SIZE_LENGTH, "a size");
      String name = requireName(reader, at, header);
      char type = (char) header[TYPE_AT];
      try (Content content = new Content(reader, size)) {
        if (type == '0' || type == 0) {
          entries.read(name, content);
        } else if (PASSED_OVER.indexOf(type) < 0) {
          throw reader.problem(
              at + TYPE_AT,
              "expected a file or a folder, found '" + name + "' of type " + (int) type);
        }
      }
      reader.skip((BLOCK - size % BLOCK) % BLOCK, "the padding of '" + name + "'");
    }
  }

  private static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static void requireChecksum(ByteReader reader, long at, byte[] header)
      throws IOException {
    long wanted = octal(reader, at, header, CHECKSUM_AT, CHECKSUM_LENGTH, "a checksum");
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean own = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_LENGTH;
      sum += own ? ' ' : header[i] & 0xff;
    }
    if (sum != wanted) {
      throw reader.problem(
          at, "expected a header of a tar archive with checksum " + sum + ", found " + wanted);
    }
  }

  private static long octal(
      ByteReader reader, long at, byte[] header, int from, int length, String what)
      throws IOException {
    String text = new String(header, from, length, StandardCharsets.ISO_8859_1);
    int end = text.indexOf(0);
    String digits = (end < 0 ? text : text.substring(0, end)).strip();
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '7')) {
      throw reader.problem(at + from, "expected " + what + " in octal digits");
    }
    return Long.parseLong(digits, 8);
  }

  private static String requireName(ByteReader reader, long at, byte[] header) throws IOException {
    String prefix = text(header, PREFIX_AT, PREFIX_LENGTH);
    boolean posix = text(header, 257, 5).equals("ustar") && header[262] == 0;
    String whole = text(header, 0, NAME_LENGTH);
    String name = posix && !prefix.isEmpty() ? prefix + "/" + whole : whole;
    if (name.startsWith("./")) {
      name = name.substring(2);
    }
    boolean strange = name.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':');
    if (strange || name.startsWith("/") || ("/" + name + "/").contains("/../")) {
      throw reader.problem(at, "expected names within the archive, found '" + shown(name) + "'");
    }
    return name;
  }

  private static String shown(String name) {
    return name.codePoints()
        .map(c -> c < ' ' || c == 0x7f ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String text(byte[] header, int from, int length) {
    String text = new String(header, from, length, StandardCharsets.UTF_8);
    int end = text.indexOf(0);
    return end < 0 ? text : text.substring(0, end);
  }

  /** The bytes of one entry. */
  private static final class Content extends InputStream {

    private final ByteReader reader;
    private long left;

    Content(ByteReader reader, long size) {
      this.reader = reader;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
      if (left == 0) {
        return length == 0 ? 0 : -1;
      }
      int wanted = (int) Math.min(length, left);
      reader.read(out, offset, wanted, "the content of an entry");
      left -= wanted;
      return wanted;
    }

    @Override
    public void close() throws IOException {
      reader.skip(left, "the content of an entry");
      left = 0;
    }
  }
}
