package temper.lab.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.endtoend.TemperProcess.Finished;

/** Trials that need more memory than there is. */
class MemoryIT {

  @TempDir Path folder;

  private Finished run(String heap, String sweep, String out, String workers) throws IOException {
    Files.writeString(
        folder.resolve("study.yaml"),
        "format: 1\nstudy: large\nexperiment: load\nsweep: {grid: {" + sweep + "}}\n");
    return new TemperProcess(folder)
        .jvm(heap)
        .run("run", "study.yaml", "--profile", "smoke", "--out", out, "--workers", workers);
  }

  @Test
  void aTrialThatTakesAllMemoryFailsAloneWhateverTheNumberOfWorkers() throws IOException {
    String sweep = "megabytes: {list: [1, 60, 2, 5000, 61, 3, 62, 4]}";

    Finished many = run("-Xmx128m", sweep, "many", "4");
    Finished one = run("-Xmx128m", sweep, "one", "1");

    assertEquals(4, many.exitCode(), many.err());
    assertEquals(4, one.exitCode(), one.err());
    String trials = Files.readString(folder.resolve("many/load/trials.csv"));
    assertEquals(7, trials.lines().filter(line -> line.contains(",ok,")).count(), trials);
    assertTrue(
        trials
            .lines()
            .anyMatch(
                line ->
                    line.contains(",5000,")
                        && line.contains(",failed,OutOfMemoryError: Java heap space; alone")),
        trials);
    assertEquals(ResultBytes.of(folder.resolve("one")), ResultBytes.of(folder.resolve("many")));
  }

  @Test
  @Tag("slow")
  void aMillionRowsATrialNeedNoLargeHeap() throws IOException {
    Finished run = run("-Xmx256m", "rows: {list: [1000000, 1000001]}", "rows", "2");

    assertEquals(0, run.exitCode(), run.err());
    try (var lines = Files.lines(folder.resolve("rows/load/row.csv"))) {
      assertEquals(2 * 10 + 2_000_001 + 1, lines.count());
    }
  }
}
