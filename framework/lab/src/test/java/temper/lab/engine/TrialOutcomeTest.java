package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.study.DivergedException;

/** How trials end that do what trials should not, and what becomes of the others. */
class TrialOutcomeTest {

  @TempDir Path folder;
  private final StopSignal stop = StopSignal.unlimited();

  private RunSummary run(Probe probe) {
    return Probe.run(Probe.study(List.of(), probe), folder, stop);
  }

  private String secondRow() throws IOException {
    List<String> lines = Probe.trials(folder);
    for (int number : new int[] {0, 2, 3}) {
      assertTrue(lines.get(number + 1).endsWith(",ok,," + number), lines.get(number + 1));
    }
    return lines.get(2);
  }

  @Test
  void anOutOfMemoryErrorFailsOneTrialAndTheOthersGoOn() throws IOException {
    RunSummary summary =
        run(
            Probe.second(
                (cell, trial) -> {
                  throw new OutOfMemoryError("Java heap space");
                }));

    assertEquals(1, summary.failed());
    assertEquals(4, summary.ran());
    assertTrue(
        secondRow().contains(",failed,OutOfMemoryError: Java heap space; alone it needs more"),
        secondRow());
  }

  @Test
  void aTrialThatHasMemoryOnceItIsAloneIsNoFailure() throws IOException {
    AtomicInteger attempts = new AtomicInteger();
    RunSummary summary =
        run(
            Probe.second(
                (cell, trial) -> {
                  if (attempts.incrementAndGet() == 1) { // Wrapped, as experiments do.
                    throw new IllegalStateException(new OutOfMemoryError("Java heap space"));
                  }
                }));

    assertEquals(2, attempts.get());
    assertEquals(0, summary.failed());
    assertEquals(4, summary.ran());
    assertTrue(secondRow().endsWith(",ok,,1"), secondRow());
  }

  @Test
  void endlessRecursionFailsOneTrialAndTheOthersGoOn() throws IOException {
    assertEquals(1, run(Probe.second((cell, trial) -> recurse(1))).failed());

    assertTrue(secondRow().endsWith(",failed,StackOverflowError,"), secondRow());
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int recurse(int depth) {
    return depth == 0 ? 0 : 1 + recurse(depth + 1);
  }

  @Test
  void aFailedAssertionFailsOneTrialAndItsRowsAreNotKept() throws IOException {
    run(
        Probe.second(
            (cell, trial) -> {
              trial.row("rows", 17);
              throw new AssertionError("line\none");
            }));

    assertTrue(secondRow().endsWith(",failed,AssertionError: line one,"), secondRow());
    assertEquals(1, Files.readAllLines(folder.resolve("probe/rows.csv")).size());
  }

  @Test
  void anExceptionThatFailsWhenAskedIsStillARecord() throws IOException {
    run(
        Probe.second(
            (cell, trial) -> {
              throw new SilentException();
            }));

    assertTrue(secondRow().endsWith(",failed,SilentException,"), secondRow());
  }

  private static final class SilentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }

  @Test
  void aLongReasonIsCutBetweenCharacters() throws IOException {
    String face = "\ud83d\ude00";
    run(
        Probe.second(
            (cell, trial) -> {
              throw new IllegalStateException("x" + face.repeat(200));
            }));

    String row = secondRow();
    String reason = row.substring(row.indexOf("failed,") + 7, row.length() - 1);
    assertTrue(reason.endsWith(face + "..."), reason);
    assertTrue(reason.length() <= 203);
  }

  @Test
  void aTrialThatSetsNotAllMetricsFails() throws IOException {
    run(Probe.of(1, 1, (cell, trial) -> trial.row("rows", 1)));

    assertTrue(
        Probe.trials(folder).get(1).contains("without setting metrics [value]"),
        Probe.trials(folder).get(1));
  }

  @Test
  void divergenceIsAnOutcomeThatKeepsItsRows() throws IOException {
    RunSummary summary =
        run(
            Probe.second(
                (cell, trial) -> {
                  trial.row("rows", 17);
                  throw new DivergedException("too far");
                }));

    assertEquals(0, summary.failed());
    assertEquals(1, summary.diverged());
    assertTrue(secondRow().endsWith(",diverged,too far,"), secondRow());
    assertTrue(Files.readAllLines(folder.resolve("probe/rows.csv")).get(1).endsWith(",17"));
  }

  @Test
  void aTrialThatCancelsItselfHasFailed() throws IOException {
    RunSummary summary =
        run(
            Probe.second(
                (cell, trial) -> {
                  throw new CancellationException("on its own");
                }));

    assertTrue(summary.complete());
    assertTrue(secondRow().contains(",failed,CancellationException: on its own,"), secondRow());
  }

  @Test
  void anUndeclaredDataSetIsAnErrorOfTheTrial() throws IOException {
    run(Probe.of(1, 1, (cell, trial) -> trial.dataset("mnist")));

    assertTrue(
        Probe.trials(folder).get(1).contains("did not declare data set 'mnist'"),
        Probe.trials(folder).get(1));
  }
}
