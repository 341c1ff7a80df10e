package temper.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import temper.data.DataFormatException;

final class IdxFileTest {

  private static final byte[] MATRIX = {0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, -1};

  @Test
  void readsSizesAndElements() throws IOException {
    IdxFile file = read(MATRIX, 2);

    assertArrayEquals(new int[] {2, 3}, file.sizes());
    assertArrayEquals(new byte[] {1, 2, 3, 4, 5, -1}, file.elements());
  }

  @Test
  void readsCompressedFilesToo() throws IOException {
    assertArrayEquals(new byte[] {1, 2, 3, 4, 5, -1}, read(compressed(MATRIX), 2).elements());
  }

  @Test
  void everyTruncationIsRefusedWithAMessageThatNamesTheFile() throws IOException {
    for (byte[] whole : new byte[][] {MATRIX, compressed(MATRIX)}) {
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);

        DataFormatException e =
            assertThrows(DataFormatException.class, () -> read(cut, 2), "length " + length);
        assertTrue(e.getMessage().startsWith("images.gz: "), e.getMessage());
      }
    }
  }

  @Test
  void saysWhatWasExpectedAndFound() {
    assertEquals(
        "images.gz: byte 0: expected an IDX file of unsigned bytes with 3 dimensions, which begins with"
            + " 00 00 08 03, found 00 00 08 02",
        message(MATRIX, 3));
    assertEquals(
        "images.gz: byte 12: expected the elements of 6 bytes, the file ends after 5",
        message(cut(MATRIX, 17), 2));
    assertEquals(
        "images.gz: byte 18: expected the end of the file after the elements, found more",
        message(Arrays.copyOf(MATRIX, MATRIX.length + 1), 2));
    assertEquals(
        "images.gz: byte 8: expected size 2 of 4 bytes, the file ends after 2",
        message(cut(MATRIX, 10), 2));
    assertTrue(message(new byte[0], 2).endsWith("found no bytes"));
  }

  @Test
  void sizesThatNoArrayCanHaveAreRefusedBeforeAnythingIsAllocated() {
    byte[] huge = MATRIX.clone();
    huge[4] = -1;
    byte[] product = MATRIX.clone();
    product[4] = 1;
    product[8] = 1;
    byte[] empty = MATRIX.clone();
    empty[11] = 0;

    assertTrue(message(huge, 2).contains("of dimension 1, found 4278190082"));
    assertTrue(message(product, 2).contains("of dimension 2, found 16777219"));
    assertTrue(message(empty, 2).contains("of dimension 2, found 0"));
  }

  @Test
  void damagedCompressionIsRefused() throws IOException {
    byte[] bytes = compressed(MATRIX);
    bytes[12] ^= 0x55;

    assertThrows(DataFormatException.class, () -> read(bytes, 2));
  }

  static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  private static IdxFile read(byte[] bytes, int dimensions) throws IOException {
    return IdxFile.read("images.gz", new ByteArrayInputStream(bytes), dimensions);
  }

  private static String message(byte[] bytes, int dimensions) {
    return assertThrows(DataFormatException.class, () -> read(bytes, dimensions)).getMessage();
  }
}
