package temper.lab.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import temper.lab.study.Column;
import temper.lab.study.Table;

/**
 * Reads a committed CSV file into a table.
 *
 * @since 0.1
 */
public final class TableReader {

  /** Equal texts of a column are one object, up to this many different ones. */
  private static final int MOST_SHARED = 1 << 12;

  /** Letters of a wrong cell that are told. */
  private static final int MOST_SHOWN = 60;

  private final Path file;
  private final List<Column> columns;
  private final double[][] numbers;
  private final String[][] texts;
  private final List<Map<String, String>> shared = new ArrayList<>();
  private int rows;

  private TableReader(Path file, List<Column> columns) {
    this.file = file;
    this.columns = columns;
    this.numbers = new double[columns.size()][];
    this.texts = new String[columns.size()][];
    for (int i = 0; i < columns.size(); i++) {
      shared.add(new HashMap<>());
      if (columns.get(i).holdsNumbers()) {
        numbers[i] = new double[64];
      } else {
        texts[i] = new String[64];
      }
    }
  }

  /**
   * Reads a file. Numbers and integers become columns of numbers, texts and truth values columns of
   * text.
   *
   * @param file a CSV file
   * @param columns its columns, all of them in order
   * @return the rows in the order of the file
   * @throws StoreException naming file, line and column if the file cannot be read or does not fit
   */
  public static Table read(Path file, List<Column> columns) {
    TableReader reader = new TableReader(file, columns);
    try (CsvReader in = CsvReader.open(file)) {
      return reader.read(in);
    } catch (IOException e) {
      throw StoreException.of("cannot read", file, e);
    }
  }

  private Table read(CsvReader in) throws IOException {
    List<String> names = columns.stream().map(Column::name).toList();
    if (!in.next() || in.problem() != null || !in.texts().equals(names)) {
      throw new StoreException(file + ":1: the header is not " + String.join(",", names));
    }
    while (in.next()) {
      if (in.problem() != null) {
        throw wrong(in, in.problem());
      }
      if (in.cells() != columns.size()) {
        throw wrong(in, in.cells() + " cells, not " + columns.size());
      }
      for (int i = 0; i < columns.size(); i++) {
        cell(in, i);
      }
      rows++;
    }
    Table.Builder table = Table.builder(rows);
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).holdsNumbers()) {
        table.numbers(names.get(i), Arrays.copyOf(numbers[i], rows));
      } else {
        table.texts(names.get(i), Arrays.copyOf(texts[i], rows));
      }
    }
    return table.build();
  }

  private void cell(CsvReader in, int column) {
    String text = in.text(column);
    Column.Type type = columns.get(column).type();
    if (columns.get(column).holdsNumbers()) {
      if (rows == numbers[column].length) {
        numbers[column] = Arrays.copyOf(numbers[column], 2 * rows);
      }
      try {
        numbers[column][rows] =
            text.isEmpty()
                ? Double.NaN
                : type == Column.Type.INTEGER ? Long.parseLong(text) : Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw wrong(in, column, text, type == Column.Type.INTEGER ? "an integer" : "a number");
      }
      return;
    }
    if (type == Column.Type.BOOLEAN
        && !text.isEmpty()
        && !text.equals("true")
        && !text.equals("false")) {
      throw wrong(in, column, text, "true or false");
    }
    if (rows == texts[column].length) {
      texts[column] = Arrays.copyOf(texts[column], 2 * rows);
    }
    Map<String, String> known = shared.get(column);
    if (known.size() < MOST_SHARED) {
      String first = known.putIfAbsent(text, text);
      texts[column][rows] = first == null ? text : first;
    } else {
      texts[column][rows] = known.getOrDefault(text, text);
    }
  }

  private StoreException wrong(CsvReader in, int column, String text, String wanted) {
    boolean fits = text.length() <= MOST_SHOWN;
    String shown = fits ? text : text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN / 2));
    return wrong(
        in,
        "column '%s': '%s%s' is not %s"
            .formatted(columns.get(column).name(), shown, fits ? "" : "...", wanted));
  }

  private StoreException wrong(CsvReader in, String what) {
    return new StoreException(file + ":" + in.line() + ": " + what);
  }
}
