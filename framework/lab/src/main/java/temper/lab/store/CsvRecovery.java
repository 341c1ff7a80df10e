package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import temper.lab.study.Column;
import temper.lab.study.TableSchema;

/**
 * Gets records back from committed CSV files. The rows of {@code trials.csv} and of the tables are
 * read side by side, and a block of trials is taken only if it fits its checksum.
 */
final class CsvRecovery {

  /** Where recovered records go: first on trial, then for good or away. */
  interface Target {

    /** Whether a record is there already, or must not come back. */
    boolean isDecided(long id);

    /** Takes a record on trial. */
    void stage(StoredRecord record);

    /** Keeps all records on trial. */
    void keep() throws IOException;

    /** Drops all records on trial. */
    void drop();
  }

  private final Path folder;
  private final Path trialsFile;
  private final Layout layout;
  private final Disk disk;
  private final Consumer<Collection<Long>> unchecked;
  private final Consumer<Notice> notices;
  private final TrialIndex ordinals = new TrialIndex();

  /**
   * A recovery.
   *
   * @param unchecked hears of the trials that are about to be taken without a checksum
   */
  CsvRecovery(
      Path folder,
      Layout layout,
      Disk disk,
      Consumer<Collection<Long>> unchecked,
      Consumer<Notice> notices) {
    this.folder = folder;
    this.trialsFile = folder.resolve("trials.csv");
    this.layout = layout;
    this.disk = disk;
    this.unchecked = unchecked;
    this.notices = notices;
  }

  void recover(Target target) throws IOException {
    if (!Files.exists(trialsFile)) {
      return;
    }
    if (!headerFits()) {
      setAside(trialsFile, "has other columns than the experiment");
      for (TableSchema schema : layout.tables()) {
        setAside(folder.resolve(schema.name() + ".csv"), "belongs to " + trialsFile.getFileName());
      }
      return;
    }
    if (!readOrdinals(target)) {
      return;
    }
    List<Checksums.Block> blocks = Checksums.read(folder);
    if (blocks == null) {
      takeUnchecked(target);
    } else {
      Taking taking = new Taking(target, blocks);
      walk(taking);
      taking.close();
    }
  }

  /** Nothing tells whether rows were changed: the trials are taken, and marked as such. */
  private void takeUnchecked(Target target) throws IOException {
    List<Long> ids = new ArrayList<>();
    boolean whole =
        walk(
            (record, line) -> {
              if (!target.isDecided(record.id())) {
                ids.add(record.id());
              }
            });
    if (whole) {
      notices.accept(
          new Notice(
              folder.resolve(Checksums.FILE).toString(),
              0,
              "is missing or damaged: "
                  + ids.size()
                  + " trials are taken from the other files unchecked, and marked so in "
                  + UncheckedTrials.FILE
                  + " until `temper verify` has run them again"));
      unchecked.accept(ids);
      walk(new Taking(target, null));
    } else {
      notices.accept(
          new Notice(
              folder.resolve(Checksums.FILE).toString(),
              0,
              "is missing or damaged, and a table too: trials cannot be told from those whose rows"
                  + " are lost; all count as not run"));
    }
  }

  /** Hears of each trial with its rows. */
  private interface Visitor {

    void visit(StoredRecord record, long line) throws IOException;
  }

  /** Reads all files side by side; returns whether all tables were whole. */
  private boolean walk(Visitor visitor) throws IOException {
    List<TableCursor> tables = openTables();
    try {
      if (tables.size() < layout.tables().size()) {
        return false;
      }
      StoredRecord record = new StoredRecord(layout);
      int width = layout.trialsHeader().size();
      try (CsvReader in = CsvReader.open(trialsFile)) {
        in.next();
        while (in.next()) {
          if (problem(in, width) == null) {
            read(in, tables, record);
            visitor.visit(record, in.line());
          }
        }
      }
      return tables.stream().noneMatch(TableCursor::isDamaged);
    } finally {
      for (TableCursor table : tables) {
        table.close();
      }
    }
  }

  private boolean headerFits() throws IOException {
    try (CsvReader in = CsvReader.open(trialsFile)) {
      return in.next() && in.problem() == null && in.texts().equals(layout.trialsHeader());
    }
  }

  private void setAside(Path file, String why) throws IOException {
    Aside.move(file, 1, why, disk, notices);
  }

  /** Numbers the trials, and tells whether there is one that the target does not have. */
  private boolean readOrdinals(Target target) throws IOException {
    boolean anyNew = false;
    long ordinal = 0;
    int width = layout.trialsHeader().size();
    try (CsvReader in = CsvReader.open(trialsFile)) {
      in.next();
      while (in.next()) {
        String problem = problem(in, width);
        if (problem == null) {
          long id = TrialRecord.id(in.text(0));
          ordinals.put(id, ++ordinal);
          anyNew |= !target.isDecided(id);
        } else {
          anyNew = true;
          notices.accept(
              new Notice(
                  trialsFile.toString(),
                  in.line(),
                  problem + "; the line is left out and its trial counts as not run"));
        }
      }
    }
    return anyNew;
  }

  private @Nullable String problem(CsvReader in, int width) {
    if (in.problem() != null) {
      return in.problem();
    }
    if (in.cells() != width) {
      return in.cells() + " cells, not " + width;
    }
    String outcome = in.text(2 + layout.parameters().size());
    if (Outcome.of(outcome).isEmpty()) {
      return "'" + outcome + "' is no outcome";
    }
    try {
      TrialRecord.id(in.text(0));
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** Opens the tables; fewer than there are if one cannot be used. */
  private List<TableCursor> openTables() throws IOException {
    List<TableCursor> tables = new ArrayList<>();
    List<String> parameters = layout.parameters().stream().map(Column::name).toList();
    for (TableSchema schema : layout.tables()) {
      Path file = folder.resolve(schema.name() + ".csv");
      if (!Files.exists(file)) {
        notices.accept(new Notice(file.toString(), 0, "is missing; no trial counts as run"));
        break;
      }
      TableCursor table = TableCursor.open(file, parameters, schema, ordinals, notices);
      if (table == null) {
        setAside(file, "has other columns than the experiment, so that no trial counts as run");
        break;
      }
      tables.add(table);
    }
    return tables;
  }

  private void read(CsvReader in, List<TableCursor> tables, StoredRecord record)
      throws IOException {
    long id = TrialRecord.id(in.text(0));
    int at = 2 + layout.parameters().size();
    List<String> rows = new ArrayList<>(tables.size());
    for (TableCursor table : tables) {
      rows.add(table.rowsOf(id));
    }
    record.set(
        new TrialRecord(
            id,
            Outcome.of(in.text(at)).orElseThrow(),
            in.text(at + 1).replace('\n', ' ').replace('\r', ' '),
            in.raw(at + 2),
            rows,
            "",
            0));
  }

  /** Takes blocks of trials that fit their checksums. */
  private final class Taking implements Visitor {

    private final Target target;
    private final @Nullable List<Checksums.Block> blocks;
    private final TrialIndex firsts = new TrialIndex();
    private final CRC32C check = new CRC32C();
    private Checksums.@Nullable Block block;
    private long seen;
    private long undecided;
    private long line;

    Taking(Target target, @Nullable List<Checksums.Block> blocks) {
      this.target = target;
      this.blocks = blocks;
      for (int i = 0; blocks != null && i < blocks.size(); i++) {
        firsts.put(blocks.get(i).first(), i + 1);
      }
    }

    @Override
    public void visit(StoredRecord record, long atLine) throws IOException {
      if (blocks == null) {
        stage(record);
        target.keep();
        return;
      }
      long number = firsts.get(record.id());
      if (number != TrialIndex.ABSENT) {
        close();
        block = blocks.get((int) number - 1);
        line = atLine;
      }
      if (block == null) {
        if (!target.isDecided(record.id())) {
          refuse(atLine, 1, "has no checksum");
        }
        return;
      }
      record.addTo(check);
      seen++;
      stage(record);
      if (seen == block.trials()) {
        close();
      }
    }

    private void stage(StoredRecord record) throws IOException {
      if (!target.isDecided(record.id())) {
        target.stage(record);
        undecided++;
      }
    }

    void close() throws IOException {
      if (block == null) {
        return;
      }
      if (seen == block.trials() && Checksums.text(check).equals(block.check())) {
        target.keep();
      } else {
        target.drop();
        if (undecided > 0) {
          refuse(
              line,
              undecided,
              "does not fit its checksum: rows here or in a table are changed or lost");
        }
      }
      check.reset();
      block = null;
      seen = 0;
      undecided = 0;
    }

    private void refuse(long atLine, long trials, String why) {
      notices.accept(
          new Notice(
              trialsFile.toString(),
              atLine,
              (trials == 1
                      ? "this trial "
                      : "a block of which " + trials + " trials are nowhere else ")
                  + why
                  + "; counts as not run"));
    }
  }
}
