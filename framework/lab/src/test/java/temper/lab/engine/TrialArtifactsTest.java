package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.report.ResultDifference;
import temper.lab.store.LooseArtifacts;
import temper.lab.study.Study;
import temper.lab.study.TableSchema;
import temper.lab.study.Trial;

/** Files that trials hand over: kept whole, recorded by checksum, verified, merged and replayed. */
class TrialArtifactsTest {

  @TempDir Path folder;
  private final StopSignal stop = StopSignal.unlimited();

  private static Study study(BiConsumer<Probe.Cell, Trial> body) {
    return Probe.study(List.of(), Probe.of(2, 1, body).with(TableSchema.ARTIFACTS));
  }

  private static byte[] content(int number) {
    return ("weights " + number).repeat(20_000).getBytes(StandardCharsets.UTF_8);
  }

  private static void handOver(Probe.Cell cell, Trial trial) {
    trial.artifact("final.bin", out -> out.write(content(cell.number())));
    trial.metric("value", cell.number());
  }

  private static List<String> lines(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("probe/artifacts.csv"));
  }

  private static Path file(Path folder, int row) throws IOException {
    String trial = lines(folder).get(row).split(",", -1)[0];
    return folder.resolve("probe/artifacts").resolve(trial).resolve("final.bin");
  }

  private List<String> verify(Study study, List<String> notices) {
    Verification.Result result =
        Verification.verify(
            Probe.resolved(study),
            folder,
            100,
            "",
            Probe.settings(stop),
            new RunListener() {
              @Override
              public void notice(String line) {
                notices.add(line);
              }
            });
    List<String> wrong = new ArrayList<>(result.damage());
    wrong.addAll(result.mismatches());
    return wrong;
  }

  @Test
  void aFileIsKeptWithSizeAndChecksumInATable() throws Exception {
    Probe.run(study(TrialArtifactsTest::handOver), folder, stop);

    assertArrayEquals(content(1), Files.readAllBytes(file(folder, 2)));
    String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content(1)));
    assertTrue(
        lines(folder).get(2).endsWith(",1,final.bin," + content(1).length + "," + sha),
        lines(folder).toString());
    assertEquals("trial,replicate,number,file,bytes,sha256", lines(folder).get(0));
  }

  @Test
  void verifyFindsADamagedFileAndOnlyTellsOfOneThatIsGone() throws IOException {
    Study study = study(TrialArtifactsTest::handOver);
    Probe.run(study, folder, stop);
    List<String> notices = new ArrayList<>();
    assertEquals(List.of(), verify(study, notices));
    assertEquals(List.of(), notices);

    Files.delete(file(folder, 1));
    assertEquals(List.of(), verify(study, notices));
    assertTrue(notices.get(0).startsWith("1 of 2 files"), notices.toString());

    Files.write(file(folder, 2), new byte[] {1});
    List<String> wrong = verify(study, notices);
    assertEquals(1, wrong.size(), wrong.toString());
    assertTrue(wrong.get(0).contains("final.bin is not what its trial wrote"), wrong.toString());
  }

  @Test
  void verifyFindsATrialThatWritesAnotherFile() {
    AtomicBoolean other = new AtomicBoolean();
    Study study =
        study(
            (cell, trial) -> {
              trial.artifact("final.bin", out -> out.write(other.get() ? 1 : 0));
              trial.metric("value", 0);
            });
    Probe.run(study, folder, stop);
    other.set(true);

    List<String> wrong = verify(study, new ArrayList<>());

    assertEquals(2, wrong.size());
    assertTrue(wrong.get(0).contains("the rows of its tables differ"), wrong.toString());
  }

  @Test
  void anInterruptedTrialHandsOverEachFileOnce() throws IOException {
    StopSignal early = StopSignal.unlimited();
    BiConsumer<Probe.Cell, Trial> body =
        (cell, trial) -> {
          int[] done = {0};
          trial.resume(in -> done[0] = in.readInt());
          for (int step = done[0] + 1; step <= 3; step++) {
            int at = step;
            trial.artifact("step-" + step + ".bin", out -> out.write(at));
            if (step == 2 && cell.number() == 0) {
              early.raise(StopSignal.Reason.INTERRUPTED);
            }
            trial.checkpoint(out -> out.writeInt(at));
          }
          assertThrows(
              IllegalArgumentException.class, () -> trial.artifact("step-1.bin", out -> {}));
          trial.metric("value", 0);
        };
    Path whole = folder.resolve("whole");
    Path halved = folder.resolve("halved");
    Probe.run(study(body), halved, early);
    Probe.run(study(body), halved, stop);
    Probe.run(study(body), whole, stop);

    assertEquals(7, lines(whole).size());
    assertEquals(List.of(), ResultDifference.between(whole, halved));
  }

  @Test
  void aTrialThatFailsLeavesNoFile() throws IOException {
    Study study =
        study(
            (cell, trial) -> {
              handOver(cell, trial);
              if (cell.number() == 0) {
                throw new IllegalStateException("after all");
              }
            });

    Probe.run(study, folder, stop);

    assertEquals(2, lines(folder).size());
    try (var kept = Files.list(folder.resolve("probe/artifacts"))) {
      assertEquals(1, kept.count());
    }
  }

  @Test
  void aFileThatCannotBeMadeFailsItsTrialAndTheOthersGoOn() throws IOException {
    Study study =
        study(
            (cell, trial) -> {
              if (cell.number() == 0) {
                trial.artifact(
                    "final.bin", out -> new ObjectOutputStream(out).writeObject(new Object()));
              }
              handOver(cell, trial);
            });

    RunSummary summary = Probe.run(study, folder, stop);

    assertEquals(1, summary.failed());
    assertTrue(
        Probe.trials(folder)
            .get(1)
            .contains("cannot make the file 'final.bin': java.io.NotSerializableException"),
        Probe.trials(folder).toString());
    assertEquals(2, lines(folder).size());
    assertEquals(List.of(), verify(study, new ArrayList<>()));
  }

  @Test
  void aMergeTakesTheFilesThatAreWholeAndTellsOfOthers() throws IOException {
    Study study = study(TrialArtifactsTest::handOver);
    Path source = folder.resolve("source");
    Path target = folder.resolve("target");
    Probe.run(study, source, stop);
    Files.write(file(source, 1), new byte[] {1});
    List<String> notices = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void notice(String line) {
            notices.add(line);
          }
        };

    try (StudyRun run =
        StudyRun.open(Probe.resolved(study), target, Probe.settings(stop), listener)) {
      run.merge(List.of(source));
      run.run();
    }

    assertEquals(lines(source), lines(target));
    assertFalse(Files.exists(file(target, 1)));
    assertArrayEquals(content(1), Files.readAllBytes(file(target, 2)));
    assertTrue(
        notices.stream().anyMatch(line -> line.contains("1 files are not what their trials wrote")),
        notices.toString());
  }

  @Test
  void aReplayWritesTheFilesOfATrialElsewhere() throws IOException {
    Study study = study(TrialArtifactsTest::handOver);
    Probe.run(study, folder.resolve("out"), stop);
    String trial = lines(folder.resolve("out")).get(2).split(",", -1)[0];
    Path elsewhere = folder.resolve("elsewhere");

    Replay.run(
        Probe.resolved(study),
        folder.resolve("out"),
        trial,
        Probe.settings(stop),
        new LooseArtifacts(elsewhere));

    assertArrayEquals(content(1), Files.readAllBytes(elsewhere.resolve("final.bin")));
  }

  @Test
  void namesThatAreNoFilesEverywhereAndUndeclaredFilesAreRefused() throws IOException {
    List<String> names = List.of("../up", "a/b", "Final", "con.bin", "", "a..b");
    Study strict =
        study(
            (cell, trial) -> {
              for (String name : names) {
                assertThrows(
                    IllegalArgumentException.class, () -> trial.artifact(name, out -> {}), name);
              }
              assertThrows(
                  IllegalArgumentException.class, () -> trial.row("artifacts", "x", 1L, "y"));
              trial.metric("value", 0);
            });
    Probe.run(strict, folder.resolve("strict"), stop);
    Study undeclared = Probe.study(List.of(), Probe.of(1, 1, TrialArtifactsTest::handOver));
    Probe.run(undeclared, folder.resolve("undeclared"), stop);

    assertTrue(Probe.trials(folder.resolve("strict")).get(1).contains(",ok,"));
    assertTrue(
        Probe.trials(folder.resolve("undeclared"))
            .get(1)
            .contains("does not list TableSchema.ARTIFACTS among its tables"));
  }
}
