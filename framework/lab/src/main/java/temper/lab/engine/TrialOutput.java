package temper.lab.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import temper.lab.store.CsvWriter;
import temper.lab.study.Column;
import temper.lab.study.TableSchema;
import temper.numerics.NumberText;
import temper.plugin.Names;

/** Rows and metrics of one trial, checked against their columns and held as CSV text. */
final class TrialOutput {

  /** Everything that was written up to a checkpoint. */
  record State(List<@Nullable String> metrics, List<RowBuffer> tables) {}

  /** What a record can hold, with room for metrics and the newest rows. */
  private static final long MOST_BYTES = 508L << 20;

  private final List<Column> metricColumns;
  private final List<TableSchema> schemas;
  private final Map<String, Integer> metricPlaces = new HashMap<>();
  private final Map<String, Integer> tablePlaces = new HashMap<>();
  private final @Nullable String[] metrics;
  private final RowBuffer[] tables;

  TrialOutput(List<Column> metricColumns, List<TableSchema> schemas) {
    this.metricColumns = metricColumns;
    this.schemas = schemas;
    this.metrics = new String[metricColumns.size()];
    this.tables = new RowBuffer[schemas.size()];
    for (int i = 0; i < metricColumns.size(); i++) {
      metricPlaces.put(metricColumns.get(i).name(), i);
    }
    for (int i = 0; i < schemas.size(); i++) {
      tablePlaces.put(schemas.get(i).name(), i);
      tables[i] = new RowBuffer();
    }
  }

  void metric(String name, double value) {
    set(name, Column.Type.NUMBER, NumberText.format(value));
  }

  void metric(String name, long value) {
    set(name, Column.Type.INTEGER, Long.toString(value));
  }

  void metric(String name, boolean value) {
    set(name, Column.Type.BOOLEAN, Boolean.toString(value));
  }

  void metric(String name, String value) {
    set(name, Column.Type.TEXT, value);
  }

  private void set(String name, Column.Type type, String text) {
    Integer place = metricPlaces.get(name);
    if (place == null) {
      throw new IllegalArgumentException(
          "metric '" + name + "' is not declared." + Names.suggestion(name, metricPlaces.keySet()));
    }
    Column column = metricColumns.get(place);
    boolean wholeNumber = type == Column.Type.INTEGER && column.type() == Column.Type.NUMBER;
    if (column.type() != type && !wholeNumber) {
      throw new IllegalArgumentException(
          "metric '" + name + "' is declared as " + column.type() + ", not " + type);
    }
    if (metrics[place] != null) {
      throw new IllegalArgumentException("metric '" + name + "' was set before");
    }
    metrics[place] = text;
  }

  void row(String table, @Nullable Object[] cells) {
    Integer place = tablePlaces.get(table);
    if (place == null) {
      throw new IllegalArgumentException(
          "table '" + table + "' is not declared." + Names.suggestion(table, tablePlaces.keySet()));
    }
    List<Column> columns = schemas.get(place).columns();
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "table '"
              + table
              + "' has "
              + columns.size()
              + " columns, got "
              + cells.length
              + " cells");
    }
    refuseTooManyRows();
    StringBuilder out = tables[place].row();
    int mark = out.length();
    try {
      for (int i = 0; i < cells.length; i++) {
        if (i > 0) {
          out.append(',');
        }
        append(out, table, columns.get(i), cells[i]);
      }
      tables[place].endRow();
    } catch (IllegalArgumentException wrong) {
      out.setLength(mark);
      throw wrong;
    }
  }

  private void refuseTooManyRows() {
    long all = 0;
    for (RowBuffer rows : tables) {
      all += rows.length();
    }
    if (all > MOST_BYTES) {
      throw new IllegalArgumentException(
          "the rows of one trial can take at most "
              + (MOST_BYTES >> 20)
              + " MB, and the next one is too many: write fewer rows, or divide the trial");
    }
  }

  private static void append(
      StringBuilder out, String table, Column column, @Nullable Object cell) {
    if (cell == null) {
      return;
    }
    switch (column.type()) {
      case NUMBER -> {
        if (cell instanceof Double number) {
          NumberText.append(out, number);
          return;
        }
        if (cell instanceof Float number) {
          out.append(NumberText.format(number.floatValue()));
          return;
        }
        if (cell instanceof Integer || cell instanceof Long) {
          out.append(cell);
          return;
        }
      }
      case INTEGER -> {
        if (cell instanceof Integer || cell instanceof Long) {
          out.append(cell);
          return;
        }
      }
      case BOOLEAN -> {
        if (cell instanceof Boolean) {
          out.append(cell);
          return;
        }
      }
      case TEXT -> {
        if (cell instanceof String text) {
          out.append(new CsvWriter().cell(text));
          return;
        }
      }
    }
    throw new IllegalArgumentException(
        "column '"
            + column.name()
            + "' of table '"
            + table
            + "' holds "
            + column.type()
            + ", got "
            + cell.getClass().getSimpleName()
            + " "
            + cell);
  }

  /** The cells of all metrics as CSV, empty where a metric was not set. */
  String metricsCsv() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < metrics.length; i++) {
      if (i > 0) {
        out.append(',');
      }
      String text = metrics[i];
      if (text != null) {
        out.append(new CsvWriter().cell(text));
      }
    }
    return out.toString();
  }

  /** Whether a table is among those of the experiment. */
  boolean declares(TableSchema schema) {
    return schemas.contains(schema);
  }

  /** The first cells of the rows of a table in which they are never quoted; none without it. */
  List<String> firstCells(TableSchema schema) {
    int place = schemas.indexOf(schema);
    return place < 0
        ? List.of()
        : tables[place].text().lines().map(row -> row.substring(0, row.indexOf(','))).toList();
  }

  /** The names of the metrics that were not set. */
  List<String> missingMetrics() {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < metrics.length; i++) {
      if (metrics[i] == null) {
        missing.add(metricColumns.get(i).name());
      }
    }
    return missing;
  }

  /** The lines of each table, in the order of their schemas. */
  List<String> tablesCsv() {
    List<String> out = new ArrayList<>(tables.length);
    for (RowBuffer table : tables) {
      out.add(table.text());
    }
    return out;
  }

  void writeState(DataOutput out) throws IOException {
    for (String metric : metrics) {
      out.writeBoolean(metric != null);
      if (metric != null) {
        RowBuffer.writeBytes(out, metric.getBytes(StandardCharsets.UTF_8));
      }
    }
    for (RowBuffer table : tables) {
      table.write(out);
    }
  }

  State readState(DataInput in) throws IOException {
    List<@Nullable String> savedMetrics = new ArrayList<>();
    for (int i = 0; i < metrics.length; i++) {
      savedMetrics.add(
          in.readBoolean() ? new String(RowBuffer.readBytes(in), StandardCharsets.UTF_8) : null);
    }
    List<RowBuffer> savedTables = new ArrayList<>();
    for (int i = 0; i < tables.length; i++) {
      savedTables.add(RowBuffer.read(in));
    }
    return new State(savedMetrics, savedTables);
  }

  void restore(State state) {
    for (int i = 0; i < metrics.length; i++) {
      metrics[i] = state.metrics().get(i);
    }
    for (int i = 0; i < tables.length; i++) {
      tables[i] = state.tables().get(i);
    }
  }
}
