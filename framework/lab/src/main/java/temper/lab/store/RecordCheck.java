package temper.lab.store;

import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.TableSchema;

/** Checks that the cells of a record fit the columns of its layout in number. */
final class RecordCheck {

  private final Layout layout;

  RecordCheck(Layout layout) {
    this.layout = layout;
  }

  /**
   * A record that fits, with a cell for each metric even if none was set.
   *
   * @throws IllegalArgumentException naming trial and table if it does not fit
   */
  TrialRecord whole(TrialRecord record) {
    check(record);
    if (!record.metrics().isEmpty()) {
      return record;
    }
    return new TrialRecord(
        record.id(),
        record.outcome(),
        record.reason(),
        ",".repeat(Math.max(0, layout.metrics().size() - 1)),
        record.tables(),
        record.failure(),
        record.nanos());
  }

  private void check(TrialRecord record) {
    List<TableSchema> schemas = layout.tables();
    if (record.tables().size() != schemas.size()) {
      throw unfit(record, record.tables().size() + " tables, not " + schemas.size());
    }
    if (!record.metrics().isEmpty()) {
      int end = row(record, "metrics", record.metrics(), 0, layout.metrics());
      if (end != record.metrics().length()) {
        throw unfit(record, "metrics of more than one line");
      }
    }
    for (int i = 0; i < schemas.size(); i++) {
      String rows = record.tables().get(i);
      String where = "table '" + schemas.get(i).name() + "'";
      for (int at = 0; at < rows.length(); ) {
        int end = row(record, where, rows, at, schemas.get(i).columns());
        if (end == rows.length()) {
          throw unfit(record, where + " ends without a line feed");
        }
        at = end + 1;
      }
    }
  }

  /** Checks the row that begins at a place, and returns where its line feed is or should be. */
  private static int row(
      TrialRecord record, String where, String text, int from, List<Column> columns) {
    int cells = 1;
    boolean quoted = false;
    int at = from;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells++;
      } else if (c == '\n' && !quoted) {
        break;
      }
    }
    if (cells != columns.size() || quoted) {
      throw unfit(record, where + " has a row of " + cells + " cells, not " + columns.size());
    }
    return at;
  }

  private static IllegalArgumentException unfit(TrialRecord record, String what) {
    return new IllegalArgumentException("trial " + TrialRecord.hex(record.id()) + ": " + what);
  }
}
