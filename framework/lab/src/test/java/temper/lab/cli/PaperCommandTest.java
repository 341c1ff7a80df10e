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

/** {@code temper paper} and {@code temper why} on the results of a study of every verdict. */
class PaperCommandTest {

  @TempDir static Path shared;
  @TempDir Path folder;
  private static String results = "";

  @BeforeAll
  static void run() throws IOException {
    results = shared.resolve("results").toString();
    String noData = Files.createDirectories(shared.resolve("no-data")).toString();
    Ended ended =
        Call.of(
            "run",
            "verdicts",
            "--profile",
            "full",
            "--out",
            results + "/verdicts/full",
            "--data",
            noData); // The environment may name a folder in which there is what V-4 lacks.
    assertEquals(0, ended.code(), ended.err());
  }

  private Ended paper(String text, String... more) throws IOException {
    Path paper = Files.createDirectories(folder.resolve("paper"));
    Files.writeString(
        paper.resolve("paper.tex"), "\\title{T}\\begin{document}\n" + text + "\n\\end{document}\n");
    String[] line = new String[more.length + 5];
    line[0] = "paper";
    line[1] = "--paper";
    line[2] = paper.toString();
    line[3] = "--results";
    line[4] = results;
    System.arraycopy(more, 0, line, 5, more.length);
    return Call.of(line);
  }

  @Test
  void aPaperIsWrittenBesideItsSource() throws IOException {
    Ended ended = paper("\\claimestimate{verdicts/V-1} \\allclaims", "--no-pdf");

    assertEquals(0, ended.code(), ended.err());
    Path page = folder.resolve("paper/generated/paper.html");
    assertEquals(page + "\n", ended.out());
    String html = Files.readString(page);
    assertTrue(html.contains("claim-verdicts-v-1"), html);
    assertTrue(Files.exists(folder.resolve("paper/generated/tex/temper.sty")));
    long when = Files.getLastModifiedTime(page).toMillis();
    assertEquals(0, paper("\\claimestimate{verdicts/V-1} \\allclaims", "--no-pdf").code());
    assertEquals(when, Files.getLastModifiedTime(page).toMillis(), "nothing changed");
  }

  @Test
  void aCheckWritesNothing() throws IOException {
    Ended ended = paper("\\claimestimate{verdicts/V-1}", "--check");

    assertEquals(0, ended.code(), ended.err());
    assertEquals("1 value from 1 study, all of them there and fresh\n", ended.out());
    assertFalse(Files.exists(folder.resolve("paper/generated")));
  }

  @Test
  void whatIsWrongIsToldAllAtOnceAndNothingIsWritten() throws IOException {
    Ended ended =
        paper(
            "12 \\claimestimate{verdicts/V-9}\n\\claimn{verdicts/V-4} \\holds{verdicts/V-3}{REPRODUCED}{x}");

    assertEquals(3, ended.code());
    assertEquals(5, ended.err().lines().count(), ended.err());
    assertTrue(ended.err().contains("paper.tex:2:1 '12' is typed by hand"), ended.err());
    assertTrue(ended.err().contains("paper.tex:2:4 \\claimestimate: study 'verdicts' has no"));
    assertTrue(ended.err().contains("paper.tex:3:1 \\claimn: claim 'V-4' was not run"));
    assertTrue(ended.err().contains("needs claim 'V-3' to be REPRODUCED, and it is REFUTED"));
    assertTrue(ended.err().endsWith("temper: 4 problems; nothing was written.\n"), ended.err());
    assertFalse(Files.exists(folder.resolve("paper/generated")));
  }

  @Test
  void withoutAManuscriptTheMessageNamesTheFile() {
    Ended ended = Call.of("paper", "--paper", folder.toString());

    assertEquals(74, ended.code());
    assertTrue(ended.err().contains("cannot read " + folder.resolve("paper.tex")), ended.err());
  }

  @Test
  void whyFitsATerminalButForCommandsAndShowsNoControlCharacters() {
    Ended ended =
        new Call().with("COLUMNS", "80").run("why", "verdicts/V-1.interval", "--results", results);

    assertEquals(0, ended.code(), ended.err());
    assertTrue(ended.out().startsWith("verdicts/V-1.interval = ["), ended.out());
    for (String word :
        new String[] {"row", "trials 20, ok 20", "root", "config", "code", "command"}) {
      assertTrue(ended.out().contains(word), word);
    }
    List<String> commands = ended.out().lines().filter(line -> line.contains("temper ")).toList();
    assertTrue(commands.get(0).contains(" run verdicts --profile full --out "), commands.get(0));
    ended
        .out()
        .lines()
        .filter(line -> !commands.contains(line))
        .forEach(line -> assertTrue(line.length() <= 80, line));
    assertFalse(ended.out().contains("\u001b"));
  }

  @Test
  void whyIsJsonForPrograms() {
    Ended ended = Call.of("why", "verdicts/V-3", "--json", "--results", results);

    JsonNode why = JsonMapper.builder().build().readTree(ended.out());
    assertEquals("verdicts/V-3.estimate", why.path("id").asString());
    assertEquals("REFUTED", why.path("verdict").asString());
    assertEquals(20, why.path("experiments").path(0).path("trials").asInt());
    assertEquals("numbers", why.path("experiments").path(0).path("experiment").asString());
  }

  @Test
  void aTypoIsToldTheNearestName() {
    Ended ended = Call.of("why", "verdicts/V-1.intervall", "--results", results);

    assertEquals(2, ended.code());
    assertTrue(ended.err().contains("Did you mean 'verdicts/V-1.interval'?"), ended.err());
  }

  @Test
  void aNumberOfThePaperLeadsToWhatItStandsFor() throws IOException {
    String both = "\\claimestimate{verdicts/V-1} \\claimn{verdicts/V-1} \\claimn{verdicts/V-2}";
    assertEquals(0, paper(both, "--check").code());
    String paper = folder.resolve("paper").toString();
    Ended byName = Call.of("why", "verdicts/V-1.estimate", "--results", results);
    String shown = byName.out().lines().findFirst().orElseThrow().replaceFirst(".* = ", "");

    Ended one = Call.of("why", "--results", results, "--paper", paper, shown.replace('−', '-'));
    Ended several = Call.of("why", "20", "--results", results, "--paper", paper);

    assertEquals(byName.out(), one.out());
    assertEquals(2, several.code());
    assertTrue(several.err().contains("paper.tex:2:30  verdicts/V-1.n"), several.err());
    assertTrue(several.err().contains("verdicts/V-2.n"), several.err());
  }
}
