package temper.lab.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import temper.lab.config.Place;

class FormulasTest {

  private static final String MATH = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">";

  private final PaperProblems problems = new PaperProblems();

  private String mathml(String source, boolean display) {
    return new Formulas()
        .mathml(new Tex.Formula(source, display, new Place("a.tex", 1, 2)), problems);
  }

  @Test
  void fencesAreOperatorsAsBrowsersKnowNoOthers() {
    String formula = mathml("1/(a - (b + c))", false);

    assertTrue(formula.startsWith(MATH), formula);
    assertFalse(formula.contains("mfenced"), formula);
    assertEquals(2, formula.split("<mo>\\(</mo>", -1).length - 1, formula);
    assertEquals(2, formula.split("<mo>\\)</mo>", -1).length - 1, formula);
    assertTrue(formula.contains("<mo>\u2212</mo>"), formula);
  }

  @Test
  void indicesPowersAndLettersAreSet() {
    assertTrue(
        mathml("c_1^2", false).contains("<msubsup><mi>c</mi><mn>1</mn><mn>2</mn></msubsup>"));
    assertTrue(mathml("\\alpha", false).contains("<mi>\u03b1</mi>"));
    assertTrue(mathml("\\given{0.5} x", false).contains("<mn>0.5</mn>"));
    assertTrue(mathml("\\frac{a}{b}", true).contains("display=\"block\""));
    assertTrue(problems.none());
  }

  @Test
  void aFormulaIsTheSameInEveryLocale() {
    String formula = mathml("10 x_{12}", false);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(formula, mathml("10 x_{12}", false));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatCannotBeSetIsAProblemWithItsPlace() {
    assertEquals("", mathml("\\unheardof{x}", false));
    assertTrue(
        problems.list().get(0).toString().startsWith("a.tex:1:2 this formula cannot be set: "),
        problems.list().toString());
  }

  @Test
  void whatIsNestedDeeperThanTheParserCanGoIsAProblem() {
    assertTrue(mathml("\\{ ((a)) \\}".repeat(60), false).startsWith(MATH));
    assertTrue(problems.none());

    for (String open : new String[] {"{", "(", "[", "\\left(", "\\sqrt{", "\\begin{array}{c}"}) {
      assertEquals("", mathml(open.repeat(100), false), open);
    }
    assertTrue(
        problems.list().get(0).toString().contains("nested more than 50 deep"),
        problems.list().toString());
  }
}
