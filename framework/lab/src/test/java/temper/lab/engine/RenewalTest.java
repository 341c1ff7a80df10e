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
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.config.ResolvedStudy;
import temper.lab.data.DataFolder;
import temper.lab.store.StoreException;
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
        refused
            .getMessage()
            .contains(
                "experiment a: 1 finished trial is no longer asked for, such as number=1\nPut the"
                    + " values back, give the config another name"),
        refused.getMessage());
  }

  @Test
  void trialsThatAreInTheJournalAloneCountAsFinished() throws IOException {
    run(study(List.of(), probe("a", 1, 2)), false);
    for (String file : List.of("trials.csv", "checksums.csv", "plan.csv", "summary.csv")) {
      Files.delete(folder.resolve("a").resolve(file)); // As a run leaves it that is killed.
    }
    Map<String, byte[]> before = content();

    RegistrationChangedException refused =
        assertThrows(
            RegistrationChangedException.class,
            () -> run(study(List.of(), probe("a", 2, 3)), false));

    assertEquals(
        List.of("experiment a: 1 finished trial is no longer asked for"), refused.differences());
    assertEquals(before.keySet(), content().keySet());
    run(study(List.of(), probe("a", 1, 2, 3)), false);
    assertEquals(List.of("a3"), ran);
  }

  @Test
  void trialsOfATableThatIsNotCompleteCountAsFinished() throws IOException {
    StopSignal stop = StopSignal.unlimited();
    Probe stopping =
        new Probe(
            "a",
            List.of(new Probe.Cell(1, "a"), new Probe.Cell(2, "a")),
            1,
            (cell, trial) -> {
              stop.raise(StopSignal.Reason.INTERRUPTED);
              trial.metric("value", cell.number());
            });
    try (StudyRun run =
        StudyRun.open(
            Probe.resolved(study(List.of(), stopping)),
            folder,
            Probe.settings(stop),
            RunListener.NONE)) {
      run.run();
    }
    int finished = Files.readAllLines(folder.resolve("a/trials.csv")).size() - 1;
    Files.delete(folder.resolve(".temper/journal-a.log"));

    RegistrationChangedException refused =
        assertThrows(
            RegistrationChangedException.class, () -> run(study(List.of(), probe("a", 9)), false));

    assertTrue(
        refused.differences().get(0).startsWith("experiment a: " + finished + " finished trial"),
        refused.getMessage());
  }

  @Test
  void theReplicateThatFellAwayIsNamed() {
    Probe three = Probe.of(2, 3, (cell, trial) -> trial.metric("value", 1));
    Probe two = Probe.of(2, 2, (cell, trial) -> trial.metric("value", 1));
    run(study(List.of(), three), false);

    RegistrationChangedException refused =
        assertThrows(RegistrationChangedException.class, () -> run(study(List.of(), two), false));

    assertEquals(
        List.of("experiment probe: 2 finished trials are no longer asked for, such as replicate 2"),
        refused.differences());
  }

  @Test
  void aCombinationThatFellAwayIsNamedByWhatTellsItFromOthers() {
    run(crossed("1 a", "1 b", "2 a", "2 b"), false);

    RegistrationChangedException refused =
        assertThrows(
            RegistrationChangedException.class, () -> run(crossed("1 a", "1 b", "2 b"), false));

    assertEquals(
        List.of(
            "experiment c: 1 finished trial is no longer asked for, such as number=2, word=a,"
                + " replicate 0"),
        refused.differences());
  }

  private Study crossed(String... cells) {
    List<Probe.Cell> list = new ArrayList<>();
    for (String cell : cells) {
      list.add(new Probe.Cell(Integer.parseInt(cell.substring(0, 1)), cell.substring(2)));
    }
    return study(
        List.of(), new Probe("c", list, 1, (cell, trial) -> trial.metric("value", cell.number())));
  }

  @Test
  void whatIsKeptAndWhatIsToBeRunIsTold() {
    run(study(List.of(), probe("a", 1, 2)), false);

    assertEquals(List.of(replanned(0, 2)), noticesOfPlan(probe("a", 2, 1)));
    assertEquals(List.of(replanned(1, 2)), noticesOfPlan(probe("a", 2, 1, 3)));
    assertEquals(List.of(), noticesOfPlan(probe("a", 2, 1, 3)));
  }

  private static String replanned(int toRun, int kept) {
    return "the config asks for other trials than were registered: "
        + toRun
        + " are to be run, all "
        + kept
        + " finished ones are kept";
  }

  private List<String> noticesOfPlan(Experiment<?> experiment) {
    List<String> notices = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void notice(String message) {
            notices.add(message);
          }
        };
    try (StudyRun run =
        StudyRun.open(
            Probe.resolved(study(List.of(), experiment)),
            folder,
            Probe.settings(StopSignal.unlimited()),
            listener)) {
      run.summary();
    }
    return notices;
  }

  private Map<String, byte[]> content() throws IOException {
    Map<String, byte[]> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return content;
  }

  @Test
  void whatIsRefusedBeforeAnythingRanLeavesNothingBehind() throws IOException {
    Probe refusing = probe("a", 1).refusing("number", "is one");
    Path made = folder.resolve("new/results");
    Path there = Files.createDirectories(folder.resolve("there"));
    Files.writeString(there.resolve("notes.txt"), "mine");

    assertThrows(PlanException.class, () -> refusedIn(made, refusing, StudyRun::summary));
    assertThrows(PlanException.class, () -> refusedIn(made, refusing, StudyRun::run));
    assertThrows(PlanException.class, () -> refusedIn(there, refusing, StudyRun::summary));
    assertThrows(
        StoreException.class,
        () -> refusedIn(made, probe("a", 1), run -> run.merge(List.of(there))));

    assertEquals(Set.of("there/notes.txt"), content().keySet());
    assertTrue(!Files.exists(folder.resolve("new")), "folders above it were made for it");
    assertTrue(!Files.exists(there.resolve(".temper")), "a folder that was there is as it was");
  }

  @Test
  void aPlanThatIsRefusedLeavesAnEarlierOneAsItWas() throws IOException {
    refusedIn(folder, probe("a", 1), StudyRun::summary);
    byte[] registered = Files.readAllBytes(folder.resolve(Registration.FILE));

    assertThrows(
        PlanException.class,
        () -> refusedIn(folder, probe("a", 1, 2).refusing("number", "is one"), StudyRun::summary));

    assertArrayEquals(registered, Files.readAllBytes(folder.resolve(Registration.FILE)));
  }

  private void refusedIn(Path out, Experiment<?> experiment, Consumer<StudyRun> step) {
    try (StudyRun run =
        StudyRun.open(
            Probe.resolved(study(List.of(), experiment)),
            out,
            Probe.settings(StopSignal.unlimited()),
            RunListener.NONE)) {
      step.accept(run);
    }
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
  void nothingIsPutAsideWhereAnotherExperimentIsTheReasonToRefuse() throws IOException {
    run(study(List.of(), probe("a", 1), probe("b", 1)), false);
    Map<String, byte[]> before = content();

    RegistrationChangedException refused =
        assertThrows(
            RegistrationChangedException.class,
            () -> run(study(List.of(), probe("a", 6), probe("b", 2)), true, "a"));

    assertTrue(
        refused.differences().stream().allMatch(line -> line.startsWith("experiment b: ")),
        refused.differences().toString());
    Map<String, byte[]> after = content();
    assertEquals(before.keySet(), after.keySet());
    before.forEach((file, bytes) -> assertArrayEquals(bytes, after.get(file), file));
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
