package temper.lab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import temper.lab.config.ResolvedStudy;
import temper.lab.report.ClaimRow;
import temper.lab.report.Rounded;

/** Verdicts as a table on the console: a line of numbers for each claim, what it says below. */
final class ClaimsTable {

  private static final String INDENT = "    ";

  private ClaimsTable() {}

  static void print(Console console, ResolvedStudy study, List<ClaimRow> claims) {
    console.result("");
    String header =
        study.study().name()
            + " ("
            + study.study().source().citation()
            + "), profile "
            + study.profile().label()
            + (study.confirmatory() ? "" : ": exploratory seeds, a demonstration");
    TextTable.wrap(Printable.line(header), console.width()).forEach(console::result);
    // A changed study is not asked what its paper claims: a wall of reasons would hide the rest.
    List<ClaimRow> shown =
        study.changed()
            ? claims.stream().filter(claim -> !claim.verdict().equals("NOT_RUN")).toList()
            : claims;
    int hidden = claims.size() - shown.size();
    if (hidden > 0) {
      console.result(
          (hidden == 1 ? "1 claim was" : hidden + " claims were") + " not run (see claims.csv)");
    }
    if (hidden == 0 || !shown.isEmpty()) {
      console.styledResult(text(console, shown));
    }
  }

  private static String text(Console console, List<ClaimRow> claims) {
    if (claims.isEmpty()) {
      return "no claims\n";
    }
    List<String> lines = numbers(claims).lines(console.width());
    StringBuilder out = new StringBuilder();
    out.append(console.styled(lines.get(0), Style.DIM)).append('\n');
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < claims.size(); i++) {
      ClaimRow claim = claims.get(i);
      counts.merge(claim.verdict(), 1, Integer::sum);
      out.append(colored(console, lines.get(i + 1), claim.verdict())).append('\n');
      for (String line : TextTable.wrap(said(claim), console.width() - INDENT.length())) {
        out.append(INDENT).append(console.styled(line, Style.DIM)).append('\n');
      }
    }
    StringBuilder total = new StringBuilder();
    counts.forEach(
        (verdict, count) ->
            total
                .append(total.length() == 0 ? "" : ", ")
                .append(console.styled(count + " " + verdict, style(verdict))));
    return out.append(total).append('\n').toString();
  }

  private static TextTable numbers(List<ClaimRow> claims) {
    TextTable table = new TextTable("verdict", "claim", "n", "estimate", "interval", "p adjusted");
    for (ClaimRow claim : claims) {
      table.row(
          claim.verdict(),
          claim.claim(),
          claim.n() == 0 ? "" : "" + claim.n(),
          Rounded.text(claim.estimate()),
          interval(claim),
          Rounded.text(claim.pAdjusted()));
    }
    return table;
  }

  /** The interval; none where it is the estimate itself, as of an exact claim. */
  private static String interval(ClaimRow claim) {
    boolean none = Double.isNaN(claim.low()) || claim.low() == claim.high();
    return none ? "" : "[" + Rounded.text(claim.low()) + ", " + Rounded.text(claim.high()) + "]";
  }

  /** A line of the table, whose first word is the verdict. */
  private static String colored(Console console, String line, String verdict) {
    return console.styled(verdict, style(verdict))
        + console.styled(line.substring(verdict.length()), Style.PLAIN);
  }

  private static Style style(String verdict) {
    return switch (verdict) {
      case "REPRODUCED" -> Style.GOOD;
      case "REFUTED" -> Style.BAD;
      case "INCONCLUSIVE", "NOT_AT_THIS_SCALE" -> Style.UNSURE;
      default -> Style.DIM;
    };
  }

  private static String said(ClaimRow claim) {
    return Printable.line(
        claim.reason().isEmpty()
            ? claim.statement()
            : claim.statement() + " (" + claim.reason() + ")");
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
  private static @Nullable Object finite(double value) {
    if (Double.isNaN(value)) {
      return null;
    }
    return Double.isInfinite(value)
        ? (Object) (value > 0 ? "Infinity" : "-Infinity")
        : (Object) value;
  }
}
