package temper.lab.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import temper.lab.plot.ValueLabels;
import temper.lab.store.TableReader;
import temper.lab.study.Column;
import temper.lab.study.Table;

/** A CSV file of results as it is written, cell by cell, so that every cell can be pointed to. */
final class Sheet {

  private final Path file;
  private final List<String> columns;
  private final int rows;

  /** The cells by column: a table copies a column whenever it is asked for. */
  private final Map<String, List<String>> cells = new HashMap<>();

  private Sheet(Path file, List<String> columns, Table table) {
    this.file = file;
    this.columns = columns;
    this.rows = table.rows();
    columns.forEach(column -> cells.put(column, table.texts(column)));
  }

  /** Reads a file; refuses one with other columns. */
  static Sheet read(Path file, List<String> columns) {
    List<Column> texts = columns.stream().map(name -> Column.text(name, "")).toList();
    return new Sheet(file, List.copyOf(columns), TableReader.read(file, texts));
  }

  Path file() {
    return file;
  }

  List<String> columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  String text(int row, String column) {
    return texts(column).get(row);
  }

  List<String> texts(String column) {
    List<String> texts = cells.get(column);
    if (texts == null) {
      throw new IllegalArgumentException(
          "no column '" + column + "' in " + file + "; columns are " + columns);
    }
    return texts;
  }

  /** The line of a row in its file; the first line is the header. */
  static int line(int row) {
    return row + 2;
  }

  /** A cell as a number; NaN where it is missing. */
  double number(int row, String column) {
    return number(text(row, column));
  }

  /** A text as a number; NaN if it is empty. */
  static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  /** The rows in which all of the named columns have the given values. */
  List<Integer> where(Map<String, String> wanted) {
    return where(wanted, (column, text) -> text);
  }

  /** The same by the short labels that reports and figures show for values. */
  List<Integer> whereLabelled(Map<String, String> wanted) {
    Map<String, Map<String, String>> labels = new HashMap<>();
    wanted.keySet().forEach(column -> labels.put(column, ValueLabels.of(texts(column))));
    return where(
        wanted, (column, text) -> labels.getOrDefault(column, Map.of()).getOrDefault(text, text));
  }

  private List<Integer> where(Map<String, String> wanted, BinaryOperator<String> shown) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      int row = i;
      if (wanted.entrySet().stream()
          .allMatch(
              entry ->
                  shown
                      .apply(entry.getKey(), text(row, entry.getKey()))
                      .equals(entry.getValue()))) {
        found.add(row);
      }
    }
    return found;
  }
}
