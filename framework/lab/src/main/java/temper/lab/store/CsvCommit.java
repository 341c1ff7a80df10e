package temper.lab.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import temper.lab.study.Column;
import temper.lab.study.TableSchema;

/**
 * Writes the CSV files of an experiment in plan order, from one pass over its records. All files
 * are written beside the old ones first; then they are put in their places one after another. A
 * crash between does no harm, because the journal has every record.
 */
final class CsvCommit {

  private final Path folder;
  private final Layout layout;
  private final FileWriter writer;
  private final Consumer<Notice> notices;
  private final Map<String, ReplacingOutput> outputs = new LinkedHashMap<>();
  private final CsvLine line = new CsvLine();

  // Encoded parameters of the cell that is being written.
  private long cell = -1;
  private byte[] allParameters = {};
  private byte[] varyingParameters = {};

  CsvCommit(Path folder, Layout layout, FileWriter writer, Consumer<Notice> notices) {
    this.folder = folder;
    this.layout = layout;
    this.writer = writer;
    this.notices = notices;
  }

  /** Writes the files, and returns the names of those that changed. */
  List<String> write(PlanRows plan, boolean complete, RecordLog log, UncheckedTrials unchecked)
      throws IOException {
    Folders.make(folder, writer.disk());
    try {
      long present = writePlan(plan, log);
      if (complete && present < plan.size()) {
        throw new IllegalStateException(
            "experiment '"
                + layout.experiment()
                + "' is not complete: "
                + (plan.size() - present)
                + " of "
                + plan.size()
                + " trials are missing");
      }
      if (log.size() > present) {
        notices.accept(
            new Notice(
                folder.toString(),
                0,
                (log.size() - present)
                    + " recorded trials are not in this plan; they are kept in "
                    + ResultFolder.HIDDEN
                    + " and stand in no CSV file"));
      }
      writeResults(plan, present, log);
      output("columns.csv").write(DataDictionary.of(layout));
      if (!unchecked.isEmpty()) {
        output(UncheckedTrials.FILE).write(unchecked.bytes());
      }
      List<String> changed = new ArrayList<>();
      for (Map.Entry<String, ReplacingOutput> output : outputs.entrySet()) {
        if (output.getValue().commit()) {
          changed.add(output.getKey());
        }
      }
      Path marks = folder.resolve(UncheckedTrials.FILE);
      if (unchecked.isEmpty() && Files.exists(marks)) {
        writer.disk().delete(marks);
        changed.add(UncheckedTrials.FILE);
      }
      if (!changed.isEmpty()) {
        writer.disk().forceDirectory(folder);
      }
      return changed;
    } finally {
      for (ReplacingOutput output : outputs.values()) {
        output.close();
      }
    }
  }

  private ReplacingOutput output(String name) throws IOException {
    ReplacingOutput output = writer.output(folder.resolve(name));
    outputs.put(name, output);
    return output;
  }

  /** Writes plan.csv, and returns how many of its trials are finished. */
  private long writePlan(PlanRows plan, RecordLog log) throws IOException {
    ReplacingOutput out = output("plan.csv");
    out.write(
        new CsvWriter()
            .row(
                CsvLine.concat(
                    List.of("trial", "replicate"),
                    layout.parameters().stream().map(Column::name).toList()))
            .toBytes());
    long present = 0;
    for (long i = 0; i < plan.size(); i++) {
      encodeParameters(plan, i);
      long id = plan.id(i);
      line.clear();
      line.hex(id).append((byte) ',').number(plan.replicate(i));
      part(allParameters, layout.parameters().size()).append((byte) '\n');
      out.write(line);
      if (log.contains(id)) {
        present++;
      }
    }
    return present;
  }

  private void writeResults(PlanRows plan, long present, RecordLog log) throws IOException {
    ReplacingOutput trials = output("trials.csv");
    trials.write(new CsvWriter().row(layout.trialsHeader()).toBytes());
    List<ReplacingOutput> tables = new ArrayList<>();
    for (TableSchema schema : layout.tables()) {
      ReplacingOutput table = output(schema.name() + ".csv");
      table.write(tableHeader(schema));
      tables.add(table);
    }
    Summary summary = new Summary(layout, output("summary.csv"));
    Checksums.Writer checksums = new Checksums.Writer(output("checksums.csv"), present);
    StoredRecord record = new StoredRecord(layout);
    for (long i = 0; i < plan.size(); i++) {
      long id = plan.id(i);
      if (!log.load(id, record)) {
        continue;
      }
      encodeParameters(plan, i);
      summary.add(cell, allParameters, record);
      checksums.add(record);
      int replicate = plan.replicate(i);
      writeTrial(trials, id, replicate, record);
      for (int t = 0; t < tables.size(); t++) {
        writeRows(tables.get(t), id, replicate, record, t);
      }
    }
    summary.finish();
    checksums.finish();
  }

  private byte[] tableHeader(TableSchema schema) {
    List<String> own = schema.columns().stream().map(Column::name).toList();
    List<String> varying = layout.varyingColumns().stream().map(Column::name).toList();
    return new CsvWriter()
        .row(CsvLine.concat(CsvLine.concat(List.of("trial", "replicate"), varying), own))
        .toBytes();
  }

  private void writeTrial(ReplacingOutput out, long id, int replicate, StoredRecord record)
      throws IOException {
    line.clear();
    line.hex(id).append((byte) ',').number(replicate);
    part(allParameters, layout.parameters().size())
        .append((byte) ',')
        .append(CsvLine.utf8(record.outcome().label()));
    line.append((byte) ',');
    if (record.reasonLength() > 0) {
      line.append(CsvLine.utf8(CsvLine.encode(record.reason())));
    }
    if (!layout.metrics().isEmpty()) {
      line.append((byte) ',');
      line.append(record.bytes(), record.metricsStart(), record.metricsLength());
    }
    out.write(line.append((byte) '\n'));
  }

  private void writeRows(
      ReplacingOutput out, long id, int replicate, StoredRecord record, int table)
      throws IOException {
    if (record.tableLength(table) == 0) {
      return;
    }
    line.clear();
    line.hex(id).append((byte) ',').number(replicate);
    part(varyingParameters, layout.varying().size()).append((byte) ',');
    int prefix = line.length();
    byte[] bytes = record.bytes();
    int end = record.tableStart(table) + record.tableLength(table);
    for (int at = record.tableStart(table); at < end; ) {
      int next = CsvLine.endOfRow(bytes, at, end);
      line.cut(prefix).append(bytes, at, next - at);
      out.write(line);
      at = next;
    }
  }

  /** Appends encoded cells behind a comma, or nothing if there are none. */
  private CsvLine part(byte[] cells, int columns) {
    return columns == 0 ? line : line.append((byte) ',').append(cells);
  }

  private void encodeParameters(PlanRows plan, long index) {
    long wanted = plan.cell(index);
    if (wanted == cell) {
      return;
    }
    cell = wanted;
    List<String> cells = plan.parameters(index);
    if (cells.size() != layout.parameters().size()) {
      throw new IllegalArgumentException(
          "trial "
              + TrialRecord.hex(plan.id(index))
              + " has "
              + cells.size()
              + " parameters, not "
              + layout.parameters().size());
    }
    allParameters = CsvLine.utf8(CsvLine.encode(cells));
    varyingParameters =
        CsvLine.utf8(CsvLine.encode(layout.varying().stream().map(cells::get).toList()));
  }
}
