package temper.lab.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import temper.lab.config.Problem;

/** Every number of a paper goes with its CSV and changes with it. */
class NumbersOfPapersTest {

  /** A line for each kind of macro whose text is a number. */
  private static final List<String> NUMBERS =
      List.of(
          "\\claimestimate{coin/COIN-1}",
          "\\claiminterval{coin/COIN-1}",
          "\\claimlow{coin/COIN-1}",
          "\\claimhigh[percent]{coin/COIN-1}",
          "\\claimn{coin/COIN-1}",
          "\\claimp{coin/COIN-1}",
          "\\claimpadjusted{coin/COIN-1}",
          "\\claimestimate{coin/COIN-2}",
          "\\claimverdict{coin/COIN-1}",
          "\\findingestimate{coin/COIN-1}{heads, 10 throws}",
          "\\findinginterval[percent]{coin/COIN-1}{5 \\% of heads, 1000 throws}",
          "\\findingn{coin/COIN-1}{heads, 10 throws}",
          "\\findingverdict{coin/COIN-1}{heads, 10 throws}",
          "\\cellvalue{coin/throws/summary}{throws_of=10}{heads_mean}",
          "\\cellvalue[percent]{coin/throws/summary}{throws_of=1000}{heads_mean}",
          "\\cellinterval{coin/throws/summary}{throws_of=10}{heads}",
          "\\cellvalue{coin/throws/first}{replicate=0; throws_of=10}{side}",
          "\\trialcount{coin/throws}",
          "\\trialcount{coin}",
          "\\replicatecount{coin/throws}",
          "\\verdictcount{coin}{REPRODUCED}",
          "\\verdictcount{all}{REPRODUCED}");

  @TempDir static Path shared;
  @TempDir Path folder;

  /** Unfair to tails, and thrown so often. */
  private static Bench here = new Bench(Path.of(""), new CoinStudy(0, 1));

  private static Bench there = here;

  @BeforeAll
  static void run() {
    here = new Bench(shared.resolve("here"), new CoinStudy(0.8, 20)).run();
    there = new Bench(shared.resolve("there"), new CoinStudy(0.2, 12)).run();
    here.write(NUMBERS.toArray(String[]::new));
    there.write(NUMBERS.toArray(String[]::new));
  }

  /** The values of the paper, in the order of its lines. */
  private static List<Value> values(Bench bench) {
    PaperProblems problems = new PaperProblems();
    Manuscript manuscript = ManuscriptReader.read(bench.paper(), problems);
    Results results = new Results(bench.results(), bench.studies());
    Resolution resolution = Resolution.of(manuscript, new Values(results), problems);
    assertTrue(problems.none(), () -> problems.list().toString());
    return new ArrayList<>(resolution.values().values());
  }

  private static List<String> shown(String page) {
    List<String> shown = new ArrayList<>();
    Matcher links = Pattern.compile("<(?:a|span) class=\"value\"[^>]*>([^<]*)</").matcher(page);
    while (links.find()) {
      shown.add(links.group(1));
    }
    return shown;
  }

  @Test
  void everyNumberIsShownAndChangesWithTheResults() {
    List<String> first = shown(here.page());
    List<String> second = shown(there.page());

    assertEquals(NUMBERS.size(), first.size());
    for (int i = 0; i < NUMBERS.size(); i++) {
      assertNotEquals(first.get(i), second.get(i), NUMBERS.get(i));
    }
  }

  @Test
  void everyNumberOfTheTexFilesChangesWithTheResults() {
    Map<String, String> first = definitions(here);
    Map<String, String> second = definitions(there);

    assertEquals(NUMBERS.size(), first.size());
    first.forEach((key, text) -> assertNotEquals(second.get(key), text, key));
  }

  private static Map<String, String> definitions(Bench bench) {
    String text = String.valueOf(bench.set().get("tex/temper-values.tex"));
    Map<String, String> definitions = new TreeMap<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("\\temperdefine{")) {
        int middle = line.indexOf("}{");
        definitions.put(line.substring(14, middle), line.substring(middle));
      }
    }
    return definitions;
  }

  @Test
  void everyNumberDisappearsWithItsFile() throws IOException {
    List<Value> values = values(here);
    assertEquals(NUMBERS.size(), values.size());
    TreeSet<String> files = new TreeSet<>();
    values.stream().map(Value::file).filter(file -> file.endsWith(".csv")).forEach(files::add);
    assertEquals(5, files.size(), files.toString());

    for (String file : files) {
      Bench copy = here.copy(folder.resolve(file.replace('/', '-')));
      Files.delete(copy.results().resolve(file));
      List<Integer> lines = lines(assertThrows(PaperException.class, copy::set));
      for (int i = 0; i < NUMBERS.size(); i++) {
        if (values.get(i).file().equals(file)) {
          assertTrue(lines.contains(4 + i), NUMBERS.get(i) + " without " + file);
        }
      }
    }
  }

  private static List<Integer> lines(PaperException refused) {
    return refused.problems().stream().map(Problem::place).map(place -> place.line()).toList();
  }

  @Test
  void withoutItsResultsNoNumberIsLeft() throws IOException {
    Bench copy = here.copy(folder.resolve("copy"));
    Bench.delete(copy.coin());

    List<Integer> lines = lines(assertThrows(PaperException.class, copy::set));

    for (int i = 0; i < NUMBERS.size(); i++) {
      // A claim without results still has a verdict: that it was not run.
      boolean verdict = NUMBERS.get(i).matches("\\\\(claim)?verdict.*");
      assertEquals(!verdict, lines.contains(4 + i), NUMBERS.get(i));
    }
  }

  @Test
  void aNumberThatIsChangedByHandIsStale() throws IOException {
    for (String file :
        List.of(
            "claims.csv",
            "findings.csv",
            "throws/trials.csv",
            "throws/summary.csv",
            "throws/first.csv",
            "figures/heads.csv",
            "figures/heads.svg")) {
      Bench copy = here.copy(folder.resolve(file.replace('/', '-')));
      Path changed = copy.coin().resolve(file);
      String text = Files.readString(changed);
      int place = text.lastIndexOf("0.8");
      assertTrue(place > 0 || file.endsWith("svg"), file);
      Files.writeString(
          changed,
          place < 0 ? text + " " : text.substring(0, place) + "0.7" + text.substring(place + 3));

      PaperException refused = assertThrows(PaperException.class, copy::set, file);

      assertTrue(refused.getMessage().contains("is stale"), refused.getMessage());
      assertTrue(
          refused.getMessage().contains(file.replaceFirst(".*/", "").replaceFirst("\\..*", ""))
              || refused.getMessage().contains("throws"),
          refused.getMessage());
    }
  }

  @Test
  void aTrialThatIsChangedChangesThePaperOnceTheResultsFollow() throws IOException {
    Bench copy = here.copy(folder.resolve("copy"));
    Path trials = copy.coin().resolve("throws/trials.csv");
    String text = Files.readString(trials);
    String row = text.lines().skip(1).findFirst().orElseThrow();
    String other = row.substring(0, row.lastIndexOf(',') + 1) + "0.4";
    Files.writeString(trials, text.replace(row, other));
    Files.delete(copy.coin().resolve("throws/checksums.csv"));
    assertThrows(PaperException.class, copy::set);

    List<String> after = shown(copy.run().page());

    int exact = NUMBERS.indexOf("\\claimestimate{coin/COIN-2}");
    assertEquals("0.4", after.get(exact));
    assertNotEquals("0.4", shown(here.page()).get(exact));
  }

  @Test
  void codeThatChangedSinceIsToldAndSeedsThatChangedAreRefused() throws IOException {
    Bench copy = here.copy(folder.resolve("copy"));
    Path file = copy.coin().resolve("registration.json");
    String registration = Files.readString(file);
    assertEquals(List.of(), copy.read().warnings());

    Files.writeString(
        file, registration.replaceAll("\"code\" : \"\\w+\"", "\"code\" : \"another\""));
    assertEquals(
        List.of(copy.coin() + " was made by other code: experiment throws: code changed"),
        copy.read().warnings());
    assertTrue(shown(copy.page()).equals(shown(here.page())));

    Files.writeString(file, registration.replace("confirm:coin", "explore:coin"));
    String refused = assertThrows(PaperException.class, copy::read).getMessage();
    assertTrue(refused.contains("full is stale: root changed"), refused);

    Files.delete(file);
    refused = assertThrows(PaperException.class, copy::read).getMessage();
    assertTrue(refused.contains("full is stale: registration.json is gone"), refused);
  }
}
