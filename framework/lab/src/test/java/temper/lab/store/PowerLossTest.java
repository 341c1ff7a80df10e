package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes at random instants, again and again. What was forced is there, a file that takes
 * the place of another is the one or the other, and the run ends in the same bytes.
 */
class PowerLossTest {

  private static final int FEW = 25;
  private static final int MANY = 600;
  private static final int MOST_OPERATIONS = 90;
  private static final Fixture PLAN = new Fixture(3, 4);
  private static final String FILE = "figures/one.csv";

  @TempDir Path temporary;

  @Test
  void whatWasForcedIsThereWhenThePowerIsBack() throws IOException {
    assertTrue(losePower(FEW) > FEW / 2);
  }

  @Tag("slow")
  @Test
  void sixHundredTimesWhatWasForcedIsThereWhenThePowerIsBack() throws IOException {
    losePower(MANY);
  }

  private int losePower(int rounds) throws IOException {
    Path undisturbed = temporary.resolve("undisturbed");
    Fixture.run(undisturbed, PLAN, FaultyDisk.none());
    Map<String, String> results = Fixture.results(undisturbed);
    int losses = 0;
    for (int seed = 0; seed < rounds; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Path folder = temporary.resolve("begun");
      Promises promises = new Promises();
      boolean lost = true;
      for (int life = 0; lost && life < 4; life++) {
        PowerlessDisk disk =
            new PowerlessDisk(folder, random.nextInt(MOST_OPERATIONS), random.split());
        live(folder, disk, promises, random);
        lost = disk.failed();
        losses += lost ? 1 : 0;
        Path back = temporary.resolve("back-" + life);
        disk.restore(back);
        FaultTest.delete(folder);
        folder = back;
        promises.check(folder, "seed " + seed + ", life " + life);
      }
      Fixture.run(folder, PLAN, FaultyDisk.none());
      Map<String, String> now = Fixture.results(folder);
      now.remove(FILE);
      assertEquals(results, now, "seed " + seed);
      FaultTest.delete(folder);
    }
    return losses;
  }

  /** Runs until all is done or the power is gone. */
  private static void live(
      Path folder, PowerlessDisk disk, Promises promises, SplittableRandom random) {
    try (StudyFolder results = StudyFolder.open(folder, "test", disk)) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      for (long i = 0; i < PLAN.size(); i++) {
        if (!store.contains(PLAN.id(i))) {
          store.append(PLAN.record(i));
          promises.appended.add(PLAN.id(i));
        }
        switch (random.nextInt(6)) {
          case 0 -> {
            store.sync();
            promises.keepAppended();
          }
          case 1 -> {
            store.commit(PLAN, false);
            promises.keepAppended();
          }
          case 2 -> promises.write(results, random);
          default -> {}
        }
      }
      store.commit(PLAN, true);
      promises.keepAppended();
      promises.committed = true;
    } catch (StoreException e) {
      assertTrue(disk.failed(), () -> String.valueOf(e));
    }
  }

  /** What the store has promised so far. */
  private static final class Promises {

    private final Set<Long> appended = new HashSet<>();
    private final Set<Long> safe = new HashSet<>();
    private String written = "";
    private String maybe = "";
    private boolean committed;

    void keepAppended() {
      safe.addAll(appended);
    }

    void write(StudyFolder results, SplittableRandom random) {
      maybe =
          "number,square\n" + random.nextInt(1000) + "\n" + "7,49\n".repeat(random.nextInt(400));
      results.write(FILE, maybe.getBytes(StandardCharsets.UTF_8));
      written = maybe;
    }

    void check(Path folder, String when) throws IOException {
      Path file = folder.resolve(FILE);
      String found = Files.exists(file) ? Files.readString(file) : "";
      assertTrue(found.equals(written) || found.equals(maybe), when + ": " + FILE + " is torn");
      written = found;
      if (committed) {
        // What is not a result can be deleted without loss once a run has ended by itself.
        FaultTest.delete(folder.resolve(ResultFolder.HIDDEN));
      }
      try (StudyFolder results = StudyFolder.open(folder, "test", FaultyDisk.none())) {
        ExperimentStore store = results.experiment(Fixture.LAYOUT);
        for (long id : safe) {
          assertTrue(store.contains(id), () -> when + " lost " + TrialRecord.hex(id));
        }
        appended.removeIf(id -> !store.contains(id));
      }
    }
  }
}
