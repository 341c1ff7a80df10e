package temper.data.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import temper.data.DataFormatException;

/**
 * Reads bytes of a file, plain or compressed by gzip, and knows where it is: every mistake is told
 * with the file and the place in its uncompressed bytes.
 *
 * <p>Memory grows with the bytes that are there and not with the sizes that a file claims.
 */
final class ByteReader {

  private static final int BUFFER = 1 << 16;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private final String file;
  private final InputStream in;
  private final boolean compressed;
  private long position;

  private ByteReader(String file, InputStream in, boolean compressed) {
    this.file = file;
    this.in = in;
    this.compressed = compressed;
  }

  /** Begins to read; a file that begins as gzip does is decompressed. */
  static ByteReader of(String file, InputStream in) throws IOException {
    PushbackInputStream back = new PushbackInputStream(in, 2);
    byte[] start = back.readNBytes(2);
    back.unread(start);
    boolean compressed =
        start.length == 2 && (start[0] & 0xff) == GZIP_FIRST && (start[1] & 0xff) == GZIP_SECOND;
    if (!compressed) {
      return new ByteReader(file, back, false);
    }
    try {
      return new ByteReader(file, new GZIPInputStream(back, BUFFER), true);
    } catch (EOFException | ZipException e) {
      throw damaged(file, 0, e);
    }
  }

  /** How many bytes were read. */
  long position() {
    return position;
  }

  /** Reads bytes that must be there. */
  byte[] read(int count, String what) throws IOException {
    byte[] bytes = upTo(count);
    if (bytes.length < count) {
      throw problem(
          position - bytes.length,
          "expected " + what + " of " + count + " bytes, the file ends after " + bytes.length);
    }
    return bytes;
  }

  /** Reads as many bytes as there are, up to a number. */
  byte[] upTo(int count) throws IOException {
    try {
      byte[] bytes = in.readNBytes(count);
      position += bytes.length;
      return bytes;
    } catch (EOFException | ZipException e) {
      throw damaged(file, position, e);
    }
  }

  /** Reads bytes that must be there into an array. */
  void read(byte[] out, int offset, int count, String what) throws IOException {
    int found = into(out, offset, count);
    if (found < count) {
      throw problem(
          position - found,
          "expected " + what + " of " + count + " bytes, the file ends after " + found);
    }
  }

  /** Reads into an array as many bytes as there are, up to a number. */
  int into(byte[] out, int offset, int count) throws IOException {
    try {
      int found = in.readNBytes(out, offset, count);
      position += found;
      return found;
    } catch (EOFException | ZipException e) {
      throw damaged(file, position, e);
    }
  }

  /** Passes over bytes that must be there. */
  void skip(long count, String what) throws IOException {
    byte[] buffer = new byte[(int) Math.min(BUFFER, count)];
    for (long left = count; left > 0; ) {
      int wanted = (int) Math.min(buffer.length, left);
      read(buffer, 0, wanted, what);
      left -= wanted;
    }
  }

  /** Makes sure that nothing follows. */
  void end(String after) throws IOException {
    if (upTo(1).length > 0) {
      throw problem(position - 1, "expected the end of the file after " + after + ", found more");
    }
  }

  /** A mistake at a place. */
  DataFormatException problem(long at, String problem) {
    return new DataFormatException(file, place(at, compressed) + problem);
  }

  private static String place(long at, boolean compressed) {
    return "byte " + at + (compressed ? " after decompression" : "") + ": ";
  }

  private static DataFormatException damaged(String file, long at, IOException cause) {
    return new DataFormatException(
        file,
        place(at, true) + "expected more data, the compressed data ends early or is damaged",
        cause);
  }

  static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(text.length() > 0 ? " " : "")
          .append(Character.forDigit(b >> 4 & 15, 16))
          .append(Character.forDigit(b & 15, 16));
    }
    return text.toString();
  }
}
