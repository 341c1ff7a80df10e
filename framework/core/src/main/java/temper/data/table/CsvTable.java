package temper.data.table;

import com.google.auto.service.AutoService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.data.FileData;
import temper.data.FileDataset;
import temper.data.Selection;
import temper.data.Streams;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Names;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Size;
import temper.plugin.Source;

/**
 * A table of the user's own: a file of comma-separated values whose first line names the columns.
 *
 * <p>One column is to be predicted, as a class ({@code label}) or as a number ({@code target}); all
 * others are features, in the order of the file, but for those that are left out. A categorical
 * column becomes one feature of 0 or 1 for each of its values. Classes and categories are sorted,
 * by number where all are numbers, so that the order of the rows does not decide their order.
 *
 * <p>Where there is no file of test examples, they are drawn from the table, anew in each replicate
 * by the stream {@code data-held-out}: a fifth of the examples unless another number is asked for.
 *
 * @since 0.3
 */
@AutoService(DatasetPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class CsvTable implements FileDataset<CsvTable.Parameters> {

  private static final String NAME = "csv";

  /** Of so many examples one is a test example. */
  private static final int TEST_PART = 5;

  /**
   * Parameters.
   *
   * @param file path of the table
   * @param testFile path of a table of test examples with the same columns
   * @param label column whose values are classes
   * @param target column of numbers to be predicted
   * @param ignore columns that are left out
   * @param categorical columns whose values are names of kinds
   * @param separator what stands between the values of a line
   * @param decimal what stands before the decimals of a number
   * @param standardizeTarget whether targets are given mean 0 and deviation 1
   * @param train number of train examples, drawn at random
   * @param test number of test examples, drawn at random
   * @param validation number of train examples that are set apart for validation
   * @param balanced whether train examples are drawn with as many of each class, up to one
   * @param classes names of the classes that are kept
   * @param labelNoise probability that the label of a train example is replaced by another
   * @since 0.3
   */
  public record Parameters(
      @Doc(
              "Path of the table, its first line the names of the columns; .gz is decompressed."
                  + " Looked for in the folder of data (--data), beside the config, and in the"
                  + " working directory")
          @Size(min = 1)
          String file,
      @Doc(
              "Path of a table of test examples with the same columns; null to draw them from the file")
          Optional<String> testFile,
      @Doc("Column whose values are classes to be told apart; either this or target")
          Optional<String> label,
      @Doc("Column of numbers to be predicted, with a loss such as squared-error")
          Optional<String> target,
      @Doc("Columns that are left out") List<String> ignore,
      @Doc("Columns whose values are names of kinds: each kind becomes a feature of 0 or 1")
          List<String> categorical,
      @Doc("What stands between the values of a line") Separator separator,
      @Doc("What stands before the decimals of a number") DecimalMark decimal,
      @Doc(
              "Whether the target is shifted and scaled to mean 0 and deviation 1 over the file, so"
                  + " that losses are shares of its variance")
          boolean standardizeTarget,
      @Doc("Number of train examples, drawn at random; null for all that are left") @Positive
          OptionalInt train,
      @Doc(
              "Number of test examples, drawn at random; null for a fifth of all, or for all of the"
                  + " test file")
          @NonNegative
          OptionalInt test,
      @Doc("Number of train examples set apart for validation") @NonNegative int validation,
      @Doc("Whether train examples are drawn with as many of each class, up to one")
          boolean balanced,
      @Doc("Names of the classes that are kept; empty for all") List<String> classes,
      @Doc("Probability that the label of a train example is replaced by another")
          @Range(min = 0, max = 1)
          double labelNoise) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if parameters contradict one another
     */
    public Parameters {
      ignore = List.copyOf(ignore);
      categorical = List.copyOf(categorical);
      classes = List.copyOf(classes);
      if (label.isPresent() && target.isPresent()) {
        throw new IllegalArgumentException(
            "one column is to be predicted: either label, here '%s', or target, here '%s'"
                .formatted(label.get(), target.get()));
      }
      if (testFile.isPresent() && plainPath(testFile.get()).equals(plainPath(file))) {
        throw new IllegalArgumentException(
            "test_file must be another file than file, both are '" + plainPath(file) + "'");
      }
      List<String> named = new ArrayList<>(ignore);
      named.addAll(categorical);
      label.ifPresent(named::add);
      target.ifPresent(named::add);
      for (int i = 0; i < named.size(); i++) {
        if (named.indexOf(named.get(i)) < i) {
          throw new IllegalArgumentException(
              "column '%s' can be only one of label, target, ignore and categorical, once"
                  .formatted(named.get(i)));
        }
      }
      if (target.isPresent() && (balanced || !classes.isEmpty() || labelNoise > 0)) {
        throw new IllegalArgumentException(
            "balanced, classes and label_noise are for a label, there is the target '"
                + target.get()
                + "'");
      }
    }
  }

  /** For ServiceLoader. */
  public CsvTable() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "A table of your own in a CSV file, with classes or numbers to be predicted.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return table("data.csv", Optional.empty(), Optional.empty());
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>(
            "classes", table("measurements.csv", Optional.of("species"), Optional.empty())),
        new Example<>("numbers", table("houses.csv", Optional.empty(), Optional.of("price"))));
  }

  private static Parameters table(String file, Optional<String> label, Optional<String> target) {
    return new Parameters(
        file,
        Optional.empty(),
        label,
        target,
        List.of(),
        List.of(),
        Separator.COMMA,
        DecimalMark.POINT,
        true,
        OptionalInt.empty(),
        OptionalInt.empty(),
        0,
        false,
        List.of(),
        0);
  }

  @Override
  public FileData source(Parameters p) {
    return new TableSource(
        NAME,
        p.file,
        p.testFile,
        p.label,
        p.target,
        p.ignore,
        p.categorical,
        p.separator,
        p.decimal,
        p.target.isPresent() && p.standardizeTarget);
  }

  @Override
  public Dataset select(Parameters p, Dataset whole, Streams streams) {
    List<Integer> classes = p.classes.stream().map(name -> label(name, whole.classes())).toList();
    int available =
        classes.isEmpty()
            ? whole.train().rows()
            : classes.stream().mapToInt(label -> whole.train().rowsOf(label).length).sum();
    OptionalInt test =
        p.test.isPresent() || p.testFile.isPresent()
            ? p.test
            : OptionalInt.of(available / TEST_PART);
    requireTrainExamples(p, available, p.testFile.isPresent() ? 0 : test.orElse(0));
    return new Selection(p.train, test, p.validation, p.balanced, classes, p.labelNoise)
        .of(whole, streams);
  }

  /** Says what takes the examples away, where too few are left for training. */
  private static void requireTrainExamples(Parameters p, int available, int test) {
    if (test > available || p.validation > available - test) {
      return; // The selection says that there are not so many.
    }
    int left = available - test - p.validation;
    String taken =
        Stream.of(
                test > 0 ? "test takes " + test : "",
                p.validation > 0 ? "validation takes " + p.validation : "")
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" and "));
    if (left == 0) {
      throw new IllegalArgumentException(
          "%s of %d examples, which leaves none for training".formatted(taken, available));
    }
    if (p.train.orElse(0) > left && !taken.isEmpty()) {
      throw new IllegalArgumentException(
          "train must be at most %d, got %d: %s of %d examples"
              .formatted(left, p.train.getAsInt(), taken, available));
    }
  }

  /** A path without what has no meaning in it, so that two ways to write one are equal. */
  private static String plainPath(String path) {
    String whole = path.replace('\\', '/');
    Deque<String> parts = new ArrayDeque<>();
    for (String part : whole.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return (whole.startsWith("/") ? "/" : "") + String.join("/", parts);
  }

  private static int label(String name, List<String> classes) {
    int label = classes.indexOf(name);
    if (label < 0) {
      throw new IllegalArgumentException(
          "there is no class '" + name + "'." + Names.suggestion(name, classes));
    }
    return label;
  }
}
