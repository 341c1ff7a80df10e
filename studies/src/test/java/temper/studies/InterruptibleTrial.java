package temper.studies;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import temper.data.Dataset;
import temper.data.FileData;
import temper.lab.study.FileContent;
import temper.lab.study.Trial;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** A trial in memory that takes every checkpoint and can be stopped at one of them. */
public final class InterruptibleTrial implements Trial {

  private final StreamRoot root;
  private final String experiment;
  private final List<String> written = new ArrayList<>();
  private byte[] state = {};
  private int writtenAtState;
  private int checkpoints;
  private int stopAfter = Integer.MAX_VALUE;
  private double stopFrom = Double.POSITIVE_INFINITY;
  private double done;

  /**
   * A trial that is not stopped.
   *
   * @param root root of its streams
   * @param experiment experiment whose streams it has
   */
  public InterruptibleTrial(String root, String experiment) {
    this.root = new StreamRoot(root);
    this.experiment = experiment;
  }

  /** Stops the trial at a checkpoint, counted from 1. */
  public InterruptibleTrial stopAfter(int count) {
    stopAfter = count;
    return this;
  }

  /** Stops the trial at its first checkpoint at which a share of it is done. */
  public InterruptibleTrial stopFrom(double share) {
    stopFrom = share;
    return this;
  }

  /** The trial as its next attempt finds it: what was written after the last state is lost. */
  public InterruptibleTrial again() {
    InterruptibleTrial next = new InterruptibleTrial(root.name(), experiment);
    next.written.addAll(written.subList(0, writtenAtState));
    next.state = state;
    return next;
  }

  /** Rows as {@code table[cells]} and metrics as {@code name = value}, as they were written. */
  public List<String> written() {
    return List.copyOf(written);
  }

  /** A metric as text. */
  public String metric(String name) {
    String start = name + " = ";
    return written.stream()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow()
        .substring(start.length());
  }

  /** How many states were taken. */
  public int checkpoints() {
    return checkpoints;
  }

  @Override
  public int replicate() {
    return 0;
  }

  @Override
  public RandomStream stream(String purpose, long... indices) {
    return root.stream(experiment, 0, purpose, indices);
  }

  @Override
  public Dataset dataset(String name) {
    throw new IllegalArgumentException("no data set " + name);
  }

  @Override
  public Dataset dataset(FileData data) {
    throw new IllegalArgumentException("no files are declared");
  }

  @Override
  public void row(String table, @Nullable Object... cells) {
    written.add(table + Arrays.toString(cells));
  }

  @Override
  public void metric(String name, double value) {
    metric(name, Double.toString(value));
  }

  @Override
  public void metric(String name, long value) {
    metric(name, Long.toString(value));
  }

  @Override
  public void metric(String name, String value) {
    written.add(name + " = " + value);
  }

  @Override
  public void metric(String name, boolean value) {
    metric(name, Boolean.toString(value));
  }

  @Override
  public void artifact(String name, FileContent content) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public void progress(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("progress must be in [0, 1], got " + share);
    }
    done = share;
  }

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
    writtenAtState = written.size();
    checkpoints++;
    if (checkpoints == stopAfter || done >= stopFrom) {
      throw new CancellationException("stopped by the test");
    }
  }
}
