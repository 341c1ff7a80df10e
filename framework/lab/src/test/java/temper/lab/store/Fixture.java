package temper.lab.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import temper.lab.study.Column;
import temper.lab.study.TableSchema;

/** A small experiment: cells by replicates, with a text that needs quotes and two tables. */
record Fixture(int cells, int replicates) implements PlanRows {

  static final Layout LAYOUT =
      new Layout(
          "descent",
          List.of(
              Column.number("rate", "the rate"),
              Column.text("label", "a label"),
              Column.integer("steps", "number of steps")),
          List.of(0, 1),
          List.of(
              Column.number("loss", "final loss"),
              Column.integer("hits", "number of hits"),
              Column.text("note", "a remark")),
          List.of(
              new TableSchema(
                  "curve",
                  "loss by step",
                  List.of(
                      Column.integer("step", "step").in("steps"), Column.number("loss", "loss"))),
              new TableSchema("remarks", "texts", List.of(Column.text("remark", "a remark")))));

  @Override
  public long size() {
    return (long) cells * replicates;
  }

  @Override
  public long id(long index) {
    return (index + 1) * 0x9E3779B97F4A7C15L;
  }

  @Override
  public int replicate(long index) {
    return (int) (index % replicates);
  }

  @Override
  public long cell(long index) {
    return index / replicates;
  }

  @Override
  public List<String> parameters(long index) {
    long cell = cell(index);
    return List.of("0." + (cell + 1), "a \"label\", " + cell, "100");
  }

  /** The record of a trial, a pure function of its index. */
  TrialRecord record(long index) {
    Outcome outcome =
        index % 7 == 3 ? Outcome.DIVERGED : index % 7 == 5 ? Outcome.FAILED : Outcome.OK;
    CsvWriter curve = new CsvWriter();
    for (int step = 0; step < index % 4; step++) {
      curve.cell(step).cell(1.0 / (1 + step + index)).endRow();
    }
    CsvWriter remarks = new CsvWriter();
    if (index % 3 == 1) {
      remarks.cell("two\nlines, \"quoted\"").endRow().missing().endRow();
    }
    CsvWriter metrics = new CsvWriter();
    if (outcome == Outcome.OK) {
      metrics.cell(index % 5 == 4 ? Double.NaN : 0.1 * index).cell(index).cell("ä, " + index);
    }
    return new TrialRecord(
        id(index),
        outcome,
        outcome == Outcome.OK ? "" : "at step 3, \"loss\" is NaN",
        metrics.toString(),
        List.of(curve.toString(), remarks.toString()),
        outcome == Outcome.FAILED ? "java.lang.IllegalStateException\n\tat X" : "",
        1000 + index);
  }

  /** What recovery from CSV gives back: all but what is volatile. */
  TrialRecord stable(long index) {
    TrialRecord full = record(index);
    return new TrialRecord(
        full.id(),
        full.outcome(),
        full.reason(),
        full.metrics().isEmpty() ? ",," : full.metrics(),
        full.tables(),
        "",
        0);
  }

  List<Long> indices() {
    List<Long> all = new ArrayList<>();
    for (long i = 0; i < size(); i++) {
      all.add(i);
    }
    return all;
  }

  /** Runs and commits all trials that are missing; returns how many those were. */
  static int run(Path folder, Fixture plan) {
    return run(folder, plan, LocalDisk.INSTANCE);
  }

  static int run(Path folder, Fixture plan, Disk disk) {
    int ran = 0;
    try (StudyFolder results = StudyFolder.open(folder, "test", disk)) {
      ExperimentStore store = results.experiment(LAYOUT);
      for (long i = 0; i < plan.size(); i++) {
        if (!store.contains(plan.id(i))) {
          store.append(plan.record(i));
          ran++;
        }
      }
      store.commit(plan, true);
    }
    return ran;
  }

  /** All files that are results, by path. */
  static Map<String, String> results(Path folder) {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !folder.relativize(file).startsWith(StudyFolder.HIDDEN))
          .forEach(file -> contents.put(folder.relativize(file).toString(), text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }

  static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
