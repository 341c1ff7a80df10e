package temper.lab.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts on their way into TeX and out of it. */
final class TexText {

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";
  private static final Map<Integer, String> SPELLED = spelled();

  private TexText() {}

  private static Map<Integer, String> spelled() {
    Map<Integer, String> map = new HashMap<>();
    for (char c : "%$#&_{}".toCharArray()) {
      map.put((int) c, "\\" + c);
    }
    String[] others = {
      "\\",
      "\\textbackslash{}",
      "^",
      "\\textasciicircum{}",
      "~",
      "\\textasciitilde{}",
      "<",
      "\\textless{}",
      ">",
      "\\textgreater{}",
      "|",
      "\\textbar{}",
      "\"",
      "''",
      "\u00a0",
      "~",
      "\u202f",
      "\\,",
      "\u2013",
      "--",
      "\u2014",
      "---",
      "\u2026",
      "\\ldots{}",
      "\u2212",
      "\\ensuremath{-}",
      "×",
      "\\ensuremath{\\times}",
      "∞",
      "\\ensuremath{\\infty}",
      "≤",
      "\\ensuremath{\\leq}",
      "≥",
      "\\ensuremath{\\geq}",
      "≈",
      "\\ensuremath{\\approx}",
      "±",
      "\\ensuremath{\\pm}",
      "·",
      "\\ensuremath{\\cdot}",
      "→",
      "\\ensuremath{\\to}",
      "√",
      "\\ensuremath{\\surd}",
      "∈",
      "\\ensuremath{\\in}",
      "⁻",
      "\\ensuremath{^{-}}",
      "α",
      "\\ensuremath{\\alpha}",
      "β",
      "\\ensuremath{\\beta}",
      "γ",
      "\\ensuremath{\\gamma}",
      "δ",
      "\\ensuremath{\\delta}",
      "ε",
      "\\ensuremath{\\varepsilon}",
      "η",
      "\\ensuremath{\\eta}",
      "λ",
      "\\ensuremath{\\lambda}",
      "μ",
      "\\ensuremath{\\mu}",
      "π",
      "\\ensuremath{\\pi}",
      "ρ",
      "\\ensuremath{\\rho}",
      "σ",
      "\\ensuremath{\\sigma}",
      "τ",
      "\\ensuremath{\\tau}",
      "Δ",
      "\\ensuremath{\\Delta}",
      "Σ",
      "\\ensuremath{\\Sigma}"
    };
    for (int i = 0; i < others.length; i += 2) {
      map.put(others[i].codePointAt(0), others[i + 1]);
    }
    for (int digit = 0; digit < 10; digit++) {
      map.put((int) RAISED.charAt(digit), "\\ensuremath{^{" + digit + "}}");
      map.put((int) LOWERED.charAt(digit), "\\ensuremath{_{" + digit + "}}");
    }
    return map;
  }

  /** A text that TeX sets as it is. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              String spelled = SPELLED.get(c);
              if (spelled != null) {
                out.append(spelled);
              } else if (!Character.isISOControl(c)) {
                out.appendCodePoint(c);
              }
            });
    // Signs that follow one another are one exponent.
    return out.toString().replace("}}\\ensuremath{^{", "").replace("}}\\ensuremath{_{", "");
  }

  /** A path or command that TeX sets as it is, and breaks where lines must end. */
  static String code(String text) {
    return "\\texttt{"
        + escaped(text).replace("--", "-{}-").replaceAll("([/,=]|-(?=\\w))", "$1\\\\allowbreak{}")
        + "}";
  }

  /** A name without the backslashes that TeX needs in it. */
  static String unescaped(String raw) {
    return raw.replaceAll("\\\\([%&_#${}])", "$1");
  }

  /** What a text says, without its shape. */
  static String plain(List<Tex> text) {
    StringBuilder out = new StringBuilder();
    Manuscript.each(
        text,
        tex -> {
          if (tex instanceof Tex.Words words) {
            out.append(words.text());
          }
        });
    return out.toString().strip();
  }
}
