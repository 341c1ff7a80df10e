package temper.data;

import java.util.List;

/**
 * A real data set as it was published: train and test examples, and the names of its classes.
 *
 * @param name name of the data set
 * @param train the train examples; all examples where the publisher made no split
 * @param test the test examples, with as many features; none where the publisher made no split
 * @param classes names of the labels from 0
 * @since 0.1
 */
public record Dataset(String name, Examples train, Examples test, List<String> classes) {

  /**
   * Checks shapes and labels.
   *
   * @throws IllegalArgumentException if train and test examples differ in their number of features,
   *     or a label has no class
   */
  public Dataset {
    classes = List.copyOf(classes);
    if (train.columns() != test.columns()) {
      throw new IllegalArgumentException(
          "data set '"
              + name
              + "': train examples have "
              + train.columns()
              + " features, test examples "
              + test.columns());
    }
    requireLabels(name, train, classes.size());
    requireLabels(name, test, classes.size());
  }

  private static void requireLabels(String name, Examples examples, int classes) {
    for (int row = 0; row < examples.rows(); row++) {
      if (examples.label(row) >= classes) {
        throw new IllegalArgumentException(
            "data set '"
                + name
                + "': row "
                + (row + 1)
                + " has label "
                + examples.label(row)
                + ", labels are 0 to "
                + (classes - 1));
      }
    }
  }

  /**
   * The number of features of an example.
   *
   * @return 1 or more
   */
  public int columns() {
    return train.columns();
  }
}
