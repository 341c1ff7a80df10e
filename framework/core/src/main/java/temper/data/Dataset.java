package temper.data;

import java.util.List;

/**
 * A data set as a trial uses it: examples to train on, to validate and to test, and the names of
 * the classes.
 *
 * @param name name of the data set
 * @param train the train examples; all examples where the publisher made no split
 * @param validation examples to choose settings by, often none
 * @param test the test examples; none where the publisher made no split
 * @param classes names of the labels from 0; none where a real number is to be predicted
 * @since 0.1
 */
public record Dataset(
    String name, Examples train, Examples validation, Examples test, List<String> classes) {

  /**
   * Checks shapes and labels.
   *
   * @throws IllegalArgumentException if shapes differ between the three sets, or a label has no
   *     class
   */
  public Dataset {
    classes = List.copyOf(classes);
    check(name, "train", train, train, classes.size());
    check(name, "validation", validation, train, classes.size());
    check(name, "test", test, train, classes.size());
  }

  /**
   * A data set without validation examples.
   *
   * @param name name of the data set
   * @param train the train examples
   * @param test the test examples
   * @param classes names of the labels from 0
   */
  public Dataset(String name, Examples train, Examples test, List<String> classes) {
    this(name, train, Examples.none(train.shape()), test, classes);
  }

  private static void check(
      String name, String part, Examples examples, Examples train, int classes) {
    if (!examples.shape().equals(train.shape())) {
      throw new IllegalArgumentException(
          "data set '"
              + name
              + "': train examples have "
              + train.shape()
              + ", "
              + part
              + " examples "
              + examples.shape());
    }
    if (examples.rows() > 0 && examples.hasTargets() != train.hasTargets()) {
      throw new IllegalArgumentException(
          "data set '"
              + name
              + "': train and "
              + part
              + " examples must both have labels or both have targets");
    }
    for (int row = 0; !examples.hasTargets() && row < examples.rows(); row++) {
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
   * The shape of an example's features.
   *
   * @return the shape, the same for all examples
   */
  public FeatureShape shape() {
    return train.shape();
  }

  /**
   * The number of features of an example.
   *
   * @return 1 or more
   */
  public int columns() {
    return train.columns();
  }

  /**
   * The data set with other examples under the same name.
   *
   * @param newTrain the train examples
   * @param newValidation the validation examples
   * @param newTest the test examples
   * @param newClasses names of the labels from 0
   * @return the data set
   */
  public Dataset with(
      Examples newTrain, Examples newValidation, Examples newTest, List<String> newClasses) {
    return new Dataset(name, newTrain, newValidation, newTest, newClasses);
  }
}
