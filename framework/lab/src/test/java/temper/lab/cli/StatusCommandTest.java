package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.cli.Call.Ended;
import temper.lab.store.StudyFolder;

/** How far results are, as it is told. */
class StatusCommandTest {

  @TempDir Path folder;

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private void make(String verb, String name, String... more) {
    String[] line = new String[6 + more.length];
    System.arraycopy(
        new String[] {verb, "probe", "--profile", "smoke", "--out", at(name)}, 0, line, 0, 6);
    System.arraycopy(more, 0, line, 6, more.length);
    Ended ended = Call.of(line);
    assertEquals(0, ended.code(), ended.err());
  }

  private static Ended status(String... more) {
    String[] line = new String[1 + more.length];
    line[0] = "status";
    System.arraycopy(more, 0, line, 1, more.length);
    Ended ended = Call.of(line);
    assertEquals(0, ended.code(), ended.err());
    return ended;
  }

  @Test
  void whatIsPlannedIsUnfinishedAndWhatOthersDecideIsNotCounted() {
    make("plan", "out");

    Ended ended = status(at("out"));

    assertTrue(ended.out().startsWith("probe, profile smoke: unfinished\n"), ended.out());
    assertTrue(
        ended.out().lines().anyMatch(line -> line.matches("walks +60 +0 +60 +0 +0")), ended.out());
    assertTrue(
        ended
            .out()
            .lines()
            .anyMatch(line -> line.matches("confirmed +<= 20 +0 +\\? +0 +0 +decided by walks")),
        ended.out());
    assertTrue(ended.err().contains("`temper retry " + at("out") + "`"), ended.err());
  }

  @Test
  void aFolderThatIsHeldIsRunningAndCanBeLookedAt() {
    make("run", "out");
    assertTrue(status(at("out")).out().startsWith("probe, profile smoke: finished\n"));

    try (StudyFolder held = StudyFolder.open(folder.resolve("out"), "temper run probe")) {
      Ended ended = status(at("out"));

      String owner = "process " + ProcessHandle.current().pid() + " on ";
      assertTrue(ended.out().startsWith("probe, profile smoke: running, " + owner), ended.out());
      Ended plan = Call.of("plan", "probe", "--profile", "smoke", "--out", held.path().toString());
      assertEquals(8, plan.code());
      assertTrue(plan.err().contains("temper status " + held.path()), plan.err());
    }
  }

  @Test
  void allResultsBelowAFolderAreListedAndOneThatCannotBeReadHidesNoOther() throws IOException {
    make("run", "probe/smoke");
    make("plan", "probe/smoke.shard-2-of-3", "--shard", "2/3");
    make("plan", "probe/broken");
    make("plan", "probe/old.set-aside-1");
    Files.writeString(folder.resolve("probe/broken/study.yaml"), "format: 1\nstudy: prob\n");

    Ended ended = status(folder.toString());

    assertTrue(
        ended.out().lines().anyMatch(line -> line.matches(".*probe/smoke +finished +80 +80 +0")),
        ended.out());
    assertTrue(
        ended
            .out()
            .lines()
            .anyMatch(line -> line.matches(".*shard-2-of-3 +unfinished +0 +>= 20 +0")),
        ended.out());
    assertTrue(ended.out().contains("unknown study 'prob'"), ended.out());
    assertFalse(ended.out().contains("set-aside"), ended.out());
    assertTrue(status(folder.toString(), "--json").out().contains("\"state\" : \"finished\""));
    assertTrue(status(at("probe/smoke"), "--json").out().contains("\"decided_by\" : [ ]"));
  }

  @Test
  void aFolderThatIsNotThereIsToldAndAnEmptyOneHasNoResults() throws IOException {
    Ended none = Call.of("status", at("nowhere"));
    assertEquals(2, none.code());
    assertTrue(none.err().contains("there is no folder " + at("nowhere")), none.err());

    Files.createDirectories(folder.resolve("empty"));
    assertTrue(status(at("empty")).err().contains("There are no results in " + at("empty")));
  }
}
