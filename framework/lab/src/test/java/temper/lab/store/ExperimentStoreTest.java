package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentStoreTest {

  @TempDir Path folder;

  @Test
  void filesStandInPlanOrderWhateverTheOrderOfAppending() {
    Fixture plan = new Fixture(3, 4);
    Fixture.run(folder.resolve("forward"), plan);
    try (StudyFolder results = StudyFolder.open(folder.resolve("shuffled"), "test")) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      List<Long> order = plan.indices();
      Collections.reverse(order);
      order.forEach(i -> store.append(plan.record(i)));
      assertFalse(store.commit(plan, true).isEmpty());
    }

    Map<String, String> forward = Fixture.results(folder.resolve("forward"));
    assertEquals(forward, Fixture.results(folder.resolve("shuffled")));
    assertEquals(
        List.of(
            "descent/checksums.csv",
            "descent/columns.csv",
            "descent/curve.csv",
            "descent/plan.csv",
            "descent/remarks.csv",
            "descent/summary.csv",
            "descent/trials.csv"),
        List.copyOf(forward.keySet()));
  }

  @Test
  void filesHaveTheDocumentedForm() {
    Fixture plan = new Fixture(1, 4);
    Fixture.run(folder, plan);
    Map<String, String> files = Fixture.results(folder);

    String p = "0.1,\"a \"\"label\"\", 0\"";
    assertEquals(
        "trial,replicate,rate,label,steps,outcome,reason,loss,hits,note\n"
            + "9e3779b97f4a7c15,0,"
            + p
            + ",100,ok,,0,0,\"ä, 0\"\n"
            + "3c6ef372fe94f82a,1,"
            + p
            + ",100,ok,,0.1,1,\"ä, 1\"\n"
            + "daa66d2c7ddf743f,2,"
            + p
            + ",100,ok,,0.2,2,\"ä, 2\"\n"
            + "78dde6e5fd29f054,3,"
            + p
            + ",100,diverged,\"at step 3, \"\"loss\"\" is NaN\",,,\n",
        files.get("descent/trials.csv"));
    assertEquals(
        "trial,replicate,rate,label,remark\n"
            + "3c6ef372fe94f82a,1,"
            + p
            + ",\"two\nlines, \"\"quoted\"\"\"\n"
            + "3c6ef372fe94f82a,1,"
            + p
            + ",\n",
        files.get("descent/remarks.csv"));
  }

  @Test
  void recordsAreReadBackAsTheyWereAppended() {
    Fixture plan = new Fixture(3, 7);
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      plan.indices().forEach(i -> store.append(plan.record(i)));
    }
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      ExperimentStore store = results.experiment(Fixture.LAYOUT);
      assertEquals(List.of(), store.notices());
      assertEquals(21, store.size());
      assertEquals(3, store.count(Outcome.FAILED));
      for (long i = 0; i < plan.size(); i++) {
        TrialRecord written = plan.record(i);
        TrialRecord read = store.read(plan.id(i)).orElseThrow();
        assertEquals(written.failure(), read.failure());
        assertEquals(written.nanos(), read.nanos());
        assertEquals(written.tables(), read.tables());
        assertEquals(written.outcome(), store.outcome(plan.id(i)));
      }
      assertFalse(store.contains(17));
      assertThrows(IllegalArgumentException.class, () -> store.outcome(17));
    }
  }

  @Test
  void aRunWithNothingToDoTouchesNoFile() {
    Fixture plan = new Fixture(3, 4);
    assertEquals(12, Fixture.run(folder, plan));
    // Room for the header of a new journal: one byte more would be a change.
    FaultyDisk untouchable = FaultyDisk.full(0, true);

    assertEquals(0, Fixture.run(folder, plan, untouchable));
  }
}
