package temper.lab.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.endtoend.TemperProcess.Finished;

/**
 * What a result folder allows: one writer, one registration, failures that can be looked at and
 * repeated.
 */
class FolderRulesIT {

  @TempDir Path folder;

  @Test
  void ofTwoProcessesInOneFolderOneIsToldWhoHoldsIt() throws IOException, InterruptedException {
    TemperProcess slow = new TemperProcess(folder).jvm("-Dtemper.test.pause=20");
    Process first = slow.start("run", "probe", "--profile", "smoke", "--out", "shared");
    waitFor(folder.resolve("shared/registration.json"));

    Finished second =
        new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "shared");

    assertEquals(8, second.exitCode(), second.err());
    assertTrue(second.err().contains(Long.toString(first.pid())), second.err());
    assertEquals(0, slow.finish(first).exitCode());
  }

  @Test
  void aRunThatIsAskedToStopEndsWithItsOwnExitCodeAndCanBeResumed()
      throws IOException, InterruptedException {
    TemperProcess slow = new TemperProcess(folder).jvm("-Dtemper.test.pause=20");
    Process process = slow.start("run", "probe", "--profile", "smoke", "--out", "out");
    waitFor(folder.resolve("out/registration.json"));

    process.destroy();
    Finished stopped = slow.finish(process);

    assertEquals(130, stopped.exitCode(), stopped.err());
    assertTrue(stopped.err().contains("resume"), stopped.err());
    assertEquals(
        0,
        new TemperProcess(folder)
            .run("run", "probe", "--profile", "smoke", "--out", "out")
            .exitCode());
  }

  @Test
  void aSecondSignalEndsARunWhoseTrialsDoNotGiveWay() throws IOException, InterruptedException {
    Path marker = folder.resolve("under-way");
    TemperProcess stubborn =
        new TemperProcess(folder)
            .jvm("-Dtemper.test.pause=600000", "-Dtemper.test.marker=" + marker);
    Process process = stubborn.start("run", "probe", "--profile", "smoke", "--out", "out");
    waitFor(marker);
    process.destroy();
    assertFalse(process.waitFor(1, TimeUnit.SECONDS));

    kill(process);
    Finished stopped = stubborn.finish(process);

    assertEquals(130, stopped.exitCode(), stopped.err());
    assertTrue(stopped.err().contains("not waiting any longer"), stopped.err());
  }

  /** Not destroy(): of a process that was asked once it may not be sent a second time. */
  private static void kill(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
  }

  @Test
  void resultsOfAnotherRegistrationAreNeverMixed() throws IOException {
    new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "out");
    Map<String, String> before = ResultBytes.of(folder.resolve("out"));

    Finished changed =
        new TemperProcess(folder)
            .run("run", "probe", "--profile", "smoke", "-S", "walks.width=2", "--out", "out");

    assertEquals(3, changed.exitCode(), changed.err());
    assertTrue(changed.err().contains("walks"), changed.err());
    assertEquals(before, ResultBytes.of(folder.resolve("out")));
    Finished fresh =
        new TemperProcess(folder)
            .run(
                "run",
                "probe",
                "--profile",
                "smoke",
                "-S",
                "walks.width=2",
                "--out",
                "out",
                "--fresh");
    assertEquals(0, fresh.exitCode(), fresh.err());
    assertFalse(before.equals(ResultBytes.of(folder.resolve("out"))));
  }

  @Test
  void aChangedRegistrationFileIsRefused() throws IOException {
    new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "out");
    Path file = folder.resolve("out/registration.json");
    Files.writeString(file, Files.readString(file).replace("PROBE-1", "PROBE-2"));

    assertEquals(
        3,
        new TemperProcess(folder)
            .run("run", "probe", "--profile", "smoke", "--out", "out")
            .exitCode());
  }

  @Test
  void failedTrialsAreCountedReplayedAndRetried() throws IOException {
    Finished failing =
        new TemperProcess(folder)
            .run("run", "probe", "--profile", "smoke", "-S", "walks.fail=true", "--out", "out");

    assertEquals(4, failing.exitCode(), failing.err());
    String trials = Files.readString(folder.resolve("out/walks/trials.csv"));
    assertTrue(trials.contains("failed,IllegalStateException: told to fail"), trials);
    String id =
        trials
            .lines()
            .filter(line -> line.contains(",failed,"))
            .findFirst()
            .orElseThrow()
            .substring(0, 16);
    Finished replay = new TemperProcess(folder).run("replay", "out", id);
    assertEquals(4, replay.exitCode(), replay.err());
    assertTrue(replay.err().contains("at temper.lab.endtoend.ProbeStudy$Walks.run"), replay.err());
    Finished retry = new TemperProcess(folder).run("retry", "out");
    assertEquals(4, retry.exitCode(), retry.err());
    assertEquals(trials, Files.readString(folder.resolve("out/walks/trials.csv")));
  }

  @Test
  void verifyFindsDamage() throws IOException {
    new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "out");
    SameBytesIT.deleteRecursively(folder.resolve("out/.temper"));
    Finished good = new TemperProcess(folder).run("verify", "out", "--sample", "1000");
    assertEquals(0, good.exitCode(), good.err() + good.out());
    Path file = folder.resolve("out/walks/path.csv");
    Files.writeString(
        file, Files.readString(file).replaceFirst(",50,(-?)[0-9.e-]+\n", ",50,$17.5\n"));
    assertFalse(Files.exists(folder.resolve("out/.temper")), "verify leaves no trace");

    Finished bad = new TemperProcess(folder).run("verify", "out", "--sample", "1000");

    assertEquals(7, bad.exitCode(), bad.err() + bad.out());
    assertTrue(bad.out().contains("walks/trials.csv:2"), bad.out());
  }

  @Test
  void verifyReadsTheTablesAndClaimsAsTheyStand() throws IOException {
    new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "out");
    Map<String, String> before = ResultBytes.of(folder.resolve("out"));
    Path trials = folder.resolve("out/walks/trials.csv");
    Files.writeString(trials, Files.readString(trials).replaceFirst(",ok,,-?[0-9]", ",ok,,99"));

    Finished changed = new TemperProcess(folder).run("verify", "out", "--sample", "5");

    assertEquals(7, changed.exitCode(), changed.err() + changed.out());
    assertTrue(changed.out().contains("DAMAGED  walks/trials.csv is not what"), changed.out());
    assertTrue(Files.readString(trials).contains(",ok,,99"), "verify changes nothing");
    new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "out");
    assertEquals(before, ResultBytes.of(folder.resolve("out")));
    Path claims = folder.resolve("out/claims.csv");
    Files.writeString(claims, Files.readString(claims).replace("exploratory", "confirmatory"));
    Finished embellished = new TemperProcess(folder).run("verify", "out", "--sample", "5");
    assertEquals(7, embellished.exitCode(), embellished.err() + embellished.out());
    assertTrue(embellished.out().contains("claims.csv"), embellished.out());
  }

  @Test
  void aStudyFileThatNamesOtherSeedsMakesNoClaims() throws IOException {
    new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "out");
    Map<String, String> before = ResultBytes.of(folder.resolve("out"));
    Path file = folder.resolve("out/study.yaml");
    String text = Files.readString(file);
    Files.writeString(file, text.replace("profile: smoke", "profile: full"));

    for (String verb : new String[] {"claims", "figures", "report"}) {
      assertEquals(3, new TemperProcess(folder).run(verb, "out").exitCode(), verb);
    }

    Files.writeString(file, text);
    assertEquals(before, ResultBytes.of(folder.resolve("out")));
  }

  @Test
  void theWorkingFolderItselfCanHoldAResult() {
    Finished run =
        new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", ".");
    Finished verify = new TemperProcess(folder).run("verify", ".", "--sample", "5");

    assertEquals(0, run.exitCode(), run.err());
    assertEquals(0, verify.exitCode(), verify.err() + verify.out());
  }

  @Test
  void verifyFindsTrialsThatGiveOtherBytesNow() {
    new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "out");

    Finished bad =
        new TemperProcess(folder)
            .jvm("-Dtemper.test.impurity=1")
            .run("verify", "out", "--sample", "1000");

    assertEquals(7, bad.exitCode(), bad.err() + bad.out());
    assertTrue(bad.out().contains("DIFFERS  walks"), bad.out());
  }

  @Test
  void differencesBetweenResultsAreFound() {
    new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "a");
    new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "b");
    new TemperProcess(folder)
        .run("run", "probe", "--profile", "smoke", "-S", "walks.width=2", "--out", "c");

    assertEquals(0, new TemperProcess(folder).run("diff", "a", "b").exitCode());
    Finished differ = new TemperProcess(folder).run("diff", "a", "c");
    assertEquals(7, differ.exitCode());
    assertTrue(differ.out().contains("walks/trials.csv"), differ.out());
  }

  @Test
  void claimsFiguresAndReportComeFromTheTablesAlone() throws IOException {
    new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "out");
    Map<String, String> before = new TreeMap<>(ResultBytes.of(folder.resolve("out")));
    for (String file :
        new String[] {"claims.csv", "report.html", "figures/ends.svg", "figures/ends.csv"}) {
      Files.delete(folder.resolve("out").resolve(file));
    }
    SameBytesIT.deleteRecursively(folder.resolve("out/.temper"));

    Finished report = new TemperProcess(folder).run("report", "out");

    assertEquals(0, report.exitCode(), report.err());
    assertEquals(before, ResultBytes.of(folder.resolve("out")));
  }

  private static void waitFor(Path file) throws InterruptedException {
    for (int i = 0; i < 600 && !Files.exists(file); i++) {
      Thread.sleep(50);
    }
    assertTrue(Files.exists(file), file + " did not appear");
  }
}
