package temper.lab.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.endtoend.TemperProcess.Finished;

/**
 * What becomes of results on a disk that is full, read-only or damaged. Mounting needs the rights
 * of root.
 */
@Tag("slow")
class DiskIT {

  @TempDir Path folder;
  private Path mounted = Path.of("");

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (!mounted.toString().isEmpty()) {
      command("umount", mounted.toString());
    }
  }

  private void mount(String options) throws IOException, InterruptedException {
    Path target = folder.resolve("disk");
    Files.createDirectories(target);
    assumeTrue(
        command("mount", "-t", "tmpfs", "-o", options, "tmpfs", target.toString()) == 0,
        "a small disk cannot be mounted here");
    mounted = target;
  }

  private static int command(String... words) throws IOException, InterruptedException {
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Test
  void aFullDiskIsToldAndNothingIsLost() throws IOException, InterruptedException {
    new TemperProcess(folder).run("run", "probe", "--out", "reference");
    mount("size=160k");

    Finished full = new TemperProcess(folder).run("run", "probe", "--out", "disk/out");

    assertEquals(74, full.exitCode(), full.err());
    assertTrue(full.err().contains("no space left"), full.err());
    assertFalse(full.err().contains("\tat "), full.err());
    assertEquals(0, command("mount", "-o", "remount,size=64m", mounted.toString()));
    Finished again = new TemperProcess(folder).run("run", "probe", "--out", "disk/out");
    assertEquals(0, again.exitCode(), again.err());
    assertEquals(
        ResultBytes.of(folder.resolve("reference")), ResultBytes.of(folder.resolve("disk/out")));
  }

  @Test
  void everySizeOfDiskEndsInTheSameBytesOnceThereIsRoom() throws IOException, InterruptedException {
    new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "reference");
    Map<String, String> reference = ResultBytes.of(folder.resolve("reference"));
    mount("size=16k");
    for (int kilobytes = 16; kilobytes <= 160; kilobytes += 16) {
      assertEquals(
          0, command("mount", "-o", "remount,size=" + kilobytes + "k", mounted.toString()));
      Finished finished =
          new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "disk/out");
      assertTrue(List.of(0, 74).contains(finished.exitCode()), finished.err());
      assertFalse(finished.err().contains("\tat "), finished.err());
    }
    assertEquals(0, command("mount", "-o", "remount,size=64m", mounted.toString()));
    assertEquals(
        0,
        new TemperProcess(folder)
            .run("run", "probe", "--profile", "smoke", "--out", "disk/out")
            .exitCode());
    assertEquals(reference, ResultBytes.of(folder.resolve("disk/out")));
  }

  @Test
  void aReadOnlyFolderIsTold() throws IOException, InterruptedException {
    mount("size=8m");
    new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "disk/out");
    assertEquals(0, command("mount", "-o", "remount,ro", mounted.toString()));

    Finished again =
        new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "disk/out");

    assertEquals(74, again.exitCode(), again.err());
    assertTrue(again.err().contains("disk/out"), again.err());
    assertFalse(again.err().contains("\tat "), again.err());
    Finished claims = new TemperProcess(folder).run("claims", "disk/out");
    assertEquals(0, claims.exitCode(), claims.err());
  }

  @Test
  void aTruncatedOrDamagedJournalCostsOnlyTheDamagedTrials() throws IOException {
    new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "reference");
    Map<String, String> reference = ResultBytes.of(folder.resolve("reference"));
    new TemperProcess(folder)
        .run("run", "probe", "--profile", "smoke", "--out", "out", "--shard", "1/2");
    Path journal;
    try (var files = Files.list(folder.resolve("out/.temper"))) {
      journal =
          files
              .filter(file -> file.getFileName().toString().contains("journal"))
              .findFirst()
              .orElseThrow();
    }
    // The tables of the shard are taken away, so that only the damaged journal is left.
    SameBytesIT.deleteRecursively(folder.resolve("out/walks"));
    byte[] bytes = Files.readAllBytes(journal);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(journal, java.util.Arrays.copyOf(bytes, bytes.length - 7));

    Finished again =
        new TemperProcess(folder).run("run", "probe", "--profile", "smoke", "--out", "out");

    assertEquals(0, again.exitCode(), again.err());
    assertTrue(again.err().contains("journal"), again.err());
    assertEquals(reference, ResultBytes.of(folder.resolve("out")));
  }
}
