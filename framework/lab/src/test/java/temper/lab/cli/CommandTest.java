package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.cli.Call.Ended;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each verb prints and returns, on one finished result that no test changes. */
class CommandTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir static Path shared;
  @TempDir Path folder;
  private static String finished = "";

  @BeforeAll
  static void run() {
    finished = shared.resolve("finished").toString();
    Ended ended = Call.of("run", "probe", "--profile", "smoke", "--out", finished);
    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().contains("1 REPRODUCED"), ended.out());
    assertTrue(ended.err().contains("80 trials were run, 0 kept"), ended.err());
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void withoutACommandTheHelpIsPrintedWithExamplesAndExitCodes() {
    Ended ended = Call.of();

    assertEquals(0, ended.code());
    assertTrue(ended.out().contains("temper run convex-linear-regression"), ended.out());
    assertTrue(ended.out().contains("130   interrupted, or the time limit came"), ended.out());
  }

  @Test
  void everyCommandExplainsItself() {
    for (String verb :
        List.of(
            "reproduce run plan verify retry replay claims figures report merge diff list describe"
                .split(" "))) {
      Ended ended = Call.of(verb, "--help");
      assertEquals(0, ended.code(), verb);
      assertTrue(ended.out().startsWith("Usage: temper " + verb), ended.out());
    }
  }

  @Test
  void planShowsWhatIsKeptAndWhatEachExperimentWouldRun() {
    Ended fresh = Call.of("plan", "probe", "--profile", "smoke", "--out", at("new"));

    assertEquals(0, fresh.code(), fresh.err());
    List<String> lines = fresh.out().lines().toList();
    assertEquals("probe, profile smoke, seeds explore:probe", lines.get(0));
    assertTrue(lines.get(2).matches("walks +6 +10 +60 +0 +60 +\\? .* new"), fresh.out());
    assertTrue(lines.get(3).matches("confirmed +\\? +\\? +<= 20 .*decided by walks"), fresh.out());
    assertTrue(Files.exists(folder.resolve("new/registration.json")));
    assertFalse(Files.exists(folder.resolve("new/walks")));
    Ended again = Call.of("plan", "probe", "--profile", "smoke", "--out", finished);
    List<String> after = again.out().lines().toList();
    assertTrue(after.get(2).matches("walks +6 +10 +60 +60 +0 +< 1 s .* all finished"), again.out());
    assertTrue(after.get(3).matches("confirmed +4 +5 +20 +20 +0 .* all finished"), again.out());
  }

  @Test
  void jsonIsPrintedWhereAListIs() {
    JsonNode plan = json("plan", "probe", "--profile", "smoke", "--out", finished, "--json");
    assertEquals(60, plan.path("experiments").get(0).path("kept").asInt());
    JsonNode claims = json("claims", finished, "--json");
    assertEquals("REPRODUCED", claims.get(0).path("verdict").asString());
    JsonNode list = json("list", "--json");
    assertTrue(list.size() > 10);
    JsonNode study = json("describe", "probe", "--json");
    assertEquals(
        "steps", study.path("experiments").get(0).path("parameters").get(0).path("key").asString());
    JsonNode schedule = json("describe", "cosine", "--json");
    assertTrue(schedule.path("parameters").size() > 0);
    assertTrue(json("describe", "fashion-mnist", "--json").path("files").size() > 0);
    assertEquals(0, json("diff", finished, finished, "--json").size());
    assertTrue(json("doctor", "--json").size() > 3);
    assertEquals("object", json("schema", "probe").path("type").asString());
  }

  private static JsonNode json(String... arguments) {
    Ended ended = Call.of(arguments);
    assertEquals(0, ended.code(), ended.err());
    return MAPPER.readTree(ended.out());
  }

  @Test
  void listNamesEveryKindAndSuggestsOne() {
    Ended all = Call.of("list");
    assertTrue(all.out().contains("Random walks that test the engine"), all.out());
    Ended schedules = Call.of("list", "schedules");
    assertTrue(schedules.out().contains("cosine"), schedules.out());
    assertFalse(schedules.out().contains("probe"), schedules.out());
    Ended wrong = Call.of("list", "schedule");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("'schedules'"), wrong.err());
  }

  @Test
  void describeShowsParametersWithDefaultsAndLimitsAndClaims() {
    Ended probe = Call.of("describe", "probe");

    assertTrue(probe.out().contains("experiment walks: Random walks with a barrier"), probe.out());
    assertTrue(probe.out().contains("PROBE-1"), probe.out());
    assertTrue(
        probe.out().lines().anyMatch(line -> line.matches("steps +.* +200 +.*")), probe.out());
    assertTrue(Call.of("describe", "fashion-mnist").out().contains("Licence: "));
    Ended wrong = Call.of("describe", "prob");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("'probe'"), wrong.err());
  }

  @Test
  void initWritesAConfigThatRunsAndNeverWritesOverOne() throws IOException {
    Path file = folder.resolve("new/study.yaml");
    Ended ended = Call.of("init", file.toString(), "--study", "probe", "--experiment", "walks");
    assertEquals(0, ended.code(), ended.err());
    String written = Files.readString(file);

    Ended again = Call.of("init", file.toString());

    assertEquals(2, again.code());
    assertTrue(again.err().contains("never writes over"), again.err());
    assertEquals(written, Files.readString(file));
    Ended plan = Call.of("plan", file.toString(), "--out", at("planned"));
    assertEquals(0, plan.code(), plan.err());
    Ended unknown = Call.of("init", at("x.yaml"), "--study", "probe", "--experiment", "walk");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("'walks'"), unknown.err());
  }

  @Test
  void completionKnowsCommandsOptionsAndStudies() {
    String script = Call.of("completion").out();

    assertTrue(script.contains("--time-limit"));
    assertTrue(script.contains("reproduce"));
    assertTrue(script.contains("probe"));
  }

  @Test
  void doctorLooksAtTheMachineAndLeavesNothing() throws IOException {
    Ended ended = Call.of("doctor", "--data", at("nowhere"));

    assertEquals(0, ended.code());
    assertTrue(ended.out().contains("renames are atomic"), ended.out());
    assertTrue(
        ended.out().lines().anyMatch(line -> line.matches("look +data fashion-mnist .*")),
        ended.out());
    try (var files = Files.list(Path.of(""))) {
      assertTrue(files.noneMatch(file -> file.toString().contains("temper-doctor")));
    }
  }

  @Test
  void verifyStatesItsBound() {
    Ended some = Call.of("verify", finished, "--sample", "60");

    assertEquals(0, some.code(), some.err());
    assertEquals(
        """
        60 of 80 trials were run again: 60 gave the same bytes, 0 did not.
        With 95 % confidence fewer than 4.87 % of all trials would differ.
        """,
        some.out());
    Ended all = Call.of("verify", finished, "--sample", "100", "--nonce", "other");
    assertTrue(all.out().startsWith("80 of 80"), all.out());
    assertTrue(all.out().endsWith("All trials give the same bytes.\n"), all.out());
    assertEquals(2, Call.of("verify", finished, "--sample", "0").code());
  }

  @Test
  void aFolderWithoutFinishedTrialsIsNotVerified() {
    assertEquals(0, Call.of("plan", "probe", "--out", at("empty")).code());

    Ended ended = Call.of("verify", at("empty"));

    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("no finished trials"), ended.err());
  }

  @Test
  void replayPrintsOneTrialAndSuggestsWhereIdsStand() throws IOException {
    String id =
        Files.readAllLines(Path.of(finished, "walks", "trials.csv")).get(1).substring(0, 16);

    Ended ended = Call.of("replay", finished, id.substring(0, 12));

    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.err().startsWith("walks " + id + ": "), ended.err());
    assertTrue(ended.out().contains("\nmetrics\nend,side\n"), ended.out());
    Ended unknown = Call.of("replay", finished, "zzz");
    assertEquals(2, unknown.code());
    assertTrue(unknown.err().contains("column trial of each trials.csv"), unknown.err());
    assertEquals(2, Call.of("replay", finished, "").code());
  }

  @Test
  void figuresAndReportAreMadeAgain() throws IOException {
    Ended run = Call.of("run", "probe", "--profile", "smoke", "--out", at("out"));
    assertEquals(0, run.code());
    byte[] report = Files.readAllBytes(folder.resolve("out/report.html"));
    Files.delete(folder.resolve("out/report.html"));

    assertEquals(at("out/report.html") + "\n", Call.of("report", at("out")).out());

    assertTrue(
        java.util.Arrays.equals(report, Files.readAllBytes(folder.resolve("out/report.html"))));
    Ended figures = Call.of("figures", at("out"), "--format", "svg,png");
    assertEquals(0, figures.code(), figures.err());
    assertTrue(Files.size(folder.resolve("out/figures/ends.png")) > 1000);
    Ended wrong = Call.of("figures", at("out"), "--format", "svgg");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("'svg'"), wrong.err());
  }

  @Test
  void shardsOfOneRegistrationAreMergedAndOthersRefused() {
    for (String shard : List.of("1/2", "2/2")) {
      Ended ended =
          Call.of(
              "run",
              "probe",
              "--profile",
              "smoke",
              "--shard",
              shard,
              "--out",
              at("s" + shard.charAt(0)));
      assertEquals(0, ended.code(), ended.err());
      assertTrue(ended.err().contains("temper merge"), ended.err());
    }

    Ended merged = Call.of("merge", at("s1"), at("s2"), "--out", at("merged"));

    assertEquals(0, merged.code(), merged.err());
    assertTrue(merged.err().contains("60 trials were taken over."), merged.err());
    assertEquals(
        "The results are the same to the byte.\n", Call.of("diff", finished, at("merged")).out());
    Ended other =
        Call.of(
            "run",
            "probe",
            "--profile",
            "smoke",
            "-S",
            "walks.width=2",
            "--shard",
            "2/2",
            "--out",
            at("other"));
    assertEquals(0, other.code(), other.err());
    Ended refused = Call.of("merge", at("s1"), at("other"), "--out", at("mixed"));
    assertEquals(3, refused.code(), refused.err());
    assertTrue(refused.err().contains("different registrations"), refused.err());
    assertEquals(2, Call.of("merge", at("nothing"), "--out", at("x")).code());
  }

  @Test
  void diffNamesFileLineAndBothTexts() throws IOException {
    Ended run = Call.of("run", "probe", "--profile", "smoke", "--out", at("copy"));
    assertEquals(0, run.code());
    Path claims = folder.resolve("copy/claims.csv");
    Files.writeString(claims, Files.readString(claims).replace("REPRODUCED", "REFUTED"));

    Ended ended = Call.of("diff", finished, at("copy"));

    assertEquals(7, ended.code());
    assertTrue(ended.out().contains("claims.csv"), ended.out());
    assertTrue(ended.out().contains("line 2"), ended.out());
    assertEquals(2, Call.of("diff", finished, at("missing")).code());
  }

  @Test
  void reproduceRunsStudiesAndLinksTheirReports() throws IOException {
    Ended ended = Call.of("reproduce", "probe", "--profile", "smoke", "--out", at("all"));

    assertEquals(0, ended.code(), ended.err());
    String index = Files.readString(folder.resolve("all/index.html"));
    assertTrue(index.contains("probe/smoke/report.html"), index);
    assertTrue(ended.err().contains("All reports: "), ended.err());
    assertEquals(2, Call.of("reproduce", "prob").code());
  }

  @Test
  void reproduceStartsOverWhenAnExploratoryResultIsOfOtherCode() throws IOException {
    assertEquals(0, Call.of("reproduce", "probe", "--profile", "smoke", "--out", at("all")).code());
    Path registration = folder.resolve("all/probe/smoke/registration.json");
    Files.writeString(registration, Files.readString(registration).replace("PROBE-1", "PROBE-2"));

    Ended again = Call.of("reproduce", "probe", "--profile", "smoke", "--out", at("all"));

    assertEquals(0, again.code(), again.err());
    assertTrue(again.err().contains("changed since its last run: starting over"), again.err());
    assertTrue(Files.exists(registration.resolveSibling("registration.json.set-aside-1")));
    assertEquals(0, Call.of("diff", finished, at("all/probe/smoke")).code());
  }
}
