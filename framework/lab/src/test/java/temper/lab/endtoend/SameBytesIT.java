package temper.lab.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.endtoend.TemperProcess.Finished;

/** The same config gives the same bytes, however it is run. */
class SameBytesIT {

  @TempDir static Path folder;
  private static Map<String, String> reference = new TreeMap<>();

  @BeforeAll
  static void runOnOneWorker() {
    Finished finished = run(new TemperProcess(folder), "reference", "--workers", "1");

    assertEquals(0, finished.exitCode(), finished.err());
    reference = ResultBytes.of(folder.resolve("reference"));
    assertTrue(reference.containsKey("claims.csv"), reference.keySet().toString());
    assertTrue(reference.containsKey("walks/trials.csv"), reference.keySet().toString());
    assertTrue(reference.containsKey("figures/ends.svg"), reference.keySet().toString());
  }

  private static Finished run(TemperProcess process, String out, String... more) {
    String[] arguments = new String[4 + more.length];
    System.arraycopy(new String[] {"run", "probe", "--out", out}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return process.run(arguments);
  }

  @Test
  void twoWorkersGiveTheBytesOfOne() {
    Finished finished = run(new TemperProcess(folder), "two", "--workers", "2");

    assertEquals(0, finished.exitCode(), finished.err());
    assertEquals(reference, ResultBytes.of(folder.resolve("two")));
  }

  @Test
  void threeShardsMergedGiveTheBytesOfOneRun() {
    for (int shard = 1; shard <= 3; shard++) {
      assertEquals(
          0, run(new TemperProcess(folder), "shard" + shard, "--shard", shard + "/3").exitCode());
    }

    Finished merged =
        new TemperProcess(folder).run("merge", "shard1", "shard2", "shard3", "--out", "merged");

    assertEquals(0, merged.exitCode(), merged.err());
    assertEquals(reference, ResultBytes.of(folder.resolve("merged")));
  }

  @Test
  void anotherLocaleTimeZoneAndEncodingGiveTheSameBytes() {
    TemperProcess german =
        new TemperProcess(folder)
            .jvm(
                "-Duser.language=de",
                "-Duser.country=DE",
                "-Duser.timezone=Pacific/Chatham",
                "-Dfile.encoding=ISO-8859-1")
            .environment("LC_ALL", "de_DE.UTF-8")
            .environment("TZ", "Pacific/Chatham");

    assertEquals(0, run(german, "german").exitCode());

    assertEquals(reference, ResultBytes.of(folder.resolve("german")));
  }

  @Test
  void theInterpreterGivesTheBytesOfTheCompiler() {
    assertEquals(0, run(new TemperProcess(folder).jvm("-Xint"), "interpreted").exitCode());

    assertEquals(reference, ResultBytes.of(folder.resolve("interpreted")));
  }

  @Test
  void aRunThatHasNothingToDoChangesNoFile() throws IOException {
    assertEquals(0, run(new TemperProcess(folder), "idle").exitCode());
    Map<Path, FileTime> before = times(folder.resolve("idle"));

    Finished again = run(new TemperProcess(folder), "idle");

    assertEquals(0, again.exitCode(), again.err());
    assertEquals(before, times(folder.resolve("idle")));
  }

  @Test
  void committedTablesAloneAreEnoughToGoOn() throws IOException {
    assertEquals(0, run(new TemperProcess(folder), "cloned").exitCode());
    deleteRecursively(folder.resolve("cloned/.temper"));
    Map<Path, FileTime> before = times(folder.resolve("cloned"));

    Finished again = run(new TemperProcess(folder), "cloned");

    assertEquals(0, again.exitCode(), again.err());
    assertTrue(again.err().contains("Nothing was left to run"), again.err());
    assertEquals(before, times(folder.resolve("cloned")));
  }

  @Test
  void missingRowsAreRunAgainAndGiveTheSameBytes() throws IOException {
    assertEquals(0, run(new TemperProcess(folder), "holes").exitCode());
    deleteRecursively(folder.resolve("holes/.temper"));
    Path trials = folder.resolve("holes/walks/trials.csv");
    String[] lines = Files.readString(trials).split("\n");
    lines[5] = "";
    lines[17] = lines[17].replace(',', ';');
    Files.writeString(trials, String.join("\n", lines) + "\n");

    Finished again = run(new TemperProcess(folder), "holes");

    assertEquals(0, again.exitCode(), again.err());
    assertEquals(reference, ResultBytes.of(folder.resolve("holes")));
  }

  @Test
  void aTimeLimitEndsARunThatGoesOnToTheSameBytes() {
    TemperProcess slow = new TemperProcess(folder).jvm("-Dtemper.test.pause=20");
    Finished first = run(slow, "limited", "--time-limit", "1s");

    assertEquals(130, first.exitCode(), first.err());
    assertTrue(first.err().contains("The time is up"), first.err());
    assertFalse(Files.exists(folder.resolve("limited/claims.csv")));
    assertEquals(0, run(new TemperProcess(folder), "limited").exitCode());
    assertEquals(reference, ResultBytes.of(folder.resolve("limited")));
  }

  static Map<Path, FileTime> times(Path folder) throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(folder.resolve(".temper"))) {
          times.put(file, Files.getLastModifiedTime(file));
        }
      }
    }
    return times;
  }

  static void deleteRecursively(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
