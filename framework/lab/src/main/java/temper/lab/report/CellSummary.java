package temper.lab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import temper.lab.config.CellGrid;
import temper.lab.plot.ValueLabels;
import temper.lab.store.CsvTables;
import temper.lab.study.Column;
import temper.lab.study.Table;
import temper.numerics.NumberText;

/**
 * What {@code summary.csv} says about the cells of an experiment.
 *
 * @param experiment name of the experiment
 * @param varying parameters that differ between cells, in order
 * @param metrics metrics of numbers, in order
 * @param ok trials of each cell that ended ok
 * @param diverged trials of each cell that diverged
 * @param failed trials of each cell that failed
 */
@SuppressWarnings("ArrayRecordComponent") // A short-lived value that nobody compares.
record CellSummary(
    String experiment,
    List<Parameter> varying,
    List<Metric> metrics,
    double[] ok,
    double[] diverged,
    double[] failed) {

  private static final String MEAN = "_mean";

  /**
   * A parameter in all cells.
   *
   * @param name name of its column
   * @param unit its unit; may be empty
   * @param numbers its values; empty if it is no number in some cell
   * @param texts its values as a reader wants them
   */
  record Parameter(String name, String unit, double[] numbers, List<String> texts) {

    boolean numeric() {
      return numbers.length > 0;
    }

    /** Returns its name with its unit, for an axis. */
    String title() {
      return CellSummary.title(name, unit);
    }
  }

  /** A metric in all cells, NaN where there is no mean or no interval. */
  record Metric(String name, String unit, double[] mean, double[] low, double[] high) {

    String title() {
      return CellSummary.title(name, unit);
    }
  }

  private static String title(String name, String unit) {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }

  /** Returns the number of cells. */
  int cells() {
    return ok.length;
  }

  static CellSummary of(CsvTables tables, String experiment) {
    Table table = tables.summary(experiment);
    List<Column> columns = tables.summaryColumns(experiment);
    List<Parameter> varying = new ArrayList<>();
    List<Metric> metrics = new ArrayList<>();
    int counts = table.columns().indexOf("ok");
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (i < counts) {
        Parameter parameter = parameter(table, column);
        boolean differs = parameter.texts().stream().distinct().count() > 1;
        if (differs && !CellGrid.explainsLabel(column.name(), columns.subList(0, counts))) {
          varying.add(parameter);
        }
      } else if (i > counts + 3 && (i - counts - 4) % 3 == 0) {
        metrics.add(
            new Metric(
                column.name().substring(0, column.name().length() - MEAN.length()),
                column.unit(),
                table.numbers(column.name()),
                table.numbers(columns.get(i + 1).name()),
                table.numbers(columns.get(i + 2).name())));
      }
    }
    return new CellSummary(
        experiment,
        List.copyOf(varying),
        List.copyOf(metrics),
        table.numbers("ok"),
        table.numbers("diverged"),
        table.numbers("failed"));
  }

  private static Parameter parameter(Table table, Column column) {
    return column.holdsNumbers()
        ? ofNumbers(column, table.numbers(column.name()))
        : ofTexts(column, table.texts(column.name()));
  }

  /** Choices under short labels; where all of them are constants they are numbers. */
  private static Parameter ofTexts(Column column, List<String> texts) {
    Map<String, String> labels = ValueLabels.of(texts);
    List<String> labelled = texts.stream().map(text -> labels.getOrDefault(text, text)).toList();
    double[] numbers = labelled.stream().mapToDouble(CellSummary::number).toArray();
    return Arrays.stream(numbers).allMatch(Double::isFinite)
        ? ofNumbers(column, numbers)
        : new Parameter(column.name(), column.unit(), new double[0], labelled);
  }

  private static double number(String text) {
    try {
      return NumberText.parse(text);
    } catch (NumberFormatException word) {
      return Double.NaN;
    }
  }

  private static Parameter ofNumbers(Column column, double[] numbers) {
    boolean finite = IntStream.range(0, numbers.length).allMatch(i -> Double.isFinite(numbers[i]));
    return new Parameter(
        column.name(), column.unit(), finite ? numbers : new double[0], texts(numbers));
  }

  /** Rounded for readers, unless that makes values equal that are not. */
  private static List<String> texts(double[] numbers) {
    List<String> rounded =
        IntStream.range(0, numbers.length).mapToObj(i -> Rounded.text(numbers[i])).toList();
    long values = IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).distinct().count();
    return rounded.stream().distinct().count() == values
        ? rounded
        : IntStream.range(0, numbers.length)
            .mapToObj(i -> Double.isNaN(numbers[i]) ? "" : NumberText.format(numbers[i]))
            .toList();
  }
}
