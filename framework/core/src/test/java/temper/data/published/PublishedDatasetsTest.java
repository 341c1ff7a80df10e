package temper.data.published;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import temper.data.DataFormatException;
import temper.data.Dataset;
import temper.data.FeatureShape;
import temper.data.PublishedDataset;
import temper.data.format.LabelledRecords;
import temper.data.format.TarFiles;

final class PublishedDatasetsTest {

  @Test
  void imagesAndLabelsMakeTrainAndTestExamples() throws IOException {
    byte[] images = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, -1, 51, 102};
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 2, 9, 0};

    for (PublishedDataset plugin : List.of(new FashionMnist(), new Mnist())) {
      Dataset data =
          plugin.parse(name -> new ByteArrayInputStream(name.contains("images") ? images : labels));

      assertEquals(plugin.name(), data.name());
      assertEquals(new FeatureShape(1, 1, 2), data.shape());
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

  private static final int RECORD = 1 + 3072;
  private static final List<String> TEN = List.of("0123456789".split(""));

  private static final CifarFiles SMALL =
      new CifarFiles(
          "folder",
          new LabelledRecords(1, 0, 10, CifarFiles.SHAPE.size()),
          List.of("train1.bin", "train2.bin"),
          15,
          "test.bin",
          15);

  /** Each file's records have its number as pixels and as labels the place of the record. */
  private static byte[] batch(int file) {
    byte[] out = new byte[15 * RECORD];
    Arrays.fill(out, (byte) file);
    for (int i = 0; i < 15; i++) {
      out[i * RECORD] = (byte) (i % 10);
    }
    return out;
  }

  @Test
  void cifarIsTheSameInItsArchiveAndUnpackedWhateverTheOrderInTheArchive() throws IOException {
    Map<String, byte[]> archive = new LinkedHashMap<>();
    archive.put("folder/readme.html", new byte[90]);
    archive.put("folder/train2.bin", batch(2));
    archive.put("folder/test.bin", batch(3));
    archive.put("folder/train1.bin", batch(1));
    byte[] tar = TarFiles.compressed(TarFiles.of(archive));

    Dataset packed =
        SMALL.parseArchive("c", "c.tar.gz", TEN, name -> new ByteArrayInputStream(tar));
    Dataset unpacked =
        SMALL.parseFiles("c", TEN, name -> new ByteArrayInputStream(archive.get("folder/" + name)));

    for (Dataset data : List.of(packed, unpacked)) {
      assertEquals(30, data.train().rows());
      assertEquals(15, data.test().rows());
      assertEquals(new FeatureShape(3, 32, 32), data.shape());
      for (int row = 0; row < 30; row++) {
        assertEquals((1 + row / 15) / 255.0, data.train().feature(row, 3071));
        assertEquals(row % 15 % 10, data.train().label(row));
      }
      assertEquals(3 / 255.0, data.test().feature(14, 0));
    }
    archive.remove("folder/train2.bin");
    DataFormatException e =
        assertThrows(
            DataFormatException.class,
            () ->
                SMALL.parseArchive(
                    "c", "c.tar.gz", TEN, name -> new ByteArrayInputStream(TarFiles.of(archive))));
    assertEquals(
        "c.tar.gz: expected the files [folder/train2.bin], which are not in the archive",
        e.getMessage());
  }

  @Test
  void aLabelOutOfRangeIsToldWithItsFileAndByte() {
    byte[] labels = {0, 0, 8, 1, 0, 0, 0, 1, 10};
    byte[] images = {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0};
    DataFormatException e =
        assertThrows(
            DataFormatException.class,
            () ->
                new Mnist()
                    .parse(
                        name ->
                            new ByteArrayInputStream(name.contains("labels") ? labels : images)));
    assertEquals(
        "train-labels-idx1-ubyte.gz: byte 8: expected a label from 0 to 9, found 10",
        e.getMessage());
    byte[] batch = batch(1);
    batch[2 * RECORD] = 11;
    Map<String, byte[]> archive = Map.of("folder/train1.bin", batch);
    DataFormatException inArchive =
        assertThrows(
            DataFormatException.class,
            () ->
                SMALL.parseArchive(
                    "c", "c.tar.gz", TEN, name -> new ByteArrayInputStream(TarFiles.of(archive))));
    assertEquals(
        "c.tar.gz/folder/train1.bin: byte 6146: expected a label from 0 to 9, found 11",
        inArchive.getMessage());
  }

  @Test
  void dataWithoutAnArchiveCannotBeUnpacked() {
    assertThrows(
        IllegalStateException.class,
        () -> new Mnist().parseUnpacked(name -> new ByteArrayInputStream(new byte[0])));
  }
}
