package temper.studies.largeinitialrate.images;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import temper.data.Dataset;
import temper.lab.study.Trial;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** A trial that can be interrupted after some checkpoints, and goes on from the last of them. */
final class RecordedTrial implements Trial {

  final List<String> rows = new ArrayList<>();
  final Map<String, String> metrics = new LinkedHashMap<>();

  private final int stopAfter;
  private byte[] state = {};
  private int checkpoints;

  RecordedTrial() {
    this(Integer.MAX_VALUE);
  }

  RecordedTrial(int stopAfter) {
    this.stopAfter = stopAfter;
  }

  /** The trial as an interrupted run takes it up again. */
  RecordedTrial resumed() {
    RecordedTrial next = new RecordedTrial();
    next.state = state;
    next.rows.addAll(rows);
    next.metrics.putAll(metrics);
    return next;
  }

  @Override
  public int replicate() {
    return 0;
  }

  @Override
  public RandomStream stream(String purpose, long... indices) {
    return new StreamRoot("test").stream("images", 0, purpose, indices);
  }

  @Override
  public Dataset dataset(String name) {
    throw new IllegalArgumentException(name);
  }

  @Override
  public void row(String table, @Nullable Object... cells) {
    rows.add(table + Arrays.toString(cells));
  }

  @Override
  public void metric(String name, double value) {
    metrics.put(name, Double.toString(value));
  }

  @Override
  public void metric(String name, long value) {
    metrics.put(name, Long.toString(value));
  }

  @Override
  public void metric(String name, String value) {
    metrics.put(name, value);
  }

  @Override
  public void metric(String name, boolean value) {
    metrics.put(name, Boolean.toString(value));
  }

  @Override
  public void artifact(String name, temper.lab.study.FileContent content) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public void progress(double done) {}

  @Override
  public boolean resume(StateReader reader) {
    if (state.length == 0) {
      return false;
    }
    try {
      reader.read(new DataInputStream(new ByteArrayInputStream(state)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  @Override
  public void checkpoint(StateWriter writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writer.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    state = bytes.toByteArray();
    if (++checkpoints == stopAfter) {
      throw new CancellationException("stopped by the test");
    }
  }
}
