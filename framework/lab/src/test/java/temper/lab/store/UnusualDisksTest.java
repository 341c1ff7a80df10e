package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that cannot do what a store asks of them, now or ever, and folders that are moved. */
class UnusualDisksTest {

  private static final Fixture PLAN = new Fixture(2, 2);

  @TempDir Path temporary;
  private Map<String, String> undisturbed = Map.of();

  @BeforeEach
  void runUndisturbed() {
    Path folder = temporary.resolve("undisturbed");
    Fixture.run(folder, PLAN, FaultyDisk.none());
    undisturbed = Fixture.results(folder);
  }

  /** The disk of this machine, of which single operations can be refused. */
  private static class Plain implements ForwardingDisk {}

  @Test
  void whereRenamingIsNotAtomicResultsAreWrittenAndTheUserIsWarned() {
    Disk twoSteps =
        new Plain() {
          @Override
          public void renameAtomically(Path from, Path to) throws IOException {
            throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "no");
          }
        };
    Path folder = temporary.resolve("two-steps");
    try (StudyFolder results = StudyFolder.open(folder, "test", twoSteps)) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      PLAN.indices().forEach(i -> store.append(PLAN.record(i)));
      store.commit(PLAN, true);
      assertTrue(
          results.notices().stream()
              .anyMatch(notice -> notice.message().contains("do not cut the power")),
          results.notices().toString());
    }
    assertEquals(undisturbed, Fixture.results(folder));
  }

  @Test
  void whereNothingCanBeRenamedTheTablesAreNotTouchedAndNoTrialIsLost() {
    Disk stiff =
        new Plain() {
          @Override
          public void renameAtomically(Path from, Path to) throws IOException {
            throw new IOException("Invalid cross-device link");
          }
        };
    Path folder = temporary.resolve("stiff");
    StoreException e = assertThrows(StoreException.class, () -> Fixture.run(folder, PLAN, stiff));

    assertTrue(e.getMessage().contains("Invalid cross-device link"), e.getMessage());
    assertTrue(e.getMessage().contains("all 4 trials are safe"), e.getMessage());
    assertTrue(Fixture.results(folder).isEmpty());
    assertEquals(0, Fixture.run(folder, PLAN, FaultyDisk.none()));
    assertEquals(undisturbed, Fixture.results(folder));
  }

  @Test
  void whereNothingCanBeForcedThatIsToldAndNoTrialIsLost() {
    Disk careless =
        new Plain() {
          private Output unforced(Output output) {
            return new Output() {
              @Override
              public void write(byte[] bytes, int offset, int length) throws IOException {
                output.write(bytes, offset, length);
              }

              @Override
              public void force() throws IOException {
                throw new IOException("Input/output error");
              }

              @Override
              public void truncate(long length) throws IOException {
                output.truncate(length);
              }

              @Override
              public void close() throws IOException {
                output.close();
              }
            };
          }

          @Override
          public Output append(Path file) throws IOException {
            boolean begun = Files.exists(file);
            Output output = super.append(file);
            return begun ? unforced(output) : output;
          }

          @Override
          public Output create(Path file) throws IOException {
            return unforced(super.create(file));
          }
        };
    Path folder = temporary.resolve("careless");
    try (StudyFolder results = StudyFolder.open(folder, "test", FaultyDisk.none())) {
      results.experiment(Fixture.LAYOUT).append(PLAN.record(0));
    }
    StoreException e =
        assertThrows(StoreException.class, () -> Fixture.run(folder, PLAN, careless));

    assertTrue(e.getMessage().contains("Input/output error"), e.getMessage());
    assertTrue(e.getMessage().contains("4 trials of 'descent' are safe"), e.getMessage());
    assertTrue(Fixture.results(folder).isEmpty(), "tables of what may be lost");
    assertEquals(0, Fixture.run(folder, PLAN, FaultyDisk.none()));
    assertEquals(undisturbed, Fixture.results(folder));
  }

  @Test
  void aFolderThatIsMovedWhileItIsWrittenKeepsItsTrialsAndTheOldPlaceStaysEmpty()
      throws IOException {
    Path folder = temporary.resolve("here");
    Path there = temporary.resolve("there");
    StudyFolder results = StudyFolder.open(folder, "test");
    ExperimentStore store = results.experiment(Fixture.LAYOUT);
    store.append(PLAN.record(0));
    Files.move(folder, there);
    store.append(PLAN.record(1));

    assertThrows(StoreException.class, () -> store.commit(PLAN, false));
    assertThrows(StoreException.class, () -> results.write("claims.csv", new byte[1]));
    results.close();

    assertFalse(Files.exists(folder), "a second folder was begun at the old place");
    assertEquals(2, Fixture.run(there, PLAN, FaultyDisk.none()));
    assertEquals(undisturbed, Fixture.results(there));
  }

  @Test
  void aCopyOfAFolderGoesOnByItself() throws IOException {
    Path folder = temporary.resolve("here");
    Path copy = temporary.resolve("copy");
    try (StudyFolder results = StudyFolder.open(folder, "first")) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      store.append(PLAN.record(0));
      store.append(PLAN.record(1));
      copy(folder, copy); // While its owner lives, whose name is copied too.
      assertEquals(2, Fixture.run(copy, PLAN, FaultyDisk.none()));
      assertEquals(undisturbed, Fixture.results(copy));
      store.append(PLAN.record(2));
    }
    assertEquals(1, Fixture.run(folder, PLAN, FaultyDisk.none()));
    assertEquals(undisturbed, Fixture.results(folder));
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (var walk = Files.walk(from)) {
      files = walk.toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    }
  }
}
