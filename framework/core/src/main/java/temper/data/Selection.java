package temper.data;

import java.util.List;
import java.util.OptionalInt;
import temper.plugin.Doc;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Range;

/**
 * Which examples of a published data set a trial uses.
 *
 * <p>In this order: only the wanted classes are kept, and numbered from 0 in the wanted order;
 * where the publisher made no test examples, those asked for are split off the train examples;
 * validation examples are split off the train examples; train and test examples are drawn from what
 * is left; labels of train examples are replaced. Each uses a stream of its own, and smaller draws
 * are parts of larger ones: the first 1,000 of 10,000 train examples are those of a draw of 1,000.
 *
 * @param train number of train examples, drawn without replacement; all where empty
 * @param test number of test examples, drawn without replacement; all that were published where
 *     empty
 * @param validation number of train examples that are set apart for validation, drawn first
 * @param balanced whether train examples are drawn with as many of each class, up to one
 * @param classes the labels that are kept; all where empty
 * @param labelNoise probability that the label of a train example is replaced by another
 * @since 0.1
 */
public record Selection(
    @Doc("Number of train examples, drawn at random; null for all") @Positive OptionalInt train,
    @Doc("Number of test examples, drawn at random; null for all") @Positive OptionalInt test,
    @Doc("Number of train examples set apart for validation") @NonNegative int validation,
    @Doc("Whether train examples are drawn with as many of each class, up to one") boolean balanced,
    @Doc("Labels that are kept and numbered from 0; empty for all") List<Integer> classes,
    @Doc("Probability that the label of a train example is replaced by another")
        @Range(min = 0, max = 1)
        double labelNoise) {

  /** All examples as they were published. */
  public static final Selection ALL =
      new Selection(OptionalInt.empty(), OptionalInt.empty(), 0, false, List.of(), 0);

  /** Copies the classes. */
  public Selection {
    classes = List.copyOf(classes);
  }

  /**
   * The selected examples of a data set.
   *
   * @param whole the data set as it was published
   * @param streams gives streams; the purposes are {@code data-held-out}, {@code data-validation},
   *     {@code data-train}, {@code data-test} and {@code data-label-noise}
   * @return a data set that shares the features of the whole one
   * @throws IllegalArgumentException if more is asked for than there is, a class is none, or no
   *     test example is of the classes
   */
  public Dataset of(Dataset whole, Streams streams) {
    Dataset kept = withTest(classes.isEmpty() ? whole : ofClasses(whole), streams);
    Subsets.Split split =
        Subsets.split(kept.train(), validation, "validation", streams.stream("data-validation"));
    int count = kept.classes().size();
    Examples chosen = split.rest();
    if (train.isPresent()) {
      chosen =
          balanced
              ? Subsets.drawBalanced(
                  chosen, train.getAsInt(), "train", count, streams.stream("data-train"))
              : Subsets.draw(chosen, train.getAsInt(), "train", streams.stream("data-train"));
    } else if (balanced) {
      throw new IllegalArgumentException(
          "balanced needs a number of train examples, got train: null");
    }
    if (labelNoise > 0) {
      chosen =
          Subsets.withLabelNoise(chosen, labelNoise, count, streams.stream("data-label-noise"));
    }
    Examples tested =
        test.isPresent()
            ? Subsets.draw(kept.test(), test.getAsInt(), "test", streams.stream("data-test"))
            : kept.test();
    return kept.with(chosen, split.first(), tested, kept.classes());
  }

  private Dataset withTest(Dataset whole, Streams streams) {
    if (test.isEmpty() || whole.test().rows() > 0) {
      return whole;
    }
    Subsets.Split split =
        Subsets.split(whole.train(), test.getAsInt(), "test", streams.stream("data-held-out"));
    return whole.with(split.rest(), whole.validation(), split.first(), whole.classes());
  }

  private Dataset ofClasses(Dataset whole) {
    int available = whole.classes().size();
    for (int label : classes) {
      if (label < 0 || label >= available) {
        throw new IllegalArgumentException(
            "classes of '"
                + whole.name()
                + "' must be in [0, "
                + (available - 1)
                + "], got "
                + label);
      }
    }
    if (classes.stream().distinct().count() < classes.size()) {
      throw new IllegalArgumentException("classes must differ, got " + classes);
    }
    List<String> names = classes.stream().map(whole.classes()::get).toList();
    Examples tested = Subsets.ofClasses(whole.test(), classes);
    if (tested.rows() == 0 && whole.test().rows() > 0) {
      // Test examples split off the train examples would not be those that were published.
      throw new IllegalArgumentException(
          "none of the %d test examples of '%s' is of the classes %s"
              .formatted(whole.test().rows(), whole.name(), names));
    }
    return whole.with(
        Subsets.ofClasses(whole.train(), classes),
        Subsets.ofClasses(whole.validation(), classes),
        tested,
        names);
  }
}
