package temper.lab.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TexTextTest {

  @Test
  void everySignThatTexWouldObeyIsSpelled() {
    assertEquals(
        "50 \\% \\& \\$a\\_b\\# \\{x\\} \\textbackslash{} \\textasciicircum{} \\textasciitilde{}",
        TexText.escaped("50 % & $a_b# {x} \\ ^ ~"));
    assertEquals("a \\textless{} b \\textbar{} c''", TexText.escaped("a < b | c\""));
  }

  @Test
  void numbersOfResultsAreFormulas() {
    assertEquals(
        "\\ensuremath{-}1.2\\ensuremath{\\times}10\\ensuremath{^{-17}}",
        TexText.escaped("−1.2×10⁻¹⁷"));
    assertEquals("x\\ensuremath{_{12}}~\\%", TexText.escaped("x₁₂\u00a0%"));
  }

  @Test
  void controlCharactersDoNotReachTex() {
    assertEquals("a[2Jb", TexText.escaped("a\u001b[2Jb\u0007"));
  }

  @Test
  void codeKeepsItsHyphensAndMayBeBroken() {
    assertEquals(
        "\\texttt{a/\\allowbreak{}b -{}-c d-\\allowbreak{}e,\\allowbreak{}f\\_g}",
        TexText.code("a/b --c d-e,f_g"));
  }
}
