package temper.data.published;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import temper.data.DataFormatException;
import temper.data.Dataset;
import temper.data.FeatureShape;
import temper.data.PublishedDataset;

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
}
