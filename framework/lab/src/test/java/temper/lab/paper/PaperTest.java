package temper.lab.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import temper.lab.config.Problem;
import temper.lab.store.StoreException;

/** What a paper says, and what it refuses to say. */
class PaperTest {

  @TempDir static Path shared;

  private static Bench bench = new Bench(Path.of(""), new CoinStudy(0, 1));

  @BeforeAll
  static void run() {
    bench = new Bench(shared, new CoinStudy(0.8, 20)).run();
    bench.file(
        "references.bib",
        "@article{one1998, author = {One, A.}, title = {First}, year = {1998},"
            + " url = {https://example.org/1}}\n"
            + "@article{two2000, author = {Two, B. and Three, C.}, title = {Second}, year = {2000}}\n");
  }

  private static String page(String... lines) {
    bench.write(lines);
    return bench.page();
  }

  private static List<String> problems(String... lines) {
    bench.write(lines);
    String file = bench.paper().resolve("paper.tex").toString();
    return assertThrows(PaperException.class, bench::read).problems().stream()
        .map(Problem::toString)
        .map(problem -> problem.replace(file + ":", "").replace(bench.results().toString(), "R"))
        .toList();
  }

  @Test
  void aSentenceStandsAsLongAsItsClaimHolds() {
    assertTrue(
        page("\\holds{coin/COIN-1}{REPRODUCED}{It is unfair.}\\allclaims")
            .contains("It is unfair.<a class=\"mark yes\" href=\"#claim-coin-coin-1\""));
    assertEquals(
        List.of(
            "5:3 \\holds: this sentence no longer holds: it needs claim 'COIN-1' to be REFUTED,"
                + " and it is REPRODUCED"),
        problems("a", "b \\holds{coin/COIN-1}{REFUTED}{It is fair.}"));
  }

  @Test
  void aSentenceAboutAllClaimsOfAStudyStandsWhileAllFellSo() {
    assertEquals(
        List.of(
            "4:1 \\allhold: this sentence no longer holds: it needs all claims of 'coin' to be"
                + " NOT_RUN, and COIN-1 is REPRODUCED and COIN-2 is REPRODUCED"),
        problems("\\allhold{coin}{NOT_RUN}{Wait.}"));
    Bench waiting = new Bench(shared.resolve("waiting"), new CoinStudy(0.8, 20));
    waiting.write("\\allhold{coin}{NOT_RUN}{Wait.}");
    assertTrue(waiting.page().contains("<p>Wait.</p>"));
  }

  @Test
  void whatWasNotRunHasAVerdictAndNoNumber() {
    assertTrue(
        page("\\holds{coin/COIN-3}{NOT_RUN}{Wait.} \\claimverdict{coin/COIN-3}")
            .contains(">not run</a>"));
    assertEquals(
        List.of("4:1 \\claimestimate: claim 'COIN-3' was not run, so that it has no estimate"),
        problems("\\claimestimate{coin/COIN-3}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\\claimestimate{coni/COIN-1}|there is no study 'coni'. Did you mean 'coin'?",
        "\\claimestimate{coin/CION-1}|study 'coin' has no claim 'CION-1'. Did you mean 'COIN-1'?",
        "\\claimestimate{COIN-1}|'COIN-1' is not of the form study/CLAIM",
        "\\claimestimate[percant]{coin/COIN-1}|there is no form 'percant' of a number. Did you mean 'percent'?",
        "\\claimp{coin/COIN-2}|an exact claim has no p",
        "\\claiminterval{coin/COIN-2}|an exact quantity has no interval",
        "\\findingn{coin/COIN-1}{heads, 11 throws}|claim 'COIN-1' has no finding 'heads, 11 throws'. Did you mean 'heads, 10 throws'?",
        "\\resultfigure{coin/haeds}|study 'coin' has no figure 'haeds'. Did you mean 'heads'?",
        "\\figureref{coin/heads}|figure 'coin/heads' is not shown by \\resultfigure",
        "\\cellvalue{coin/trows/summary}{}{x}|study 'coin' has no experiment 'trows'. Did you mean 'throws'?",
        "\\cellvalue{coin/more-throws/summary}{}{x}|experiment 'more-throws' of 'coin' is not complete in R/coin/full",
        "\\cellvalue{coin/throws/sumary}{}{x}|no table 'sumary' in experiment 'throws'; there are [plan.csv, trials.csv, summary.csv, first.csv, checksums.csv]",
        "\\cellvalue{coin/throws/summary}{throws_of=10}{head_mean}|R/coin/full/throws/summary.csv has no column 'head_mean'. Did you mean 'heads_mean'?",
        "\\cellvalue{coin/throws/summary}{trows_of=10}{heads_mean}|R/coin/full/throws/summary.csv has no column 'trows_of'. Did you mean 'throws_of'?",
        "\\cellvalue{coin/throws/summary}{throws_of}{heads_mean}|'throws_of' is no condition; write column=value, several joined by ';'",
        "\\cellvalue{coin/throws/summary}{}{heads_mean}|2 rows of R/coin/full/throws/summary.csv with no condition; rows differ by {throws_of=[10, 1000]}",
        "\\cellvalue{coin/throws/summary}{throws_of=11}{heads_mean}|no row of R/coin/full/throws/summary.csv with {throws_of=11}; rows differ by {throws_of=[10, 1000]}",
        "\\setting{coin/throws}{trial}|parameter 'trial' has 40 values",
        "\\verdictcount{coin}{REFUSED}|there is no verdict 'REFUSED'. Did you mean 'REFUTED'?",
        "\\trialcount{coin/trows}|study 'coin' has no experiment 'trows'. Did you mean 'throws'?"
      })
  void aNameThatResultsDoNotHaveIsToldWithTheNearest(String call, String message) {
    List<String> problems = problems(call);

    String name = call.substring(0, call.replace('[', '{').indexOf('{'));
    assertEquals(
        List.of("4:1 " + name + ": " + message), problems.stream().map(PaperTest::first).toList());
  }

  /** Without what is allowed, which is another matter. */
  private static String first(String problem) {
    return problem.replaceFirst(" \\(allowed: .*\\)$", "");
  }

  @Test
  void allMistakesAreToldAtOnceInTheirOrder() {
    List<String> problems =
        problems(
            "7 \\nosuch", "\\citet{nobody}", "\\claimestimate{coin/COIN-9} \\ref{no}", "$\\no$");

    assertEquals(
        List.of("4:3", "4:1", "5:1", "6:29", "6:1"),
        problems.stream().map(problem -> problem.replaceFirst(" .*", "")).toList());
  }

  @Test
  void filesArePutTogetherAndEachMistakeNamesItsFile() {
    bench.file("sections/a.tex", "From a file: \\claimestimate{coin/COIN-1}\n");
    assertTrue(page("\\input{sections/a}").contains("From a file"));
    bench.file("sections/a.tex", "fine\nno 5\n");
    assertTrue(problems("\\input{sections/a}").get(0).contains("a.tex:2:4 '5' is typed by hand"));
    bench.file("sections/a.tex", "fine\n");
    assertTrue(problems("\\input{sections/a}\\input{sections/a}").get(0).contains("a second time"));
    assertTrue(problems("\\input{sections/none}").get(0).contains("there is no file"));
    assertTrue(problems("\\input{../paper/sections/../../x}").get(0).contains("there is no file"));
    assertTrue(problems("\\bibliography{none}").get(0).contains("there is no file"));
  }

  @Test
  void withoutADocumentThereIsNoPaper() {
    bench.file("paper.tex", "\\title{Nothing}");
    assertTrue(
        assertThrows(PaperException.class, bench::read)
            .getMessage()
            .endsWith("paper.tex:1:1 there is no \\begin{document}"));
    Bench empty = new Bench(shared.resolve("empty"), new CoinStudy(0, 1));
    assertThrows(StoreException.class, empty::read);
  }

  private static final String[] WHOLE = {
    "\\maketitle\\begin{abstract}All of \\claimcount{all}.\\end{abstract}\\tableofcontents",
    "\\section{First \\emph{part}}\\label{sec:a}",
    "\\paragraph{Words.} \\textbf{bold}\\footnote{Below \\claimn{coin/COIN-1}.} \\ldots \\LaTeX{} see",
    "\\ref{sec:b}, \\citet{one1998} \\citep{one1998,two2000} \\url{https://example.org}",
    "\\href{https://example.org/b}{there} \\href{javascript:x}{nowhere} \\code{a\\_b --c}",
    "\\runcommand{coin} from \\rootname{coin}: \\claimestimate{coin/COIN-1},",
    "\\setting{coin/throws}{throws_of} throws, \\cellcount{coin/throws} cells.",
    "\\[ x \\]",
    "\\subsection{Second}\\label{sec:b}",
    "\\begin{itemize}\\item a \\claim{coin/COIN-2}",
    "\\item b\\end{itemize}",
    "\\begin{enumerate}\\item c\\end{enumerate}\\begin{description}\\item[d] e\\end{description}",
    "\\begin{quote}f\\end{quote}",
    "\\resultfigure{coin/heads} \\figureref{coin/heads}",
    "\\claimstable{coin}\\verdictstable",
    "\\bibliography{references}\\appendix",
    "\\section{More}\\allclaims"
  };

  @Test
  void everyLinkWithinThePageLeadsSomewhereAndNothingIsLoaded() {
    String page = page(WHOLE);

    Matcher links = Pattern.compile("href=\"#([^\"]*)\"").matcher(page);
    int count = 0;
    while (links.find()) {
      assertTrue(page.contains("id=\"" + links.group(1) + "\""), links.group());
      count++;
    }
    assertTrue(count > 15, "" + count);
    assertFalse(page.contains("javascript:"));
    assertFalse(Pattern.compile("src=\"(?!data:)").matcher(page).find());
    assertFalse(page.contains("<script"));
    assertTrue(page.contains("href=\"../results/coin/full/figures/heads.csv\""));
    assertTrue(page.contains("<code>./temper run coin</code>"));
    assertTrue(page.contains("<code>confirm:coin</code>"));
    assertTrue(page.contains(">10 and 1000</a> throws, "));
    assertTrue(page.contains("One (1998)</a>"));
    assertTrue(page.contains("(<a class=\"plain\" href=\"#work-one1998\">One, 1998</a>; "));
    assertTrue(page.contains("<span class=\"number\">1.1</span> Second"));
    assertTrue(page.contains("<span class=\"number\">A</span> More"));
    assertTrue(page.contains("<code>a_b --c</code>"));
  }

  @Test
  void thePageIsTheSameInEveryLocaleAndEveryTime() {
    String page = page(WHOLE);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertTrue(page.equals(bench.page()), "another page");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void texHasADefinitionForEveryCallAndAllFilesThatItNeeds() {
    bench.write(WHOLE);
    Map<String, String> files = bench.set();
    String definitions = String.valueOf(files.get("tex/temper-values.tex"));

    assertTrue(files.containsKey("tex/paper.tex"));
    assertTrue(files.containsKey("tex/references.bib"));
    assertTrue(String.valueOf(files.get("tex/figures/coin/heads.pdf")).startsWith("%PDF"));
    assertTrue(
        definitions.contains("A coin of 50 \\% \\& more\\_"), "text of results is escaped for TeX");
    for (String key :
        List.of(
            "claimestimate||coin/COIN-1",
            "claimstable||coin",
            "verdictstable|",
            "allclaims|",
            "resultfigure||coin/heads",
            "figureref||coin/heads",
            "setting||coin/throws|throws_of")) {
      assertTrue(definitions.contains("\\temperdefine{" + key + "}{"), key);
    }
    String style = String.valueOf(files.get("tex/temper.sty"));
    Command.names().stream()
        .filter(name -> Command.of(name).orElseThrow().role() == Command.Role.VALUE)
        .forEach(name -> assertTrue(style.contains("\\newcommand{\\" + name + "}"), name));
  }

  @Test
  void theRunningTextOfThePageHasNoNumberButThoseOfResults() {
    String page = page("We saw \\claimestimate{coin/COIN-1} of \\given{12} in CIFAR-10 once.");
    String text =
        page.substring(page.indexOf("<div class=\"row\">"), page.indexOf("</main>"))
            .replaceAll("(?s)<a class=\"value\".*?</a>", "")
            .replaceAll("(?s)<aside>.*?</aside>", "")
            .replaceAll("<[^>]*>", "")
            .strip();

    assertEquals("We saw  of 12 in CIFAR-10 once.", text);
  }

  @Test
  void labelsAndFiguresStandOnce() {
    assertEquals(
        List.of(
            "4:1 a label stands after the heading that it names",
            "6:1 there are two labels 'b'",
            "8:1 figure 'coin/heads' is shown a second time"),
        problems(
            "\\label{a}",
            "\\section{S}\\label{b}",
            "\\label{b}",
            "\\resultfigure{coin/heads}",
            "\\resultfigure{coin/heads}"));
    assertTrue(Arrays.asList(WHOLE).size() > 3);
  }

  @Test
  void numbersTakeTheFormThatIsAskedFor() {
    String page =
        page(
            "\\cellvalue{coin/throws/plan}{replicate=3; throws_of=1000}{throws_of}",
            "\\claimestimate[percent]{coin/COIN-1} \\claimestimate[factor]{coin/COIN-1}",
            "\\claimestimate[factor-inverse]{coin/COIN-1} \\claiminterval[size]{coin/COIN-1}",
            "\\claimstatement{coin/COIN-1} \\claimstanding{coin/COIN-1} \\claimsource{coin/COIN-1}",
            "\\claimregion{coin/COIN-1} \\claimtest{coin/COIN-1} \\claimquantity{coin/COIN-1}",
            "\\claimreason{coin/COIN-3} \\findinglow{coin/COIN-1}{heads, 10 throws}",
            "\\trialcount{coin/throws}");

    Matcher shown = Pattern.compile("class=\"value\"[^>]*>([^<]*)<").matcher(page);
    List<String> texts = shown.results().map(result -> result.group(1)).toList();
    double estimate = Double.parseDouble(texts.get(1).replace("\u00a0%", "")) / 100;
    assertEquals("1000", texts.get(0));
    assertEquals(Math.exp(estimate), Double.parseDouble(texts.get(2)), 1e-3);
    assertEquals(Math.exp(-estimate), Double.parseDouble(texts.get(3)), 1e-3);
    assertEquals("A coin of 50 % &amp; more_", texts.get(5));
    assertEquals("confirmatory", texts.get(6));
    assertEquals("common practice", texts.get(7).replaceFirst("nowhere", "common practice"));
    assertEquals(List.of("&gt; 0.45", "student-t", "heads"), texts.subList(8, 11));
    assertEquals("needs data set fashion-mnist", texts.get(11));
    assertEquals("40", texts.get(13));
  }

  @Test
  void aParagraphHasItsClaimsAndFilesInTheMargin() {
    String page =
        page(
            "\\claimn{coin/COIN-1} \\claimn{coin/COIN-1}"
                + " \\cellvalue{coin/throws/summary}{throws_of=10}{heads_mean}",
            "",
            "Nothing here.");
    Matcher asides = Pattern.compile("(?s)<aside>(.*?)</aside>").matcher(page);

    assertTrue(asides.find());
    assertEquals(1, asides.group(1).split("COIN-1", -1).length - 1, asides.group(1));
    assertTrue(asides.group(1).contains(">throws/summary.csv</a>"), asides.group(1));
    assertFalse(asides.find());
  }

  @Test
  void noCallOfAMacroMakesTheLookUpFail() {
    List<String> pieces =
        List.of(
            "coin",
            "/",
            "COIN-1",
            "COIN-2",
            "throws",
            "summary",
            "plan",
            "..",
            ".",
            "",
            "throws_of",
            "=",
            ";",
            "10",
            "heads_mean",
            "heads",
            "heads, 10 throws",
            "REPRODUCED",
            "all",
            "\\%",
            "[percent]",
            "é",
            " ");
    List<String> names = List.copyOf(Command.names());
    SplittableRandom random = new SplittableRandom(11);
    Values values = new Values(new Results(bench.results(), bench.studies()));
    int resolved = 0;
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder("\\" + names.get(random.nextInt(names.size())));
      for (int arguments = random.nextInt(4); arguments >= 0; arguments--) {
        text.append('{');
        for (int n = random.nextInt(6); n > 0; n--) {
          text.append(pieces.get(random.nextInt(pieces.size())));
        }
        text.append('}');
      }
      PaperProblems problems = new PaperProblems();
      List<Tex> body = new TexReader("a.tex", text.toString(), problems).read();
      Manuscript manuscript =
          new Manuscript(Map.of(), List.of(), List.of(), body, Bibliography.NONE);
      Numbering.of(manuscript, problems);
      resolved += Resolution.of(manuscript, values, problems).values().size();
    }
    assertTrue(resolved > 0);
  }
}
