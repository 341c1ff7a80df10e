package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.store.Provenance;
import temper.lab.store.StoreException;
import temper.lab.store.TrialRecord;
import temper.lab.study.Study;

/** Runs that are stopped, resumed, started afresh and repeated. */
class StudyRunTest {

  @TempDir Path folder;
  private final StopSignal stop = StopSignal.unlimited();

  private RunSummary run(Probe probe) {
    return Probe.run(Probe.study(List.of(), probe), folder, stop);
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

    assertEquals(0, Probe.run(study, folder, first).ran());
    assertEquals(1, Probe.run(study, folder, stop).ran());

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
  void whoGoesOnAfterAKillAnswersForTheTrialsThatItFinds() throws IOException {
    Study study =
        Probe.study(
            List.of(),
            Probe.of(1, 1, (cell, trial) -> trial.metric("value", 1.0)),
            Probe.second((cell, trial) -> trial.metric("value", 1.0)));
    Probe.run(study, folder, stop);
    Path file = folder.resolve(Provenance.FILE);
    // As if a first process had ended well, and a second been killed after its last trial.
    Provenance first = Provenance.collect("temper run first", "", 1, Instant.EPOCH, folder);
    Files.write(file, first.toJson(Set.of("second"), Optional.empty()));

    Probe.run(study, folder, stop);

    byte[] after = Files.readAllBytes(file);
    assertEquals(Set.of("probe", "second"), Provenance.experiments(after));
    assertTrue(new String(after, StandardCharsets.UTF_8).contains("temper run first"));
    Probe.run(study, folder, stop);
    assertArrayEquals(after, Files.readAllBytes(file), "nothing was left to be told");
  }

  @Test
  void checkpointsOfFinishedTrialsAreCollected() throws IOException {
    Probe probe = Probe.of(2, 1, (cell, trial) -> trial.metric("value", 1.0));
    Study study = Probe.study(List.of(), probe);
    long first;
    try (StudyView view = StudyView.open(Probe.resolved(study), folder, Probe.settings(stop))) {
      first = view.plans().get(0).id(0);
    }
    Path checkpoints = Files.createDirectories(folder.resolve(".temper/checkpoints"));
    Path orphan = checkpoints.resolve(TrialRecord.hex(first));
    Path others = checkpoints.resolve("0123456789abcdef");
    Files.write(orphan, new byte[10]);
    Files.write(others, new byte[10]);

    Probe.run(study, folder, stop); // The trial never asks for its checkpoint.
    assertFalse(Files.exists(orphan));
    Files.write(orphan, new byte[10]); // As if killed between record and deletion.
    Probe.run(study, folder, stop);

    assertFalse(Files.exists(orphan));
    assertTrue(Files.exists(others), "that of another shard or experiment stays");
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
    assertEquals(0, Probe.run(study, folder, first).ran());

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

    assertTrue(Probe.trials(folder).get(1).endsWith(",0"));
    assertTrue(Probe.trials(folder).get(2).endsWith(",1"));
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
    assertEquals(1, Probe.run(study, folder, stop).failed());
    broken.set(0);
    assertEquals(1, Probe.run(study, folder, stop).failed());
    try (StudyRun run =
        StudyRun.open(Probe.resolved(study), folder, Probe.settings(stop), RunListener.NONE)) {
      assertEquals(1, run.forgetFailed());
    }

    RunSummary summary = Probe.run(study, folder, stop);

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
    Study study = Probe.study(List.of(), Probe.second((cell, trial) -> {}));
    try (StudyRun run = StudyRun.open(Probe.resolved(study), own, settings, RunListener.NONE)) {
      run.run();
    }
    return Files.readAllBytes(own.resolve("probe/trials.csv"));
  }
}
