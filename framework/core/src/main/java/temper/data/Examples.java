package temper.data;

import java.util.Arrays;

/**
 * Examples in rows with an integer label each. Immutable and shared.
 *
 * <p>Pixels are kept as bytes, a quarter of the room of numbers, and read as shares of 255.
 *
 * @since 0.1
 */
public final class Examples {

  private static final double WHITE = 255;

  private final double[] numbers;
  private final byte[] pixels;
  private final int[] labels;
  private final int columns;

  private Examples(double[] numbers, byte[] pixels, int[] labels, int columns) {
    if (columns < 1) {
      throw new IllegalArgumentException("columns must be >= 1, got " + columns);
    }
    long cells = Math.max(numbers.length, pixels.length);
    if ((long) labels.length * columns != cells) {
      throw new IllegalArgumentException(
          cells + " features are not " + labels.length + " rows of " + columns);
    }
    for (int label : labels) {
      if (label < 0) {
        throw new IllegalArgumentException("labels must be >= 0, got " + label);
      }
    }
    this.numbers = numbers;
    this.pixels = pixels;
    this.labels = labels;
    this.columns = columns;
  }

  /**
   * Examples with numbers as features.
   *
   * @param features row-major values, {@code rows x columns}; not copied, and not to be modified
   *     afterwards
   * @param labels one label for each row, 0 or more; likewise
   * @param columns number of features of an example, at least 1
   * @return the examples
   * @throws IllegalArgumentException if the features are not {@code labels.length x columns} or a
   *     label is negative
   */
  public static Examples ofNumbers(double[] features, int[] labels, int columns) {
    return new Examples(features, new byte[0], labels, columns);
  }

  /**
   * Examples with pixels as features.
   *
   * @param pixels row-major unsigned bytes, {@code rows x columns}; not copied, and not to be
   *     modified afterwards
   * @param labels one label for each row, 0 or more; likewise
   * @param columns number of pixels of an example, at least 1
   * @return the examples, with features between 0 and 1
   * @throws IllegalArgumentException if the pixels are not {@code labels.length x columns} or a
   *     label is negative
   */
  public static Examples ofPixels(byte[] pixels, int[] labels, int columns) {
    return new Examples(new double[0], pixels, labels, columns);
  }

  /**
   * No examples.
   *
   * @param columns number of features that an example would have, at least 1
   * @return an empty set
   */
  public static Examples none(int columns) {
    return ofNumbers(new double[0], new int[0], columns);
  }

  /**
   * The number of examples.
   *
   * @return 0 or more
   */
  public int rows() {
    return labels.length;
  }

  /**
   * The number of features of an example.
   *
   * @return 1 or more
   */
  public int columns() {
    return columns;
  }

  /**
   * The label of an example.
   *
   * @param row from 0 to {@code rows() - 1}
   * @return 0 or more
   */
  public int label(int row) {
    return labels[row];
  }

  /**
   * A feature of an example.
   *
   * @param row from 0 to {@code rows() - 1}
   * @param column from 0 to {@code columns() - 1}
   * @return the value; of a pixel, its share of 255
   * @throws IndexOutOfBoundsException if there is no such row or column
   */
  public double feature(int row, int column) {
    if (column < 0 || column >= columns) {
      throw new IndexOutOfBoundsException("column " + column + " of " + columns);
    }
    int at = row * columns + column;
    return pixels.length > 0 ? (pixels[at] & 0xff) / WHITE : numbers[at];
  }

  /**
   * The features of an example.
   *
   * @param row from 0 to {@code rows() - 1}
   * @return a new array of {@code columns()} values
   */
  public double[] row(int row) {
    double[] out = new double[columns];
    for (int column = 0; column < columns; column++) {
      out[column] = feature(row, column);
    }
    return out;
  }

  /**
   * The rows that carry a label.
   *
   * @param label the label
   * @return row numbers, ascending
   */
  public int[] rowsOf(int label) {
    int count = 0;
    int[] found = new int[labels.length];
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] == label) {
        found[count++] = row;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
