package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at results leaves no trace. */
class FolderViewTest {

  private static final Fixture PLAN = new Fixture(3, 4);

  @TempDir Path folder;

  /** Every file and folder with what tells whether it was touched. */
  private Map<String, String> traces() throws IOException {
    Map<String, String> traces = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        traces.put(
            folder.relativize(file).toString(),
            Files.readAttributes(file, "unix:ino,ctime,size").toString());
      }
    }
    return traces;
  }

  private static List<Path> leftIn(Path temporary) throws IOException {
    try (var files = Files.list(temporary)) {
      return files.toList();
    }
  }

  @Test
  void journalAndTablesAreReadAndNothingIsTouched(@TempDir Path temporary) throws IOException {
    Fixture.run(folder, PLAN);
    FaultTest.delete(folder.resolve(".temper"));
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      results.experiment(Fixture.LAYOUT).forget(PLAN.id(0));
      results.experiment(Fixture.LAYOUT).append(PLAN.record(0));
    }
    final Map<String, String> before = traces();

    try (FolderView view = FolderView.open(folder, temporary)) {
      ExperimentStore store = view.experiment(Fixture.LAYOUT);
      assertEquals(PLAN.size(), store.size());
      assertEquals(PLAN.stable(5), store.read(PLAN.id(5)).orElseThrow());
      assertEquals(List.of(), store.commit(PLAN, true));
      assertTrue(view.read("descent/trials.csv").isPresent());
      assertTrue(view.holds("descent"));
      assertEquals(List.of(), view.notices());
      view.requireSettled();
    }

    assertEquals(before, traces());
    assertEquals(List.of(), leftIn(temporary));
  }

  @Test
  void whatDiffersIsNamedAndStays() throws IOException {
    Fixture.run(folder, PLAN);
    Path summary = folder.resolve("descent/summary.csv");
    Files.writeString(summary, Fixture.text(summary).replaceFirst("0.1", "0.3"));
    Files.writeString(folder.resolve("descent/plan.csv"), "");
    Files.delete(folder.resolve("descent/columns.csv"));
    Map<String, String> before = traces();

    try (FolderView view = FolderView.open(folder)) {
      assertEquals(
          List.of("plan.csv", "summary.csv", "columns.csv"),
          view.experiment(Fixture.LAYOUT).commit(PLAN, true));
    }

    assertEquals(before, traces());
  }

  @Test
  void foreignFilesAreToldAndLeftWhereTheyAre() throws IOException {
    Fixture.run(folder, PLAN);
    Path trials = folder.resolve("descent/trials.csv");
    Files.writeString(trials, Fixture.text(trials).replace("loss,hits", "loss,strikes"));
    Files.write(folder.resolve(".temper/journal-descent.log"), new byte[100]);
    Map<String, String> before = traces();

    try (FolderView view = FolderView.open(folder)) {
      assertEquals(0, view.experiment(Fixture.LAYOUT).size());
      String notices = view.notices().toString();
      assertTrue(notices.contains("journal-descent.log: " + RecordLog.MISFIT), notices);
      assertTrue(notices.contains("has other columns than the experiment; left out"), notices);
      assertFalse(notices.contains("renamed"), notices);
    }

    assertEquals(before, traces());
  }

  @Test
  void aTornJournalIsToldByItsOwnName() throws IOException {
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      results.experiment(Fixture.LAYOUT).append(PLAN.record(0));
      results.experiment(Fixture.LAYOUT).append(PLAN.record(1));
    }
    Path journal = folder.resolve(".temper/journal-descent.log");
    byte[] whole = Files.readAllBytes(journal);
    Files.write(journal, java.util.Arrays.copyOf(whole, whole.length - 3));

    try (FolderView view = FolderView.open(folder)) {
      assertEquals(1, view.experiment(Fixture.LAYOUT).size());
      assertTrue(view.notices().get(0).toString().startsWith(journal + ": the last "));
    }

    assertEquals(whole.length - 3, Files.size(journal));
  }

  @Test
  void whatDoesNotExistIsEmptyAndIsNotMade() {
    Path nowhere = folder.resolve("nowhere");

    try (FolderView view = FolderView.open(nowhere)) {
      assertEquals(0, view.experiment(Fixture.LAYOUT).size());
      assertEquals(Optional.empty(), view.read("registration.json"));
      assertFalse(view.holdsTrials("descent"));
      view.requireSettled();
    }

    assertFalse(Files.exists(nowhere));
  }

  @Test
  void whoeverNeedsWholeResultsIsToldThatSomebodyWrites() {
    try (StudyFolder held = StudyFolder.open(folder, "a run");
        FolderView view = FolderView.open(folder)) {
      LockedException e = assertThrows(LockedException.class, view::requireSettled);
      assertEquals("a run", e.owner().command());
      assertEquals(folder, held.path());
    }
  }

  @Test
  void theLayoutIsOneHereToo() {
    try (FolderView view = FolderView.open(folder)) {
      view.experiment(Fixture.LAYOUT);
      Layout other = new Layout("descent", List.of(), List.of(), List.of(), List.of());
      assertThrows(IllegalStateException.class, () -> view.experiment(other));
    }
  }

  @Test
  void aFolderThatMayNotBeWrittenIsLookedAtThroughACopyThatMay() throws IOException {
    Fixture.run(folder, PLAN);
    Path journal = folder.resolve(".temper/journal-descent.log");
    Path copy = folder.resolve("copy");
    Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("r--r--r--"));

    FolderView.copyContent(journal, copy);

    assertTrue(Files.getPosixFilePermissions(copy).contains(PosixFilePermission.OWNER_WRITE));
    assertEquals(-1, Files.mismatch(journal, copy));
    try (FolderView view = FolderView.open(folder)) {
      assertEquals(PLAN.size(), view.experiment(Fixture.LAYOUT).size());
      assertEquals(List.of(), view.notices());
    }
  }
}
