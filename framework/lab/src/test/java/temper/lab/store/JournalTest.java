package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.study.Column;
import temper.lab.study.TableSchema;

class JournalTest {

  private static final Fixture PLAN = new Fixture(2, 3);

  @TempDir Path folder;

  private Path journal() {
    return folder.resolve(".temper/journal-descent.log");
  }

  private void append() {
    try (StudyFolder results = StudyFolder.open(folder, "test", FaultyDisk.none())) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      PLAN.indices().forEach(i -> store.append(PLAN.record(i)));
    }
  }

  @Test
  void aDamagedRecordCostsItselfAndNoOther() throws IOException {
    append();
    byte[] whole = Files.readAllBytes(journal());
    for (int at = Journal.HEADER; at < whole.length; at += 5) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(journal(), damaged);
      try (StudyFolder results = StudyFolder.open(folder, "test", FaultyDisk.none())) {
        ExperimentStore store = results.experiment(Fixture.LAYOUT);
        assertEquals(5, store.size(), "damaged at " + at);
        assertEquals(1, store.notices().size());
        for (long i = 0; i < 6; i++) {
          long id = PLAN.id(i);
          if (store.contains(id)) {
            assertEquals(PLAN.record(i).tables(), store.read(id).orElseThrow().tables());
          }
        }
      }
    }
  }

  @Test
  void aJournalThatIsNoneIsSetAside() throws IOException {
    append();
    byte[] damaged = Files.readAllBytes(journal());
    damaged[3] ^= 1;
    Files.write(journal(), damaged);
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      assertEquals(0, store.size());
      assertEquals(
          journal()
              + ": is damaged or of another version of the experiment; renamed to"
              + " journal-descent.log.set-aside-1",
          store.notices().get(0).toString());
    }
    assertTrue(Files.exists(folder.resolve(".temper/journal-descent.log.set-aside-1")));
  }

  @Test
  void aJournalOfOtherColumnsIsSetAside() {
    append();
    Layout old = Fixture.LAYOUT;
    Layout other =
        new Layout(
            old.experiment(),
            old.parameters(),
            old.varying(),
            List.of(Column.integer("loss", "loss"), old.metrics().get(1), old.metrics().get(2)),
            old.tables());
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      assertEquals(0, results.experiment(other).size());
    }
  }

  @Test
  void aLaterRecordOfATrialTakesThePlaceOfTheEarlier() {
    append();
    TrialRecord again =
        new TrialRecord(PLAN.id(5), Outcome.OK, "", "1.0,2,x", List.of("", "a\n"), "", 9);
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      assertEquals(Outcome.FAILED, store.outcome(PLAN.id(5)));
      store.forget(PLAN.id(5));
      store.forget(PLAN.id(5));
      assertFalse(store.contains(PLAN.id(5)));
      assertTrue(store.read(PLAN.id(5)).isEmpty());
      store.append(again);
      assertEquals(6, store.size());
      assertEquals(0, store.count(Outcome.FAILED));
    }
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      assertEquals(again, results.experiment(Fixture.LAYOUT).read(PLAN.id(5)).orElseThrow());
    }
  }

  @Test
  void largeRecordsAreKept() {
    String rows = "1,0.5\n".repeat(100_000);
    TrialRecord large = new TrialRecord(1, Outcome.OK, "", "1.0,2,x", List.of(rows, ""), "", 9);
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      store.append(large);
      store.append(PLAN.record(0));
      assertEquals(large, store.read(1).orElseThrow());
    }
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      assertEquals(large, store.read(1).orElseThrow());
      assertEquals(2, store.size());
    }
  }

  @Test
  void recordsThatDoNotFitTheLayoutAreRefused() {
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      for (TrialRecord bad :
          List.of(
              record("1,2", "", ""),
              record("1,2,3,4", "", ""),
              record("1,2,\"open", "", ""),
              record("1,2,3\n", "", ""),
              record("1,2,3", "1\n", ""),
              record("1,2,3", "1,2", ""),
              record("1,2,3", "1,2\n1,\"2\n", ""),
              new TrialRecord(1, Outcome.OK, "", "1,2,3", List.of(""), "", 0))) {
        assertThrows(IllegalArgumentException.class, () -> store.append(bad));
      }
      assertEquals(0, store.size());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrialRecord(1, Outcome.FAILED, "two\nlines", "", List.of(), "", 0));
  }

  private static TrialRecord record(String metrics, String curve, String remarks) {
    return new TrialRecord(1, Outcome.OK, "", metrics, List.of(curve, remarks), "", 0);
  }

  @Test
  void identifiersAreSixteenDigits() {
    assertEquals("00000000000000ff", TrialRecord.hex(255));
    assertEquals(-1, TrialRecord.id("ffffffffffffffff"));
    for (String bad :
        List.of("", "ff", "FFFFFFFFFFFFFFFF", "+fffffffffffffff", "gggggggggggggggg")) {
      assertThrows(IllegalArgumentException.class, () -> TrialRecord.id(bad));
    }
    assertEquals(java.util.Optional.empty(), Outcome.of("OK"));
  }

  @Test
  void layoutsWithDoubleNamesAreRefused() {
    Column loss = Column.number("loss", "loss");
    TableSchema curve = new TableSchema("curve", "a curve", List.of(loss));
    List<Column> none = List.of();
    assertThrows(
        IllegalArgumentException.class, () -> new Layout("../x", none, List.of(), none, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Layout("x", List.of(loss), List.of(), List.of(loss), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Layout("x", List.of(loss), List.of(0), none, List.of(curve)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Layout("x", none, List.of(), none, List.of(curve, curve)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Layout("x", List.of(loss), List.of(1), none, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Layout("x", List.of(Column.text("trial", "")), List.of(), none, List.of()));
  }
}
