package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.lab.study.Column;

class CsvRecoveryTest {

  private static final Fixture PLAN = new Fixture(3, 4);

  @TempDir Path folder;
  private Map<String, String> committed;

  @BeforeEach
  void commitAndForgetAllButTheCsvFiles() throws IOException {
    Fixture.run(folder, PLAN, FaultyDisk.none());
    FaultTest.delete(folder.resolve(".temper"));
    committed = Fixture.results(folder);
  }

  private ExperimentStore open(StudyFolder results) {
    return results.experiment(Fixture.LAYOUT);
  }

  private String notices() {
    try (StudyFolder results = StudyFolder.open(folder, "test", FaultyDisk.none())) {
      return String.join("\n", open(results).notices().stream().map(Notice::toString).toList())
          .replace(folder + "/", "");
    }
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = folder.resolve("descent").resolve(file);
    String text = Fixture.text(path);
    assertTrue(text.contains(from), () -> from + " is not in " + text);
    Files.writeString(path, text.replace(from, to));
  }

  @Test
  void everyRecordComesBackByteForByteAndARunChangesNoFile() {
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = open(results);
      assertEquals(List.of(), store.notices());
      assertEquals(PLAN.size(), store.size());
      for (long i = 0; i < PLAN.size(); i++) {
        assertEquals(PLAN.stable(i), store.read(PLAN.id(i)).orElseThrow());
      }
      assertEquals(List.of(), store.commit(PLAN, true));
    }
    assertEquals(0, Fixture.run(folder, PLAN));
    assertEquals(committed, Fixture.results(folder));
  }

  @Test
  void trialsAreTakenWhenOtherParametersVaryNow() {
    Layout old = Fixture.LAYOUT;
    Layout wider =
        new Layout(
            old.experiment(), old.parameters(), List.of(0, 1, 2), old.metrics(), old.tables());
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = results.experiment(wider);
      assertEquals(PLAN.size(), store.size());
      assertEquals(PLAN.stable(4), store.read(PLAN.id(4)).orElseThrow());
      assertFalse(store.commit(PLAN, true).isEmpty());
    }
    assertTrue(
        Fixture.text(folder.resolve("descent/curve.csv"))
            .startsWith("trial,replicate,rate,label,steps,step,loss\n"));
  }

  @Test
  void aChangedMetricIsReportedWithItsLineAndItsTrialRunsAgain() throws IOException {
    change("trials.csv", ",ok,,0.1,1,", ",ok,,0.2,1,");

    assertEquals(
        "descent/trials.csv:3: this trial does not fit its checksum: rows here or in a table are"
            + " changed or lost; counts as not run",
        notices());
    assertEquals(1, Fixture.run(folder, PLAN));
    assertEquals(committed, Fixture.results(folder));
  }

  @Test
  void aLostRowOfATableIsNoticedThoughNothingElseIsWrong() throws IOException {
    String curve = committed.get("descent/curve.csv");
    String row = curve.lines().skip(1).findFirst().orElseThrow() + "\n";
    change("curve.csv", row, "");

    assertTrue(notices().startsWith("descent/trials.csv:3: this trial does not fit"));
    assertEquals(1, Fixture.run(folder, PLAN));
    assertEquals(committed, Fixture.results(folder));
  }

  @Test
  void aRowOfTheWrongWidthIsReportedWithItsLine() throws IOException {
    change("trials.csv", ",ok,,0.1,1,", ",ok,,0.1,1,extra,");

    assertEquals(
        "descent/trials.csv:3: 11 cells, not 10; the line is left out and its trial counts as not"
            + " run\n"
            + "descent/curve.csv:2: row of a trial that is not in trials.csv; left out\n"
            + "descent/remarks.csv:2: row of a trial that is not in trials.csv; left out\n"
            + "descent/remarks.csv:4: row of a trial that is not in trials.csv; left out",
        notices());
    assertEquals(1, Fixture.run(folder, PLAN));
    assertEquals(committed, Fixture.results(folder));
  }

  @Test
  void anOutcomeThatDoesNotExistIsReported() throws IOException {
    change("trials.csv", ",ok,,0.1,1,", ",fine,,0.1,1,");

    assertTrue(notices().startsWith("descent/trials.csv:3: 'fine' is no outcome;"));
    assertEquals(1, Fixture.run(folder, PLAN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"trials.csv", "curve.csv", "remarks.csv", "checksums.csv", "summary.csv"})
  void aFileCutOffAnywhereCostsSomeTrialsButNoByte(String name) throws IOException {
    byte[] whole = committed.get("descent/" + name).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length += 67) {
      Files.write(folder.resolve("descent").resolve(name), java.util.Arrays.copyOf(whole, length));
      damaged(name + " cut at " + length);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"trials.csv", "curve.csv", "remarks.csv", "checksums.csv"})
  void aByteChangedAnywhereCostsSomeTrialsButNoByte(String name) throws IOException {
    byte[] whole = committed.get("descent/" + name).getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < whole.length; at += 71) {
      byte[] changed = whole.clone();
      changed[at] = (byte) "\"\n,x".charAt(at % 4);
      Files.write(folder.resolve("descent").resolve(name), changed);
      damaged(name + " changed at " + at);
    }
  }

  /** Runs and demands that nothing wrong was taken, whatever had to run again. */
  private void damaged(String what) throws IOException {
    Fixture.run(folder, PLAN, FaultyDisk.none());
    Map<String, String> now = Fixture.results(folder);
    for (String file : List.copyOf(now.keySet())) {
      if (file.contains(".set-aside-")) {
        now.remove(file);
        Files.delete(folder.resolve(file));
      }
    }
    if (what.startsWith("checksums.csv") && now.remove("descent/unchecked.csv") != null) {
      Files.delete(folder.resolve("descent/unchecked.csv")); // The marks of what nothing checks.
    }
    assertEquals(committed, now, what);
    FaultTest.delete(folder.resolve(".temper"));
  }

  @Test
  void filesWithOtherColumnsAreSetAsideAndNotDeleted() throws IOException {
    change("trials.csv", "loss,hits,note", "loss,strikes,note");
    String changed = Fixture.text(folder.resolve("descent/trials.csv"));

    assertTrue(
        notices()
            .startsWith(
                "descent/trials.csv:1: has other columns than the experiment; renamed to"
                    + " trials.csv.set-aside-1\n"));
    assertEquals(changed, Fixture.text(folder.resolve("descent/trials.csv.set-aside-1")));
    assertEquals(
        committed.get("descent/curve.csv"),
        Fixture.text(folder.resolve("descent/curve.csv.set-aside-1")));
    assertEquals(PLAN.size(), Fixture.run(folder, PLAN));
  }

  @Test
  void aTableThatIsMissingMeansThatNoTrialIsWhole() throws IOException {
    Files.delete(folder.resolve("descent/curve.csv"));

    assertEquals("descent/curve.csv: is missing; no trial counts as run", notices());
    assertEquals(PLAN.size(), Fixture.run(folder, PLAN));
    assertEquals(committed, Fixture.results(folder));
  }

  @Test
  void withoutChecksumsWholeFilesAreTakenAndMarkedUntilTheyAreConfirmed() throws IOException {
    Files.delete(folder.resolve("descent/checksums.csv"));
    change("trials.csv", ",ok,,0.1,1,", ",ok,,0.2,1,"); // Which nothing can tell.
    Set<Long> all = PLAN.indices().stream().map(PLAN::id).collect(Collectors.toSet());

    assertTrue(
        notices()
            .contains("checksums.csv: is missing or damaged: " + all.size() + " trials are taken"));
    assertEquals(0, Fixture.run(folder, PLAN));

    // The files are whole again, and the marks survive the loss of the journal.
    assertTrue(Files.exists(folder.resolve("descent/checksums.csv")));
    FaultTest.delete(folder.resolve(".temper"));
    Path marks = folder.resolve("descent/unchecked.csv");
    assertEquals(all.size() + 1, Files.readAllLines(marks).size());
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = open(results);
      assertEquals(List.of(), store.notices());
      assertEquals(all, store.unchecked());
      store.append(PLAN.record(1)); // One is run again, which puts it right.
      store.confirm(PLAN.indices().stream().filter(i -> i > 2).map(PLAN::id).toList());
      assertEquals(Set.of(PLAN.id(0), PLAN.id(2)), store.unchecked());
      assertTrue(store.commit(PLAN, true).contains("unchecked.csv"));
    }
    assertEquals(3, Files.readAllLines(marks).size());
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      open(results).confirm(all);
      assertEquals(List.of("unchecked.csv"), open(results).commit(PLAN, true));
    }
    assertEquals(committed, Fixture.results(folder));
  }

  @Test
  void marksAreTakenOverByAMerge() throws IOException {
    Files.delete(folder.resolve("descent/checksums.csv"));
    Files.writeString(folder.resolve("registration.json"), "{}");

    try (StudyFolder target = StudyFolder.open(folder.resolve("merged"), "test")) {
      Merge.into(target, List.of(folder), List.of(Fixture.LAYOUT));
      assertEquals(PLAN.size(), open(target).unchecked().size());
    }

    assertFalse(Files.exists(folder.resolve("descent/unchecked.csv")));
    assertFalse(Files.exists(folder.resolve("descent/checksums.csv")));
  }

  @Test
  void withoutChecksumsADamagedTableIsNotTrusted() throws IOException {
    Files.delete(folder.resolve("descent/checksums.csv"));
    change("curve.csv", "daa66d2c7ddf743f,2,", "daa66d2c7ddf7\"43f,2,");

    assertEquals(PLAN.size(), Fixture.run(folder, PLAN));
    assertEquals(committed, Fixture.results(folder));
  }

  @Test
  void lineEndsOfWindowsAndAByteOrderMarkAreAccepted() throws IOException {
    for (String name : List.of("trials.csv", "curve.csv", "checksums.csv")) {
      Path file = folder.resolve("descent").resolve(name);
      Files.writeString(file, "\uFEFF" + Fixture.text(file).replace("\n", "\r\n"));
    }

    assertEquals(0, Fixture.run(folder, PLAN));
    assertEquals(committed, Fixture.results(folder));
  }

  @Test
  void aTrialThatWasForgottenDoesNotComeBackFromTheCsvFiles() {
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      open(results).forget(PLAN.id(5));
    }
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = open(results);
      assertFalse(store.contains(PLAN.id(5)));
      assertEquals(PLAN.size() - 1, store.size());
    }
  }

  @Test
  void trialsOutsideOfThePlanAreKeptAndReported() {
    Fixture smaller = new Fixture(2, 4);
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = open(results);
      assertFalse(store.commit(smaller, true).isEmpty());
      assertTrue(
          store.notices().get(0).message().startsWith("4 recorded trials are not in this plan"));
    }
    assertEquals(0, Fixture.run(folder, PLAN));
    assertEquals(committed, Fixture.results(folder));
  }

  @Test
  void manyTrialsAreCheckedInBlocksOfWhichOneIsLost() throws IOException {
    Fixture many = new Fixture(650, 4);
    Path other = folder.resolve("many");
    Fixture.run(other, many, FaultyDisk.none());
    Map<String, String> whole = Fixture.results(other);
    FaultTest.delete(other.resolve(".temper"));
    assertEquals(1 + 867, whole.get("descent/checksums.csv").lines().count());
    Path trials = other.resolve("descent/trials.csv");
    Files.writeString(
        trials, Fixture.text(trials).replace(",1000,\"ä, 1000\"", ",1001,\"ä, 1000\""));

    assertEquals(3, Fixture.run(other, many, FaultyDisk.none()));
    assertEquals(whole, Fixture.results(other));
  }

  @Test
  void anExperimentWithoutParametersMetricsOrTablesWorks() throws IOException {
    Layout bare = new Layout("bare", List.of(), List.of(), List.of(), List.of());
    PlanRows plan =
        new PlanRows() {
          @Override
          public long size() {
            return 1;
          }

          @Override
          public long id(long index) {
            return 0;
          }

          @Override
          public int replicate(long index) {
            return 0;
          }

          @Override
          public long cell(long index) {
            return 0;
          }

          @Override
          public List<String> parameters(long index) {
            return List.of();
          }
        };
    TrialRecord record = new TrialRecord(0, Outcome.OK, "", "", List.of(), "", 0);
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = results.experiment(bare);
      store.append(record);
      store.commit(plan, true);
    }
    FaultTest.delete(folder.resolve(".temper"));
    assertEquals(
        "trial,replicate,outcome,reason\n0000000000000000,0,ok,\n",
        Fixture.text(folder.resolve("bare/trials.csv")));
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      assertEquals(record, results.experiment(bare).read(0).orElseThrow());
    }
    assertEquals(
        List.of("trial", "replicate", "outcome", "reason"),
        CsvTables.of(folder).trials("bare").columns());
    assertEquals(Column.Type.TEXT, Fixture.LAYOUT.metrics().get(2).type());
  }
}
