package temper.lab.store;

import java.util.List;
import java.util.Locale;
import temper.lab.study.Column;
import temper.lab.study.TableSchema;

/** The file {@code columns.csv}: what each column of each file of an experiment means. */
final class DataDictionary {

  static final String FILE = "columns.csv";
  static final List<String> HEADER = List.of("file", "column", "type", "unit", "description");

  private static final Column TRIAL =
      Column.text("trial", "identifier of the trial: 64 bits of a hash of what it is");
  private static final Column REPLICATE =
      Column.integer("replicate", "number of the replicate, counted from 0");

  private final CsvWriter out = new CsvWriter();

  private DataDictionary() {}

  static byte[] of(Layout layout) {
    DataDictionary dictionary = new DataDictionary();
    dictionary.out.row(HEADER);
    dictionary.keys("plan.csv", layout.parameters());
    dictionary.keys("trials.csv", layout.parameters());
    dictionary.add(
        "trials.csv", Column.text("outcome", "how the trial ended: ok, diverged, failed"));
    dictionary.add("trials.csv", Column.text("reason", "why it diverged or failed"));
    dictionary.add("trials.csv", layout.metrics());
    dictionary.add("summary.csv", layout.parameters());
    dictionary.add("summary.csv", Summary.columns(layout.metrics()));
    for (TableSchema table : layout.tables()) {
      dictionary.keys(table.name() + ".csv", layout.varyingColumns());
      dictionary.add(table.name() + ".csv", table.columns());
    }
    dictionary.add(
        Checksums.FILE,
        List.of(
            Column.text("first_trial", "identifier of the first trial of a block in plan order"),
            Column.integer("trials", "number of trials of the block"),
            Column.text(
                "crc32c", "checksum of their rows in all files, by which damage is found")));
    return dictionary.out.toBytes();
  }

  private void keys(String file, List<Column> parameters) {
    add(file, TRIAL);
    add(file, REPLICATE);
    add(file, parameters);
  }

  private void add(String file, List<Column> columns) {
    columns.forEach(column -> add(file, column));
  }

  private void add(String file, Column column) {
    out.row(
        List.of(
            file,
            column.name(),
            column.type().name().toLowerCase(Locale.ROOT),
            column.unit(),
            column.description()));
  }
}
