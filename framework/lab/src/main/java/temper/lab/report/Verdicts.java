package temper.lab.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How verdicts look: a sign, words and a class, so that they differ without colour too.
 *
 * @since 0.1
 */
public final class Verdicts {

  private static final List<String> ORDER =
      List.of("REPRODUCED", "REFUTED", "NOT_AT_THIS_SCALE", "INCONCLUSIVE", "NOT_RUN");

  private Verdicts() {}

  /**
   * A verdict as a chip.
   *
   * @param verdict name of a verdict
   * @return HTML
   */
  public static String chip(String verdict) {
    return chip(verdict, "");
  }

  /**
   * A verdict in words.
   *
   * @param verdict name of a verdict
   * @return such as {@code not at this scale}
   */
  public static String words(String verdict) {
    return verdict.replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  /** Returns a verdict as a chip with a count before its words. */
  static String chip(String verdict, String count) {
    String words = words(verdict);
    return "<span class=\"chip "
        + style(verdict)
        + "\"><span aria-hidden=\"true\">"
        + sign(verdict)
        + "</span> "
        + Html.text(count.isEmpty() ? words : count + " " + words)
        + "</span>";
  }

  /**
   * A verdict as a sign.
   *
   * @param verdict name of a verdict
   * @return one character
   */
  public static String sign(String verdict) {
    return switch (verdict) {
      case "REPRODUCED" -> "✓";
      case "REFUTED" -> "✗";
      case "NOT_AT_THIS_SCALE" -> "◐";
      case "INCONCLUSIVE" -> "?";
      default -> "–";
    };
  }

  /**
   * The class of a verdict in the style of pages.
   *
   * @param verdict name of a verdict
   * @return such as {@code yes}
   */
  public static String style(String verdict) {
    return switch (verdict) {
      case "REPRODUCED" -> "yes";
      case "REFUTED" -> "no";
      case "NOT_AT_THIS_SCALE" -> "scale";
      case "INCONCLUSIVE" -> "open";
      default -> "idle";
    };
  }

  /**
   * Counts verdicts.
   *
   * @param verdicts names of verdicts
   * @return those that there are, the known ones first and in their order
   */
  public static Map<String, Long> count(List<String> verdicts) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String verdict : ORDER) {
      counts.put(verdict, 0L);
    }
    for (String verdict : verdicts) {
      counts.merge(verdict, 1L, Long::sum);
    }
    counts.values().removeIf(n -> n == 0);
    return counts;
  }

  /** Returns counts as chips. */
  static String chips(Map<String, Long> counts) {
    StringBuilder out = new StringBuilder();
    counts.forEach(
        (verdict, n) ->
            out.append(out.isEmpty() ? "" : " ").append(chip(verdict, Long.toString(n))));
    return out.toString();
  }
}
