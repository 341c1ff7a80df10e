package temper.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import temper.data.DataFormatException;

final class LabelledRecordsTest {

  private static final LabelledRecords FORMAT = new LabelledRecords(2, 1, 10, 3);
  private static final byte[] TWO = {9, 4, 1, 2, 3, 8, 0, -1, -2, -3};

  private static String message(byte[] bytes) {
    return assertThrows(DataFormatException.class, () -> read(bytes, new byte[6], new int[2], 0))
        .getMessage();
  }

  private static void read(byte[] bytes, byte[] pixels, int[] labels, int first)
      throws IOException {
    FORMAT.read("r.bin", new ByteArrayInputStream(bytes), 2, pixels, labels, first);
  }

  @Test
  void labelsAndPixelsGoWhereTheyBelong() throws IOException {
    byte[] pixels = new byte[9];
    int[] labels = new int[3];

    for (byte[] bytes : new byte[][] {TWO, TarFiles.compressed(TWO)}) {
      read(bytes, pixels, labels, 1);
      assertArrayEquals(new byte[] {0, 0, 0, 1, 2, 3, -1, -2, -3}, pixels);
      assertArrayEquals(new int[] {0, 4, 0}, labels);
    }
  }

  @Test
  void whatIsWrongIsToldWithItsByte() {
    byte[] label = TWO.clone();
    label[6] = 10;
    assertEquals("r.bin: byte 6: expected a label from 0 to 9, found 10", message(label));
    assertEquals(
        "r.bin: byte 7: expected the pixels of record 2 of 2 of 3 bytes, the file ends after 2",
        message(Arrays.copyOf(TWO, 9)));
    assertEquals(
        "r.bin: byte 5: expected the label of record 2 of 2 of 2 bytes, the file ends after 0",
        message(Arrays.copyOf(TWO, 5)));
    assertEquals(
        "r.bin: byte 10: expected the end of the file after 2 records, found more",
        message(Arrays.copyOf(TWO, 11)));
    byte[] cut = TarFiles.compressed(TWO);
    assertEquals(
        "r.bin: byte 10 after decompression: expected more data, the compressed data ends early or"
            + " is damaged",
        message(Arrays.copyOf(cut, cut.length - 3)));
  }

  @Test
  void formatsThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new LabelledRecords(0, 0, 10, 3));
    assertThrows(IllegalArgumentException.class, () -> new LabelledRecords(2, 2, 10, 3));
    assertThrows(IllegalArgumentException.class, () -> new LabelledRecords(1, 0, 257, 3));
    assertThrows(IllegalArgumentException.class, () -> new LabelledRecords(1, 0, 10, 0));
  }
}
