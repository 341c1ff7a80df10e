package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.cli.Call.Ended;
import temper.lab.source.OwnStudy;
import temper.lab.source.SourceCode;
import temper.lab.study.Study;
import temper.plugin.Registry;

/** A study that is one Java file, with every verb that takes a study or a result folder. */
class OwnStudyTest {

  @TempDir Path folder;
  private String java = "";
  private String results = "";

  @BeforeEach
  void write() throws IOException {
    java = OwnStudy.write(folder).toString();
    results = folder.resolve("results").toString();
  }

  private Ended ran() {
    Ended ended = Call.of("run", java, "--profile", "smoke", "--out", results);
    assertEquals(0, ended.code(), ended.err());
    return ended;
  }

  private static void assertDone(Ended ended) {
    assertEquals(0, ended.code(), ended.err());
  }

  private String inResults(String file) {
    return Path.of(results, file).toString();
  }

  @Test
  void aJavaFileRunsAndItsFolderIsVerifiedWithTheCodeThatLiesInIt() throws IOException {
    Ended ended = ran();

    assertTrue(ended.err().contains("24 trials were run, 0 kept"), ended.err());
    assertTrue(ended.out().contains("OWN-1"), ended.out());
    assertTrue(Files.exists(Path.of(inResults("figures/losses.svg"))));
    assertEquals(OwnStudy.TEXT, Files.readString(Path.of(inResults("OwnStudy.java"))));
    assertEquals(
        "format: 1\nstudy: ./OwnStudy.java\nprofile: smoke\n",
        Files.readString(Path.of(inResults("study.yaml"))));
    Ended verified = Call.of("verify", results, "--code", inResults("OwnStudy.java"));
    assertDone(verified);
    assertTrue(verified.out().contains("All trials give the same bytes."), verified.out());
  }

  @Test
  void codeOfAResultFolderIsRunOnlyIfItIsNamed() throws IOException {
    ran();
    Path code = Path.of(inResults("OwnStudy.java"));
    Path witness = folder.resolve("witness");
    Files.writeString(
        code,
        OwnStudy.with(
            "static double loss",
            "static { try { java.nio.file.Files.createFile(java.nio.file.Path.of(\""
                + witness
                + "\")); } catch (java.io.IOException e) { } }\n  static double loss"));

    for (List<String> verb :
        List.of(
            List.of("verify", results),
            List.of("claims", results),
            List.of("figures", results),
            List.of("report", results),
            List.of("retry", results),
            List.of("replay", results, "0"),
            List.of("merge", results),
            List.of("importance", results),
            List.of("plan", inResults("study.yaml")),
            List.of("run", inResults("study.yaml")))) {
      Ended refused = Call.of(verb.toArray(String[]::new));
      assertEquals(2, refused.code(), verb + refused.err());
      assertTrue(refused.err().contains("--code " + code), refused.err());
    }
    assertFalse(Files.exists(witness));
    Call.of("claims", results, "--code", code.toString());
    assertTrue(Files.exists(witness), "the code of the folder tells when it is run");
  }

  @Test
  void aListNamesWhatAFileOfOnesOwnAdds() {
    Ended listed = Call.of("list", "studies", "--code", java);

    assertDone(listed);
    assertTrue(listed.out().contains("own-descent"), listed.out());
    assertFalse(Call.of("list", "studies").out().contains("own-descent"));
  }

  @Test
  void everyVerbWorksOnTheResults() throws IOException {
    ran();
    String trial =
        Files.readAllLines(Path.of(inResults("descent/trials.csv"))).get(1).split(",", -1)[0];

    assertDone(Call.of("claims", results, "--code", java));
    assertDone(Call.of("figures", results, "--code", java));
    assertDone(Call.of("report", results, "--code", java));
    assertDone(Call.of("retry", results, "--code", java));
    assertDone(Call.of("replay", results, trial, "--code", java));
    assertDone(Call.of("diff", results, results));
    assertDone(Call.of("describe", java));
    assertDone(Call.of("describe", java, "descent"));
    assertDone(Call.of("schema", java));
    assertDone(
        Call.of(
            "reproduce", java, "--profile", "smoke", "--out", folder.resolve("all").toString()));
    assertTrue(Files.exists(folder.resolve("all/own-descent/smoke/report.html")));
    Ended again = ran();
    assertTrue(again.err().contains("Nothing was left to run"), again.err());
  }

  @Test
  void shardsAreMerged() {
    for (int shard = 1; shard <= 2; shard++) {
      assertDone(
          Call.of(
              "run",
              java,
              "--profile",
              "smoke",
              "--shard",
              shard + "/2",
              "--out",
              results + shard));
    }
    assertDone(Call.of("merge", results + 1, results + 2, "--out", results, "--code", java));

    String whole = folder.resolve("whole").toString();
    assertDone(Call.of("run", java, "--profile", "smoke", "--out", whole));
    assertDone(Call.of("diff", results, whole));
  }

  @Test
  void aRunIsResumedByTheSameFileCompiledAnew() {
    Ended half = Call.of("run", java, "--profile", "smoke", "--shard", "1/2", "--out", results);
    assertDone(half);
    assertTrue(half.err().contains("shard is finished"), half.err());

    Ended whole = ran();

    assertTrue(whole.err().contains("12 trials were run, 12 kept"), whole.err());
  }

  @Test
  void aChangedFigureKeepsTrialsAndAChangedTrialIsRefused() throws IOException {
    ran();
    OwnStudy.write(folder, OwnStudy.with("\"share of runs\"", "\"part of all runs\""));
    Ended figure = ran();
    assertTrue(figure.err().contains("Nothing was left to run"), figure.err());
    assertTrue(Files.readString(Path.of(inResults("OwnStudy.java"))).contains("part of all runs"));

    OwnStudy.write(folder, OwnStudy.with("x * x / 2", "x * x / 3"));
    Ended trial = Call.of("run", java, "--profile", "smoke", "--out", results);
    assertEquals(3, trial.code());
    assertTrue(trial.err().contains("experiment descent: code changed"), trial.err());
    Ended compared = Call.of("verify", results, "--code", java);
    assertEquals(7, compared.code(), compared.err());
    assertTrue(compared.err().contains("descent: code changed"), compared.err());
    assertTrue(compared.out().contains("DIFFERS  descent "), compared.out());
    Ended fresh = Call.of("run", java, "--profile", "smoke", "--out", results, "--fresh");
    assertDone(fresh);
    assertTrue(fresh.err().contains("24 trials were run, 0 kept"), fresh.err());
  }

  @Test
  void damageOfTheKeptCodeIsFound() throws IOException {
    ran();
    Files.writeString(Path.of(inResults("OwnStudy.java")), OwnStudy.TEXT + "// more\n");
    Ended changed = Call.of("verify", results, "--code", java);
    assertEquals(7, changed.code());
    assertTrue(changed.out().contains("DAMAGED  OwnStudy.java is not what"), changed.out());
    Files.delete(Path.of(inResults("OwnStudy.java")));
    Ended gone = Call.of("verify", results, "--code", java);
    assertTrue(gone.out().contains("DAMAGED  OwnStudy.java is gone"), gone.out());
    ran();
    assertDone(Call.of("verify", results, "--code", java));
  }

  @Test
  void aConfigNamesTheFileAndItsSchedule() throws IOException {
    Path config = folder.resolve("configs/sweep.yaml");
    Files.createDirectories(config.getParent());
    Files.writeString(
        config,
        """
        format: 1
        study: ../OwnStudy.java
        name: rates
        base: {steps: 20}
        sweep: {grid: {rate: {own: {halved: {rate: 0.3}}, constant: {constant: {value: 0.3}}}}}
        replicates: 3
        """);

    Ended planned = Call.of("plan", config.toString(), "--out", results);
    assertDone(planned);
    Ended ended = Call.of("run", config.toString(), "--out", results);
    assertDone(ended);
    assertTrue(ended.err().contains("6 trials were run"), ended.err());
    assertDone(Call.of("verify", results, "--code", java));
  }

  @Test
  void aConfigCanNameTheStudyAndItsFileApart() throws IOException {
    Path config = folder.resolve("study.yaml");
    Files.writeString(
        config,
        "format: 1\nstudy: own-descent\ncode: ./OwnStudy.java\nname: by-name\nbase: {rate: halved}\n");

    Ended ended = Call.of("run", config.toString(), "--profile", "smoke", "--out", results);

    assertDone(ended);
    assertDone(Call.of("verify", results, "--code", java));
  }

  @Test
  void mistakesOfAFileAreShownAllAtOnce() throws IOException {
    OwnStudy.write(
        folder, OwnStudy.with("x * x / 2", "x * z / 2").replace("of.rate() / 2;", "of.rat();"));

    Ended ended = Call.of("run", java, "--out", results);

    assertEquals(3, ended.code());
    assertTrue(
        ended
            .err()
            .contains("OwnStudy.java:" + OwnStudy.line("return x * x") + ":16 cannot find symbol"),
        ended.err());
    assertTrue(ended.err().contains("\n  return x * z / 2; // a parabola\n"), ended.err());
    assertTrue(ended.err().contains("2 problems; nothing was run."), ended.err());
    assertFalse(Files.exists(Path.of(results)));
  }

  @Test
  void codeThatFailsBeforeAnyTrialIsNamedWithItsLine() throws IOException {
    OwnStudy.write(
        folder,
        OwnStudy.with(
            "return List.of(new Descent());", "throw new IllegalStateException(\"not yet\");"));

    Ended ended = Call.of("run", java, "--out", results);

    assertEquals(3, ended.code());
    assertTrue(
        ended
            .err()
            .contains(
                "OwnStudy.java:"
                    + OwnStudy.line("return List.of(new Descent());")
                    + ": java.lang.IllegalStateException: not yet"),
        ended.err());
  }

  @Test
  void namesThatAreTakenAreRefused() throws IOException {
    OwnStudy.write(
        folder,
        OwnStudy.with("\"own-descent\"", "\"probe\"").replace("\"halved\"; }", "\"cosine\"; }"));

    Ended ended = Call.of("run", java, "--out", results);

    assertEquals(3, ended.code());
    assertTrue(ended.err().contains("the name 'probe' is taken"), ended.err());
    assertTrue(ended.err().contains("the name 'cosine' is taken"), ended.err());
  }

  @Test
  void plugInsOfOneNameAreAMistakeOfWhoBroughtThem() throws IOException {
    Study study = SourceCode.compile(Path.of(java)).study().orElseThrow();
    IllegalStateException twice =
        assertThrows(
            IllegalStateException.class, () -> Registry.of(Study.class, List.of(study, study)));
    Call call = new Call();

    assertEquals(ExitCode.USAGE, Failures.report(call.console(), twice));
    assertTrue(call.err().contains("TEMPER_CLASSPATH"), call.err());
    assertEquals(
        ExitCode.INTERNAL_ERROR,
        Failures.report(call.console(), new IllegalStateException("a defect")));
  }

  @Test
  void whatIsNoJavaFileIsRefused() throws IOException {
    assertEquals(2, Call.of("run", folder.resolve("None.java").toString()).code());
    assertEquals(2, Call.of("run", "probe", "--code", folder.resolve("x.txt").toString()).code());
    assertEquals(2, Call.of("run", java, "--code", java).code());
    Path config = folder.resolve("study.yaml");
    for (String wrong :
        List.of(
            "study: ./None.java",
            "study: probe\ncode: ./None.java",
            "study: probe\ncode: x.txt",
            "study: ./OwnStudy.java\ncode: ./OwnStudy.java")) {
      Files.writeString(config, "format: 1\n" + wrong + "\n");
      Ended ended = Call.of("plan", config.toString());
      assertEquals(3, ended.code(), wrong);
      assertTrue(ended.err().contains("study.yaml:"), ended.err());
    }
  }

  @Test
  void initWritesAConfigForAFile() throws IOException {
    String config = folder.resolve("configs/own.yaml").toString();

    assertDone(Call.of("init", config, "--study", java));

    String text = Files.readString(Path.of(config));
    assertTrue(text.startsWith("# yaml-language-server: $schema=own-descent.schema.json\n"), text);
    assertTrue(text.contains("study: ../OwnStudy.java\n"), text);
    assertTrue(Files.exists(folder.resolve("configs/own-descent.schema.json")));
    assertDone(Call.of("plan", config, "--out", results));
  }
}
