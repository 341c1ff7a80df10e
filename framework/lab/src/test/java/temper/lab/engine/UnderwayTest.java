package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far running trials are. */
class UnderwayTest {

  @TempDir Path folder;

  @Test
  void sharesAreSummedUntilTheTrialsEnd() {
    Underway underway = new Underway();
    Underway.Share one = underway.begin();
    Underway.Share two = underway.begin();
    underway.begin(); // Tells nothing.

    one.tell(0.25);
    two.tell(7);
    assertEquals(new Underway.Snapshot(2, 1.25, 0), underway.now());
    two.tell(Double.NaN);
    assertEquals(new Underway.Snapshot(1, 0.25, 0), underway.now());
    underway.end(one);
    assertEquals(Underway.Snapshot.NONE, underway.now());
  }

  @Test
  void whatAnEarlierRunDidIsNotThisOnesSpeed() {
    Underway underway = new Underway();
    Underway.Share share = underway.begin();
    share.resumed();

    share.tell(0.5);
    share.tell(0.75);

    assertEquals(new Underway.Snapshot(1, 0.75, 0.5), underway.now());
    underway.end(share);
    assertEquals(new Underway.Snapshot(0, 0, 0.5), underway.now());
  }

  @Test
  void aListenerSeesHowFarATrialIs() {
    AtomicReference<Underway> seen = new AtomicReference<>();
    List<Underway.Snapshot> snapshots = new ArrayList<>();
    Probe probe =
        Probe.of(
            1,
            1,
            (cell, trial) -> {
              trial.progress(0.5);
              snapshots.add(seen.get().now());
              trial.metric("value", 1.0);
            });
    RunListener listener =
        new RunListener() {
          @Override
          public void begins(String experiment, long trials, long kept, Underway underway) {
            seen.set(underway);
          }
        };
    try (StudyRun run =
        StudyRun.open(
            Probe.resolved(Probe.study(List.of(), probe)),
            folder,
            Probe.settings(StopSignal.unlimited()),
            listener)) {
      run.run();
    }

    assertEquals(List.of(new Underway.Snapshot(1, 0.5, 0)), snapshots);
    assertEquals(Underway.Snapshot.NONE, seen.get().now());
  }
}
