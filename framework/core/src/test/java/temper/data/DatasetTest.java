package temper.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import temper.plugin.Registry;

final class DatasetTest {

  private static final String SHA = "a".repeat(64);

  @Test
  void pixelsAreReadAsSharesOfWhite() {
    Examples examples = Examples.ofPixels(new byte[] {0, -1, 51, 127}, new int[] {1, 0}, 2);

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
    assertThrows(IllegalArgumentException.class, () -> Examples.none(0));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> Examples.ofNumbers(new double[4], new int[2], 2).feature(0, 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Dataset("x", Examples.none(1), Examples.none(2), List.of()));
    IllegalArgumentException label =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Dataset(
                    "x",
                    Examples.ofNumbers(new double[1], new int[] {2}, 1),
                    Examples.none(1),
                    List.of("a", "b")));
    assertEquals("data set 'x': row 1 has label 2, labels are 0 to 1", label.getMessage());
  }

  @Test
  void filesMustHaveAChecksumAndStayInTheirFolder() {
    assertThrows(IllegalArgumentException.class, () -> new DataFile("a", "u", 1, "abc"));
    assertThrows(IllegalArgumentException.class, () -> new DataFile("../a", "u", 1, SHA));
    assertThrows(IllegalArgumentException.class, () -> new DataFile("a", "u", 0, SHA));
    assertThrows(
        IllegalArgumentException.class, () -> new DataFile("a", "u", 1, SHA, List.of("../b")));
  }

  @Test
  void builtInDataSetsSayWhereTheyComeFrom() {
    List<DatasetPlugin> plugins = Registry.<DatasetPlugin>of(DatasetPlugin.class).all();

    assertEquals(
        Set.of("breast-cancer-wisconsin", "fashion-mnist", "mnist"),
        plugins.stream().map(DatasetPlugin::name).collect(Collectors.toSet()));
    for (DatasetPlugin plugin : plugins) {
      assertFalse(plugin.licence().isBlank());
      assertFalse(plugin.summary().isBlank());
      assertTrue(plugin.source().year() > 1900);
      for (DataFile file : plugin.files()) {
        assertTrue(file.url().endsWith("/" + file.name()), file.url());
      }
    }
  }

  @Test
  void imagesAndLabelsMakeTrainAndTestExamples() throws IOException {
    byte[] images = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, -1, 51, 102};
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 2, 9, 0};

    for (DatasetPlugin plugin : List.of(new FashionMnist(), new Mnist())) {
      Dataset data =
          plugin.parse(name -> new ByteArrayInputStream(name.contains("images") ? images : labels));

      assertEquals(plugin.name(), data.name());
      assertEquals(2, data.columns());
      assertEquals(2, data.test().rows());
      assertEquals(9, data.train().label(0));
      assertArrayEquals(new double[] {0.2, 0.4}, data.train().row(1));
      assertEquals(10, data.classes().size());
    }
  }

  @Test
  void aNumberOfLabelsThatIsNotThatOfImagesIsRefused() {
    byte[] images = {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, -1};
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 2, 9, 0};
    Map<Boolean, byte[]> files = Map.of(true, images, false, labels);

    DataFormatException e =
        assertThrows(
            DataFormatException.class,
            () ->
                new Mnist()
                    .parse(name -> new ByteArrayInputStream(files.get(name.contains("images")))));

    assertEquals("train-labels-idx1-ubyte.gz: expected 1 labels, found 2", e.getMessage());
  }

  @Test
  void measurementsOfTheBreastCancerDataKeepTheirOrder() throws IOException {
    StringBuilder line = new StringBuilder("842302,M");
    for (int i = 1; i <= 30; i++) {
      line.append(',').append(i / 2.0);
    }

    Dataset data =
        new BreastCancerWisconsin()
            .parse(
                name -> new ByteArrayInputStream(line.toString().getBytes(StandardCharsets.UTF_8)));

    assertEquals(30, data.columns());
    assertEquals(0.5, data.train().feature(0, 0));
    assertEquals(15, data.train().feature(0, 29));
    assertEquals("malignant", data.classes().get(data.train().label(0)));
    assertEquals(0, data.test().rows());
  }
}
