package temper.data;

import java.util.Arrays;
import java.util.List;
import temper.random.RandomStream;

/**
 * Random and other subsets of examples, all of which share the features of the whole.
 *
 * @since 0.1
 */
public final class Subsets {

  private Subsets() {}

  /**
   * Two parts of a set that together are the whole.
   *
   * @param first the part that was drawn
   * @param rest all others, in their old order
   * @since 0.1
   */
  public record Split(Examples first, Examples rest) {}

  /**
   * Examples drawn without replacement, in random order. A smaller draw from the same stream is the
   * beginning of a larger one.
   *
   * @param examples the whole
   * @param count how many to draw, from 0 to {@code examples.rows()}
   * @param part what they are called in messages, such as {@code train}
   * @param stream moved on
   * @return the drawn examples
   * @throws IllegalArgumentException if there are not so many
   */
  public static Examples draw(Examples examples, int count, String part, RandomStream stream) {
    requireCount(examples, count, part);
    return examples.subset(Arrays.copyOf(prefix(stream, examples.rows(), count), count));
  }

  /**
   * Examples drawn without replacement with as many of each class, in random order: with c classes,
   * the draw has {@code count / c} of each, and one more of the first {@code count % c} classes of
   * a random order. A smaller draw from the same stream is the beginning of a larger one.
   *
   * @param examples the whole
   * @param count how many to draw
   * @param part what they are called in messages, such as {@code train}
   * @param classes number of classes
   * @param stream moved on
   * @return the drawn examples
   * @throws IllegalArgumentException if a class has not so many
   */
  public static Examples drawBalanced(
      Examples examples, int count, String part, int classes, RandomStream stream) {
    requireCount(examples, count, part);
    int[] order = stream.permutation(examples.rows());
    int[] next = new int[classes];
    int[] rows = new int[count];
    for (int drawn = 0; drawn < count; ) {
      int[] round = stream.permutation(classes);
      for (int i = 0; i < classes && drawn < count; i++) {
        int label = round[i];
        while (next[label] < order.length && examples.label(order[next[label]]) != label) {
          next[label]++;
        }
        if (next[label] == order.length) {
          throw new IllegalArgumentException(
              "as many "
                  + part
                  + " examples of each class need "
                  + (drawn / classes + 1)
                  + " of class "
                  + label
                  + ", which has "
                  + examples.rowsOf(label).length);
        }
        rows[drawn++] = order[next[label]++];
      }
    }
    return examples.subset(rows);
  }

  /**
   * Splits a set at random.
   *
   * @param examples the whole
   * @param count size of the first part, from 0 to {@code examples.rows()}
   * @param part what the first part is called in messages
   * @param stream moved on
   * @return the parts
   * @throws IllegalArgumentException if there are not so many
   */
  public static Split split(Examples examples, int count, String part, RandomStream stream) {
    requireCount(examples, count, part);
    if (count == 0) {
      return new Split(examples.subset(new int[0]), examples);
    }
    int[] order = prefix(stream, examples.rows(), count);
    Arrays.sort(order, count, order.length);
    return new Split(
        examples.subset(Arrays.copyOf(order, count)),
        examples.subset(Arrays.copyOfRange(order, count, order.length)));
  }

  /**
   * The examples of some classes, in their old order.
   *
   * @param examples the whole
   * @param classes the labels to keep; each becomes its place in this list
   * @return the examples, with labels from 0
   */
  public static Examples ofClasses(Examples examples, List<Integer> classes) {
    int[] rows = new int[examples.rows()];
    int[] labels = new int[examples.rows()];
    int count = 0;
    for (int row = 0; row < examples.rows(); row++) {
      int label = classes.indexOf(examples.label(row));
      if (label >= 0) {
        rows[count] = row;
        labels[count++] = label;
      }
    }
    return examples.subset(Arrays.copyOf(rows, count)).withLabels(Arrays.copyOf(labels, count));
  }

  /**
   * Examples with symmetric label noise: each label is independently replaced, and then becomes
   * each of the other classes with the same probability. With growing probability labels are only
   * added to those that are replaced, since each row takes the same random numbers.
   *
   * @param examples the whole
   * @param probability probability that a label is replaced, in [0, 1]
   * @param classes number of classes, at least 2
   * @param stream moved on by two numbers for each row
   * @return the same examples under their new labels
   * @throws IllegalArgumentException if the probability is outside its range, or there are fewer
   *     than two classes
   */
  public static Examples withLabelNoise(
      Examples examples, double probability, int classes, RandomStream stream) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability of label noise must be in [0, 1], got " + probability);
    }
    if (classes < 2) {
      throw new IllegalArgumentException("label noise needs at least 2 classes, got " + classes);
    }
    int[] labels = new int[examples.rows()];
    for (int row = 0; row < labels.length; row++) {
      boolean replaced = stream.uniform() < probability;
      int shift = 1 + (int) (stream.uniform() * (classes - 1));
      labels[row] = (examples.label(row) + (replaced ? shift : 0)) % classes;
    }
    return examples.withLabels(labels);
  }

  /** A permutation made from its beginning, so that its first values do not depend on the rest. */
  private static int[] prefix(RandomStream stream, int rows, int count) {
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      order[i] = i;
    }
    for (int i = 0; i < count; i++) {
      int j = i + stream.nextInt(rows - i);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  private static void requireCount(Examples examples, int count, String part) {
    if (count < 0 || count > examples.rows()) {
      throw new IllegalArgumentException(
          "number of " + part + " examples must be in [0, " + examples.rows() + "], got " + count);
    }
  }
}
