package temper.studies.largeinitialrate.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.data.Dataset;
import temper.lab.study.Trial;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.studies.largeinitialrate.theory.TheoryParameters.Noise;
import temper.studies.largeinitialrate.theory.TheoryParameters.Scale;
import temper.studies.largeinitialrate.theory.TwoPhaseRun.Recording;

final class TwoPhaseRunTest {

  private static final Recording RECORDING = new Recording(true, List.of(0.5, 0.1));

  @ParameterizedTest
  @ValueSource(
      strings = {
        TheoryParameters.LARGE,
        TheoryParameters.SMALL,
        TheoryParameters.EQUAL_NOISE,
        TheoryParameters.ACTIVATION_NOISE
      })
  void interruptedRunEndsInTheSameRows(String algorithm) {
    TheoryParameters p =
        TheoryParameters.SPHERICAL_NOISE
            .with(Scale.TENTH)
            .with(new Noise(0.01, 0.01, 1))
            .with(algorithm);
    Recorder whole = new Recorder(false);
    new TwoPhaseRun(p, whole, RECORDING).run();

    Recorder interrupted = new Recorder(true);
    assertThrows(
        CancellationException.class, () -> new TwoPhaseRun(p, interrupted, RECORDING).run());
    assertTrue(interrupted.rows.size() < whole.rows.size(), "it ended before the interruption");
    new TwoPhaseRun(p, interrupted, RECORDING).run();

    assertEquals(whole.rows, interrupted.rows);
  }

  /** A trial that may be cancelled at its first checkpoint. */
  private static final class Recorder implements Trial {

    private final List<String> rows = new ArrayList<>();
    private final boolean cancels;
    private byte[] state = {};

    Recorder(boolean cancels) {
      this.cancels = cancels;
    }

    @Override
    public int replicate() {
      return 0;
    }

    @Override
    public RandomStream stream(String purpose, long... indices) {
      return new StreamRoot("test").stream("two-phase-run", 0, purpose, indices);
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
      rows.add(name + " " + value);
    }

    @Override
    public void metric(String name, long value) {
      rows.add(name + " " + value);
    }

    @Override
    public void metric(String name, String value) {
      rows.add(name + " " + value);
    }

    @Override
    public void metric(String name, boolean value) {
      rows.add(name + " " + value);
    }

    @Override
    public void artifact(String name, temper.lab.study.FileContent content) {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public void progress(double done) {
      assertTrue(done >= 0 && done <= 1, "progress " + done);
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
      if (!cancels || state.length > 0) {
        return;
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        writer.write(new DataOutputStream(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      state = bytes.toByteArray();
      throw new CancellationException("for this test");
    }
  }
}
