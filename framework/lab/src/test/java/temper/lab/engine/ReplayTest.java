package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.store.ArtifactSink;
import temper.lab.store.Outcome;
import temper.lab.store.TrialRecord;
import temper.lab.study.Study;

/** Single trials run again. */
class ReplayTest {

  @TempDir Path folder;
  private final StopSignal stop = StopSignal.unlimited();

  @Test
  void replayFindsATrialByItsFirstDigits() {
    Study study = Probe.study(List.of(), Probe.second((cell, trial) -> {}));
    Probe.run(study, folder, stop);
    ExperimentPlan<?> plan;
    try (StudyView view = StudyView.open(Probe.resolved(study), folder, Probe.settings(stop))) {
      plan = view.plans().get(0);
      assertTrue(view.finished(plan, 2));
      assertEquals(Outcome.OK, view.stored(plan, 2).orElseThrow().outcome());
    }
    String id = TrialRecord.hex(plan.id(2));

    Replay.Result result =
        Replay.run(
            Probe.resolved(study),
            folder,
            id.toUpperCase(java.util.Locale.ROOT),
            Probe.settings(stop),
            ArtifactSink.NOWHERE);

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
