package temper.data;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known of a data set without its files.
 *
 * @param shape shape of an example's features
 * @param classes number of classes
 * @param train number of train examples
 * @param validation number of validation examples
 * @param test number of test examples; 0 where the publisher made no split
 * @since 0.3
 */
public record DatasetOutline(FeatureShape shape, int classes, int train, int validation, int test) {

  /**
   * A data set of this outline, but for the numbers of examples.
   *
   * @param name name of the data set
   * @return a data set of one blank train example
   */
  public Dataset blank(String name) {
    return new Dataset(
        name,
        Examples.ofPixels(new byte[shape.size()], new int[1], shape),
        Examples.none(shape),
        IntStream.range(0, classes).mapToObj(Integer::toString).toList());
  }

  /**
   * The outline of what is selected of a published data set.
   *
   * @param selection which of its examples
   * @return its outline; of some classes only, numbers of train examples that are not asked for are
   *     those of classes of equal size
   * @throws IllegalArgumentException if more is asked for than there is
   */
  public DatasetOutline select(Selection selection) {
    List<Integer> wanted = selection.classes();
    int kept = wanted.isEmpty() ? classes : wanted.size();
    if (!wanted.isEmpty() && (Collections.min(wanted) < 0 || Collections.max(wanted) >= classes)) {
      throw new IllegalArgumentException(
          "classes must be in [0, %d], got %s".formatted(classes - 1, wanted));
    }
    if (wanted.stream().distinct().count() < wanted.size()) {
      throw new IllegalArgumentException("classes must differ, got " + wanted);
    }
    int whole = (int) ((long) train * kept / classes);
    int tested = tested(selection, (int) ((long) test * kept / classes));
    int available = whole - selection.validation() - (test == 0 ? tested : 0);
    int chosen = selection.train().orElse(Math.max(0, available));
    boolean exact = wanted.isEmpty(); // Classes need not be of equal size.
    if (exact && (available < 1 || chosen > available)) {
      throw new IllegalArgumentException(
          "%s%s%s train examples are asked for, there are %d"
              .formatted(
                  test == 0 && tested > 0 ? tested + " test, " : "",
                  selection.validation() > 0 ? selection.validation() + " validation and " : "",
                  selection.train().isPresent() ? chosen : "more",
                  train));
    }
    return new DatasetOutline(shape, kept, Math.max(1, chosen), selection.validation(), tested);
  }

  private int tested(Selection selection, int available) {
    int chosen = selection.test().orElse(available);
    if (selection.classes().isEmpty() && test > 0 && chosen > available) {
      throw new IllegalArgumentException(
          "%d test examples are asked for, there are %d".formatted(chosen, available));
    }
    return chosen;
  }
}
