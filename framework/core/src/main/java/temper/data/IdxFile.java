package temper.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An array of unsigned bytes in the IDX format of the MNIST files, plain or compressed by gzip.
 *
 * <p>The file begins with two bytes 0, a byte for the type of element (8 is an unsigned byte) and a
 * byte for the number of dimensions; sizes follow as 32-bit integers, most significant byte first,
 * then the elements in row-major order.
 *
 * <p>Source: LeCun, Cortes, Burges, "The MNIST database of handwritten digits".
 *
 * @param sizes size of each dimension; not to be modified
 * @param elements the elements; not to be modified
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent") // Large: a copy would cost what sharing saves.
public record IdxFile(int[] sizes, byte[] elements) {

  private static final int UNSIGNED_BYTE = 8;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  /**
   * Reads a file.
   *
   * @param file name of the file, for messages
   * @param in the bytes; read to their end and not closed
   * @param dimensions wanted number of dimensions
   * @return the array
   * @throws DataFormatException if the bytes are no such array
   * @throws IOException if reading fails
   */
  public static IdxFile read(String file, InputStream in, int dimensions) throws IOException {
    try {
      return parse(file, plain(in), dimensions);
    } catch (EOFException | ZipException e) {
      throw new DataFormatException(file, "compressed data ends early or is damaged", e);
    }
  }

  private static InputStream plain(InputStream in) throws IOException {
    PushbackInputStream back = new PushbackInputStream(in, 2);
    byte[] start = back.readNBytes(2);
    back.unread(start);
    boolean compressed =
        start.length == 2 && (start[0] & 0xff) == GZIP_FIRST && (start[1] & 0xff) == GZIP_SECOND;
    return compressed ? new GZIPInputStream(back, 1 << 16) : back;
  }

  private static IdxFile parse(String file, InputStream in, int dimensions) throws IOException {
    byte[] magic = in.readNBytes(4);
    byte[] wanted = {0, 0, UNSIGNED_BYTE, (byte) dimensions};
    if (!Arrays.equals(magic, wanted)) {
      throw new DataFormatException(
          file,
          "expected an IDX file of unsigned bytes with "
              + dimensions
              + " dimensions, which begins with "
              + hex(wanted)
              + ", found "
              + (magic.length == 0 ? "no bytes" : hex(magic)));
    }
    int[] sizes = new int[dimensions];
    long count = 1;
    for (int i = 0; i < dimensions; i++) {
      byte[] size = in.readNBytes(4);
      if (size.length < 4) {
        throw new DataFormatException(
            file, "expected " + dimensions + " sizes, the file ends in number " + (i + 1));
      }
      long value = 0;
      for (byte b : size) {
        value = value << 8 | (b & 0xff);
      }
      count = value == 0 ? 0 : value > Integer.MAX_VALUE / count ? Long.MAX_VALUE : count * value;
      if (count == 0 || count > Integer.MAX_VALUE) {
        throw new DataFormatException(
            file, "size " + (i + 1) + " is " + value + ", which gives no array that can be read");
      }
      sizes[i] = (int) value;
    }
    byte[] elements = in.readNBytes((int) count);
    if (elements.length < count) {
      throw new DataFormatException(
          file, "expected " + count + " elements, the file ends after " + elements.length);
    }
    if (in.read() >= 0) {
      throw new DataFormatException(file, "expected " + count + " elements, found more");
    }
    return new IdxFile(sizes, elements);
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(text.length() > 0 ? " " : "")
          .append(Character.forDigit(b >> 4 & 15, 16))
          .append(Character.forDigit(b & 15, 16));
    }
    return text.toString();
  }
}
