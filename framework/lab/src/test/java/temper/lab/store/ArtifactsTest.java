package temper.lab.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.lab.study.TableSchema;

/** Files of trials, and what journals and tables of others say of them. */
class ArtifactsTest {

  private static final Fixture PLAN = new Fixture(1, 1);
  private static final long TRIAL = PLAN.id(0);
  private static final Layout LAYOUT =
      new Layout(
          "descent",
          Fixture.LAYOUT.parameters(),
          Fixture.LAYOUT.varying(),
          List.of(),
          List.of(TableSchema.ARTIFACTS));

  @TempDir Path temporary;

  /** A folder with one trial that says this of its files, beside one that is there. */
  private Path source(String rows) throws IOException {
    Path folder = temporary.resolve("source");
    try (StudyFolder results = StudyFolder.open(folder, "test")) {
      results.write(Merge.REGISTRATION, "{}".getBytes(StandardCharsets.UTF_8));
      results.artifacts("descent").write(TRIAL, "whole.bin", out -> out.write(7));
      ExperimentStore store = results.experiment(LAYOUT);
      store.append(new TrialRecord(TRIAL, Outcome.OK, "", "", List.of(rows), "", 0));
      store.commit(PLAN, true);
    }
    return folder;
  }

  private List<String> merge(Path source) {
    try (StudyFolder target = StudyFolder.open(temporary.resolve("target"), "test")) {
      Merge.into(target, List.of(source), List.of(LAYOUT));
      return target.notices().stream().map(Notice::message).toList();
    }
  }

  private static String row(String name, Path file) {
    DigestOutput digest = new DigestOutput(OutputStream.nullOutputStream());
    try {
      digest.write(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Artifact artifact = digest.artifact("x");
    return name + "," + artifact.bytes() + "," + artifact.sha256() + "\n";
  }

  @Test
  void aNameThatLeadsOutOfTheFolderIsLeftOutOfAMergeAndCounted() throws IOException {
    Path bait = Files.write(temporary.resolve("bait"), new byte[] {1, 2, 3});
    Path whole = Files.write(temporary.resolve("whole"), new byte[] {7});
    Path source = source(row("../../../loot", bait) + row("whole.bin", whole));
    Files.copy(bait, source.resolve("loot"));

    List<String> notices = merge(source);

    assertFalse(Files.exists(temporary.resolve("target/loot")));
    assertArrayEquals(
        new byte[] {7},
        Files.readAllBytes(
            Artifacts.folder(temporary.resolve("target/descent"), TRIAL).resolve("whole.bin")));
    assertEquals(List.of("1 files are not what their trials wrote; left out"), notices);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.bin,many,00", "a.bin,-1,00", "\"a,b\",1,00", "/a,1,00"})
  void aRowThatNoTrialCanHaveWrittenIsDamage(String row) throws IOException {
    Path source = source(row + "\n");

    assertEquals(List.of("1 files are not what their trials wrote; left out"), merge(source));
    try (FolderView view = FolderView.open(source)) {
      ArtifactCheck check = ArtifactCheck.of(view.experiment(LAYOUT), PLAN);
      assertEquals(1, check.damaged().size());
      assertTrue(
          check
              .damaged()
              .get(0)
              .endsWith(": 1 of the rows of artifacts.csv cannot be what this" + " trial wrote"),
          check.damaged().toString());
    }
  }

  @Test
  void anErrorOfTheContentIsTheTrialsWhereverTheFileGoes() throws IOException {
    Path loose = temporary.resolve("loose");
    try (StudyFolder results = StudyFolder.open(temporary.resolve("results"), "test")) {
      for (ArtifactSink sink :
          List.of(results.artifacts("descent"), ArtifactSink.NOWHERE, new LooseArtifacts(loose))) {
        UncheckedIOException e =
            assertThrows(
                UncheckedIOException.class,
                () ->
                    sink.write(
                        TRIAL,
                        "weights.bin",
                        out -> {
                          out.write(1);
                          throw new NotSerializableException("Weights");
                        }));
        assertEquals(
            "cannot make the file 'weights.bin': java.io.NotSerializableException: Weights",
            e.getMessage());
      }
      assertEquals(List.of(), List.copyOf(Fixture.results(temporary.resolve("results")).keySet()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"throws", "swallows", "wraps"})
  void anErrorOfTheDiskIsTheDisksWhateverTheContentMakesOfIt(String habit) {
    FaultyDisk full = FaultyDisk.full(1000, false);
    try (StudyFolder results = StudyFolder.open(temporary.resolve("full"), "test", full)) {
      StoreException e =
          assertThrows(
              StoreException.class,
              () ->
                  results.artifacts("descent").write(TRIAL, "x.bin", out -> writeMuch(out, habit)));
      assertTrue(e.getMessage().endsWith("x.bin: no space left on the disk"), e.getMessage());
    }
    assertEquals(List.of(), List.copyOf(Fixture.results(temporary.resolve("full")).keySet()));
  }

  private static void writeMuch(OutputStream out, String habit) throws IOException {
    try {
      out.write(new byte[200_000]);
    } catch (IOException e) {
      switch (habit) {
        case "throws" -> throw e;
        case "wraps" -> throw new IllegalStateException(e);
        default -> {}
      }
    }
  }

  @Test
  void oneRuleNamesFilesWhereTheyAreWrittenAndWhereTheyAreRead() {
    for (String name : List.of("../up", "a/b", "a\\b", "Final", "con.bin", "", "a..b", ".", "..")) {
      assertFalse(Artifact.isName(name), name);
      assertEquals(Optional.empty(), Artifact.ofRow(name + ",1,00"), name);
      assertThrows(IllegalArgumentException.class, () -> new Artifact(name, 1, "00"), name);
    }
    assertTrue(Artifact.isName("step-1_final.safetensors"));
    assertEquals(Optional.of(new Artifact("a.bin", 1, "00")), Artifact.ofRow("a.bin,1,00"));
  }
}
