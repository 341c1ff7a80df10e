package temper.data.published;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import temper.data.DataFormatException;
import temper.data.Dataset;
import temper.data.Examples;
import temper.data.FeatureShape;
import temper.data.PublishedDataset;
import temper.data.format.IdxFile;

/** A data set of images in the four files of MNIST. */
final class IdxImages {

  static final String TRAIN_IMAGES = "train-images-idx3-ubyte.gz";
  static final String TRAIN_LABELS = "train-labels-idx1-ubyte.gz";
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";

  /** Of the data sets as they were published; files may hold images of any shape. */
  static final FeatureShape SHAPE = new FeatureShape(1, 28, 28);

  private IdxImages() {}

  static Dataset parse(String name, List<String> classes, PublishedDataset.Files files)
      throws IOException {
    Examples train = split(files, TRAIN_IMAGES, TRAIN_LABELS, classes.size());
    Examples test = split(files, TEST_IMAGES, TEST_LABELS, classes.size());
    if (!test.shape().equals(train.shape())) {
      throw new DataFormatException(
          TEST_IMAGES, "expected images of " + train.shape() + ", found " + test.shape());
    }
    return new Dataset(name, train, test, classes);
  }

  private static Examples split(
      PublishedDataset.Files files, String imageFile, String labelFile, int classes)
      throws IOException {
    IdxFile images = read(files, imageFile, 3);
    IdxFile labels = read(files, labelFile, 1);
    int rows = images.sizes()[0];
    if (labels.sizes()[0] != rows) {
      throw new DataFormatException(
          labelFile, "expected " + rows + " labels, found " + labels.sizes()[0]);
    }
    int[] values = new int[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = labels.elements()[row] & 0xff;
      if (values[row] >= classes) {
        throw new DataFormatException(
            labelFile,
            "byte "
                + labels.offset(row)
                + ": expected a label from 0 to "
                + (classes - 1)
                + ", found "
                + values[row]);
      }
    }
    FeatureShape shape = new FeatureShape(1, images.sizes()[1], images.sizes()[2]);
    return Examples.ofPixels(images.elements(), values, shape);
  }

  private static IdxFile read(PublishedDataset.Files files, String name, int dimensions)
      throws IOException {
    try (InputStream in = files.open(name)) {
      return IdxFile.read(name, in, dimensions);
    }
  }
}
