package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.config.ResolvedStudy;
import temper.lab.data.DataFolder;
import temper.lab.store.StudyFolder;
import temper.lab.study.Claim;
import temper.lab.study.Experiment;
import temper.lab.study.Study;
import temper.stats.Exact;
import temper.stats.Region;

/** A part of a study is run, changed or begun anew, and the rest stays. */
class RenewalTest {

  @TempDir private Path folder;
  private final List<String> ran = new ArrayList<>();

  /** An experiment of one replicate that notes each trial. */
  private Probe probe(String name, int... numbers) {
    List<Probe.Cell> cells = new ArrayList<>();
    for (int number : numbers) {
      cells.add(new Probe.Cell(number, name));
    }
    return new Probe(
        name,
        cells,
        1,
        (cell, trial) -> {
          synchronized (ran) {
            ran.add(cell.word() + cell.number());
          }
          trial.metric("value", cell.number());
        });
  }

  private static Claim claim(String id, String experiment, double bound) {
    return new Claim(
        id,
        "section 1",
        "Values stay below a bound.",
        "value",
        Claim.EXACT,
        "below " + bound,
        "counted",
        "",
        List.of(experiment),
        tables ->
            List.of(
                new Claim.Part(
                    "value",
                    new Exact(tables.trials(experiment).numbers("value")[0]),
                    Region.below(bound))));
  }

  private Study study(List<Claim> claims, Experiment<?>... experiments) {
    return Probe.study(claims, experiments);
  }

  private RunSummary run(Study study, boolean fresh, String... only) {
    return run(Probe.resolved(study), fresh, only);
  }

  private RunSummary run(ResolvedStudy study, boolean fresh, String... only) {
    ran.clear();
    RunSettings settings =
        new RunSettings(
            1,
            Shard.WHOLE,
            fresh,
            StopSignal.unlimited(),
            DataFolder.ofEnvironment(Map.of()),
            List.of("temper", "run"),
            Long.MAX_VALUE,
            Set.of(only));
    try (StudyRun run = StudyRun.open(study, folder, settings, RunListener.NONE)) {
      return run.run();
    }
  }

  @Test
  void theOthersAreLeftOutAndRunLater() {
    Study study = study(List.of(), probe("a", 1, 2), probe("b", 1));

    RunSummary first = run(study, false, "b");

    assertEquals(List.of("b1"), ran);
    assertEquals(List.of("a: it is left out of this run"), first.skipped());
    RunSummary second = run(study, false);
    assertEquals(List.of("a1", "a2"), ran);
    assertEquals(List.of(), second.skipped());
  }

  @Test
  void anUnknownExperimentIsNamedWithThoseThatThereAre() {
    Study study = study(List.of(), probe("a", 1), probe("b", 1));

    PlanException refused = assertThrows(PlanException.class, () -> run(study, false, "c"));

    assertEquals("study 'probes' has no experiment c. It has: a, b", refused.getMessage());
    assertEquals(List.of(), ran);
  }

  @Test
  void whatHasNoTrialsMayChangeAndTheRestIsKept() {
    run(study(List.of(claim("B-1", "b", 3)), probe("a", 1), probe("b", 1)), false, "a");

    run(study(List.of(claim("B-1", "b", 9)), probe("a", 1), probe("b", 5)), false);

    assertEquals(List.of("b5"), ran);
  }

  @Test
  void whatHasTrialsMayNotAndOnlyThatIsComplainedOf() {
    run(Probe.confirmatory(study(List.of(), probe("a", 1), probe("b", 1))), false, "a");
    ResolvedStudy changed = Probe.confirmatory(study(List.of(), probe("a", 2), probe("b", 7)));

    RegistrationChangedException refused =
        assertThrows(RegistrationChangedException.class, () -> run(changed, false));

    assertTrue(refused.getMessage().contains("experiment a: plan changed"), refused.getMessage());
    assertTrue(!refused.getMessage().contains("experiment b"), refused.getMessage());
  }

  @Test
  void anExploratorySweepGrowsAndKeepsWhatItHas() {
    run(study(List.of(), probe("a", 1, 2)), false);

    run(study(List.of(), probe("a", 1, 3, 2)), false);

    assertEquals(List.of("a3"), ran);
  }

  @Test
  void aSweepThatNoLongerAsksForWhatItHasIsRefused() {
    run(study(List.of(), probe("a", 1, 2)), false);

    RegistrationChangedException refused =
        assertThrows(
            RegistrationChangedException.class,
            () -> run(study(List.of(), probe("a", 2, 3)), false));

    assertTrue(
        refused.getMessage().contains("experiment a: 1 finished trials are no longer asked for"),
        refused.getMessage());
  }

  @Test
  void aGrownSweepHasTheBytesOfOneThatWasLargeFromTheStart(@TempDir Path other) throws IOException {
    run(study(List.of(), probe("a", 1, 2)), false);
    run(study(List.of(), probe("a", 1, 3, 2)), false);
    byte[] grown = Files.readAllBytes(folder.resolve("a/trials.csv"));
    byte[] registered = Files.readAllBytes(folder.resolve(Registration.FILE));

    try (StudyRun run =
        StudyRun.open(
            Probe.resolved(study(List.of(), probe("a", 1, 3, 2))),
            other,
            Probe.settings(StopSignal.unlimited()),
            RunListener.NONE)) {
      run.run();
    }

    assertArrayEquals(Files.readAllBytes(other.resolve("a/trials.csv")), grown);
    assertArrayEquals(Files.readAllBytes(other.resolve(Registration.FILE)), registered);
  }

  @Test
  void aClaimOnTrialsThatThereAreMayNotChange() {
    run(study(List.of(claim("A-1", "a", 3)), probe("a", 1)), false);

    assertThrows(
        RegistrationChangedException.class,
        () -> run(study(List.of(claim("A-1", "a", 4)), probe("a", 1)), false));
  }

  @Test
  void oneExperimentIsBegunAnewAndTheOthersStay() throws IOException {
    run(study(List.of(), probe("a", 1), probe("b", 1)), false);
    byte[] kept = Files.readAllBytes(folder.resolve("a/trials.csv"));

    run(study(List.of(), probe("a", 1), probe("b", 6)), true, "b");

    assertEquals(List.of("b6"), ran);
    assertArrayEquals(kept, Files.readAllBytes(folder.resolve("a/trials.csv")));
    try (var files = Files.list(folder)) {
      assertEquals(
          1,
          files.filter(file -> file.getFileName().toString().startsWith("b.")).count(),
          "the earlier results of b are put aside");
    }
  }

  @Test
  void earlierResultsStayWhereTheyAreIfTheNewOnesCannotBeRun() throws IOException {
    run(study(List.of(), probe("a", 1)), false);
    byte[] kept = Files.readAllBytes(folder.resolve("a/trials.csv"));

    PlanException refused =
        assertThrows(
            PlanException.class,
            () -> run(study(List.of(), probe("a", 1).refusing("number", "is one")), true));

    assertTrue(refused.getMessage().contains("is one"), refused.getMessage());
    assertArrayEquals(kept, Files.readAllBytes(folder.resolve("a/trials.csv")));
  }

  @Test
  void aCheckpointOfOtherCodeIsNotTakenUp() {
    try (StudyFolder open = StudyFolder.open(folder, "test")) {
      byte[] state = {1, 2, 3};
      new StoredCheckpoint(open.checkpoints(), 7, "code", false).save(state);

      assertArrayEquals(state, new StoredCheckpoint(open.checkpoints(), 7, "code", true).load());
      assertNull(new StoredCheckpoint(open.checkpoints(), 7, "edoc", true).load());
      assertNull(new StoredCheckpoint(open.checkpoints(), 7, "longer code", true).load());
    }
  }
}
