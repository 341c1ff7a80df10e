package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import temper.lab.store.StoreException;

/** Workers beside one another. */
class TrialExecutorTest {

  @Test
  void aTaskThatCannotKeepItsRecordStopsAllWorkers() {
    StopSignal signal = StopSignal.unlimited();
    StoreException thrown =
        assertThrows(
            StoreException.class,
            () ->
                new TrialExecutor(2, signal)
                    .run(
                        1000,
                        index -> true,
                        index -> {
                          throw new StoreException("full");
                        }));
    assertEquals("full", thrown.getMessage());
    assertEquals(StopSignal.Reason.STORE_FAILED, signal.reason());
    assertThrows(
        IllegalStateException.class,
        () ->
            new TrialExecutor(1, StopSignal.unlimited())
                .run(
                    1,
                    index -> true,
                    index -> {
                      throw new AssertionError("the engine's own");
                    }));
    assertThrows(IllegalArgumentException.class, () -> new TrialExecutor(0, signal));
  }

  @Test
  void anInterruptOfTheCallerStopsTheWorkersAndIsWaitedFor() {
    StopSignal signal = StopSignal.unlimited();
    AtomicInteger ended = new AtomicInteger();
    Thread caller = Thread.currentThread();

    new TrialExecutor(1, signal)
        .run(
            1,
            index -> true,
            index -> {
              caller.interrupt();
              while (!signal.raised()) {
                Thread.onSpinWait();
              }
              ended.incrementAndGet();
            });

    assertEquals(1, ended.get());
    assertEquals(StopSignal.Reason.INTERRUPTED, signal.reason());
  }
}
