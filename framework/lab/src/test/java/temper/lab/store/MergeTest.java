package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {

  private static final Fixture PLAN = new Fixture(4, 3);

  @TempDir Path temporary;

  private Path shard(int number, String registration) {
    Path folder = temporary.resolve("shard-" + number);
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      results.write(Merge.REGISTRATION, registration.getBytes(StandardCharsets.UTF_8));
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      for (long i = number; i < PLAN.size(); i += 3) {
        store.append(PLAN.record(i));
      }
      store.commit(PLAN, false);
    }
    return folder;
  }

  private Merge merge(Path... sources) {
    try (StudyFolder target = StudyFolder.open(temporary.resolve("merged"), "test")) {
      Merge merge = Merge.into(target, List.of(sources), List.of(Fixture.LAYOUT));
      target.experiment(Fixture.LAYOUT).commit(PLAN, false);
      return merge;
    }
  }

  @Test
  void shardsMergedAreTheBytesOfOneRun() throws IOException {
    Path first = shard(0, "{}");
    Path second = shard(1, "{}");
    Path third = shard(2, "{}");
    FaultTest.delete(second.resolve(".temper"));
    Fixture.run(temporary.resolve("whole"), PLAN);
    var whole = Fixture.results(temporary.resolve("whole"));
    whole.put(Merge.REGISTRATION, "{}");

    assertEquals(new Merge(12, 0), merge(first, second, third));
    assertEquals(whole, Fixture.results(temporary.resolve("merged")));
    assertEquals(new Merge(0, 8), merge(third, first));
    assertEquals(whole, Fixture.results(temporary.resolve("merged")));
  }

  @Test
  void sourcesAreOnlyRead() throws IOException {
    Path whole = shard(0, "{}");
    Path damaged = shard(1, "{}");
    FaultTest.delete(whole.resolve(".temper"));
    FaultTest.delete(damaged.resolve(".temper"));
    Path curve = damaged.resolve("descent/curve.csv");
    Files.writeString(curve, "other,columns\n");
    var before = List.of(Fixture.results(whole), Fixture.results(damaged));

    assertEquals(new Merge(4, 0), merge(whole, damaged));

    assertEquals(before, List.of(Fixture.results(whole), Fixture.results(damaged)));
    assertFalse(Files.exists(whole.resolve(".temper")));
    assertFalse(Files.exists(damaged.resolve(".temper")));
  }

  @Test
  void aSourceInWhichSomebodyWritesIsRefused() {
    Path source = shard(0, "{}");
    try (StudyFolder writing = StudyFolder.open(source, "a run")) {
      assertThrows(LockedException.class, () -> merge(source));
      assertEquals(source, writing.path());
    }
  }

  @Test
  void otherRegistrationsAreRefusedWithWhatDiffers() {
    Path first = shard(0, "{\"seed\": 1, \"claims\": [{\"id\": \"A\"}]}");
    Path second = shard(1, "{\"seed\": 1, \"claims\": [{\"id\": \"B\"}], \"extra\": true}");

    StoreException e = assertThrows(StoreException.class, () -> merge(first, second));
    assertEquals(
        "not merged: "
            + first
            + " and "
            + second
            + " ran under different registrations: claims[0].id is \"A\" and \"B\"; extra is"
            + " missing and true",
        e.getMessage());
  }

  @Test
  void differencesAreListedBriefly() {
    assertEquals("they differ in spaces or order only", difference("{ }", "{}"));
    assertTrue(difference("{", "{}").startsWith("one of them is no JSON"));
    assertEquals(
        "a is [1] and [1,2]; b is \""
            + "x".repeat(79)
            + "... and 1; c is 1 and 2; d is 1 and 2; e"
            + " is 1 and 2; and 1 more",
        difference(
            "{\"a\":[1],\"b\":\"" + "x".repeat(99) + "\",\"c\":1,\"d\":1,\"e\":1,\"f\":1}",
            "{\"a\":[1,2],\"b\":1,\"c\":2,\"d\":2,\"e\":2,\"f\":2}"));
  }

  private static String difference(String one, String other) {
    return JsonDifference.between(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFolderWithoutRegistrationIsRefused() {
    Path first = temporary.resolve("plain");
    Fixture.run(first, PLAN);

    StoreException e = assertThrows(StoreException.class, () -> merge(first));
    assertEquals(first + " has no registration.json", e.getMessage());
  }

  @Test
  void twoResultsOfOneTrialAreRefusedButAFailureGivesWay() {
    Path first = shard(0, "{}");
    Path second = shard(1, "{}");
    TrialRecord ok = PLAN.record(0);
    TrialRecord failed =
        new TrialRecord(PLAN.id(3), Outcome.FAILED, "out of memory", "", List.of("", ""), "", 0);
    try (StudyFolder results = StudyFolder.open(second, "test")) {
      results.experiment(Fixture.LAYOUT).append(failed);
    }
    assertEquals(new Merge(9, 0), merge(second, first));
    assertEquals(new Merge(0, 5), merge(second));
    try (StudyFolder results = StudyFolder.open(second, "test")) {
      results
          .experiment(Fixture.LAYOUT)
          .append(new TrialRecord(ok.id(), Outcome.OK, "", "7.0,7,x", ok.tables(), "", 0));
    }

    StoreException e = assertThrows(StoreException.class, () -> merge(second));
    assertTrue(
        e.getMessage().startsWith("trial 9e3779b97f4a7c15 has other results in "), e.getMessage());
  }

  /** A folder with one trial, taken from tables without checksums if it is marked. */
  private Path single(String name, Outcome outcome, boolean marked) throws IOException {
    Path folder = temporary.resolve(name);
    TrialRecord ok = PLAN.record(0);
    boolean failed = outcome == Outcome.FAILED;
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      results.write(Merge.REGISTRATION, "{}".getBytes(StandardCharsets.UTF_8));
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      store.append(
          failed
              ? new TrialRecord(ok.id(), outcome, "out of memory", "", List.of("", ""), "", 0)
              : ok);
      store.commit(PLAN, false);
    }
    if (marked) {
      FaultTest.delete(folder.resolve(".temper"));
      Files.delete(folder.resolve("descent/checksums.csv"));
      try (StudyFolder results = StudyFolder.open(folder, "test")) {
        results.experiment(Fixture.LAYOUT).commit(PLAN, false);
      }
      assertTrue(Files.exists(folder.resolve("descent/unchecked.csv")));
    }
    return folder;
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, true,  OK,     false, false",
    "FAILED, false, OK,     true,  true",
    "FAILED, false, FAILED, true,  false",
    "FAILED, true,  FAILED, false, true",
    "OK,     false, FAILED, true,  false",
    "OK,     false, OK,     true,  false",
  })
  void aTrialIsMarkedIfTheRecordThatStaysIs(
      Outcome here, boolean markedHere, Outcome there, boolean markedThere, boolean marked)
      throws IOException {
    Path target = single("merged", here, markedHere);
    Path source = single("source", there, markedThere);

    merge(source);

    try (StudyFolder results = StudyFolder.open(target, "test")) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      assertEquals(marked ? Set.of(PLAN.id(0)) : Set.of(), store.unchecked());
    }
    assertEquals(marked, Files.exists(target.resolve("descent/unchecked.csv")));
  }
}
