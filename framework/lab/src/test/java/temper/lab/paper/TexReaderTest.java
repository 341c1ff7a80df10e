package temper.lab.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import temper.lab.config.Place;

class TexReaderTest {

  private final PaperProblems problems = new PaperProblems();

  private List<Tex> read(String text) {
    return new TexReader("a.tex", text, problems).read();
  }

  private String plain(String text) {
    String plain = TexText.plain(read(text));
    assertTrue(problems.none(), () -> problems.list().toString());
    return plain;
  }

  private String problem(String text) {
    read(text);
    return problems.list().isEmpty() ? "" : problems.list().get(0).toString();
  }

  @Test
  void quotesDashesAndEscapesAreWhatTexSets() {
    assertEquals("“a” – b—c ‘d’", plain("``a'' -- b---c `d'"));
    assertEquals("50% & $5 #1 a_b {x}", plain("50\\% \\& \\$5 \\#1 a\\_b \\{x\\}"));
    assertEquals("a\u00a0b c\u202fd e\u00adf", plain("a~b\\ c\\,d e\\-f"));
    assertEquals("grouped", plain("{gr{ou}ped}"));
  }

  @Test
  void aCommentEndsWithItsLineAndTakesTheNextIndentWithIt() {
    assertEquals("ab", plain("a% comment \\unknown {\n   b"));
    assertEquals("a b", plain("a\n% alone\nb"));
  }

  @Test
  void anEmptyLineEndsAParagraphAndALineEndDoesNot() {
    List<Tex> text = read("a\nb\n\n\nc");

    assertEquals(1, text.stream().filter(Tex.ParagraphEnd.class::isInstance).count());
    assertEquals(new Place("a.tex", 2, 2), text.get(3).place());
  }

  @Test
  void aCallKnowsItsArgumentsOptionAndPlace() {
    List<Tex> text = read("é \\cellvalue[percent]\n {s/e/t}{a=1;\n b=2}{x}!");
    Tex.Call call = assertInstanceOf(Tex.Call.class, text.get(2));

    assertEquals(new Place("a.tex", 1, 3), call.place());
    assertEquals("cellvalue|percent|s/e/t|a=1; b=2|x", call.key());
    assertEquals("a=1; b=2", call.raw(1));
  }

  @Test
  void textInArgumentsIsReadToo() {
    Tex.Call call =
        assertInstanceOf(Tex.Call.class, read("\\holds{s/C}{REFUTED}{a \\emph{b}}").get(0));

    assertEquals("a b", TexText.plain(call.content(2)));
    assertEquals("a \\emph{b}", call.raw(2));
  }

  @Test
  void formulasKeepTheirSource() {
    assertEquals(
        new Tex.Formula("x_1 \\$", false, new Place("a.tex", 1, 3)), read("\\(x_1 \\$\\)").get(0));
    assertEquals(new Tex.Formula("a", true, new Place("a.tex", 1, 3)), read("\\[a\\]").get(0));
    assertEquals(new Tex.Formula("b", false, new Place("a.tex", 1, 2)), read("$b$").get(0));
  }

  @Test
  void environmentsNest() {
    List<Tex> text = read("\\begin{itemize}\\item[x] a\\begin{quote}b\\end{quote}\\end{itemize}c");
    Tex.Block list = assertInstanceOf(Tex.Block.class, text.get(0));

    assertEquals("itemize", list.name());
    assertEquals("x", assertInstanceOf(Tex.Call.class, list.content().get(0)).option());
    assertTrue(list.content().stream().anyMatch(Tex.Block.class::isInstance));
    assertEquals("c", TexText.plain(text.subList(1, 2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a \\clamestimate{x}|a.tex:1:3 there is no command \\clamestimate. Did you mean 'claimestimate'?",
        "a }|a.tex:1:3 this '}' closes nothing",
        "{a|a.tex:1:1 this '{' is not closed",
        "\\emph{a|a.tex:1:6 this '{' is not closed",
        "\\emph a|a.tex:1:7 \\emph takes an argument in braces",
        "\\holds{a}|a.tex:1:10 \\holds takes 3 arguments in braces",
        "a_b|a.tex:1:2 '_' in running text must be written \\_",
        "a & b|a.tex:1:3 '&' in running text must be written \\&",
        "$a|a.tex:1:1 this formula is not ended by $",
        "\\[a|a.tex:1:1 this formula is not ended by \\]",
        "$$a$$|a.tex:1:1 a formula in a line of its own is written \\[ ... \\]",
        "\\\"o|a.tex:1:1 there is no command \\\" in manuscripts",
        "\\begin{itemise}\\end{itemise}|a.tex:1:1 there is no environment 'itemise'. Did you mean 'itemize'?",
        "\\begin{quote}a|a.tex:1:15 \\begin{quote} is not ended",
        "\\begin{quote}a\\end{abstract}|a.tex:1:15 \\end{abstract} stands where \\end{quote} is due",
        "a\\end{quote}|a.tex:1:2 \\end{quote} ends nothing",
        "\\begin quote|a.tex:1:1 the name of an environment stands in braces",
        "a\\|a.tex:1:2 a backslash ends the file"
      })
  void aMistakeIsToldWithItsPlace(String text, String message) {
    assertEquals(message, problem(text));
  }

  @Test
  void nestingHasABound() {
    assertEquals("a.tex:1:101 this is nested more than 100 times", problem("{".repeat(100_000)));
  }

  @Test
  void noInputMakesItFailOrHang() {
    String alphabet =
        "\\{}[]$%&#_^~ \nab`'-\"begin{end}\\begin{quote}\\emph{\\[\\]\\(é\u0000\uD800";
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--) {
        int at = random.nextInt(alphabet.length());
        text.append(alphabet, at, Math.min(alphabet.length(), at + 1 + random.nextInt(7)));
      }
      read(text.toString());
    }
    assertTrue(problems.list().size() <= 200);
  }
}
