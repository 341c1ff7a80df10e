package temper.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DatasetTest {

  private static final String SHA = "a".repeat(64);

  @Test
  void pixelsAreReadAsSharesOfWhite() {
    Examples examples =
        Examples.ofPixels(new byte[] {0, -1, 51, 127}, new int[] {1, 0}, FeatureShape.flat(2));

    assertArrayEquals(new double[] {0, 1}, examples.row(0));
    assertEquals(0.2, examples.feature(1, 0));
    assertArrayEquals(new int[] {1}, examples.rowsOf(0));
    assertArrayEquals(new int[0], examples.rowsOf(5));
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Examples.ofNumbers(new double[3], new int[] {0, 1}, 2));
    assertThrows(
        IllegalArgumentException.class, () -> Examples.ofNumbers(new double[1], new int[] {-1}, 1));
    assertThrows(IllegalArgumentException.class, () -> Examples.none(FeatureShape.flat(0)));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> Examples.ofNumbers(new double[4], new int[2], 2).feature(0, 2));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Dataset(
                "x",
                Examples.none(FeatureShape.flat(1)),
                Examples.none(FeatureShape.flat(2)),
                List.of()));
    IllegalArgumentException label =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Dataset(
                    "x",
                    Examples.ofNumbers(new double[1], new int[] {2}, 1),
                    Examples.none(FeatureShape.flat(1)),
                    List.of("a", "b")));
    assertEquals("data set 'x': row 1 has label 2, labels are 0 to 1", label.getMessage());
  }

  @Test
  void filesMustHaveAChecksumAndStayInTheirFolder() {
    assertThrows(IllegalArgumentException.class, () -> new DataFile("a", "u", 1, "abc"));
    assertThrows(IllegalArgumentException.class, () -> new DataFile("../a", "u", 1, SHA));
    assertThrows(IllegalArgumentException.class, () -> new DataFile("a", "u", 0, SHA));
    assertThrows(
        IllegalArgumentException.class, () -> new DataFile("a", "u", 1, SHA).withAliases("../b"));
  }
}
