package temper.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A data set of images in the four files of MNIST. */
final class IdxImages {

  static final String TRAIN_IMAGES = "train-images-idx3-ubyte.gz";
  static final String TRAIN_LABELS = "train-labels-idx1-ubyte.gz";
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte.gz";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte.gz";

  private IdxImages() {}

  static Dataset parse(String name, List<String> classes, DatasetPlugin.Files files)
      throws IOException {
    return new Dataset(
        name,
        split(files, TRAIN_IMAGES, TRAIN_LABELS),
        split(files, TEST_IMAGES, TEST_LABELS),
        classes);
  }

  private static Examples split(DatasetPlugin.Files files, String imageFile, String labelFile)
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
    }
    return Examples.ofPixels(images.elements(), values, images.sizes()[1] * images.sizes()[2]);
  }

  private static IdxFile read(DatasetPlugin.Files files, String name, int dimensions)
      throws IOException {
    try (InputStream in = files.open(name)) {
      return IdxFile.read(name, in, dimensions);
    }
  }
}
