package temper.studies.warmrestarts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import temper.data.synthetic.PrototypeImages;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Table;
import temper.lab.study.Trial;
import temper.nn.builtin.CnnBnS;
import temper.plugin.Choice;
import temper.studies.FixedTables;
import temper.studies.InterruptibleTrial;
import temper.train.Snapshot;

/** Trials of the study on tiny problems, with batch normalisation where it matters. */
class RunTest {

  private static final Setting IMAGES =
      new Setting(
          new Choice<>(
              new PrototypeImages(),
              new PrototypeImages.Parameters(12, 12, 1, 0.4, 0, 0, 0.2, 0.15, 0)),
          new Choice<>(new CnnBnS(), new CnnBnS.Parameters(1, 0)),
          4,
          4,
          1,
          true);

  private static SnapshotTraining.Params snapshots(Setting setting, String arm) {
    return new SnapshotTraining.Params(setting, arm, 0.1, 2, 1);
  }

  private static void runSnapshots(SnapshotTraining.Params p, Trial trial) {
    ((SnapshotTraining) SnapshotExperiments.all().get(0)).run(p, trial);
  }

  private static void runAnytime(AnytimeTraining.Params p, Trial trial) {
    ((AnytimeTraining) RestartExperiments.all().get(0)).run(p, trial);
  }

  private static void assertSameWhenInterrupted(int stop, Consumer<Trial> run) {
    InterruptibleTrial whole = new InterruptibleTrial("warm-restarts", "test");
    run.accept(whole);
    InterruptibleTrial stopped = new InterruptibleTrial("warm-restarts", "test").stopAfter(stop);
    assertThrows(CancellationException.class, () -> run.accept(stopped));

    InterruptibleTrial resumed = stopped.again();
    run.accept(resumed);

    assertEquals(whole.written(), resumed.written());
    assertEquals(whole.checkpoints() - stop, resumed.checkpoints());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SnapshotTraining.CYCLIC,
        SnapshotTraining.STEP,
        SnapshotTraining.SINGLE_CYCLES,
        SnapshotTraining.INDEPENDENT
      })
  void snapshotsAreTheSameWhereverATrialIsInterrupted(String arm) {
    // 60 steps a network, or half as many: before the first snapshot or network ends, or after.
    for (int stop : new int[] {20, 40}) {
      assertSameWhenInterrupted(
          stop, trial -> runSnapshots(snapshots(Setting.snapshots(Profile.SMOKE), arm), trial));
    }
  }

  @Test
  void batchStatisticsOutliveAnInterruption() {
    assertSameWhenInterrupted(
        10, trial -> runSnapshots(snapshots(IMAGES, SnapshotTraining.SINGLE_CYCLES), trial));
  }

  @ParameterizedTest
  @EnumSource(Arm.class)
  void curvesAreTheSameWhereverATrialIsInterrupted(Arm arm) {
    AnytimeTraining.Params p =
        new AnytimeTraining.Params(Setting.restarts(Profile.SMOKE, false), arm, 0.05);
    assertSameWhenInterrupted(33, trial -> runAnytime(p, trial));
  }

  @Test
  void whatIsRecommendedIsTheEndOfTheLastWholeCycle() {
    InterruptibleTrial trial = new InterruptibleTrial("warm-restarts", "test");
    runAnytime(
        new AnytimeTraining.Params(
            Setting.restarts(Profile.SMOKE, false), Arm.SHORT_RESTARTS, 0.05),
        trial);

    List<String> curve = trial.written().stream().filter(row -> row.startsWith("curve")).toList();
    String atSixtyThree = curve.get(62).replaceAll(".*, (.*), .*]", "$1");

    assertEquals(Arm.UNITS, curve.size());
    assertTrue(curve.get(69).endsWith(", " + atSixtyThree + "]"), curve.get(69));
    assertTrue(trial.written().contains("error = " + atSixtyThree), trial.written().toString());
    assertEquals(5, trial.written().stream().filter(row -> row.startsWith("restarts")).count());
  }

  @Test
  void networksOfATrialShareTheirDataAndNothingElse() {
    InterruptibleTrial trial = new InterruptibleTrial("warm-restarts", "test");
    NetworkTrials networks = new NetworkTrials(trial, 3);

    for (String purpose : List.of("init", "order", "augment")) {
      long first = networks.of(0).stream(purpose).nextLong();
      assertEquals(trial.stream(purpose).nextLong(), first);
      assertNotEquals(first, networks.of(1).stream(purpose).nextLong());
      assertNotEquals(
          networks.of(1).stream(purpose).nextLong(), networks.of(2).stream(purpose).nextLong());
    }
    assertEquals(
        networks.of(0).stream("data-train").nextLong(),
        networks.of(2).stream("data-train").nextLong());
  }

  @Test
  void theFirstIndependentNetworkIsThatOfStepDecay() {
    Setting tiny = Setting.snapshots(Profile.SMOKE);
    InterruptibleTrial one = new InterruptibleTrial("warm-restarts", "test");
    InterruptibleTrial several = new InterruptibleTrial("warm-restarts", "test");
    runSnapshots(snapshots(tiny, SnapshotTraining.STEP), one);
    runSnapshots(snapshots(tiny, SnapshotTraining.INDEPENDENT), several);

    assertEquals(
        one.written().stream().filter(row -> row.startsWith("curve[1")).toList(),
        several.written().stream().filter(row -> row.startsWith("curve[1")).toList());
  }

  @Test
  void aProbeFindsStatisticsForParametersThatHaveNone() {
    Setting easy =
        new Setting(
            new Choice<>(
                new PrototypeImages(),
                new PrototypeImages.Parameters(24, 24, 1, 0.1, 0, 0, 0.2, 0.15, 0)),
            new Choice<>(new CnnBnS(), new CnnBnS.Parameters(2, 0)),
            16,
            8,
            0,
            false);
    SnapshotTraining.Params p = snapshots(easy, SnapshotTraining.CYCLIC);
    InterruptibleTrial trial = new InterruptibleTrial("warm-restarts", "test");
    Snapshot last = new SnapshotRun(p, trial).snapshots().get(1);
    Snapshot strange = new Snapshot(last.step(), last.parameters(), last.state().copy());
    strange.state().fill(2);
    double[] before = strange.parameters().toArray();
    NetworkProbe probe = NetworkProbe.of(p.training(), trial, NetworkProbe.Part.TEST);

    double wrong = probe.evaluate(strange).loss();
    double found = probe.evaluateSettled(strange).loss();
    double own = probe.evaluateSettled(last).loss();

    assertEquals(own, found, 0.1 * Math.abs(wrong - own), "with the old ones it was " + wrong);
    assertArrayEquals(before, strange.parameters().toArray());
  }

  @Test
  void everyExperimentOfTheFullProfileNamesItsData() {
    for (Experiment<?> experiment : new WarmRestarts().experiments()) {
      if (experiment.decidedBy().isEmpty()) {
        assertFullNeedsCifar(experiment);
      }
    }
  }

  private static <P extends Record> void assertFullNeedsCifar(Experiment<P> experiment) {
    Table none = Table.builder(0).build();
    Design<P> design = experiment.design(Profile.FULL, new FixedTables("none", none));
    assertEquals(List.of("cifar-10"), experiment.datasets(design.cell().apply(0)));
  }
}
