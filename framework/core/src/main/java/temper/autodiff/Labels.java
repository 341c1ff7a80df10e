package temper.autodiff;

/**
 * The classes of a batch's examples, set by the host before a program runs.
 *
 * @since 0.2
 */
public final class Labels {

  private final Variable variable;
  private final int[] values;
  private final int classes;

  Labels(Variable variable, int[] values, int classes) {
    this.variable = variable;
    this.values = values;
    this.classes = classes;
  }

  /**
   * The number of examples.
   *
   * @return {@code >= 0}
   */
  public int size() {
    return values.length;
  }

  /**
   * The number of classes.
   *
   * @return {@code >= 1}
   */
  public int classes() {
    return classes;
  }

  /**
   * Sets the class of an example.
   *
   * @param example from 0 to size - 1
   * @param label from 0 to classes - 1
   * @throws IllegalArgumentException if there is no such class
   * @throws IndexOutOfBoundsException if there is no such example
   */
  public void set(int example, int label) {
    if (label < 0 || label >= classes) {
      throw new IllegalArgumentException(
          "%s: example %d has label %d, labels are 0 to %d"
              .formatted(variable.name(), example, label, classes - 1));
    }
    values[example] = label;
  }

  /**
   * The class of an example.
   *
   * @param example from 0 to size - 1
   * @return from 0 to classes - 1
   */
  public int get(int example) {
    return values[example];
  }

  Variable variable() {
    return variable;
  }
}
