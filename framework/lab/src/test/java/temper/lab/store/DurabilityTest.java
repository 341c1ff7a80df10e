package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DurabilityTest {

  private static final Fixture PLAN = new Fixture(2, 2);

  @TempDir Path temporary;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final AtomicInteger forces = new AtomicInteger();

  private Durability of(Durability.Step force) {
    Path journal = temporary.resolve("journal-descent.log");
    return new Durability(temporary, journal, "descent", () -> 3, force);
  }

  /** Is slow the first time, and fails then. */
  private void force() throws IOException {
    if (forces.incrementAndGet() == 1) {
      begun.countDown();
      await(mayEnd);
      throw new IOException("Input/output error");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task);
    thread.start();
    return thread;
  }

  @Test
  void whoAsksDuringAForceWaitsForItAndHearsOfItsError() throws Exception {
    Durability durability = of(this::force);
    durability.append(() -> {});
    Thread background = start(durability::syncInBackground);
    await(begun);
    AtomicInteger told = new AtomicInteger();
    Thread asking =
        start(() -> told.set(assertThrows(StoreException.class, durability::sync) == null ? 0 : 1));
    while (asking.getState() != Thread.State.BLOCKED) {
      assertTrue(asking.isAlive(), "has not waited");
      Thread.onSpinWait();
    }

    mayEnd.countDown();
    asking.join();
    background.join();

    assertEquals(1, told.get());
    assertEquals(2, forces.get()); // Whoever was told has had it tried again.
    durability.sync();
    assertEquals(2, forces.get());
  }

  @Test
  void appendingDoesNotWaitForAForceAndIsLeftToTheNextOne() throws Exception {
    Durability durability =
        of(
            () -> {
              if (forces.incrementAndGet() == 1) {
                begun.countDown();
                await(mayEnd);
              }
            });
    durability.append(() -> {});
    Thread background = start(durability::syncInBackground);
    await(begun);
    durability.append(() -> {});
    mayEnd.countDown();
    background.join();

    assertEquals(1, forces.get());
    durability.sync();
    assertEquals(2, forces.get());
  }

  @Test
  void anErrorInTheBackgroundIsToldOnceWithWhatIsSafe() {
    Durability durability =
        of(
            () -> {
              if (forces.incrementAndGet() == 1) {
                throw new IOException("Input/output error");
              }
            });
    durability.append(() -> {});
    durability.syncInBackground();
    durability.syncInBackground();

    AtomicInteger appended = new AtomicInteger();
    StoreException e =
        assertThrows(StoreException.class, () -> durability.append(appended::incrementAndGet));
    assertEquals(
        "cannot write "
            + temporary.resolve("journal-descent.log")
            + ": Input/output error; 3 trials of 'descent' are safe, run again to resume",
        e.getMessage());
    assertEquals(0, appended.get());
    durability.append(appended::incrementAndGet);
    assertEquals(1, appended.get());
  }

  @Test
  void aForceThatEndsInAnExceptionIsTriedAgain() {
    Durability durability =
        of(
            () -> {
              if (forces.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
              }
            });
    durability.append(() -> {});
    assertThrows(IllegalStateException.class, durability::sync);
    durability.sync();
    assertEquals(2, forces.get());
  }

  @Test
  void aFailedForceInTheBackgroundIsToldByCloseWhereNothingIsAppendedAnyMore() {
    FaultyDisk disk = FaultyDisk.failing(FaultyDisk.Operation.FORCE, 1, false);
    StudyFolder results = StudyFolder.open(temporary.resolve("close"), "test", disk);
    ExperimentStore store = results.experiment(Fixture.LAYOUT);
    store.append(PLAN.record(0));
    store.syncInBackground();

    StoreException e = assertThrows(StoreException.class, results::close);

    assertTrue(e.getMessage().contains("1 trials of 'descent' are safe"), e.getMessage());
    StudyFolder.open(temporary.resolve("close"), "again").close();
  }

  @Test
  void aFailedForceInTheBackgroundIsToldByCommitBeforeTablesAreWritten() {
    FaultyDisk disk = FaultyDisk.failing(FaultyDisk.Operation.FORCE, 1, false);
    Path folder = temporary.resolve("commit");
    try (StudyFolder results = StudyFolder.open(folder, "test", disk)) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      store.append(PLAN.record(0));
      store.syncInBackground();

      assertThrows(StoreException.class, () -> store.commit(PLAN, false));

      assertFalse(folder.resolve("descent/trials.csv").toFile().exists());
      store.commit(PLAN, false);
      assertTrue(folder.resolve("descent/trials.csv").toFile().exists());
    }
  }
}
