package temper.lab.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts on their way into TeX and out of it. */
final class TexText {

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

  /** Signs with what they are in a formula, a line each. */
  private static final String SIGNS =
      """
      − -
      × \\times
      ∞ \\infty
      ≤ \\leq
      ≥ \\geq
      ≈ \\approx
      ± \\pm
      · \\cdot
      → \\to
      √ \\surd
      ∈ \\in
      ⁻ ^{-}
      α \\alpha
      β \\beta
      γ \\gamma
      δ \\delta
      ε \\varepsilon
      η \\eta
      λ \\lambda
      μ \\mu
      π \\pi
      ρ \\rho
      σ \\sigma
      τ \\tau
      Δ \\Delta
      Σ \\Sigma
      """;

  private static final Map<Integer, String> SPELLED = spelled();

  private TexText() {}

  private static Map<Integer, String> spelled() {
    Map<Integer, String> map = new HashMap<>();
    "%$#&_{}".chars().forEach(c -> map.put(c, "\\" + (char) c));
    map.put((int) '\\', "\\textbackslash{}");
    map.put((int) '^', "\\textasciicircum{}");
    map.put((int) '~', "\\textasciitilde{}");
    map.put((int) '<', "\\textless{}");
    map.put((int) '>', "\\textgreater{}");
    map.put((int) '|', "\\textbar{}");
    map.put((int) '"', "''");
    map.put(0x00a0, "~");
    map.put(0x202f, "\\,");
    map.put(0x2013, "--");
    map.put(0x2014, "---");
    map.put(0x2026, "\\ldots{}");
    SIGNS
        .lines()
        .forEach(line -> map.put(line.codePointAt(0), "\\ensuremath{" + line.substring(2) + "}"));
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
        + escaped(text)
            .replace("--", "-{}-")
            .replaceAll("([/,=]|(?<!})-(?=\\w))", "$1\\\\allowbreak{}")
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
