package temper.studies.cyclicalrates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import temper.data.Dataset;
import temper.lab.study.Experiment;
import temper.lab.study.NoTables;
import temper.lab.study.Profile;
import temper.lab.study.Trial;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** A trial that is stopped in the middle goes on as if nothing had happened. */
final class ResumedTrialTest {

  static Stream<Experiment<?>> experiments() {
    return Stream.of(Policies.reduced(), RangeTests.perceptron());
  }

  @ParameterizedTest
  @MethodSource("experiments")
  <P extends Record> void anInterruptedTrialFindsTheSame(Experiment<P> experiment) {
    P cell = experiment.design(Profile.SMOKE, NoTables.INSTANCE).cell().apply(0);
    Recorded whole = new Recorded(experiment.name(), 2, List.of(), new byte[0]);
    experiment.run(cell, whole);
    Recorded first = new Recorded(experiment.name(), 0.55, List.of(), new byte[0]);
    assertThrows(CancellationException.class, () -> experiment.run(cell, first));

    Recorded second = new Recorded(experiment.name(), 2, first.lines, first.state);
    experiment.run(cell, second);

    assertFalse(whole.lines.isEmpty());
    assertEquals(whole.lines, second.lines);
  }

  /** Keeps what a trial says, and stops it after some share. */
  private static final class Recorded implements Trial {

    private final StreamRoot root = new StreamRoot("resumed");
    private final String experiment;
    private final double stopAt;
    private final List<String> lines;
    private byte[] state;
    private double done;

    Recorded(String experiment, double stopAt, List<String> lines, byte[] state) {
      this.experiment = experiment;
      this.stopAt = stopAt;
      this.lines = new ArrayList<>(lines);
      this.state = state;
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
      throw new IllegalArgumentException(name);
    }

    @Override
    public void row(String table, @Nullable Object... cells) {
      lines.add(table + Arrays.toString(cells));
    }

    @Override
    public void metric(String name, double value) {
      lines.add(name + "=" + value);
    }

    @Override
    public void metric(String name, long value) {
      lines.add(name + "=" + value);
    }

    @Override
    public void metric(String name, String value) {
      lines.add(name + "=" + value);
    }

    @Override
    public void metric(String name, boolean value) {
      lines.add(name + "=" + value);
    }

    @Override
    public void artifact(String name, temper.lab.study.FileContent content) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public void progress(double share) {
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
      if (done < stopAt) {
        return;
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        writer.write(new DataOutputStream(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      state = bytes.toByteArray();
      throw new CancellationException();
    }
  }
}
