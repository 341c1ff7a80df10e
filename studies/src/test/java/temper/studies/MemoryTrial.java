package temper.studies;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import temper.data.Dataset;
import temper.data.FileData;
import temper.lab.study.Column;
import temper.lab.study.Experiment;
import temper.lab.study.FileContent;
import temper.lab.study.TableSchema;
import temper.lab.study.Trial;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** A trial that keeps its rows and metrics in memory. */
final class MemoryTrial implements Trial {

  final Map<String, Object> metrics = new LinkedHashMap<>();
  final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

  private final Experiment<?> experiment;
  private final List<String> named;
  private final StreamRoot root;
  private final int replicate;
  private final Function<String, Dataset> datasets;

  MemoryTrial(
      Experiment<?> experiment,
      List<String> named,
      StreamRoot root,
      int replicate,
      Function<String, Dataset> datasets) {
    this.experiment = experiment;
    this.named = named;
    this.root = root;
    this.replicate = replicate;
    this.datasets = datasets;
    experiment.tables().forEach(schema -> rows.put(schema.name(), new ArrayList<>()));
  }

  @Override
  public int replicate() {
    return replicate;
  }

  @Override
  public RandomStream stream(String purpose, long... indices) {
    return root.stream(experiment.name(), replicate, purpose, indices);
  }

  @Override
  public Dataset dataset(String name) {
    if (!experiment.datasets().contains(name) && !named.contains(name)) {
      throw new IllegalArgumentException(experiment.name() + " did not name data set " + name);
    }
    return datasets.apply(name);
  }

  @Override
  public Dataset dataset(FileData data) {
    throw new IllegalArgumentException("no files are declared");
  }

  @Override
  public void row(String table, @Nullable Object... cells) {
    TableSchema schema =
        experiment.tables().stream()
            .filter(s -> s.name().equals(table))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no table " + table));
    if (cells.length != schema.columns().size()) {
      throw new IllegalArgumentException(
          table + " has " + schema.columns().size() + " columns, got " + cells.length);
    }
    for (int i = 0; i < cells.length; i++) {
      check(schema.columns().get(i), cells[i]);
    }
    rows.get(table).add(cells);
  }

  private static void check(Column column, @Nullable Object cell) {
    boolean legal =
        cell == null
            || switch (column.type()) {
              case NUMBER -> cell instanceof Double || cell instanceof Float;
              case INTEGER -> cell instanceof Long || cell instanceof Integer;
              case TEXT -> cell instanceof String;
              case BOOLEAN -> cell instanceof Boolean;
            };
    if (!legal) {
      throw new IllegalArgumentException(
          "column " + column.name() + " of " + column.type() + " cannot hold " + cell);
    }
  }

  @Override
  public void metric(String name, double value) {
    set(name, Column.Type.NUMBER, value);
  }

  @Override
  public void metric(String name, long value) {
    set(name, Column.Type.INTEGER, value);
  }

  @Override
  public void metric(String name, String value) {
    set(name, Column.Type.TEXT, value);
  }

  @Override
  public void metric(String name, boolean value) {
    set(name, Column.Type.BOOLEAN, value);
  }

  private void set(String name, Column.Type type, Object value) {
    Column column =
        experiment.metrics().stream()
            .filter(c -> c.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no metric " + name));
    if (column.type() != type) {
      throw new IllegalArgumentException(name + " is " + column.type() + ", not " + type);
    }
    if (metrics.put(name, value) != null) {
      throw new IllegalArgumentException(name + " was set before");
    }
  }

  @Override
  public void artifact(String name, FileContent content) {
    try {
      content.write(OutputStream.nullOutputStream());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void progress(double done) {
    if (!(done >= 0 && done <= 1)) {
      throw new IllegalArgumentException("progress must be in [0, 1], got " + done);
    }
  }

  @Override
  public boolean resume(StateReader reader) {
    return false;
  }

  @Override
  public void checkpoint(StateWriter writer) {}
}
