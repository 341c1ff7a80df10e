package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

  @TempDir Path folder;

  /** Another process: takes the folder, appends trials and says so, until it is killed. */
  static final class Appender {

    private Appender() {}

    public static void main(String[] arguments) {
      Fixture plan = new Fixture(1000, 1000);
      StudyFolder results = StudyFolder.open(Path.of(arguments[0]), "temper run descent");
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      for (long i = 0; i < plan.size(); i++) {
        store.append(plan.record(i));
        System.out.println(i);
      }
    }
  }

  @Test
  void aKilledProcessLosesNoTrialAndItsFolderIsTakenOver() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Appender.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long last = -1;
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      while (last < 500) {
        last = Long.parseLong(in.readLine());
      }
      LockedException e =
          assertThrows(LockedException.class, () -> StudyFolder.open(folder, "test"));
      assertEquals(process.pid(), e.owner().pid());
      assertTrue(e.owner().isAliveHere());
      assertTrue(e.getMessage().contains("process " + process.pid() + " on "), e.getMessage());
      assertTrue(e.getMessage().contains(": temper run descent; "), e.getMessage());
      // The handle kills without closing the pipe, which still holds numbers.
      process.toHandle().destroyForcibly();
      String line;
      while ((line = in.readLine()) != null) {
        last = line.isEmpty() ? last : Long.parseLong(line);
      }
    }
    process.waitFor();

    Fixture plan = new Fixture(1000, 1000);
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      assertTrue(results.notices().get(0).message().startsWith("taken over from process"));
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      // The last number may have been cut off while it was printed.
      for (long i = 0; i < last / 10; i++) {
        assertTrue(store.contains(plan.id(i)), "lost " + i + " of " + last);
      }
      assertTrue(store.size() > 500);
    }
  }

  @Test
  void aFolderIsHeldOnceWithinAProcess() {
    try (StudyFolder held = StudyFolder.open(folder, "first")) {
      LockedException e =
          assertThrows(LockedException.class, () -> StudyFolder.open(folder, "second"));
      assertEquals("first", e.owner().command());
      assertEquals(folder, held.path());
    }
    StudyFolder.open(folder, "third").close();
    assertFalse(Files.exists(folder.resolve(".temper/owner.json")));
  }

  @Test
  void ofManyThatRaceExactlyOneWins() throws Exception {
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    CyclicBarrier end = new CyclicBarrier(threads);
    AtomicInteger winners = new AtomicInteger();
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  start.await();
                  try (StudyFolder won = StudyFolder.open(folder, "race")) {
                    winners.addAndGet(won.path().equals(folder) ? 1 : 1000);
                    end.await();
                  } catch (LockedException e) {
                    end.await();
                  }
                } catch (Exception e) {
                  winners.addAndGet(1000);
                }
              });
      all.add(thread);
      thread.start();
    }
    for (Thread thread : all) {
      thread.join();
    }
    assertEquals(1, winners.get());
  }

  private void ownedElsewhere(Instant beat) throws IOException {
    Path hidden = Files.createDirectories(folder.resolve(".temper"));
    Files.writeString(
        hidden.resolve("owner.json"),
        "{\"host\":\"elsewhere\",\"pid\":42,\"started\":\"\",\"since\":\"then\",\"command\":\"run\"}");
    Path heartbeat = Files.write(hidden.resolve("heartbeat"), new byte[] {1});
    Files.setLastModifiedTime(heartbeat, FileTime.from(beat));
  }

  @Test
  void anotherMachineHoldsTheFolderWhileItsHeartGoes() throws IOException {
    ownedElsewhere(Instant.now().minusSeconds(30));

    LockedException e = assertThrows(LockedException.class, () -> StudyFolder.open(folder, "me"));
    assertEquals(
        folder
            + " is in use by process 42 on elsewhere since then: run; `temper status "
            + folder
            + "` shows how far it is",
        e.getMessage());
  }

  @Test
  void anotherMachineLosesTheFolderWhenItsHeartHasStopped() throws IOException {
    ownedElsewhere(Instant.now().minusSeconds(90));

    try (StudyFolder taken = StudyFolder.open(folder, "me")) {
      assertEquals(1, taken.notices().size());
    }
  }

  @Test
  void aHeartbeatOfTheFutureHoldsNothingForEver() throws IOException {
    ownedElsewhere(Instant.now().plusSeconds(30)); // Clocks are never quite the same.
    assertThrows(LockedException.class, () -> StudyFolder.open(folder, "me"));

    ownedElsewhere(Instant.now().plusSeconds(1_000_000));

    try (StudyFolder taken = StudyFolder.open(folder, "me")) {
      assertEquals(1, taken.notices().size());
    }
  }

  @Test
  void aLiveOwnerIsFoundWithoutTouchingAnything() throws IOException {
    Path hidden = folder.resolve(".temper");
    assertTrue(FolderLock.liveOwner(hidden).isEmpty());
    ownedElsewhere(Instant.now());
    assertEquals(42, FolderLock.liveOwner(hidden).orElseThrow().pid());
    ownedElsewhere(Instant.now().minusSeconds(90));
    assertTrue(FolderLock.liveOwner(hidden).isEmpty());
    Files.delete(hidden.resolve("heartbeat"));
    assertTrue(FolderLock.liveOwner(hidden).isEmpty());
    try (var files = Files.list(hidden)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void tablesAreNotReplacedOnceTheLockIsGone() throws IOException {
    Fixture plan = new Fixture(1, 2);
    for (String gone : new String[] {"owner.json", "lock"}) {
      Path own = folder.resolve(gone);
      StudyFolder results = StudyFolder.open(own, "test");
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      store.append(plan.record(0));
      Files.delete(own.resolve(".temper").resolve(gone));

      StoreException e = assertThrows(StoreException.class, () -> store.commit(plan, false));

      assertTrue(e.getMessage().contains("was deleted or replaced during this run"), gone);
      assertFalse(Files.exists(own.resolve("descent/trials.csv")));
      assertThrows(StoreException.class, () -> results.write("claims.csv", new byte[1]));
      assertThrows(StoreException.class, () -> store.append(plan.record(1)));
      results.close();
    }
  }

  @Test
  void aFolderThatAnotherTookMeanwhileIsNotWritten() throws IOException {
    Fixture plan = new Fixture(1, 2);
    StudyFolder first = StudyFolder.open(folder, "first");
    ExperimentStore store = first.experiment(Fixture.LAYOUT);
    store.append(plan.record(0));
    Files.move(folder.resolve(".temper"), folder.resolve("moved"));
    ownedElsewhere(Instant.now());

    StoreException e = assertThrows(StoreException.class, () -> store.commit(plan, false));

    assertTrue(e.getMessage().contains("another process has taken"), e.getMessage());
    assertFalse(Files.exists(folder.resolve("descent")));
    first.close();
    assertTrue(Files.exists(folder.resolve(".temper/owner.json")), "the other's lock stays");
  }

  @Test
  void whoLosesTheFolderWritesNoMore() throws IOException {
    FolderLock lock =
        FolderLock.acquire(
            folder, Files.createDirectory(folder.resolve(".temper")), LockOwner.self("x"), n -> {});
    lock.beat(FolderLock.NOTHING);
    lock.check();
    ownedElsewhere(Instant.now());
    lock.beat(FolderLock.NOTHING);

    StoreException e = assertThrows(StoreException.class, lock::check);
    assertTrue(e.getMessage().contains("another process has taken"), e.getMessage());
    lock.close();
    assertTrue(Files.exists(folder.resolve(".temper/owner.json")));
  }

  @Test
  void aFolderIsNotLostToADiskThatDoesNotAnswerOnce() throws IOException {
    Path hidden = Files.createDirectory(folder.resolve(".temper"));
    FolderLock lock = FolderLock.acquire(folder, hidden, LockOwner.self("x"), n -> {});
    Path owner = hidden.resolve("owner.json");
    Path kept = Files.move(owner, hidden.resolve("kept"));
    Files.createDirectory(owner); // A file that cannot be read, for whoever tries.

    assertThrows(IOException.class, () -> lock.beat(FolderLock.NOTHING));
    assertThrows(StoreException.class, lock::confirm);
    lock.check();

    Files.delete(owner);
    Files.move(kept, owner);
    lock.beat(FolderLock.NOTHING);
    lock.confirm();
    lock.close();
    assertFalse(Files.exists(owner));
  }

  @Test
  void anOwnerThatCannotBeReadIsNotTakenForNone() throws IOException {
    Path hidden = Files.createDirectories(folder.resolve(".temper"));
    Files.createDirectory(hidden.resolve("owner.json"));

    assertThrows(StoreException.class, () -> StudyFolder.open(folder, "me"));
    assertThrows(IOException.class, () -> FolderLock.liveOwner(hidden));
    Files.delete(hidden.resolve("owner.json"));
    StudyFolder.open(folder, "me").close();
  }

  @Test
  void anOwnerFileThatWasCutOffHoldsNothing() throws IOException {
    Path hidden = Files.createDirectories(folder.resolve(".temper"));
    Files.writeString(hidden.resolve("owner.json"), "{\"host\":\"elsew");

    StudyFolder.open(folder, "me").close();
  }

  @Test
  void aLiveOwnerStaysOneWhenTheClockIsPutRight() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self/stat")), "not Linux");
    LockOwner self = LockOwner.self("x");

    String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    assertTrue(self.started().matches("[0-9]+ ticks after boot " + boot), self.started());
    String later = "1" + self.started();
    assertFalse(new LockOwner(self.host(), self.pid(), later, "", "").isAliveHere());
  }

  @Test
  void anOwnerFileThatLacksWhatItShouldSayHoldsNothing() throws IOException {
    Path hidden = Files.createDirectories(folder.resolve(".temper"));
    for (String file : List.of("{}", "{\"pid\": 1}", "null", "[]", "{\"host\": null}")) {
      Files.writeString(hidden.resolve("owner.json"), file);
      StudyFolder.open(folder, "me").close();
    }
  }

  @Test
  void aProcessThatIsGoneIsNotAlive() {
    LockOwner self = LockOwner.self("x");
    assertTrue(self.isAliveHere());
    assertFalse(new LockOwner(self.host(), Long.MAX_VALUE, "", "", "").isAliveHere());
    assertFalse(new LockOwner("elsewhere", self.pid(), "", "", "").isAliveHere());
    assertFalse(
        new LockOwner(self.host(), self.pid(), "2001-01-01T00:00:00Z", "", "").isAliveHere());
  }
}
