package temper.lab.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import temper.lab.study.Column;
import temper.lab.study.TableSchema;

/** Walks through a long-form table beside {@code trials.csv}, trial by trial. */
final class TableCursor implements Closeable {

  private final Path file;
  private final CsvReader in;
  private final int keys;
  private final int width;
  private final TrialIndex ordinals;
  private final Consumer<Notice> notices;
  private final CsvLine rows = new CsvLine();
  private boolean there;
  private boolean damaged;
  private long id;
  private long ordinal;

  private TableCursor(
      Path file, CsvReader in, int keys, int width, TrialIndex ordinals, Consumer<Notice> notices) {
    this.file = file;
    this.in = in;
    this.keys = keys;
    this.width = width;
    this.ordinals = ordinals;
    this.notices = notices;
  }

  /**
   * Opens a table. Which parameters stand in front is not asked: other ones may have varied when it
   * was written. Returns null if its own columns do not fit.
   */
  static @Nullable TableCursor open(
      Path file,
      List<String> parameters,
      TableSchema schema,
      TrialIndex ordinals,
      Consumer<Notice> notices)
      throws IOException {
    CsvReader in = CsvReader.open(file);
    List<String> own = schema.columns().stream().map(Column::name).toList();
    if (in.next() && in.problem() == null) {
      List<String> header = in.texts();
      int keys = header.size() - own.size();
      if (keys >= 2
          && header.subList(0, 2).equals(List.of("trial", "replicate"))
          && parameters.containsAll(header.subList(2, keys))
          && header.subList(keys, header.size()).equals(own)) {
        TableCursor cursor = new TableCursor(file, in, keys, header.size(), ordinals, notices);
        cursor.advance();
        return cursor;
      }
    }
    in.close();
    return null;
  }

  /** Whether there was a row that makes no sense. */
  boolean isDamaged() {
    return damaged;
  }

  /** The rows of a trial, own columns only; trials are asked for in the order of trials.csv. */
  String rowsOf(long trial) throws IOException {
    long wanted = ordinals.get(trial);
    rows.clear();
    while (there && ordinal <= wanted) {
      if (id == trial) {
        in.appendRaw(keys, rows);
        rows.append((byte) '\n');
      } else {
        complain("row of a trial that is not at this place of trials.csv; left out");
      }
      advance();
    }
    return new String(rows.bytes(), 0, rows.length(), StandardCharsets.UTF_8);
  }

  private void advance() throws IOException {
    there = false;
    while (in.next()) {
      String problem = in.problem();
      if (problem == null && in.cells() != width) {
        problem = in.cells() + " cells, not " + width;
      }
      if (problem == null) {
        try {
          id = TrialRecord.id(in.text(0));
          ordinal = ordinals.get(id);
          if (ordinal != TrialIndex.ABSENT) {
            there = true;
            return;
          }
          problem = "row of a trial that is not in trials.csv";
        } catch (IllegalArgumentException e) {
          problem = e.getMessage();
        }
      }
      complain(problem + "; left out");
    }
  }

  private void complain(String what) {
    damaged = true;
    notices.accept(new Notice(file.toString(), in.line(), what));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
