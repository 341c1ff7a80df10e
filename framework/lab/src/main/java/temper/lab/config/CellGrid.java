package temper.lab.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Table;
import temper.numerics.NumberText;

/**
 * The parameters that differ between the cells of a design, as they stand in its tables.
 *
 * @param columns parameters with more than one value
 * @param cells the values of each cell, in the order of the columns; empty where a parameter is
 *     missing
 * @since 0.1
 */
public record CellGrid(List<Column> columns, List<List<String>> cells) {

  /** How the name of a column ends that says what a label in another column stands for. */
  static final String VALUE = ".value";

  /** Copies the lists. */
  public CellGrid {
    columns = List.copyOf(columns);
    cells = List.copyOf(cells);
  }

  /**
   * The cells of a design, before anything runs.
   *
   * @param experiment the experiment
   * @param design its cells
   * @param parameters reads parameter records
   * @param <P> the record of parameters
   * @return its grid
   */
  public static <P extends Record> CellGrid of(
      Experiment<P> experiment, SweptDesign<P> design, Parameters parameters) {
    CellTexts<P> texts = CellTexts.of(experiment, design, parameters);
    Design<P> made = design.design();
    List<List<String>> rows = new ArrayList<>();
    for (long cell = 0; cell < made.cells(); cell++) {
      rows.add(texts.of(cell, made.cell().apply(cell)));
    }
    return varying(texts.columns(), rows);
  }

  /**
   * The cells of an experiment that ran.
   *
   * @param summary its summary, a row for each cell
   * @param parameters the columns of its parameters
   * @return its grid, equal to that of its design
   */
  public static CellGrid of(Table summary, List<Column> parameters) {
    List<List<String>> columns = new ArrayList<>();
    for (Column column : parameters) {
      columns.add(column.holdsNumbers() ? numbers(summary, column) : summary.texts(column.name()));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < summary.rows(); row++) {
      int cell = row;
      rows.add(columns.stream().map(column -> column.get(cell)).toList());
    }
    return varying(parameters, rows);
  }

  private static List<String> numbers(Table table, Column column) {
    List<String> texts = new ArrayList<>();
    for (double number : table.numbers(column.name())) {
      texts.add(Double.isNaN(number) ? "" : NumberText.format(number));
    }
    return texts;
  }

  /**
   * Whether a parameter differs between cells.
   *
   * @param column name of its column
   * @return true if it is one of the columns
   */
  public boolean varies(String column) {
    return columns.stream().anyMatch(one -> one.name().equals(column));
  }

  /**
   * Whether a column only says what the labels in another one stand for.
   *
   * @param name name of the column
   * @param columns all columns of parameters
   * @return true for {@code rate.value} beside labels in {@code rate}
   */
  public static boolean explainsLabel(String name, List<Column> columns) {
    return name.endsWith(VALUE)
        && columns.stream()
            .anyMatch(
                one ->
                    one.type() == Column.Type.TEXT
                        && one.name().length() + VALUE.length() == name.length()
                        && name.startsWith(one.name()));
  }

  /**
   * The parameter whose labels a column explains.
   *
   * @param name name of a column
   * @return {@code rate} of {@code rate.value}; the name itself where it does not end so
   */
  public static String labelOf(String name) {
    return name.endsWith(VALUE) ? name.substring(0, name.length() - VALUE.length()) : name;
  }

  private static CellGrid varying(List<Column> columns, List<List<String>> rows) {
    List<Integer> kept =
        IntStream.range(0, columns.size())
            .filter(i -> !explainsLabel(columns.get(i).name(), columns))
            .filter(i -> rows.stream().map(row -> row.get(i)).distinct().limit(2).count() > 1)
            .boxed()
            .toList();
    return new CellGrid(
        kept.stream().map(columns::get).toList(),
        rows.stream()
            .map(row -> kept.stream().map(i -> normal(columns.get(i), row.get(i))).toList())
            .toList());
  }

  /** A number as it is read back from a table, which knows doubles only. */
  private static String normal(Column column, String text) {
    if (!column.holdsNumbers() || text.isEmpty()) {
      return text;
    }
    double number = NumberText.parse(text);
    return Double.isNaN(number) ? "" : NumberText.format(number);
  }

  /**
   * The names of the parameters.
   *
   * @return names in the order of the columns
   */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * The place of a parameter.
   *
   * @param name name of its column
   * @return its index, or -1 if it has one value in all cells
   */
  public int index(String name) {
    return names().indexOf(name);
  }

  /**
   * The values of a parameter.
   *
   * @param column its index
   * @return different values in the order of their appearance
   */
  public List<String> values(int column) {
    LinkedHashSet<String> values = new LinkedHashSet<>();
    cells.forEach(cell -> values.add(cell.get(column)));
    return List.copyOf(values);
  }

  /** The values of a parameter that a text may mean: itself, an equal number, or a plug-in. */
  List<String> meant(int column, String text) {
    List<String> values = values(column);
    if (values.contains(text)) {
      return List.of(text);
    }
    if (columns.get(column).holdsNumbers()) {
      Optional<String> number = number(text).filter(values::contains);
      return number.map(List::of).orElse(List.of());
    }
    return values.stream().filter(value -> value.startsWith(text + "(")).toList();
  }

  private static Optional<String> number(String text) {
    try {
      return Optional.of(NumberText.format(NumberText.parse(text)));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }
}
