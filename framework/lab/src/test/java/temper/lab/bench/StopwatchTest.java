package temper.lab.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import temper.tensor.KernelProvider;
import temper.tensor.ScalarKernelProvider;

class StopwatchTest {

  private static final Stopwatch TWO_TRIALS = new Stopwatch(2, 0.01);

  /** Its first trial does nothing, its second fails. */
  private record HalfFailing(Throwable failure) implements Workload {

    @Override
    public String name() {
      return "half-failing";
    }

    @Override
    public String summary() {
      return "fails";
    }

    @Override
    public Map<String, Integer> sizes() {
      return Map.of();
    }

    @Override
    public Work prepare(Map<String, Integer> sizes, KernelProvider kernels, int trial) {
      return new Work(trial == 0 ? () -> {} : this::fail, 1, 1);
    }

    private void fail() {
      if (failure instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(failure);
    }
  }

  private static <T extends Throwable> T thrown(Class<T> type, Throwable failure) {
    return assertThrows(
        type,
        () -> TWO_TRIALS.time(new HalfFailing(failure), Map.of(), new ScalarKernelProvider()));
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void aTrialThatFailsInItsWarmUpKeepsNobodyWaiting() {
    IllegalStateException failure = new IllegalStateException("too hot");

    assertEquals(
        "a trial failed: java.lang.IllegalStateException: " + failure,
        thrown(IllegalStateException.class, failure).getMessage());
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void aFullMemoryIsToldAsSuch() {
    OutOfMemoryError full = new OutOfMemoryError("Java heap space");

    assertSame(full, thrown(OutOfMemoryError.class, full));
  }
}
