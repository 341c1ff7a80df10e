package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

  private static final Fixture PLAN = new Fixture(2, 2);

  @TempDir Path temporary;
  private Map<String, String> undisturbed;
  private int count;

  @BeforeEach
  void runUndisturbed() {
    Path folder = temporary.resolve("undisturbed");
    Fixture.run(folder, PLAN, FaultyDisk.none());
    undisturbed = Fixture.results(folder);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void afterAFullDiskNothingIsLostAndTheBytesAreTheSame(boolean dies) throws IOException {
    fillDisk(dies, 151);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void afterAFullDiskAtAnyByteNothingIsLostAndTheBytesAreTheSame(boolean dies) throws IOException {
    fillDisk(dies, 1);
  }

  private void fillDisk(boolean dies, int step) throws IOException {
    long room = 0;
    FaultyDisk disk;
    do {
      disk = FaultyDisk.full(room, dies);
      disturb(disk, "full after " + room + " bytes");
      room += step;
    } while (disk.failed());
    assertTrue(room > 2000, "only " + room + " bytes were written");
  }

  @ParameterizedTest
  @EnumSource(FaultyDisk.Operation.class)
  void afterAFailureOfAnyOperationNothingIsLostAndTheBytesAreTheSame(FaultyDisk.Operation operation)
      throws IOException {
    for (boolean dies : new boolean[] {false, true}) {
      int number = 0;
      FaultyDisk disk;
      do {
        disk = FaultyDisk.failing(operation, number++, dies);
        disturb(disk, operation + " " + number);
      } while (disk.failed());
      assertTrue(number > 1, "no operation " + operation);
    }
  }

  /** Runs on a bad disk until it fails, then on a good one. */
  private void disturb(FaultyDisk bad, String what) throws IOException {
    Path folder = temporary.resolve("run-" + count++);
    Set<Long> safe = new HashSet<>();
    try (StudyFolder results = StudyFolder.open(folder, "test", bad)) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      for (long i = 0; i < PLAN.size(); i++) {
        store.append(PLAN.record(i));
        safe.add(PLAN.id(i));
        if (i == 1) {
          store.commit(PLAN, false);
        }
      }
      store.commit(PLAN, true);
      assertFalse(bad.failed(), what);
    } catch (StoreException e) {
      assertTrue(bad.failed(), () -> what + ": " + e);
    }
    try (StudyFolder results = StudyFolder.open(folder, "test", FaultyDisk.none())) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      for (long id : safe) {
        assertTrue(store.contains(id), () -> what + " lost " + TrialRecord.hex(id));
      }
      for (long i = 0; i < PLAN.size(); i++) {
        if (!store.contains(PLAN.id(i))) {
          store.append(PLAN.record(i));
        }
      }
      store.commit(PLAN, true);
    }
    assertEquals(undisturbed, Fixture.results(folder), what);
    delete(folder);
  }

  @Test
  void afterALossOfPowerAllThatWasForcedIsThere() throws IOException {
    Path folder = temporary.resolve("power");
    Path journal = folder.resolve(".temper/journal-descent.log");
    long forced;
    try (StudyFolder results = StudyFolder.open(folder, "test", FaultyDisk.none())) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      store.append(PLAN.record(0));
      store.append(PLAN.record(1));
      store.sync();
      forced = Files.size(journal);
      store.append(PLAN.record(2));
      store.append(PLAN.record(3));
    }
    byte[] whole = Files.readAllBytes(journal);
    for (long end = forced; end <= whole.length; end += 41) {
      for (boolean zeros : new boolean[] {false, true}) {
        Files.write(journal, whole);
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
          file.setLength(end);
          if (zeros) {
            file.setLength(whole.length);
          }
        }
        try (StudyFolder results = StudyFolder.open(folder, "test", FaultyDisk.none())) {
          ExperimentStore store = results.experiment(Fixture.LAYOUT);
          assertTrue(store.contains(PLAN.id(0)) && store.contains(PLAN.id(1)), "cut at " + end);
          for (long i = 2; i < 4; i++) {
            if (!store.contains(PLAN.id(i))) {
              store.append(PLAN.record(i));
            }
          }
          store.commit(PLAN, true);
        }
        assertEquals(undisturbed, Fixture.results(folder), "cut at " + end);
      }
    }
  }

  @Test
  void aTornRecordLeavesNoTraceWhereRoomIsMadeWhileTheRunGoesOn() {
    boolean torn = true;
    for (long room = Journal.HEADER; torn; room += 13) {
      FaultyDisk disk = FaultyDisk.full(room, false);
      Path folder = temporary.resolve("room-" + room);
      torn = false;
      try (StudyFolder results = StudyFolder.open(folder, "test", disk)) {
        ExperimentStore store = results.experiment(Fixture.LAYOUT);
        for (long i = 0; i < PLAN.size(); i++) {
          try {
            store.append(PLAN.record(i));
          } catch (StoreException full) {
            torn = true;
            disk.makeRoom();
            store.append(PLAN.record(i));
          }
        }
        disk.makeRoom();
        store.commit(PLAN, true);
      }
      assertEquals(undisturbed, Fixture.results(folder), "room for " + room + " bytes");
    }
  }

  @Test
  void aFullDiskSaysHowManyTrialsAreSafeAndHowToGoOn() {
    Path folder = temporary.resolve("message");
    try (StudyFolder results = StudyFolder.open(folder, "test", FaultyDisk.full(600, false))) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      StoreException e =
          assertThrows(
              StoreException.class,
              () -> {
                for (long i = 0; i < 100; i++) {
                  store.append(new Fixture(50, 2).record(i));
                }
              });
      String expected =
          "no space left on the disk of "
              + folder
              + ": "
              + store.size()
              + " trials of 'descent' are safe; make room and run again to resume";
      assertEquals(expected, e.getMessage());
    }
  }

  @Test
  void aFailedForceInTheBackgroundIsToldByTheNextAppend() throws Exception {
    FaultyDisk disk = FaultyDisk.failing(FaultyDisk.Operation.FORCE, 1, false);
    Path folder = temporary.resolve("background");
    try (StudyFolder results = StudyFolder.open(folder, "test", disk)) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      store.append(PLAN.record(0));
      store.syncInBackground();
      assertThrows(StoreException.class, () -> store.append(PLAN.record(1)));
      store.append(PLAN.record(1));
      assertEquals(2, store.size());
    }
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
