package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.engine.StudyStatus.State;
import temper.lab.study.DivergedException;
import temper.lab.study.Study;

/** What is said of a result folder that others may be working on. */
class StudyStatusTest {

  @TempDir Path folder;

  private StudyStatus look(Study study) {
    return StudyStatus.of(
        Probe.resolved(study), folder, Probe.settings(StopSignal.unlimited(), false));
  }

  @Test
  void aRunIsSeenFromOutsideWhileItsTrialsRun() {
    List<StudyStatus> seen = new ArrayList<>();
    Study[] study = new Study[1];
    Probe probe =
        Probe.of(
            3,
            1,
            (cell, trial) -> {
              if (cell.number() == 2) {
                trial.progress(0.5);
                seen.add(look(study[0]));
              }
              trial.metric("value", 1.0);
            });
    study[0] = Probe.study(List.of(), probe);
    RunSettings oneWorker =
        new RunSettings(
            1,
            Shard.WHOLE,
            false,
            StopSignal.unlimited(),
            Probe.settings(StopSignal.unlimited()).data(),
            List.of("temper", "run", "probes"),
            100);
    try (StudyRun run =
        StudyRun.open(Probe.resolved(study[0]), folder, oneWorker, RunListener.NONE)) {
      run.run();
    }

    StudyStatus during = seen.get(0);
    assertEquals(State.RUNNING, during.state());
    assertEquals("temper run probes", during.owner().orElseThrow().command());
    assertEquals("probe", during.progress().orElseThrow().experiment());
    assertEquals(3, during.progress().orElseThrow().trials());
    assertEquals(
        List.of(new StudyStatus.Row("probe", 3, 2, 0, 0, List.of())), during.rows(), "two before");
    assertEquals(State.FINISHED, look(study[0]).state());
    assertEquals(Optional.empty(), look(study[0]).progress());
  }

  @Test
  void everyOutcomeIsCountedAndMissingTrialsWeighMoreThanFailedOnes() {
    StopSignal stop = StopSignal.unlimited();
    boolean[] stopping = {true};
    Probe probe =
        Probe.of(
            4,
            1,
            (cell, trial) -> {
              switch (cell.number()) {
                case 0 -> throw new DivergedException("far away");
                case 1 -> throw new IllegalStateException("broken");
                case 2 -> {
                  if (stopping[0]) {
                    stop.raise(StopSignal.Reason.INTERRUPTED);
                    trial.progress(0.5);
                  }
                }
                default -> {}
              }
              trial.metric("value", 1.0);
            });
    Study study = Probe.study(List.of(), probe);
    assertEquals(new StudyStatus.Row("probe", 4, 0, 0, 0, List.of()), look(study).rows().get(0));

    Probe.run(study, folder, stop);
    StudyStatus stopped = look(study);
    stopping[0] = false;
    Probe.run(study, folder, StopSignal.unlimited());

    assertEquals(State.UNFINISHED, stopped.state());
    assertTrue(stopped.total(StudyStatus.Row::finished) < 4);
    assertEquals(List.of(new StudyStatus.Row("probe", 4, 4, 1, 1, List.of())), look(study).rows());
    assertEquals(State.FAILED, look(study).state());
  }

  @Test
  void theNewsOfAHeartbeatArriveAndWhatIsCutOffIsNoNews() {
    RunProgress progress = new RunProgress("walks", 6, 1, 2, 1, 0, 2, 0.7, 0.1, 12.5);

    assertEquals(Optional.of(progress), RunProgress.parse(progress.toJson()));
    for (String none : List.of("", "\u0001", "{}", "null", "{\"experiment\":\"wal")) {
      assertEquals(Optional.empty(), RunProgress.parse(none.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
