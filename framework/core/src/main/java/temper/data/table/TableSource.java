package temper.data.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import temper.data.Dataset;
import temper.data.Examples;
import temper.data.FeatureShape;
import temper.data.FileData;
import temper.data.PublishedDataset;
import temper.data.table.TableColumn.Use;

/**
 * Tables and how they are read.
 *
 * @param name name of the data set
 * @param file the table
 * @param testFile the table of test examples, if they have one of their own
 * @param label column of the classes
 * @param target column of the numbers to be predicted
 * @param ignore columns that are left out
 * @param categorical columns of which each value becomes a feature
 * @param separator what stands between values
 * @param decimal what stands before decimals
 * @param standardizeTarget whether targets get mean 0 and deviation 1 over the table
 */
record TableSource(
    String name,
    String file,
    Optional<String> testFile,
    Optional<String> label,
    Optional<String> target,
    List<String> ignore,
    List<String> categorical,
    Separator separator,
    DecimalMark decimal,
    boolean standardizeTarget)
    implements FileData {

  private static final int MOST_PROBLEMS = 10;

  @Override
  public List<String> files() {
    return testFile.isPresent() ? List.of(file, testFile.get()) : List.of(file);
  }

  @Override
  public Dataset read(PublishedDataset.Files files) throws IOException {
    TableContent whole = read(files, file, TableHeader::columns, true);
    Optional<TableContent> test = Optional.empty();
    if (testFile.isPresent()) {
      String second = testFile.get();
      test =
          Optional.of(read(files, second, header -> header.matching(whole.columns(), file), false));
    }
    List<TableProblem> problems = new ArrayList<>(sorted(whole.finish()));
    test.ifPresent(content -> problems.addAll(sorted(content.finish())));
    if (!problems.isEmpty()) {
      throw new TableException(limited(problems));
    }
    if (test.isPresent() && whole.holdsTheRowsOf(test.get())) {
      throw new TableException(
          List.of(
              TableProblem.of(
                  "test_file",
                  file,
                  "%s holds the same rows as %s: what was learnt would be tested on itself"
                      .formatted(testFile.orElse(""), file),
                  List.of())));
    }
    return dataset(whole, test);
  }

  private TableContent read(
      PublishedDataset.Files files,
      String path,
      Function<TableHeader, List<@Nullable TableColumn>> layout,
      boolean decides)
      throws IOException {
    TableContent content = new TableContent(this, path, layout, decides);
    try (InputStream in = files.open(path)) {
      CsvRows.read(path, in, separator, content);
    }
    return content;
  }

  private static List<TableProblem> sorted(List<TableProblem> problems) {
    return problems.stream()
        .sorted(Comparator.comparingInt(TableProblem::line).thenComparing(TableProblem::column))
        .toList();
  }

  private static List<TableProblem> limited(List<TableProblem> problems) {
    if (problems.size() <= MOST_PROBLEMS) {
      return problems;
    }
    List<TableProblem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
    TableProblem next = problems.get(MOST_PROBLEMS);
    int more = problems.size() - MOST_PROBLEMS;
    first.add(
        TableProblem.in(
            next.file(),
            next.line(),
            next.column(),
            next.name(),
            "and " + more + (more == 1 ? " more problem" : " more problems") + " from here on"));
    return first;
  }

  private Dataset dataset(TableContent whole, Optional<TableContent> test) throws TableException {
    List<TableColumn> features =
        whole.columns().stream().filter(Objects::nonNull).filter(TableColumn::isFeature).toList();
    int width = features.stream().mapToInt(TableColumn::width).sum();
    for (TableContent content : test.map(one -> List.of(whole, one)).orElse(List.of(whole))) {
      if ((long) content.rows() * width > Integer.MAX_VALUE - 8) {
        throw new TableException(
            List.of(
                TableProblem.of(
                    "file",
                    file,
                    "%d rows of %d features are more than the %d numbers that a data set can hold"
                        .formatted(content.rows(), width, Integer.MAX_VALUE - 8),
                    List.of())));
      }
    }
    Optional<TableColumn> labels =
        whole.columns().stream()
            .filter(Objects::nonNull)
            .filter(column -> column.use() == Use.LABEL)
            .findFirst();
    if (labels.isPresent()) {
      int[] places = labels.get().categories().places();
      return new Dataset(
          name,
          classified(whole, features, width, places),
          test.map(one -> classified(one, features, width, places))
              .orElseGet(() -> Examples.none(FeatureShape.flat(width))),
          labels.get().categories().sorted());
    }
    TargetScaling scaling =
        standardizeTarget ? TargetScaling.of(whole.targets()) : TargetScaling.NONE;
    return new Dataset(
        name,
        Examples.ofTargets(whole.features(features, width), scaling.scaled(whole.targets()), width),
        test.map(
                one ->
                    Examples.ofTargets(
                        one.features(features, width), scaling.scaled(one.targets()), width))
            .orElseGet(() -> Examples.ofTargets(new double[0], new double[0], width)),
        List.of());
  }

  private static Examples classified(
      TableContent content, List<TableColumn> features, int width, int[] places) {
    return Examples.ofNumbers(content.features(features, width), content.labels(places), width);
  }
}
