package temper.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.data.MissingDataException;
import temper.lab.engine.RunProgress;
import temper.lab.engine.StopSignal;
import temper.lab.engine.Underway;
import temper.lab.report.ClaimRow;
import temper.lab.store.Outcome;
import temper.lab.study.Profile;

/** What reaches the terminal. */
class ConsoleTest {

  private static final double NAN = Double.NaN;

  @Test
  void controlCharactersAreReplacedAndEverythingElseIsKept() {
    String hostile =
        "a\u001b[2Jb\u009bc\rd\u0007e\u202ef\u2028g\u007fh\ti\nj \u00e4\u4e2d\ud83d\ude00";

    assertEquals(
        "a\ufffd[2Jb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg\ufffdh\ti\nj \u00e4\u4e2d\ud83d\ude00",
        Printable.text(hostile));
    assertEquals("a\ufffd b c", Printable.line("a\u001b\tb\nc"));
    assertEquals("\"\\u001B\\u009b\\u202e\\n\"\n", Json.text("\u001b\u009b\u202e\n"));
  }

  @Test
  void messagesAndResultsGoToTheirOwnStreamsWithoutControlCharacters() {
    Call call = new Call();
    call.console().message("m\u001b");
    call.console().result("r\u001b");
    call.console().resultText("t\u001b");

    assertEquals("m\ufffd\n", call.err());
    assertEquals("r\ufffd\nt\ufffd", call.out());
  }

  @Test
  void colorIsForTerminalsWithoutNoColor() {
    assertFalse(new Call().console().color());
    assertFalse(new Call().with("TEMPER_TTY", "1").console().color());
    assertTrue(new Call().with("TEMPER_TTY_OUT", "1").console().color());
    assertFalse(new Call().with("TEMPER_TTY_OUT", "1").with("NO_COLOR", "1").console().color());
    assertTrue(new Call().with("TEMPER_TTY_OUT", "1").with("NO_COLOR", "").console().color());
    assertFalse(new Call().with("TEMPER_TTY_OUT", "1").with("TERM", "dumb").console().color());
    assertFalse(new Call().with("TEMPER_TTY", "1").with("TERM", "dumb").console().live());
    assertTrue(new Call().with("TEMPER_TTY", "1").console().live());
  }

  @Test
  void theWidthIsThatOfTheTerminalWithinReason() {
    assertEquals(100, new Call().console().width());
    assertEquals(80, new Call().with("COLUMNS", "80").console().width());
    assertEquals(60, new Call().with("COLUMNS", "3").console().width());
    assertEquals(100, new Call().with("COLUMNS", "wide").console().width());
    assertEquals(1000, new Call().with("COLUMNS", "2000000000").console().width());
  }

  @Test
  void aLastColumnWithoutRoomStandsBelowTheOthers() {
    TextTable table =
        new TextTable("parameter", "default", "meaning")
            .row("rate", "0.1", "the factor of a step along the gradient")
            .row("momentum", "0", "");

    assertEquals(
        List.of(
            "parameter  default",
            "rate       0.1",
            "    the factor of a step along",
            "    the gradient",
            "momentum   0"),
        table.lines(30));
    assertEquals("rate       0.1      the factor of a step along the", table.lines(50).get(1));
  }

  @Test
  void aTableWrapsItsLastColumnOnly() {
    TextTable table = new TextTable("a", "long").row("first", "one two three four five six seven");

    assertEquals(
        "a      long\nfirst  one two three four five six\n       seven\n", table.render(38));
    assertEquals(List.of("abcd", "efgh", "i jk"), TextTable.wrap("abcdefghi jk", 4));
    assertThrows(IllegalArgumentException.class, () -> table.row("only one"));
  }

  private static ClaimRow row(String verdict, double p, String reason) {
    boolean ran = !verdict.equals("NOT_RUN");
    return new ClaimRow(
        "NAK-" + verdict.length(),
        "source",
        "the large rate generalises better than the small one, whatever the stopping loss, and"
            + " \u001b[31mthis",
        "q",
        "t",
        "r",
        ran ? 12 : 0,
        ran ? 0.12345 : NAN,
        ran ? 0.1 : NAN,
        ran ? Double.POSITIVE_INFINITY : NAN,
        p,
        p,
        verdict,
        "",
        reason,
        List.of());
  }

  private static String claims(Call call) {
    ResolvedStudy study =
        Targets.loader().resolve(Targets.study("probe"), RunRequest.of(Profile.SMOKE));
    ClaimsTable.print(
        call.console(),
        study,
        List.of(
            row("REPRODUCED", 1e-9, ""),
            row("REFUTED", 0.01, ""),
            row("INCONCLUSIVE", 0.4, ""),
            row("NOT_RUN", NAN, "needs data set x")));
    return call.out();
  }

  @Test
  void claimsFitIntoEightyColumnsWithTheirWholeStatement() {
    assertEquals(
        """

        probe (common practice), profile smoke: exploratory seeds, a demonstration
        verdict       claim   n   estimate  interval    p adjusted
        REPRODUCED    NAK-10  12  0.1235    [0.1, inf]  1e-9
            the large rate generalises better than the small one, whatever the stopping
            loss, and \ufffd[31mthis
        REFUTED       NAK-7   12  0.1235    [0.1, inf]  0.01
            the large rate generalises better than the small one, whatever the stopping
            loss, and \ufffd[31mthis
        INCONCLUSIVE  NAK-12  12  0.1235    [0.1, inf]  0.4
            the large rate generalises better than the small one, whatever the stopping
            loss, and \ufffd[31mthis
        NOT_RUN       NAK-7
            the large rate generalises better than the small one, whatever the stopping
            loss, and \ufffd[31mthis (needs data set x)
        1 INCONCLUSIVE, 1 NOT_RUN, 1 REFUTED, 1 REPRODUCED
        """,
        claims(new Call().with("COLUMNS", "80")));
  }

  @Test
  void verdictsAreColouredButNotToldByColourAlone() {
    String plain = claims(new Call().with("COLUMNS", "200"));
    String colored = claims(new Call().with("COLUMNS", "200").with("TEMPER_TTY_OUT", "1"));

    assertTrue(colored.contains("\u001b[32mREPRODUCED\u001b[0m  "), colored);
    assertTrue(colored.contains("\u001b[31mREFUTED\u001b[0m  "), colored);
    assertEquals(plain, colored.replaceAll("\u001b\\[[0-9]+m", ""));
    assertTrue(plain.lines().allMatch(line -> line.length() <= 200));
  }

  @Test
  void infiniteEndsAreTextInJsonAndMissingOnesNull() {
    Map<String, Object> json = ClaimsTable.toJson(row("REPRODUCED", NAN, ""));

    assertEquals("Infinity", json.get("ci_high"));
    assertEquals(0.1, json.get("ci_low"));
    assertTrue(json.containsKey("p"));
    assertEquals(null, json.get("p"));
  }

  @Test
  void aPipeGetsOneLineForAnExperimentThatTakesASecond() {
    Call call = new Call();
    try (ProgressLine progress = new ProgressLine(call.console())) {
      progress.begins("walks", 4, 1, new Underway());
      progress.finished(Outcome.OK, 1);
      progress.finished(Outcome.DIVERGED, 1);
      progress.finished(Outcome.FAILED, 1);
      progress.ends("walks");
      progress.begins("finished", 4, 4, new Underway());
      progress.ends("finished");
      progress.begins("stopped", 4, 0, new Underway());
    }

    List<String> lines = call.err().lines().toList();
    assertEquals(1, lines.size(), call.err());
    assertTrue(
        lines.get(0).matches("walks  4/4  [0-9.]+/s  in less than 1 s  diverged 1  failed 1"),
        call.err());
  }

  @Test
  void theLineIsDrawnAgainWhileNoTrialEnds() throws InterruptedException {
    Call call = new Call().with("TEMPER_TTY", "1").with("COLUMNS", "60");
    int frames = 0;
    try (ProgressLine progress = new ProgressLine(call.console())) {
      progress.begins("walks", 2, 0, new Underway());
      for (int wait = 0; wait < 200 && frames < 3; wait++) {
        Thread.sleep(50);
        frames = call.err().split("\r", -1).length - 1;
      }
    }

    assertTrue(frames >= 3, call.err());
  }

  @Test
  void aTerminalGetsOneLineThatIsWrittenOverAndMessagesAboveIt() {
    Call call = new Call().with("TEMPER_TTY", "1").with("COLUMNS", "60");
    try (ProgressLine progress = new ProgressLine(call.console())) {
      progress.begins("a-name\u001bof-seventy-characters-".repeat(3), 2, 0, new Underway());
      progress.notice("a message");
      progress.finished(Outcome.OK, 1);
      progress.finished(Outcome.OK, 1);
    }

    String err = call.err();
    assertTrue(err.contains("\r\u001b[Ka message\n"), err);
    assertTrue(err.endsWith("\u001b[K\n"), err);
    assertFalse(err.contains("\u001bof"), err);
    for (String frame : err.split("[\r\n]", -1)) {
      assertTrue(frame.replace("\u001b[K", "").length() <= 59, frame);
    }
  }

  /** The line of a run of 6 trials that took over half a trial. */
  private static String line(long ran, int running, double share, double seconds) {
    return ProgressText.of(new RunProgress("walks", 6, 1, ran, 0, 0, running, share, 0.5, seconds));
  }

  @Test
  void theSpeedOfARunIsThatOfItsOwnWork() {
    assertEquals("walks  1/6 + 1 at 50 %", line(0, 1, 0.5, 900));
    assertEquals("walks  3/6 + 2 at 50 %  1.0/s  0:02 left", line(2, 2, 1, 2.5));
    assertEquals("walks  1/6 + 1 at 75 %  1.5/min  2:50 left", line(0, 1, 0.75, 10));
    assertEquals("walks  1/6 + 1 at 75 %  1.0/h  4:15:00 left", line(0, 1, 0.75, 900));
    assertEquals("walks  6/6  45/s  in less than 1 s", line(5, 0, 0, 0.1));
    assertEquals("walks  6/6  2.3/s  in 0:02", line(5, 0, 0, 2));
  }

  @Test
  void timesAndSizesAreInUnitsThatAReaderTakesIn() {
    assertEquals("0:07", ProgressText.clock(7));
    assertEquals("59:59", ProgressText.clock(3599));
    assertEquals("2:00:05", ProgressText.clock(7205));
    assertEquals(
        List.of("?", "< 1 s", "90 s", "3 min", "3 h"),
        List.of(
            Estimates.time(NAN),
            Estimates.time(0.5),
            Estimates.time(90),
            Estimates.time(180),
            Estimates.time(10_800)));
    assertEquals(
        List.of("12 B", "1.5 kB", "250 MB", "9000 TB"),
        List.of(
            Estimates.bytes(12),
            Estimates.bytes(1500),
            Estimates.bytes(250_000_000L),
            Estimates.bytes(9_000_000_000_000_000L)));
    assertEquals(Duration.ofMinutes(15), Converters.duration(" 15M "));
    assertEquals(Duration.ofDays(2), Converters.duration("2d"));
    assertEquals(Duration.ofHours(2), Converters.duration("2h"));
  }

  @Test
  void errorsHaveTheirOwnExitCodesAndReadAsSentences() {
    assertEquals("74 temper: x/y: no such file or folder\n", told(new NoSuchFileException("x/y")));
    assertEquals("74 temper: x: no permission\n", told(new AccessDeniedException("x")));
    assertEquals(
        "74 temper: x: FileAlreadyExistsException\n", told(new FileAlreadyExistsException("x")));
    assertEquals("74 temper: broken\n", told(new UncheckedIOException(new IOException("broken"))));
    assertEquals("74 temper: no data\n", told(new MissingDataException("no data")));
    assertEquals("2 temper: wrong\n", told(new UsageException("wrong")));
    String internal = told(new IllegalStateException("bug"));
    assertTrue(internal.startsWith("1 temper: internal error."), internal);
    assertTrue(internal.contains("at temper.lab.cli.ConsoleTest"), internal);
  }

  private static String told(Throwable failure) {
    Call call = new Call();
    int code = Failures.report(call.console(), failure).code();
    return code + " " + call.err();
  }

  @Test
  void aCallHasOneSignalForAllItsWork() {
    Session session = new Session(new Call().console());
    StopSignal signal = session.stopSignal(Duration.ofDays(1));

    assertEquals(signal, session.stopSignal(null));
    assertFalse(signal.raised());
    session.interrupt();
    assertEquals(StopSignal.Reason.INTERRUPTED, signal.reason());
    Session early = new Session(new Call().console());
    early.interrupt();
    assertTrue(early.stopSignal(null).raised());
  }

  @Test
  void theCommandLineIsKeptAsItCanBeTypedAgain() {
    Session session = new Session(new Call().console());
    session.arguments("run", "my study.yaml", "-S", "it's", "--out", "x/y");

    assertEquals(
        "temper run 'my study.yaml' -S 'it'\\''s' --out x/y", String.join(" ", session.command()));
  }

  @Test
  void theExitCodesAreStable() {
    assertEquals(ExitCode.values().length, ExitCode.meanings().size());
    assertEquals(
        List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 74, 130),
        Arrays.stream(ExitCode.values()).map(ExitCode::code).toList());
  }
}
