package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyFolderTest {

  @TempDir Path folder;

  @Test
  void aFileIsWrittenOnlyIfItChanges() throws IOException {
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      assertTrue(results.write("figures/a.svg", new byte[] {1, 2, 3}));
      Object before = Files.readAttributes(folder.resolve("figures/a.svg"), "unix:ino,ctime");
      assertFalse(results.write("figures/a.svg", new byte[] {1, 2, 3}));
      assertEquals(before, Files.readAttributes(folder.resolve("figures/a.svg"), "unix:ino,ctime"));
      for (byte[] other : new byte[][] {{1, 2}, {1, 2, 3, 4}, {}, new byte[200_000]}) {
        assertTrue(results.write("figures/a.svg", other));
        assertArrayEquals(other, results.read("figures/a.svg").orElseThrow());
      }
      assertEquals(Optional.empty(), results.read("figures/b.svg"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/etc/x", "a/../../x", "", "a/..", "figures/../../y/x"})
  void nothingIsWrittenOrReadOutsideOfTheFolder(String path) {
    try (StudyFolder results = StudyFolder.open(folder.resolve("in"), "test")) {
      assertThrows(IllegalArgumentException.class, () -> results.write(path, new byte[1]));
      assertThrows(IllegalArgumentException.class, () -> results.read(path));
      assertThrows(IllegalArgumentException.class, () -> results.setAside(path));
    }
  }

  @Test
  void aLinkThatLeadsOutOfTheFolderIsNotFollowed() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    try (StudyFolder results = StudyFolder.open(folder.resolve("in"), "test")) {
      Files.createSymbolicLink(folder.resolve("in/link"), outside);
      assertThrows(IllegalArgumentException.class, () -> results.write("link/x", new byte[1]));
    }
    assertFalse(Files.exists(outside.resolve("x")));
  }

  @Test
  void temporaryFilesOfAKilledProcessAreClearedAndNobodyElses() throws IOException {
    Path left = Files.createDirectories(folder.resolve(".temper/new")).resolve("17");
    Files.write(left, new byte[1]);
    List<Path> foreign =
        List.of(
            Files.createDirectory(folder.resolve("descent")).resolve(".a.csv.temper-new"),
            folder.resolve("notes.temper-new"),
            folder.resolve("mine.tmp"));
    for (Path file : foreign) {
      Files.write(file, new byte[1]);
    }

    StudyFolder.open(folder, "test").close();

    assertFalse(Files.exists(left));
    for (Path file : foreign) {
      assertTrue(Files.exists(file), file.toString());
    }
  }

  @Test
  void aLinkedFolderOfAnExperimentIsRefused() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    try (StudyFolder results = StudyFolder.open(folder.resolve("in"), "test")) {
      Files.createSymbolicLink(folder.resolve("in/descent"), elsewhere);
      StoreException e =
          assertThrows(StoreException.class, () -> results.experiment(Fixture.LAYOUT));
      assertTrue(e.getMessage().contains("descent is a symbolic link"), e.getMessage());
    }
    try (var files = Files.list(elsewhere)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsKnown() throws IOException {
    Files.write(folder.resolve("file"), new byte[1]);

    assertTrue(StudyFolder.isWritable(folder));
    assertTrue(StudyFolder.isWritable(folder.resolve("to/be/made")));
    assertFalse(StudyFolder.isWritable(Path.of("/proc/1")));
  }

  @Test
  void aFolderThatCannotBeMadeSaysSo() throws IOException {
    Files.write(folder.resolve("file"), new byte[1]);

    StoreException e =
        assertThrows(
            StoreException.class, () -> StudyFolder.open(folder.resolve("file/results"), "test"));
    assertTrue(
        e.getMessage().startsWith("cannot write results to " + folder.resolve("file/results")),
        e.getMessage());
  }

  @Test
  void anExperimentIsOpenOnceAndWithOneLayout() {
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      assertSame(store, results.experiment(Fixture.LAYOUT));
      Layout other = new Layout("descent", List.of(), List.of(), List.of(), List.of());
      assertThrows(IllegalStateException.class, () -> results.experiment(other));
      assertThrows(IllegalStateException.class, () -> results.setAside("descent"));
      store.close();
      store.close();
      assertThrows(IllegalStateException.class, () -> store.append(new Fixture(1, 1).record(0)));
    }
  }

  @Test
  void theHeartBeatsThoughNobodyCanSayHowItGoes() throws IOException {
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      results.tell(() -> new byte[] {7});
      results.beat();
      assertArrayEquals(new byte[] {7}, FolderLock.told(folder.resolve(".temper")));
      results.tell(
          () -> {
            throw new IllegalStateException("no news");
          });
      results.beat();
      assertArrayEquals(FolderLock.NOTHING, FolderLock.told(folder.resolve(".temper")));
    }
  }

  @Test
  @Timeout(60)
  void whileAStoreOpensSlowlyWhatOthersAppendIsForced() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch mayOpen = new CountDownLatch(1);
    CountDownLatch forced = new CountDownLatch(1);
    Disk slow = new SlowDisk("journal-slow.log", opening, mayOpen, forced);
    Layout other = new Layout("slow", List.of(), List.of(), List.of(), List.of());
    try (StudyFolder results = StudyFolder.open(folder, "test", slow)) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      Thread opener = new Thread(() -> results.experiment(other));
      opener.start();
      assertTrue(opening.await(30, TimeUnit.SECONDS));
      store.append(new Fixture(1, 1).record(0));
      boolean inTime = forced.await(30, TimeUnit.SECONDS);
      mayOpen.countDown();
      opener.join();
      assertTrue(inTime, "the clock waited for the store that opened");
    }
  }

  /** Opens one journal slowly, and tells when another one that exists is forced. */
  private record SlowDisk(
      String name, CountDownLatch opening, CountDownLatch mayOpen, CountDownLatch forced)
      implements ForwardingDisk {

    @Override
    public Output append(Path file) throws IOException {
      Output output = ForwardingDisk.super.append(file);
      if (file.endsWith(name)) {
        opening.countDown();
        try {
          assertTrue(mayOpen.await(50, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
      return new ForwardingDisk.Forced(
          output,
          () -> {
            if (opening.getCount() == 0) {
              forced.countDown();
            }
          });
    }
  }

  @Test
  void anExperimentIsSetAsideAsAWhole() {
    Fixture plan = new Fixture(1, 2);
    Fixture.run(folder, plan);
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      assertEquals(
          List.of(
              folder.resolve("descent.set-aside-1"),
              folder.resolve(".temper/journal-descent.log.set-aside-1")),
          results.setAsideExperiment("descent"));
      assertEquals(List.of(), results.setAsideExperiment("descent"));
      assertEquals(0, results.experiment(Fixture.LAYOUT).size());
    }
  }

  @Test
  void checkpointsAreReadBackOrIgnoredWhenDamaged() throws IOException {
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      Checkpoints checkpoints = results.checkpoints();
      assertEquals(Optional.empty(), checkpoints.load(7));
      checkpoints.save(7, new byte[] {1, 2, 3});
      checkpoints.save(7, new byte[] {4, 5});
      checkpoints.save(8, new byte[0]);
      assertArrayEquals(new byte[] {4, 5}, checkpoints.load(7).orElseThrow());
      assertArrayEquals(new byte[0], checkpoints.load(8).orElseThrow());
      assertEquals(List.of(), results.notices());
      Files.write(folder.resolve(".temper/checkpoints/notes"), new byte[1]);
      assertEquals(Set.of(7L, 8L), checkpoints.ids());

      Path file = folder.resolve(".temper/checkpoints/0000000000000007");
      byte[] whole = Files.readAllBytes(file);
      for (int i = 0; i < whole.length; i++) {
        byte[] damaged = whole.clone();
        damaged[i] ^= 1;
        Files.write(file, damaged);
        assertEquals(Optional.empty(), checkpoints.load(7));
        Files.write(file, java.util.Arrays.copyOf(whole, i));
        assertEquals(Optional.empty(), checkpoints.load(7));
      }
      Files.copy(
          folder.resolve(".temper/checkpoints/0000000000000008"),
          file,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      assertEquals(Optional.empty(), checkpoints.load(7));
      assertEquals(
          file + ": damaged checkpoint ignored; the trial starts anew",
          results.notices().get(0).toString());
      checkpoints.delete(7);
      checkpoints.delete(7);
      assertFalse(Files.exists(file));
    }
  }
}
