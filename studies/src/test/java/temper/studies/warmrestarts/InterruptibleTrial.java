package temper.studies.warmrestarts;

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
import temper.lab.study.Trial;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** A trial in memory that takes every checkpoint and can be stopped after a number of them. */
final class InterruptibleTrial implements Trial {

  /** Rows and metrics in the order in which they were written. */
  final List<String> written = new ArrayList<>();

  /** How often the trial reported how much is done. */
  int checkpoints;

  private byte[] state = {};
  private int writtenAtState;
  private int stopAfter = Integer.MAX_VALUE;

  InterruptibleTrial stopAfter(int count) {
    stopAfter = count;
    return this;
  }

  /** The trial as its next attempt finds it. */
  InterruptibleTrial again() {
    InterruptibleTrial next = new InterruptibleTrial();
    next.written.addAll(written.subList(0, writtenAtState));
    next.state = state;
    return next;
  }

  @Override
  public int replicate() {
    return 0;
  }

  @Override
  public RandomStream stream(String purpose, long... indices) {
    return new StreamRoot("warm-restarts").stream("test", 0, purpose, indices);
  }

  @Override
  public Dataset dataset(String name) {
    throw new IllegalArgumentException("no data set " + name);
  }

  @Override
  public void row(String table, @Nullable Object... cells) {
    written.add(table + Arrays.toString(cells));
  }

  @Override
  public void metric(String name, double value) {
    written.add(name + " = " + value);
  }

  @Override
  public void metric(String name, long value) {
    written.add(name + " = " + value);
  }

  @Override
  public void metric(String name, String value) {
    written.add(name + " = " + value);
  }

  @Override
  public void metric(String name, boolean value) {
    written.add(name + " = " + value);
  }

  @Override
  public void artifact(String name, temper.lab.study.FileContent content) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public void progress(double done) {
    if (!(done >= 0 && done <= 1)) {
      throw new IllegalArgumentException("done must be in [0, 1], got " + done);
    }
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
    if (checkpoints == stopAfter) {
      throw new CancellationException("stopped after " + stopAfter + " checkpoints");
    }
  }
}
