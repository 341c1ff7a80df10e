package temper.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import temper.data.DataFormatException;
import temper.data.Examples;

final class CsvNumbersTest {

  private static final CsvNumbers FORMAT = new CsvNumbers(4, 1, List.of(0), List.of("B", "M"));

  @Test
  void readsNumbersAndClassesAndLeavesColumnsOut() throws IOException {
    Examples examples = read("17,M,1.5,-2e3\r\n\n18,B, 0 ,7");

    assertEquals(2, examples.rows());
    assertEquals(2, examples.columns());
    assertArrayEquals(new double[] {1.5, -2000}, examples.row(0));
    assertArrayEquals(new double[] {0, 7}, examples.row(1));
    assertEquals(1, examples.label(0));
    assertEquals(0, examples.label(1));
  }

  @Test
  void readsMoreLinesThanItsFirstBufferHolds() throws IOException {
    Examples examples = read("1,B,2,3\n".repeat(1000));

    assertEquals(1000, examples.rows());
    assertEquals(3, examples.feature(999, 1));
  }

  @Test
  void saysLineAndColumnOfWhatIsWrong() {
    assertEquals("t.csv:2: expected 4 values, found 3", message("1,B,2,3\n1,B,2"));
    assertEquals("t.csv:1: expected a finite number in column 3, found 'x'", message("1,B,x,3"));
    assertEquals(
        "t.csv:1: expected a finite number in column 4, found 'NaN'", message("1,B,2,NaN"));
    assertEquals(
        "t.csv:1: expected one of the classes [B, M] in column 2, found 'Q'", message("1,Q,2,3"));
    assertEquals("t.csv: expected lines of 4 values, found none", message("\n \n"));
    assertTrue(message("1,B," + "y".repeat(90) + ",3").endsWith("'" + "y".repeat(40) + "...'"));
  }

  @Test
  void columnsOutsideTheLineAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new CsvNumbers(3, 3, List.of(), List.of("a")));
    assertThrows(
        IllegalArgumentException.class, () -> new CsvNumbers(3, 0, List.of(-1), List.of("a")));
    assertThrows(
        IllegalArgumentException.class, () -> new CsvNumbers(2, 0, List.of(1), List.of("a")));
  }

  private static Examples read(String text) throws IOException {
    return FORMAT.read("t.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String message(String text) {
    return assertThrows(DataFormatException.class, () -> read(text)).getMessage();
  }
}
