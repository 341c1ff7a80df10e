package temper.studies.largeinitialrate.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.studies.InterruptibleTrial;
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
    InterruptibleTrial whole = trial();
    new TwoPhaseRun(p, whole, RECORDING).run();

    InterruptibleTrial interrupted = trial().stopAfter(1);
    assertThrows(
        CancellationException.class, () -> new TwoPhaseRun(p, interrupted, RECORDING).run());
    assertTrue(
        interrupted.written().size() < whole.written().size(), "it ended before the interruption");
    InterruptibleTrial resumed = interrupted.again();
    new TwoPhaseRun(p, resumed, RECORDING).run();

    assertEquals(whole.written(), resumed.written());
  }

  private static InterruptibleTrial trial() {
    return new InterruptibleTrial("test", "two-phase-run");
  }
}
