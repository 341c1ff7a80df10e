package temper.lab.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.endtoend.TemperProcess.Finished;

/** Nothing is lost when a run is killed, at whatever instant. */
@Tag("slow")
class KillIT {

  private static final int KILLS = 100;
  private static final long SEED = 20_240_917;

  @TempDir Path folder;

  @Test
  void aRunThatIsKilledAtAHundredRandomInstantsEndsInTheSameBytes() throws InterruptedException {
    TemperProcess plain = new TemperProcess(folder);
    assertEquals(
        0, plain.run("run", "probe", "--profile", "smoke", "--out", "reference").exitCode());
    Map<String, String> reference = ResultBytes.of(folder.resolve("reference"));
    SplittableRandom random = new SplittableRandom(SEED);
    long undisturbed = undisturbedMillis();
    int killed = 0;
    int round = 0;
    while (killed < KILLS) {
      // A folder is killed into a few times, then left to end, then compared; until there were
      // enough kills.
      String out = "killed" + round++;
      boolean ended = false;
      while (!ended) {
        TemperProcess slow = new TemperProcess(folder).jvm("-Dtemper.test.pause=5");
        Process process = slow.start("run", "probe", "--profile", "smoke", "--out", out);
        long patience = 150 + random.nextLong(undisturbed);
        ended = process.waitFor(patience, TimeUnit.MILLISECONDS);
        if (!ended) {
          process.destroyForcibly();
          killed++;
        }
        Finished finished = slow.finish(process);
        assertTrue(finished.exitCode() == 0 || finished.exitCode() == 137, finished.err());
      }
      assertEquals(
          reference, ResultBytes.of(folder.resolve(out)), "round " + round + " of seed " + SEED);
    }
  }

  /**
   * The trial takes longer than any of its processes lives, so that it can only end by resuming.
   */
  @Test
  void aLongTrialThatIsKilledAgainAndAgainEndsInTheSameBytes() throws InterruptedException {
    String[] run = {"run", "large", "--profile", "smoke", "-S", "steps=300", "--out", ""};
    run[run.length - 1] = "reference";
    assertEquals(0, new TemperProcess(folder).run(run).exitCode());
    run[run.length - 1] = "killed";
    SplittableRandom random = new SplittableRandom(SEED);
    int killed = 0;
    boolean ended = false;
    while (!ended && killed < 60) {
      TemperProcess slow =
          new TemperProcess(folder).jvm("-Dtemper.test.pause=50", "-Dtemper.checkpoint.millis=20");
      Process process = slow.start(run);
      ended = process.waitFor(1500 + random.nextLong(3000), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly();
        killed++;
      }
      Finished finished = slow.finish(process);
      assertTrue(finished.exitCode() == 0 || finished.exitCode() == 137, finished.err());
    }

    assertTrue(ended, "15 s of steps were not done in 60 lives");
    assertTrue(killed >= 3, "killed " + killed + " times");
    assertEquals(
        ResultBytes.of(folder.resolve("reference")), ResultBytes.of(folder.resolve("killed")));
  }

  private long undisturbedMillis() {
    long start = System.nanoTime();
    TemperProcess slow = new TemperProcess(folder).jvm("-Dtemper.test.pause=5");
    assertEquals(0, slow.run("run", "probe", "--profile", "smoke", "--out", "timed").exitCode());
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
