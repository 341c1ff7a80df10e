package temper.lab.paper;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import temper.lab.fuzz.Fuzz;
import temper.lab.fuzz.Mutations;
import temper.lab.store.StoreException;

/** Damaged manuscripts, references and results become a paper, or problems with their places. */
@Timeout(value = Fuzz.HANGS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PaperFuzzTest {

  private static final String TEX =
      """
      \\documentclass{article}
      \\title{Coins}
      \\begin{document}
      \\section{Results} Of \\given{10} coins ``heads'' -- $\\frac{a}{b} \\le \\sqrt{x_1^2}$ come
      up\\footnote{In all, \\claimestimate{coin/COIN-1} of them.}.
      \\begin{itemize}\\item[x] a \\emph{b} \\item c\\end{itemize}
      \\[ \\sum_{i=1}^n \\left( \\alpha_i \\right) \\]
      \\citep{kerrich1946} % a comment
      \\bibliography{refs}
      \\end{document}
      """;

  private static final String BIB =
      """
      @book{kerrich1946,
        author = {Kerrich, John Edmund and {A. N. Other}},
        title = "An {Experimental} Introduction",
        year = 1946,
        url = {https://example.org/a_b}
      }
      @string{pub = {Munksgaard}}
      """;

  private static final List<String> TOKENS =
      List.of(
          "\\",
          "\\begin{document}",
          "\\end{itemize}",
          "\\begin{itemize}",
          "$",
          "$$",
          "\\[",
          "\\]",
          "\\(",
          "{",
          "}",
          "%",
          "\\input{paper}",
          "\\input{../x}",
          "\\emph{",
          "\\left(",
          "\\right)",
          "\\frac",
          "_",
          "^",
          "&",
          "#",
          "\\claimestimate{",
          "\\cite{",
          "\\item",
          "@article{",
          "\"",
          " and ",
          "=",
          "@comment{",
          "@preamble{",
          "\\holds{coin/COIN-1}{",
          "\\given{");

  @TempDir Path root;

  private Bench bench() {
    return new Bench(root, new CoinStudy(0.5, 12)).run();
  }

  @Test
  void damagedManuscriptsAreRead() {
    parse("paper.tex", TEX, Fuzz.FEW);
  }

  @Tag("slow")
  @Test
  void tenThousandDamagedManuscriptsAreRead() {
    parse("paper.tex", TEX, Fuzz.MANY);
  }

  @Test
  void damagedReferencesAreRead() {
    parse("refs.bib", BIB, Fuzz.FEW);
  }

  @Tag("slow")
  @Test
  void tenThousandDamagedReferencesAreRead() {
    parse("refs.bib", BIB, Fuzz.MANY);
  }

  private void parse(String name, String text, int inputs) {
    Bench bench = new Bench(root, new CoinStudy(0.5, 12));
    bench.file("paper.tex", TEX);
    bench.file("refs.bib", BIB);
    Path file = bench.paper().resolve(name);
    Formulas formulas = new Formulas();
    new Fuzz(name, new Mutations(List.of(text.getBytes(StandardCharsets.UTF_8)), TOKENS))
        .run(
            inputs,
            bytes -> {
              Files.write(file, bytes);
              PaperProblems problems = new PaperProblems();
              Manuscript read = ManuscriptReader.read(bench.paper(), problems);
              NumeralCheck.check(read.body(), problems);
              set(read.body(), formulas, problems);
              assertTrue(problems.list().size() <= 200);
            });
  }

  private static void set(List<Tex> text, Formulas formulas, PaperProblems problems) {
    for (Tex tex : text) {
      if (tex instanceof Tex.Formula formula) {
        formulas.mathml(formula, problems);
      } else if (tex instanceof Tex.Block block) {
        set(block.content(), formulas, problems);
      }
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"paper.tex", "refs.bib"})
  void papersAreSetOrRefusedAsAWhole(String name) {
    Bench bench = bench();
    bench.file("paper.tex", TEX);
    bench.file("refs.bib", BIB);
    byte[] whole = (name.equals("refs.bib") ? BIB : TEX).getBytes(StandardCharsets.UTF_8);
    Path file = bench.paper().resolve(name);
    new Fuzz(
            name, new Mutations(List.of(whole), TOKENS), PaperException.class, StoreException.class)
        .run(
            Fuzz.MANY / 50,
            bytes -> {
              Files.write(file, bytes);
              bench.set();
            });
  }

  @Tag("slow")
  @Test
  void damagedResultsMakeNoPaper() throws IOException {
    results(Fuzz.MANY / 50);
  }

  /** Of each file of the results that a paper is made from, so many damaged ones. */
  private void results(int inputs) throws IOException {
    Bench bench = bench();
    bench.file("paper.tex", TEX);
    bench.file("refs.bib", BIB);
    for (String name :
        List.of(
            "registration.json", "claims.csv", "study.yaml", "provenance.json", "findings.csv")) {
      Path file = bench.coin().resolve(name);
      byte[] whole = Files.readAllBytes(file);
      new Fuzz(
              name,
              new Mutations(List.of(whole), List.of("{", "[", "\"", ",", "COIN-1", "null", "\n")),
              PaperException.class,
              StoreException.class,
              temper.lab.config.ConfigException.class,
              temper.lab.engine.RegistrationChangedException.class)
          .run(
              inputs,
              bytes -> {
                Files.write(file, bytes);
                bench.set();
              });
      Files.write(file, whole);
    }
  }

  @Test
  void endlessFormulasAreRefused() {
    PaperProblems problems = new PaperProblems();
    Tex.Formula formula =
        new Tex.Formula("(".repeat(100_000), false, new temper.lab.config.Place("a.tex", 1, 1));
    assertTrue(new Formulas().mathml(formula, problems).isEmpty());
    assertTrue(problems.list().get(0).toString().contains("100000 characters"));
  }

  @Test
  void endlessWordsAreRead() {
    PaperProblems problems = new PaperProblems();
    String word = "a1-b2".repeat(100_000);
    NumeralCheck.check(new TexReader("a.tex", word, problems).read(), problems);
    assertTrue(problems.list().size() <= 200);
  }
}
