package temper.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import temper.data.DataFormatException;

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
    ByteReader reader = ByteReader.of(file, in);
    byte[] magic = reader.upTo(4);
    byte[] wanted = {0, 0, UNSIGNED_BYTE, (byte) dimensions};
    if (!Arrays.equals(magic, wanted)) {
      throw reader.problem(
          0,
          "expected an IDX file of unsigned bytes with "
              + dimensions
              + " dimensions, which begins with "
              + ByteReader.hex(wanted)
              + ", found "
              + (magic.length == 0 ? "no bytes" : ByteReader.hex(magic)));
    }
    int[] sizes = sizes(reader, dimensions);
    int count = 1;
    for (int size : sizes) {
      count *= size;
    }
    byte[] elements = reader.read(count, "the elements");
    reader.end("the elements");
    return new IdxFile(sizes, elements);
  }

  private static int[] sizes(ByteReader reader, int dimensions) throws IOException {
    int[] sizes = new int[dimensions];
    long count = 1;
    for (int i = 0; i < dimensions; i++) {
      long value = 0;
      for (byte b : reader.read(4, "size " + (i + 1))) {
        value = value << 8 | (b & 0xff);
      }
      if (value == 0 || value > Integer.MAX_VALUE / count) {
        throw reader.problem(
            reader.position() - 4,
            "expected a size from 1 to "
                + Integer.MAX_VALUE / count
                + " of dimension "
                + (i + 1)
                + ", found "
                + value);
      }
      count *= value;
      sizes[i] = (int) value;
    }
    return sizes;
  }

  /**
   * Where an element stands in the file, for messages.
   *
   * @param element number of the element, from 0
   * @return number of its byte after decompression
   */
  public long offset(int element) {
    return 4 + 4L * sizes.length + element;
  }
}
