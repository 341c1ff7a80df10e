package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import temper.lab.engine.StopSignal;

/** What signals do to a command. Halting the process is replaced by writing its code down. */
class InterruptionTest {

  private final Call call = new Call();
  private final Session session = new Session(call.console());
  private final List<Integer> halted = Collections.synchronizedList(new ArrayList<>());
  private final Interruption interruption = new Interruption(session, halted::add);

  @Test
  void aSignalIsObeyedAtOnceWhileThereIsNothingToPutInOrder() {
    interruption.signalled();

    assertEquals(List.of(130), halted);
    assertTrue(call.err().contains("nothing was run"), call.err());
  }

  @Test
  void aSignalAsksTheWorkToEndAndTakesItsExitCode() throws InterruptedException {
    StopSignal stop = session.stopSignal(null);
    Thread signal = new Thread(interruption::signalled);
    signal.start();
    while (!stop.raised()) {
      Thread.onSpinWait();
    }
    assertTrue(halted.isEmpty());

    interruption.ended(4);
    signal.join();

    assertEquals(StopSignal.Reason.INTERRUPTED, stop.reason());
    assertEquals(List.of(4), halted);
  }

  @Test
  void aSecondSignalDoesNotWait() throws InterruptedException {
    StopSignal stop = session.stopSignal(null);
    Thread first = new Thread(interruption::signalled);
    first.start();
    while (!stop.raised()) {
      Thread.onSpinWait();
    }

    interruption.signalled();

    assertEquals(List.of(130), halted);
    assertTrue(call.err().contains("not waiting any longer"), call.err());
    interruption.ended(0);
    first.join();
  }

  @Test
  void theEndOfTheProcessIsNoSignalOnceTheCommandHasEnded() {
    interruption.ended(0);
    interruption.shuttingDown();

    assertTrue(halted.isEmpty());
    assertFalse(session.stopSignal(null).raised());
  }

  @Test
  void aShutdownOfWhichNoSignalToldIsASignal() {
    interruption.shuttingDown();

    assertEquals(List.of(130), halted);
  }
}
