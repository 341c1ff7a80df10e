package temper.lab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import temper.lab.config.ResolvedStudy;
import temper.lab.report.ClaimRow;
import temper.lab.report.Rounded;

/** Verdicts as a table on the console. */
final class ClaimsTable {

  private ClaimsTable() {}

  static void print(Console console, ResolvedStudy study, List<ClaimRow> claims) {
    console.result("");
    console.result(
        study.study().name()
            + " ("
            + study.study().source().citation()
            + "), profile "
            + study.profile().label()
            + (study.confirmatory() ? "" : ": exploratory seeds, a demonstration"));
    TextTable table =
        new TextTable("claim", "verdict", "n", "estimate", "interval", "p adjusted", "statement");
    Map<String, Integer> counts = new TreeMap<>();
    for (ClaimRow claim : claims) {
      counts.merge(claim.verdict(), 1, Integer::sum);
      table.row(
          claim.claim(),
          claim.verdict(),
          claim.n() == 0 ? "" : "" + claim.n(),
          Rounded.text(claim.estimate()),
          Double.isNaN(claim.low())
              ? ""
              : "[" + Rounded.text(claim.low()) + ", " + Rounded.text(claim.high()) + "]",
          Rounded.text(claim.pAdjusted()),
          oneLine(claim));
    }
    console.resultText(table.cut(console.width()));
    StringBuilder line = new StringBuilder();
    counts.forEach(
        (verdict, count) ->
            line.append(line.length() == 0 ? "" : ", ").append(count).append(' ').append(verdict));
    console.result(line.toString());
  }

  /** The statement as far as it fits: the report has it whole. */
  private static String oneLine(ClaimRow claim) {
    return claim.reason().isEmpty()
        ? claim.statement()
        : "(" + claim.reason() + ") " + claim.statement();
  }

  static Map<String, Object> toJson(ClaimRow claim) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("claim", claim.claim());
    out.put("source", claim.source());
    out.put("statement", claim.statement());
    out.put("test", claim.test());
    out.put("n", claim.n());
    out.put("estimate", finite(claim.estimate()));
    out.put("ci_low", finite(claim.low()));
    out.put("ci_high", finite(claim.high()));
    out.put("p", finite(claim.p()));
    out.put("p_adjusted", finite(claim.pAdjusted()));
    out.put("verdict", claim.verdict());
    out.put("reduced", claim.reduced());
    out.put("reason", claim.reason());
    return out;
  }

  /** JSON knows no NaN and no infinity: they are written as text, and a missing value as null. */
  private static @org.jspecify.annotations.Nullable Object finite(double value) {
    if (Double.isNaN(value)) {
      return null;
    }
    return Double.isInfinite(value)
        ? (Object) (value > 0 ? "Infinity" : "-Infinity")
        : (Object) value;
  }
}
