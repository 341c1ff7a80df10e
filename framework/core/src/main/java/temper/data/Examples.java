package temper.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Examples in rows: features of one shape, and for each row a label, which numbers a class, or a
 * target, which is a real number. Immutable and shared.
 *
 * <p>Pixels are kept as bytes, a quarter of the room of numbers, and read as shares of 255. Subsets
 * share the features of the examples that they were taken from.
 *
 * @since 0.1
 */
public final class Examples {

  private static final double WHITE = 255;
  private static final double[] NO_NUMBERS = {};
  private static final byte[] NO_PIXELS = {};

  private final FeatureShape shape;
  private final double[] numbers;
  private final byte[] pixels;

  /** For each row its place among the stored features; null where that is the row itself. */
  private final int @Nullable [] places;

  private final int[] labels;

  /** One for each row, or null where the examples have labels. */
  private final double @Nullable [] targets;

  private Examples(
      FeatureShape shape,
      double[] numbers,
      byte[] pixels,
      int @Nullable [] places,
      int[] labels,
      double @Nullable [] targets) {
    this.shape = shape;
    this.numbers = numbers;
    this.pixels = pixels;
    this.places = places;
    this.labels = labels;
    this.targets = targets;
  }

  private static Examples stored(
      FeatureShape shape,
      double[] numbers,
      byte[] pixels,
      int[] labels,
      double @Nullable [] targets) {
    long cells = Math.max(numbers.length, pixels.length);
    int rows = targets == null ? labels.length : targets.length;
    if ((long) rows * shape.size() != cells) {
      throw new IllegalArgumentException(
          cells + " features are not " + rows + " rows of " + shape.size());
    }
    requireLabels(labels);
    return new Examples(shape, numbers, pixels, null, labels, targets);
  }

  private static void requireLabels(int[] labels) {
    for (int label : labels) {
      if (label < 0) {
        throw new IllegalArgumentException("labels must be >= 0, got " + label);
      }
    }
  }

  /**
   * Examples of classes with numbers as features.
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
    return stored(FeatureShape.flat(columns), features, NO_PIXELS, labels, null);
  }

  /**
   * Examples with numbers as features and a real number to be predicted.
   *
   * @param features row-major values, {@code rows x columns}; not copied, and not to be modified
   *     afterwards
   * @param targets one target for each row; likewise
   * @param columns number of features of an example, at least 1
   * @return the examples, without labels
   * @throws IllegalArgumentException if the features are not {@code targets.length x columns}
   */
  public static Examples ofTargets(double[] features, double[] targets, int columns) {
    return stored(FeatureShape.flat(columns), features, NO_PIXELS, new int[0], targets);
  }

  /**
   * Examples of classes with pixels as features.
   *
   * @param pixels unsigned bytes, {@code rows x channels x height x width} in row-major order; not
   *     copied, and not to be modified afterwards
   * @param labels one label for each row, 0 or more; likewise
   * @param shape shape of an example
   * @return the examples, with features between 0 and 1
   * @throws IllegalArgumentException if the pixels are not {@code labels.length} times the shape or
   *     a label is negative
   */
  public static Examples ofPixels(byte[] pixels, int[] labels, FeatureShape shape) {
    return stored(shape, NO_NUMBERS, pixels, labels, null);
  }

  /**
   * No examples.
   *
   * @param shape shape that an example would have
   * @return an empty set
   */
  public static Examples none(FeatureShape shape) {
    return stored(shape, NO_NUMBERS, NO_PIXELS, new int[0], null);
  }

  /**
   * The number of examples.
   *
   * @return 0 or more
   */
  public int rows() {
    return targets == null ? labels.length : targets.length;
  }

  /**
   * The shape of an example's features.
   *
   * @return the shape
   */
  public FeatureShape shape() {
    return shape;
  }

  /**
   * The number of features of an example.
   *
   * @return 1 or more
   */
  public int columns() {
    return shape.size();
  }

  /**
   * Whether a real number is to be predicted and not a class.
   *
   * @return true if the examples have targets and no labels
   */
  public boolean hasTargets() {
    return targets != null;
  }

  /**
   * The label of an example.
   *
   * @param row from 0 to {@code rows() - 1}
   * @return 0 or more
   * @throws IllegalStateException if the examples have targets
   */
  public int label(int row) {
    if (targets != null) {
      throw new IllegalStateException("these examples have targets, not labels");
    }
    return labels[row];
  }

  /**
   * What is to be predicted of an example, as a number.
   *
   * @param row from 0 to {@code rows() - 1}
   * @return its target, or its label where the examples have labels
   */
  public double target(int row) {
    return targets == null ? labels[row] : targets[row];
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
    if (column < 0 || column >= columns()) {
      throw new IndexOutOfBoundsException("column " + column + " of " + columns());
    }
    int at = place(row) * columns() + column;
    return pixels.length > 0 ? (pixels[at] & 0xff) / WHITE : numbers[at];
  }

  /**
   * The features of an example.
   *
   * @param row from 0 to {@code rows() - 1}
   * @return a new array of {@code columns()} values
   */
  public double[] row(int row) {
    double[] out = new double[columns()];
    for (int column = 0; column < out.length; column++) {
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

  /**
   * Some of these examples, which share their features.
   *
   * @param rows row numbers, in the wanted order; a row may be named more than once
   * @return the examples of these rows
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Examples subset(int[] rows) {
    int[] chosen = new int[rows.length];
    int[] chosenLabels = new int[targets == null ? rows.length : 0];
    double[] chosenTargets = targets == null ? null : new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = place(rows[i]);
      if (chosenTargets != null && targets != null) {
        chosenTargets[i] = targets[rows[i]];
      } else {
        chosenLabels[i] = labels[rows[i]];
      }
    }
    return new Examples(shape, numbers, pixels, chosen, chosenLabels, chosenTargets);
  }

  /**
   * The same examples under other labels.
   *
   * @param newLabels one label for each row, 0 or more; not copied, and not to be modified
   *     afterwards
   * @return examples that share these features
   * @throws IllegalArgumentException if there are more or fewer labels than rows, or one is
   *     negative
   */
  public Examples withLabels(int[] newLabels) {
    if (newLabels.length != rows()) {
      throw new IllegalArgumentException(
          "labels must be " + rows() + ", one for each row, got " + newLabels.length);
    }
    requireLabels(newLabels);
    return new Examples(shape, numbers, pixels, places, newLabels, null);
  }

  /** Whether features are pixels, kept as bytes. */
  boolean hasPixels() {
    return pixels.length > 0;
  }

  /** The stored pixels, of which row r begins at {@code place(r) x columns()}. */
  byte[] pixels() {
    return pixels;
  }

  /** The stored numbers, of which row r begins at {@code place(r) x columns()}. */
  double[] numbers() {
    return numbers;
  }

  /** Where the features of a row are stored, in rows. */
  int place(int row) {
    return places == null ? row : places[row];
  }
}
