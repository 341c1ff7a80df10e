package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import temper.numerics.NumberText;

class RowBufferTest {

  private static RowBuffer rows(int count, StringBuilder expected) {
    RowBuffer buffer = new RowBuffer();
    for (int i = 0; i < count; i++) {
      String row = i + "," + NumberText.format(StrictMath.exp(-1e-6 * i)) + ",ä\ud83d\ude00";
      buffer.row().append(row);
      buffer.endRow();
      expected.append(row).append('\n');
    }
    return buffer;
  }

  @Test
  void rowsComeBackAsTheyWere() {
    for (int count : new int[] {0, 1, 10, 30_000}) {
      StringBuilder expected = new StringBuilder();
      assertEquals(expected.toString(), rows(0, new StringBuilder()).text());
      RowBuffer buffer = rows(count, expected);
      assertTrue(expected.toString().equals(buffer.text()), count + " rows");
      assertTrue(expected.toString().equals(buffer.text()), "asked twice");
    }
  }

  @Test
  void aMillionRowsOfARunningTrialTakeAFewBytesEach() {
    RowBuffer buffer = rows(1_000_000, new StringBuilder());

    assertTrue(buffer.length() > 30_000_000, () -> "long " + buffer.length());
    assertTrue(buffer.held() < 16_000_000, () -> "held " + buffer.held());
  }

  @Test
  void aCheckpointHoldsAllRowsAndGoesOn() throws IOException {
    StringBuilder expected = new StringBuilder();
    RowBuffer buffer = rows(40_000, expected);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    buffer.write(new DataOutputStream(bytes));

    RowBuffer read =
        RowBuffer.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    read.row().append("last");
    read.endRow();

    assertTrue((expected + "last\n").equals(read.text()));
    assertEquals(buffer.length() + 5, read.length());
    byte[] torn = Arrays.copyOf(bytes.toByteArray(), 1000);
    assertThrows(
        IOException.class,
        () -> RowBuffer.read(new DataInputStream(new ByteArrayInputStream(torn))));
  }
}
