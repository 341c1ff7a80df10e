package temper.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.config.ConfigException;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Plugins;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.data.DataFolder;
import temper.lab.data.MissingDataException;
import temper.lab.store.Provenance;
import temper.lab.study.Study;
import temper.plugin.Registry;

/** A config that names a table of the user's own, from the plan to verification. */
class OwnTableTest {

  private static final String SWEEP =
      """
      format: 1
      study: own-table
      base:
        input: {data: {csv: {file: a.csv, label: kind}}}
      sweep:
        grid:
          factor: [1, 2]
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeTable() throws IOException {
    Files.writeString(folder.resolve("a.csv"), table(20));
  }

  private static String table(int rows) {
    StringBuilder text = new StringBuilder("x,kind\n");
    for (int i = 0; i < rows; i++) {
      text.append(i * i).append(i % 2 == 0 ? ",even\n" : ",odd\n");
    }
    return text.toString();
  }

  private ResolvedStudy study(String yaml, String... overrides) throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, yaml);
    return new ConfigLoader(
            Registry.of(Study.class, List.of(new OwnTableStudy())),
            Plugins.discovered(getClass().getClassLoader()))
        .resolve(file, new RunRequest(Optional.empty(), List.of(overrides), OptionalInt.empty()));
  }

  private DataFolder beside() {
    return DataFolder.ofEnvironment(Map.of()).besideConfig(folder, Map.of());
  }

  private static RunSettings settings(DataFolder data, int workers, boolean fresh) {
    return new RunSettings(
        workers,
        Shard.WHOLE,
        fresh,
        StopSignal.unlimited(),
        data,
        List.of("temper", "test"),
        Long.MAX_VALUE);
  }

  private static RunSummary run(ResolvedStudy study, Path out, DataFolder data, int workers) {
    try (StudyRun run =
        StudyRun.open(study, out, settings(data, workers, false), RunListener.NONE)) {
      return run.run();
    }
  }

  private static Map<String, String> tables(Path out) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String file : List.of("trials.csv", "summary.csv", "plan.csv")) {
      texts.put(file, Files.readString(out.resolve("own-table").resolve(file)));
    }
    texts.put("registration", Files.readString(out.resolve(Registration.FILE)));
    return texts;
  }

  private List<String> refused(String yaml, String... overrides) throws IOException {
    Path out = folder.resolve("refused");
    String text =
        assertThrows(ConfigException.class, () -> run(study(yaml, overrides), out, beside(), 1))
            .getMessage();
    assertFalse(Files.exists(out.resolve("own-table/trials.csv")), "nothing was run");
    return text.lines()
        .map(line -> line.replace(folder + "/", "").replace(folder.toString(), "FOLDER"))
        .toList();
  }

  @Test
  void itsTrialsResumeAndVerifyAndAreTheSameForAnyNumberOfWorkers() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");

    assertEquals(8, run(study(SWEEP), one, beside(), 1).ran());
    run(study(SWEEP), two, beside(), 2);

    assertEquals(tables(one), tables(two));
    assertEquals(0, run(study(SWEEP), one, beside(), 1).ran());
    Verification.Result verified =
        Verification.verify(
            study(SWEEP), one, 100, "", settings(beside(), 1, false), RunListener.NONE);
    assertEquals(8, verified.compared());
    assertEquals(List.of(), verified.mismatches());
    assertTrue(tables(one).get("trials.csv").contains(",16,4,"), tables(one).get("trials.csv"));
  }

  @Test
  void aChangedFileIsNoticedAndNamed() throws IOException {
    Path out = folder.resolve("out");
    run(study(SWEEP), out, beside(), 1);
    String before = Files.readString(out.resolve(Registration.FILE));
    Files.writeString(folder.resolve("a.csv"), table(22));

    RegistrationChangedException changed =
        assertThrows(RegistrationChangedException.class, () -> run(study(SWEEP), out, beside(), 1));

    assertEquals(
        List.of("experiment own-table: the file a.csv has other content"), changed.differences());
    assertThrows(
        RegistrationChangedException.class,
        () -> StudyView.open(study(SWEEP), out, settings(beside(), 1, false)));
    Files.writeString(folder.resolve("a.csv"), table(20));
    assertEquals(0, run(study(SWEEP), out, beside(), 1).ran());
    assertEquals(before, Files.readString(out.resolve(Registration.FILE)));
  }

  @Test
  void holesAreToldBesideFinishedTrialsThatAreNoLongerAskedFor() throws IOException {
    Path out = folder.resolve("out");
    run(study(SWEEP), out, beside(), 1);
    Files.writeString(folder.resolve("b.csv"), "x,kind\n1,even\n,odd\n3,odd\n");
    String other = SWEEP.replace("a.csv", "b.csv");
    List<String> notices = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void notice(String message) {
            notices.add(message);
          }
        };

    ConfigException holes =
        assertThrows(
            ConfigException.class,
            () -> StudyRun.open(study(other), out, settings(beside(), 1, false), listener));

    assertTrue(
        String.valueOf(holes.getMessage()).contains("b.csv:3:1 x: is empty"), holes.getMessage());
    assertTrue(
        notices
            .get(0)
            .contains(
                "8 finished trials are no longer asked for, such as input.data with file=a.csv\n"),
        notices.toString());
  }

  @Test
  void aResultIsLookedAtWithoutItsFileAndVerifiedWhereProvenanceFindsIt() throws IOException {
    Path out = folder.resolve("results/here");
    run(study(SWEEP), out, beside(), 1);
    Map<String, Provenance.UsedFile> used =
        Provenance.files(Files.readAllBytes(out.resolve(Provenance.FILE)));
    assertEquals("../../a.csv", used.get("a.csv").found());

    DataFolder nowhere = DataFolder.ofEnvironment(Map.of());
    try (StudyView view = StudyView.open(study(SWEEP), out, settings(nowhere, 1, false))) {
      assertEquals("all finished", view.summary().rows().get(0).why());
    }
    MissingDataException missing =
        assertThrows(
            MissingDataException.class,
            () ->
                Verification.verify(
                    study(SWEEP), out, 1, "", settings(nowhere, 1, false), RunListener.NONE));
    assertTrue(String.valueOf(missing.getMessage()).contains("--data DIR"), missing.getMessage());

    DataFolder found =
        nowhere.besideConfig(out, Map.of("a.csv", out.resolve(used.get("a.csv").found())));
    assertEquals(
        List.of(),
        Verification.verify(study(SWEEP), out, 3, "", settings(found, 1, false), RunListener.NONE)
            .mismatches());
  }

  @Test
  void whatAnEarlierRunFoundIsKeptInTheProvenance() throws IOException {
    Path out = folder.resolve("out");
    run(study(SWEEP), out, beside(), 1);
    byte[] first = Files.readAllBytes(out.resolve(Provenance.FILE));

    assertEquals(
        Provenance.files(first),
        Provenance.files(
            Provenance.collect("", "", 1, java.time.Instant.now(), folder)
                .toJson(java.util.Set.of(), Optional.of(first))));
    assertEquals(Map.of(), Provenance.files("{".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aMissingFileIsToldWhereTheConfigNamesIt() throws IOException {
    assertEquals(
        List.of(
            "study.yaml:4:30 base.input.data.csv.file: there is no file 'ab.csv'; looked for"
                + " ab.csv, "
                + Path.of("ab.csv").toAbsolutePath()
                + ". Did you mean 'a.csv'?"),
        refused(SWEEP.replace("a.csv", "ab.csv")));
    assertEquals(
        "-S #1:1:1 input.data.csv.test_file: 'c\\u0000' is no path of a file",
        refused(SWEEP, "input.data.csv.test_file=\"c\\0\"").get(0));
    assertEquals(
        "study.yaml:4:30 base.input.data.csv.file: . is a folder, not a file"
            .replace(". is", " is"),
        refused(SWEEP.replace("a.csv", folder.toString())).get(0).replace("FOLDER", ""));
  }

  @Test
  void whatDoesNotFitTheTableIsToldWhereItStands() throws IOException {
    assertEquals(
        List.of(
            "study.yaml:4:44 base.input.data.csv.label: a.csv has no column 'kin'. Did you mean"
                + " 'kind'? (allowed: x, kind)"),
        refused(SWEEP.replace("kind", "kin")));
    Files.writeString(folder.resolve("a.csv"), "x,z,kind\n1,,a\nu,2,b\n");
    assertEquals(2, refused(SWEEP).size());
    assertTrue(refused(SWEEP).get(0).startsWith("a.csv:2:3 z: is empty"), refused(SWEEP).get(0));
    Files.writeString(folder.resolve("a.csv"), "x,kind\n1,\"\n");
    assertTrue(refused(SWEEP).get(0).startsWith("a.csv:2:3 "), refused(SWEEP).get(0));
  }

  @Test
  void eachValueOfASweptTableHasItsPlace() throws IOException {
    String swept =
        """
        format: 1
        study: own-table
        sweep:
          grid:
            input.data:
              first: {csv: {file: a.csv, label: kind}}
              second:
                csv:
                  file: a.csv
                  label: kinds
        """;

    assertEquals(
        List.of(
            "study.yaml:10:18 sweep.grid.input.data.second.csv.label: a.csv has no column 'kinds'."
                + " Did you mean 'kind'? (allowed: x, kind)"),
        refused(swept));
  }

  @Test
  void aStudysOwnCellsAreSkippedWithoutTheirFilesAsWithoutDataSets() throws IOException {
    Path out = folder.resolve("out");

    RunSummary summary =
        run(study("format: 1\nstudy: own-table\n"), out, DataFolder.ofEnvironment(Map.of()), 1);

    assertEquals(0, summary.ran());
    assertTrue(summary.skipped().get(0).contains("there is no file 'data.csv'"));
  }

  @Test
  void aFreshRunTakesTheFileAsItIs() throws IOException {
    Path out = folder.resolve("out");
    run(study(SWEEP), out, beside(), 1);
    Files.writeString(folder.resolve("a.csv"), table(30));

    try (StudyRun fresh =
        StudyRun.open(study(SWEEP), out, settings(beside(), 1, true), RunListener.NONE)) {
      assertEquals(8, fresh.run().ran());
    }
    Files.delete(folder.resolve("a.csv"));
    assertThrows(
        ConfigException.class,
        () -> StudyRun.open(study(SWEEP), out, settings(beside(), 1, true), RunListener.NONE));
    assertTrue(Files.exists(out.resolve("own-table/trials.csv")), "nothing was put aside");
  }
}
