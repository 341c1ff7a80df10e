package temper.lab.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import temper.lab.config.CellGrid;
import temper.lab.store.CsvTables;
import temper.lab.store.Outcome;
import temper.lab.study.Column;
import temper.lab.study.Table;
import temper.numerics.NumberText;
import temper.random.StreamRoot;

/**
 * What a forest is shown: a row for each trial that ended ok, with the swept parameters as numbers
 * and one metric.
 *
 * @param names names of the parameters
 * @param x a row of parameters for each trial; a parameter of words has the numbers of its values
 * @param y the metric
 * @param values texts of the values of each parameter of words by their numbers; empty for numbers
 * @param leftOut trials that did not end ok or have no value
 */
@SuppressWarnings("ArrayRecordComponent") // A short-lived value that nobody compares.
record Features(
    List<String> names, double[][] x, double[] y, List<List<String>> values, int leftOut) {

  /** A forest of more rows than these learns no more about a few parameters. */
  static final int MOST_ROWS = 20_000;

  static Features of(CsvTables tables, String experiment, String metric) {
    Table trials = tables.trials(experiment);
    List<Column> columns = tables.columns(experiment, "summary");
    List<Column> parameters =
        columns.subList(0, columns.stream().map(Column::name).toList().indexOf("ok"));
    CellGrid grid = CellGrid.of(tables.summary(experiment), parameters);
    double[][] cells = new double[grid.cells().size()][grid.columns().size()];
    List<List<String>> values = new ArrayList<>();
    for (int i = 0; i < grid.columns().size(); i++) {
      values.add(encode(grid, i, cells));
    }
    double[] replicates = trials.numbers("replicate");
    double[] metricValues = trials.numbers(metric);
    List<String> outcomes = trials.texts("outcome");
    List<double[]> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    int cell = -1;
    boolean[] chosen = chosen(trials.rows(), experiment);
    int leftOut = 0;
    for (int row = 0; row < trials.rows(); row++) {
      cell += replicates[row] == 0 ? 1 : 0;
      boolean whole =
          outcomes.get(row).equals(Outcome.OK.label()) && Double.isFinite(metricValues[row]);
      leftOut += whole ? 0 : 1;
      if (whole && chosen[row]) {
        x.add(cells[cell]);
        y.add(metricValues[row]);
      }
    }
    return new Features(
        grid.names(),
        x.toArray(double[][]::new),
        y.stream().mapToDouble(Double::doubleValue).toArray(),
        values,
        leftOut);
  }

  /** Writes a parameter into the cells; a missing number is less than all others. */
  /**
   * The rows that are learned from. Every second or third one would fall in step with a parameter
   * of a grid, of which but one value would be left.
   */
  static boolean[] chosen(int rows, String experiment) {
    boolean[] chosen = new boolean[rows];
    int[] order = new StreamRoot("importance").stream(experiment, 0, "rows").permutation(rows);
    for (int i = 0; i < Math.min(rows, MOST_ROWS); i++) {
      chosen[order[i]] = true;
    }
    return chosen;
  }

  private static List<String> encode(CellGrid grid, int column, double[][] cells) {
    boolean number = grid.columns().get(column).holdsNumbers();
    List<String> values = grid.values(column);
    double least =
        number
            ? values.stream()
                    .filter(text -> !text.isEmpty())
                    .mapToDouble(NumberText::parse)
                    .min()
                    .orElse(0)
                - 1
            : 0;
    for (int cell = 0; cell < cells.length; cell++) {
      String text = grid.cells().get(cell).get(column);
      cells[cell][column] =
          !number ? values.indexOf(text) : text.isEmpty() ? least : NumberText.parse(text);
    }
    return number ? List.of() : values;
  }

  /** The same rows with another metric. */
  Features with(double[] other) {
    return new Features(names, x, other, values, leftOut);
  }

  /** Different rows of parameters, at most so many of them at equal distances. */
  double[][] distinct(int most) {
    List<double[]> rows = Arrays.stream(x).map(Row::new).distinct().map(Row::values).toList();
    int kept = Math.min(most, rows.size());
    return IntStream.range(0, kept)
        .mapToObj(i -> rows.get((int) ((long) i * rows.size() / kept)))
        .toArray(double[][]::new);
  }

  /** A row that equals others of the same numbers. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by content.
  private record Row(double[] values) {
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
      return other instanceof Row row && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }
}
