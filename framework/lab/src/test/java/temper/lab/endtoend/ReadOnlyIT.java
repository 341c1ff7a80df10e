package temper.lab.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.endtoend.TemperProcess.Finished;

/** Results on a file system that nobody can write, not even root, who may mount one. */
@Tag("slow")
class ReadOnlyIT {

  @TempDir Path folder;
  private boolean mounted;

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      command("umount", folder.resolve("disk").toString());
    }
  }

  private static int command(String... words) throws IOException, InterruptedException {
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private Finished temper(String line) {
    Finished finished = new TemperProcess(folder).run(line.split(" "));
    assertFalse(finished.err().contains("\tat "), finished.err());
    return finished;
  }

  private Finished good(String line) {
    Finished finished = temper(line);
    assertEquals(0, finished.exitCode(), line + ": " + finished.err() + finished.out());
    return finished;
  }

  @Test
  void everythingThatOnlyLooksWorksOnAReadOnlyFileSystem()
      throws IOException, InterruptedException {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    mounted = command("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString()) == 0;
    assumeTrue(mounted, "a disk cannot be mounted here");
    good("run probe --profile smoke --out disk/out");
    SameBytesIT.deleteRecursively(folder.resolve("disk/out/.temper"));
    assertEquals(0, command("mount", "-o", "remount,ro", disk.toString()));

    assertTrue(good("verify disk/out --sample 5").out().contains("5 gave the same bytes"));
    String plan = good("plan disk/out/study.yaml --out disk/out").out();
    assertTrue(plan.contains("all finished"), plan);
    assertTrue(plan.contains("not registered, as disk/out cannot be written"), plan);
    assertTrue(good("claims disk/out").out().contains("PROBE-1"));
    good("report disk/out --out elsewhere");
    good("figures disk/out --out elsewhere --format svg,png");
    for (String file :
        new String[] {"claims.csv", "findings.csv", "report.html", "figures/ends.svg"}) {
      assertEquals(
          -1,
          Files.mismatch(
              folder.resolve("disk/out").resolve(file), folder.resolve("elsewhere").resolve(file)),
          file);
    }
    good("merge disk/out --out merged");
    good("diff disk/out merged");
    good("list");
    String id = Files.readAllLines(disk.resolve("out/walks/trials.csv")).get(1).substring(0, 16);
    good("replay disk/out " + id);
    assertFalse(Files.exists(disk.resolve("out/.temper")));
    assertEquals(74, temper("run probe --profile smoke --out disk/out").exitCode());
    assertEquals(74, temper("report disk/out").exitCode());
  }
}
