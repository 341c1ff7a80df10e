package temper.data.format;

import java.io.IOException;
import java.io.InputStream;
import temper.data.DataFormatException;

/**
 * Records of fixed size, each of some label bytes and then the pixels of an image: the binary
 * format of the CIFAR data sets, plain or compressed by gzip.
 *
 * <p>Source: Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009, and the
 * page that publishes the data: a record of CIFAR-10 is a label and 3 x 1,024 pixels, the planes of
 * red, green and blue, row by row; one of CIFAR-100 has a coarse label before the fine one.
 *
 * @param labels number of label bytes, at least 1
 * @param used which of them is the label, from 0
 * @param classes number of classes
 * @param pixels number of pixels of an image
 * @since 0.1
 */
public record LabelledRecords(int labels, int used, int classes, int pixels) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if a size is less than 1, or no label byte is used
   */
  public LabelledRecords {
    if (labels < 1 || used < 0 || used >= labels || classes < 1 || classes > 256 || pixels < 1) {
      throw new IllegalArgumentException(
          "labels and pixels must be >= 1, used in [0, labels - 1] and classes in [1, 256], got "
              + labels
              + ", "
              + pixels
              + ", "
              + used
              + " and "
              + classes);
    }
  }

  /**
   * Reads a file that holds a known number of records and nothing else.
   *
   * @param file name of the file, for messages
   * @param in the bytes; read to their end and not closed
   * @param records wanted number of records
   * @param images overwritten from {@code first x pixels} on
   * @param classLabels overwritten from {@code first} on
   * @param first number of the first record in these arrays
   * @throws DataFormatException if the file has more or fewer records, or a label has no class
   * @throws IOException if reading fails
   */
  public void read(
      String file, InputStream in, int records, byte[] images, int[] classLabels, int first)
      throws IOException {
    ByteReader reader = ByteReader.of(file, in);
    byte[] label = new byte[labels];
    for (int i = 0; i < records; i++) {
      long at = reader.position();
      String what = "record " + (i + 1) + " of " + records;
      reader.read(label, 0, labels, "the label of " + what);
      int value = label[used] & 0xff;
      if (value >= classes) {
        throw reader.problem(
            at + used, "expected a label from 0 to " + (classes - 1) + ", found " + value);
      }
      classLabels[first + i] = value;
      reader.read(images, (first + i) * pixels, pixels, "the pixels of " + what);
    }
    reader.end(records + " records");
  }
}
