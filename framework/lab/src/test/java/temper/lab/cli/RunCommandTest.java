package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import temper.lab.cli.Call.Ended;

/** How runs begin, end and are refused. */
class RunCommandTest {

  @TempDir Path folder;

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private Ended run(String... more) {
    String[] arguments = new String[6 + more.length];
    System.arraycopy(
        new String[] {"run", "probe", "--profile", "smoke", "--out", at("out")},
        0,
        arguments,
        0,
        6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return Call.of(arguments);
  }

  @Test
  void anInterruptedRunSaysHowToResumeAndDoes() {
    Call call = new Call();
    Session session = new Session(call.console());
    session.interrupt();

    Ended ended = call.run(session, "run", "probe", "--profile", "smoke", "--out", at("out"));

    assertEquals(130, ended.code());
    assertTrue(
        ended
            .err()
            .contains("interrupted while 'walks' was planned; nothing was run. Run the same"),
        ended.err());
    assertFalse(Files.exists(folder.resolve("out/claims.csv")));
    assertEquals(0, run().code());
  }

  @Test
  void anInterruptDuringTheRunEndsIt() {
    Call call = new Call();
    Session session = new Session(call.console());
    Thread other =
        new Thread(
            () -> {
              while (!Files.exists(folder.resolve("out/registration.json"))) {
                Thread.onSpinWait();
              }
              session.interrupt();
            });
    other.start();

    Ended ended =
        call.run(
            session,
            "run",
            "probe",
            "--replicates",
            "100000",
            "--out",
            at("out"),
            "--yes",
            "--fresh");

    assertEquals(130, ended.code(), ended.err());
    assertTrue(ended.err().contains("Interrupted: "), ended.err());
    assertTrue(
        ended.err().contains("Run the same command again to resume, without --fresh"), ended.err());
  }

  @Test
  void aTimeLimitThatLeavesWorkIsAnInterrupt() {
    Ended ended = run("--time-limit", "0s", "--fresh");

    assertEquals(130, ended.code());
    assertTrue(ended.err().contains("the time is up while 'walks' was planned"), ended.err());
    assertEquals(0, run("--time-limit", "999999999d").code());
  }

  @Test
  void aReproductionThatIsOutOfTimeStops() {
    Ended ended =
        Call.of(
            "reproduce",
            "probe",
            "probe",
            "--profile",
            "smoke",
            "--time-limit",
            "0s",
            "--out",
            at("all"));

    assertEquals(130, ended.code());
    assertEquals(1, ended.err().split("the time is up", -1).length - 1, ended.err());
    assertTrue(Files.exists(folder.resolve("all/index.html")));
  }

  @Test
  void failedTrialsGiveExitCodeFourAndAreRetried() throws IOException {
    Ended failing = run("-S", "walks.fail=true");

    assertEquals(4, failing.code());
    assertTrue(failing.err().contains("18 trials failed."), failing.err());
    assertTrue(failing.err().contains("temper replay " + at("out") + " TRIAL"), failing.err());
    assertTrue(failing.out().contains("1 claim was not run"), failing.out());
    String claims = Files.readString(folder.resolve("out/claims.csv"));
    assertTrue(claims.contains("NOT_RUN"), claims);
    Ended retry = Call.of("retry", at("out"));
    assertEquals(4, retry.code());
    assertTrue(retry.err().startsWith("18 failed trials are run again."), retry.err());
    String id =
        Files.readAllLines(folder.resolve("out/walks/trials.csv")).stream()
            .filter(line -> line.contains(",failed,"))
            .findFirst()
            .orElseThrow()
            .substring(0, 16);
    Ended replay = Call.of("replay", at("out"), id);
    assertEquals(4, replay.code());
    assertTrue(replay.err().contains("at temper.lab.endtoend.ProbeStudy$Walks.run"), replay.err());
  }

  @Test
  void aShardIsRetriedWithoutTheTrialsOfOthers() throws IOException {
    String shard = at("probe/smoke.shard-2-of-4");
    String[] run = {"run", "probe", "--profile", "smoke", "--shard", "2/4", "--out", shard};
    assertEquals(0, Call.of(run).code());
    String status = Call.of("status", shard).out();

    Ended retry = Call.of("retry", shard);

    assertEquals(0, retry.code(), retry.err());
    assertTrue(retry.err().contains("The shard is finished"), retry.err());
    assertEquals(status, Call.of("status", shard).out());
  }

  @Test
  void strictTellsRefutedFromInconclusive() {
    Ended refuted =
        Call.of("run", "verdicts", "--profile", "smoke", "--strict", "--out", at("refuted"));
    assertEquals(5, refuted.code(), refuted.err());
    assertEquals(5, Call.of("claims", at("refuted"), "--strict").code());
    assertEquals(0, Call.of("claims", at("refuted")).code());
    Ended inconclusive =
        Call.of(
            "run",
            "verdicts",
            "--profile",
            "smoke",
            "-S",
            "refute=false",
            "--strict",
            "--out",
            at("open"));
    assertEquals(6, inconclusive.code(), inconclusive.err());
  }

  @Test
  void anExperimentWithoutItsDataIsSkippedAndItsClaimNotRun() throws IOException {
    Ended ended =
        Call.of(
            "run", "verdicts", "--profile", "smoke", "--out", at("out"), "--data", at("nothing"));

    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.err().contains("skipped needs-data: "), ended.err());
    String claims = Files.readString(folder.resolve("out/claims.csv"));
    assertTrue(claims.contains("needs data set fashion-mnist"), claims);
    assertFalse(claims.contains(at("nothing")), claims);
    Files.delete(folder.resolve("out/claims.csv"));
    assertEquals(0, Call.of("report", at("out")).code());
    assertEquals(claims, Files.readString(folder.resolve("out/claims.csv")));
    Ended plan =
        Call.of(
            "plan", "verdicts", "--profile", "smoke", "--out", at("out"), "--data", at("nothing"));
    assertTrue(
        plan.out().lines().anyMatch(line -> line.matches("needs-data .*skipped: .*")), plan.out());
  }

  @Test
  void aStudyCannotMakeTheTerminalObey() {
    Ended ended =
        new Call()
            .with("TEMPER_TTY", "1")
            .with("TEMPER_TTY_OUT", "1")
            .with("NO_COLOR", "1")
            .run("run", "verdicts", "--profile", "smoke", "--out", at("out"));

    assertFalse(ended.out().contains("\u001b"), ended.out());
    assertTrue(ended.out().contains("\uFFFD]0;owned\uFFFD"), ended.out());
    for (String line :
        new String[] {
          "describe verdicts", "describe verdicts --json", "list", "claims " + at("out")
        }) {
      String out = Call.of(line.split(" ")).out();
      assertTrue(
          out.chars().noneMatch(c -> c != '\n' && Printable.isControl((char) c)), line + out);
    }
  }

  @Test
  void aRunWithoutRegistrationIsRefused() throws IOException {
    assertEquals(0, run().code());
    Files.delete(folder.resolve("out/registration.json"));

    Ended ended = run();

    assertEquals(3, ended.code());
    assertTrue(ended.err().contains("registration.json is gone"), ended.err());
    assertEquals(0, run("--fresh").code());
    assertTrue(Files.exists(folder.resolve("out/walks.set-aside-1/trials.csv")));
    assertTrue(Files.exists(folder.resolve("out/claims.csv.set-aside-1")));
  }

  @Test
  void aLargeRunIsRefusedBeforeAnythingIsPutAside() throws IOException {
    assertEquals(0, run().code());

    Ended ended = run("--fresh", "--replicates", "1000000");

    assertEquals(3, ended.code(), ended.err());
    assertTrue(ended.err().contains("6000000 trials"), ended.err());
    assertTrue(Files.exists(folder.resolve("out/walks/trials.csv")));
    Ended absurd = run("--replicates", "2000000000");
    assertEquals(3, absurd.code(), absurd.err());
    assertFalse(absurd.err().contains("\tat "), absurd.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run prob | there is no study 'prob'. Did you mean 'probe'?",
        "run nowhere.yaml | there is no file",
        "run probe --workers 0 | --workers must be from 1 to 1024, got 0",
        "run probe --workers 100000 | --workers must be from 1 to 1024",
        "run probe --profile smok | 'smok' is not a profile. Did you mean 'smoke'?",
        "run probe --shard 4/3 | shard 4/3 does not exist: give i/n with 1 <= i <= n",
        "run probe --shard x | 'x' is not a shard: give i/n, such as 2/3",
        "run probe --time-limit soon | 'soon' is not a time",
        "claims nowhere | is not a result folder: it has no study.yaml",
        "plam | there is no verb 'plam'. Did you mean 'plan'?",
        "rnu sweep.yaml | there is no verb 'rnu'. Did you mean 'run'?",
        "describe hole.csv | A table is described by the config that names it. `temper list` names",
        "describe cosin | there is nothing called 'cosin'. Did you mean 'cosine'?",
      })
  void aWrongCommandLineIsToldWithARemedy(String line, String message) {
    Ended ended = Call.of(line.strip().split(" "));

    assertEquals(2, ended.code(), ended.err());
    assertTrue(ended.err().contains(message.strip()), ended.err());
    assertEquals("", ended.out());
  }

  @Test
  void mistakesInAConfigAreAllToldAtOnce() throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(
        file, "format: 1\nstudy: probe\nexperiment: walks\nbase: {stepz: 3, width: -1}\n");

    Ended ended = Call.of("run", file.toString(), "--out", at("out"));

    assertEquals(3, ended.code());
    assertTrue(ended.err().contains(file + ":4:8 base.stepz: "), ended.err());
    assertTrue(ended.err().contains("Did you mean 'steps'?"), ended.err());
    assertTrue(ended.err().contains(file + ":4:"), ended.err());
    assertTrue(ended.err().endsWith("temper: 2 problems; nothing was run.\n"), ended.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void aShardHasAFolderOfItsOwn() {
    RunOptions options = new RunOptions();
    options.target = "probe";
    options.shard = temper.lab.engine.Shard.parse("2/3");

    assertEquals(
        Path.of("results/probe/quick.shard-2-of-3"),
        Targets.folder(options, Targets.resolve(options)));
    options.shard = temper.lab.engine.Shard.WHOLE;
    assertEquals(Path.of("results/probe/quick"), Targets.folder(options, Targets.resolve(options)));
  }
}
