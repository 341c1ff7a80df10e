package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.store.Outcome;
import temper.lab.store.StoreException;
import temper.lab.store.TrialRecord;
import temper.lab.study.DivergedException;
import temper.lab.study.Study;
import temper.lab.study.Trial;

/** Runs of experiments that do what experiments should not. */
class StudyRunTest {

  @TempDir Path folder;
  private final StopSignal stop = StopSignal.unlimited();

  private RunSummary run(Probe probe) {
    return run(Probe.study(List.of(), probe), stop);
  }

  private RunSummary run(Study study, StopSignal signal) {
    try (StudyRun run =
        StudyRun.open(Probe.resolved(study), folder, Probe.settings(signal), RunListener.NONE)) {
      return run.run();
    }
  }

  private List<String> trials() throws IOException {
    return Files.readAllLines(folder.resolve("probe/trials.csv"));
  }

  /** Four trials of which the second does something else. */
  private static Probe second(BiConsumer<Probe.Cell, Trial> body) {
    return Probe.of(
        4,
        1,
        (cell, trial) -> {
          if (cell.number() == 1) {
            body.accept(cell, trial);
          }
          trial.metric("value", cell.number());
        });
  }

  private String secondRow() throws IOException {
    List<String> lines = trials();
    for (int number : new int[] {0, 2, 3}) {
      assertTrue(lines.get(number + 1).endsWith(",ok,," + number), lines.get(number + 1));
    }
    return lines.get(2);
  }

  @Test
  void anOutOfMemoryErrorFailsOneTrialAndTheOthersGoOn() throws IOException {
    RunSummary summary =
        run(
            second(
                (cell, trial) -> {
                  throw new OutOfMemoryError("Java heap space");
                }));

    assertEquals(1, summary.failed());
    assertEquals(4, summary.ran());
    assertTrue(secondRow().endsWith(",failed,OutOfMemoryError: Java heap space,"), secondRow());
  }

  @Test
  void endlessRecursionFailsOneTrialAndTheOthersGoOn() throws IOException {
    assertEquals(1, run(second((cell, trial) -> recurse(1))).failed());

    assertTrue(secondRow().endsWith(",failed,StackOverflowError,"), secondRow());
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int recurse(int depth) {
    return depth == 0 ? 0 : 1 + recurse(depth + 1);
  }

  @Test
  void aFailedAssertionFailsOneTrialAndItsRowsAreNotKept() throws IOException {
    run(
        second(
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
        second(
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
        second(
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

    assertTrue(trials().get(1).contains("without setting metrics [value]"), trials().get(1));
  }

  @Test
  void divergenceIsAnOutcomeThatKeepsItsRows() throws IOException {
    RunSummary summary =
        run(
            second(
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
            second(
                (cell, trial) -> {
                  throw new CancellationException("on its own");
                }));

    assertTrue(summary.complete());
    assertTrue(secondRow().contains(",failed,CancellationException: on its own,"), secondRow());
  }

  @Test
  void aTrialThatSwallowsTheWishToStopIsNotRecorded() {
    Probe swallowing =
        Probe.of(
            3,
            1,
            (cell, trial) -> {
              stop.raise(StopSignal.Reason.INTERRUPTED);
              try {
                trial.progress(0.5);
              } catch (CancellationException swallowed) {
                trial.row("rows", 1); // What was computed up to here only.
              }
              trial.metric("value", 0.0);
            });

    RunSummary summary = run(swallowing);

    assertEquals(0, summary.ran());
    assertFalse(summary.complete());
  }

  @Test
  void aDiskThatTakesNoCheckpointStopsTheRunAndFailsNoTrial() throws IOException {
    Probe probe =
        Probe.of(
            1,
            1,
            (cell, trial) -> {
              stop.raise(StopSignal.Reason.TIME_LIMIT); // So that the offer is taken at once.
              try {
                trial.checkpoint(out -> out.writeInt(1));
              } catch (RuntimeException swallowed) {
                trial.metric("value", 1.0);
              }
            });
    Files.createDirectories(folder.resolve(".temper"));
    Files.writeString(folder.resolve(".temper/checkpoints"), "not a folder");

    assertThrows(StoreException.class, () -> run(probe));

    assertFalse(Files.exists(folder.resolve("probe/trials.csv")));
  }

  @Test
  void aStoppedTrialGoesOnAtItsCheckpointAndGivesTheSameRows() throws IOException {
    AtomicInteger steps = new AtomicInteger();
    StopSignal first = StopSignal.unlimited();
    Probe probe =
        Probe.of(
            1,
            1,
            (cell, trial) -> {
              int[] step = {0};
              trial.resume(in -> step[0] = in.readInt());
              while (step[0] < 10) {
                trial.row("rows", step[0]++);
                if (steps.incrementAndGet() == 4) {
                  first.raise(StopSignal.Reason.INTERRUPTED);
                }
                trial.checkpoint(out -> out.writeInt(step[0]));
              }
              trial.metric("value", step[0]);
            });
    Study study = Probe.study(List.of(), probe);

    assertEquals(0, run(study, first).ran());
    assertEquals(1, run(study, stop).ran());

    assertEquals(10, steps.get());
    List<String> rows = Files.readAllLines(folder.resolve("probe/rows.csv"));
    for (int i = 0; i < 10; i++) {
      assertTrue(rows.get(i + 1).endsWith("," + i), rows.get(i + 1));
    }
    try (var left = Files.list(folder.resolve(".temper/checkpoints"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void aFreshStartForgetsCheckpointsOfOtherCode() {
    StopSignal first = StopSignal.unlimited();
    AtomicInteger resumed = new AtomicInteger();
    Probe probe =
        Probe.of(
            1,
            1,
            (cell, trial) -> {
              if (trial.resume(in -> in.readInt())) {
                resumed.incrementAndGet();
              }
              first.raise(StopSignal.Reason.INTERRUPTED);
              trial.checkpoint(out -> out.writeInt(1));
              trial.metric("value", 1.0);
            });
    Study study = Probe.study(List.of(), probe);
    assertEquals(0, run(study, first).ran());

    try (StudyRun run =
        StudyRun.open(
            Probe.resolved(study), folder, Probe.settings(stop, true), RunListener.NONE)) {
      assertEquals(1, run.run().ran());
    }

    assertEquals(0, resumed.get());
  }

  @Test
  void rowsStandInPlanOrderWhateverTheOrderOfCompletion() throws IOException {
    AtomicInteger arrived = new AtomicInteger();
    run(
        Probe.of(
            2,
            1,
            (cell, trial) -> {
              // The first trial waits until the second has begun, and then gives it time to end.
              arrived.incrementAndGet();
              while (cell.number() == 0 && arrived.get() < 2) {
                Thread.onSpinWait();
              }
              for (int i = 0; cell.number() == 0 && i < 1_000_000; i++) {
                Thread.onSpinWait();
              }
              trial.metric("value", cell.number());
            }));

    assertTrue(trials().get(1).endsWith(",0"));
    assertTrue(trials().get(2).endsWith(",1"));
  }

  @Test
  void aRecordOfAnotherPureRunIsFoundByVerification() {
    AtomicInteger impurity = new AtomicInteger();
    Probe probe =
        Probe.of(3, 2, (cell, trial) -> trial.metric("value", cell.number() + impurity.get()));
    Study study = Probe.study(List.of(), probe);
    run(study, stop);
    assertEquals(List.of(), verify(study, stop).mismatches());

    impurity.set(1);
    Verification.Result result = verify(study, stop);

    assertEquals(6, result.compared());
    assertEquals(6, result.mismatches().size());
    assertTrue(result.mismatches().get(0).contains("metrics were "), result.toString());
  }

  @Test
  void aVerificationThatIsStoppedSaysHowFarItCame() {
    StopSignal late = StopSignal.unlimited();
    AtomicInteger ran = new AtomicInteger();
    Probe probe =
        Probe.of(
            20,
            1,
            (cell, trial) -> {
              if (ran.incrementAndGet() > 20) {
                late.raise(StopSignal.Reason.TIME_LIMIT);
              }
              trial.metric("value", cell.number());
            });
    Study study = Probe.study(List.of(), probe);
    run(study, stop);

    Verification.Result result = verify(study, late);

    assertEquals(20, result.sampled());
    assertTrue(result.compared() < 20, result.toString());
  }

  @Test
  void verificationSeesOutcomesAndRowsToo() {
    AtomicInteger turn = new AtomicInteger();
    Probe probe =
        Probe.of(
            2,
            1,
            (cell, trial) -> {
              if (turn.get() == 1 && cell.number() == 0) {
                throw new DivergedException("now");
              }
              trial.row("rows", turn.get());
              trial.metric("value", 0.0);
            });
    Study study = Probe.study(List.of(), probe);
    run(study, stop);
    turn.set(1);

    String mismatches = verify(study, stop).mismatches().toString();

    assertTrue(mismatches.contains("outcome was ok, is diverged"), mismatches);
    assertTrue(mismatches.contains("the rows of its tables differ"), mismatches);
  }

  private Verification.Result verify(Study study, StopSignal signal) {
    return Verification.verify(
        Probe.resolved(study), folder, 100, "", Probe.settings(signal), RunListener.NONE);
  }

  @Test
  void theBoundIsExact() {
    assertEquals(
        0.0487, new Verification.Result(1000, 60, 60, List.of(), List.of()).upperBound(), 5e-5);
    assertEquals(0, new Verification.Result(60, 60, 60, List.of(), List.of()).upperBound());
    double bound = new Verification.Result(1000, 10, 10, List.of(), List.of()).upperBound();
    assertEquals(0.05, Math.pow(1 - bound, 10), 1e-12);
  }

  @Test
  void anUndeclaredDataSetIsAnErrorOfTheTrial() throws IOException {
    run(Probe.of(1, 1, (cell, trial) -> trial.dataset("mnist")));

    assertTrue(trials().get(1).contains("did not declare data set 'mnist'"), trials().get(1));
  }

  @Test
  void forgottenFailuresAreRunAgain() {
    AtomicInteger broken = new AtomicInteger(1);
    Probe probe =
        Probe.of(
            3,
            1,
            (cell, trial) -> {
              if (cell.number() == 1 && broken.get() == 1) {
                throw new IllegalStateException("broken");
              }
              trial.metric("value", 1.0);
            });
    Study study = Probe.study(List.of(), probe);
    assertEquals(1, run(study, stop).failed());
    broken.set(0);
    assertEquals(1, run(study, stop).failed());
    try (StudyRun run =
        StudyRun.open(Probe.resolved(study), folder, Probe.settings(stop), RunListener.NONE)) {
      assertEquals(1, run.forgetFailed());
    }

    RunSummary summary = run(study, stop);

    assertEquals(0, summary.failed());
    assertEquals(1, summary.ran());
    assertEquals(2, summary.kept());
  }

  @Test
  void moreWorkersThanTrialsChangeNothing() throws IOException {
    byte[] two = run4(2);
    byte[] many = run4(64);

    assertArrayEquals(two, many);
  }

  private byte[] run4(int workers) throws IOException {
    Path own = folder.resolve("workers" + workers);
    RunSettings two = Probe.settings(stop);
    RunSettings settings =
        new RunSettings(
            workers, two.shard(), false, stop, two.data(), two.command(), two.mostTrials());
    Study study = Probe.study(List.of(), second((cell, trial) -> {}));
    try (StudyRun run = StudyRun.open(Probe.resolved(study), own, settings, RunListener.NONE)) {
      run.run();
    }
    return Files.readAllBytes(own.resolve("probe/trials.csv"));
  }

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

  @Test
  void replayFindsATrialByItsFirstDigits() {
    Study study = Probe.study(List.of(), second((cell, trial) -> {}));
    run(study, stop);
    ExperimentPlan<?> plan;
    try (StudyRun run =
        StudyRun.open(Probe.resolved(study), folder, Probe.settings(stop), RunListener.NONE)) {
      plan = run.allPlans().get(0);
      assertTrue(run.finished(plan, 2));
      assertEquals(Outcome.OK, run.stored(plan, 2).orElseThrow().outcome());
    }
    String id = TrialRecord.hex(plan.id(2));

    Replay.Result result =
        Replay.run(
            Probe.resolved(study),
            folder,
            id.toUpperCase(java.util.Locale.ROOT),
            Probe.settings(stop));

    assertEquals(id, result.trial());
    assertEquals(
        """
        replicate = 0
        number = 2
        word = same

        metrics
        value
        2

        rows
        row
        """,
        result.text());
  }
}
