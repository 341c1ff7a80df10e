package temper.data;

/**
 * Examples in rows with an integer label each.
 *
 * @param name name of the data set
 * @param features row-major values, {@code rows x columns}; not to be modified
 * @param labels one label for each row, 0 or more; not to be modified
 * @param columns number of features of an example
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent") // Shared and large: copies would cost what sharing saves.
public record Dataset(String name, float[] features, int[] labels, int columns) {

  /**
   * Checks shapes.
   *
   * @throws IllegalArgumentException if the features are not {@code labels.length x columns}
   */
  public Dataset {
    if ((long) labels.length * columns != features.length) {
      throw new IllegalArgumentException(
          "data set '"
              + name
              + "': "
              + features.length
              + " features are not "
              + labels.length
              + " rows of "
              + columns);
    }
  }

  /**
   * The number of examples.
   *
   * @return 0 or more
   */
  public int rows() {
    return labels.length;
  }
}
