package temper.lab.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import temper.lab.config.Plot;
import temper.lab.config.RowFilter;
import temper.lab.store.CsvTables;
import temper.lab.store.Outcome;
import temper.lab.study.Column;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.numerics.NumberText;

/**
 * The rows that a plot draws: those of trials that ended ok, as far as they pass its filters and
 * have a value.
 */
final class PlotRows {

  private final Plot plot;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<String, double[]> numbers = new HashMap<>();
  private final Map<String, List<String>> texts = new HashMap<>();

  /** Where rows stand in their table. */
  private final int[] origins;

  private final int[] rows;
  private final int diverged;
  private final int withoutValue;

  PlotRows(Plot plot, CsvTables tables) {
    this.plot = plot;
    String file = plot.table().isEmpty() ? "trials" : plot.table();
    Table trials = tables.trials(plot.experiment());
    Table table = plot.table().isEmpty() ? trials : tables.table(plot.experiment(), file);
    tables.columns(plot.experiment(), file).forEach(column -> columns.put(column.name(), column));
    Table ok = trials.where("outcome", Outcome.OK.label());
    diverged = trials.where("outcome", Outcome.DIVERGED.label()).rows();
    Set<String> whole = new HashSet<>(ok.texts("trial"));
    List<String> trial = table.texts("trial");
    origins =
        passing(
            table,
            IntStream.range(0, table.rows())
                .filter(row -> whole.contains(trial.get(row)))
                .toArray());
    BitSet passing = set(IntStream.of(origins));
    Table wanted = table.select(passing::get);
    for (Column column : columns.values()) {
      if (numeric(column.name())) {
        numbers.put(column.name(), wanted.numbers(column.name()));
      } else {
        texts.put(column.name(), wanted.texts(column.name()));
      }
    }
    double[] y = numbers(plot.y());
    rows =
        IntStream.range(0, wanted.rows())
            .filter(row -> Double.isFinite(y[row]) && hasX(row))
            .toArray();
    withoutValue = wanted.rows() - rows.length;
  }

  private boolean hasX(int row) {
    return !numeric(plot.x()) || Double.isFinite(numbers(plot.x())[row]);
  }

  /** Those of some rows of a table that pass all filters. */
  private int[] passing(Table table, int[] of) {
    int[] kept = of;
    for (RowFilter filter : plot.where()) {
      IntPredicate passes;
      if (filter.numeric()) {
        double[] values = table.numbers(filter.column());
        passes = row -> filter.passes(values[row]);
      } else {
        List<String> values = table.texts(filter.column());
        passes = row -> filter.passes(values.get(row));
      }
      kept = IntStream.of(kept).filter(passes).toArray();
    }
    return kept;
  }

  private static BitSet set(IntStream places) {
    BitSet set = new BitSet();
    places.forEach(set::set);
    return set;
  }

  /** Reads some rows, and no others, from tables that note what is read. */
  void read(Tables noting, IntStream drawn) {
    BitSet read = set(drawn.map(row -> origins[row]));
    String experiment = plot.experiment();
    Table table =
        plot.table().isEmpty() ? noting.trials(experiment) : noting.table(experiment, plot.table());
    table.select(read::get).numbers(plot.y());
  }

  /** All rows that are drawn. */
  int[] all() {
    return rows.clone();
  }

  /** Trials that diverged, whose rows are not drawn. */
  int diverged() {
    return diverged;
  }

  /** Rows without a value that can be drawn. */
  int withoutValue() {
    return withoutValue;
  }

  boolean numeric(String column) {
    return column(column).holdsNumbers();
  }

  Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException(
          "there is no column '" + name + "'; there are " + columns.keySet());
    }
    return column;
  }

  /** What stands at an axis: the label of a column, or its name with its unit. */
  String title(String name) {
    String unit = column(name).unit();
    return unit.isEmpty() || plot.labels().containsKey(name)
        ? plot.label(name)
        : name + " (" + unit + ")";
  }

  /** A column of numbers by row. */
  double[] numbers(String column) {
    column(column);
    return java.util.Objects.requireNonNull(numbers.get(column));
  }

  /** The value of a column in a row as text. */
  String text(String column, int row) {
    if (numeric(column)) {
      double value = numbers(column)[row];
      return Double.isNaN(value) ? "" : NumberText.format(value);
    }
    return java.util.Objects.requireNonNull(texts.get(column)).get(row);
  }

  /** Some rows split by the values of a column, in the order of its values. */
  Map<String, int[]> split(int[] of, String column) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    Arrays.stream(of)
        .forEach(
            row -> groups.computeIfAbsent(text(column, row), key -> new ArrayList<>()).add(row));
    Map<String, int[]> out = new LinkedHashMap<>();
    groups.forEach((value, members) -> out.put(value, array(members)));
    return out;
  }

  private static int[] array(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Parameters that differ within what is drawn at one place. */
  List<String> pooled(Set<String> named, List<String> parameters) {
    return parameters.stream()
        .filter(name -> !named.contains(name) && columns.containsKey(name))
        .filter(name -> Arrays.stream(rows).mapToObj(row -> text(name, row)).distinct().count() > 1)
        .toList();
  }
}
