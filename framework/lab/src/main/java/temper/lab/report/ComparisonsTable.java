package temper.lab.report;

import java.util.List;
import temper.lab.compare.ComparisonRow;

/** The comparisons of a study file as tables, one for each family. */
final class ComparisonsTable {

  /** More rows than these are in the CSV alone. */
  private static final int SHOWN = 200;

  private ComparisonsTable() {}

  static String html(ReportModel.FamilyRows family) {
    StringBuilder out = new StringBuilder("<h3>");
    out.append(Html.text(family.heading())).append("</h3>\n<p class=\"quiet small\">");
    out.append(Html.text(family.method())).append("</p>\n");
    boolean within = family.rows().stream().anyMatch(row -> !row.within().isEmpty());
    boolean metric = family.rows().stream().map(ComparisonRow::metric).distinct().count() > 1;
    out.append("<table class=\"stack\">\n<thead><tr><th>Finding</th><th>Value</th>");
    out.append("<th>Baseline</th>");
    out.append(within ? "<th>Within</th>" : "").append(metric ? "<th>Metric</th>" : "");
    out.append("<th>Difference</th><th class=\"number\">Pairs</th>");
    out.append("<th class=\"number\">Diverged</th><th class=\"number\">p, adjusted</th>");
    out.append("</tr></thead>\n<tbody>\n");
    List<ComparisonRow> shown = family.rows().subList(0, Math.min(SHOWN, family.rows().size()));
    shown.forEach(row -> row(out, row, within, metric));
    out.append("</tbody>\n</table>\n");
    if (shown.size() < family.rows().size()) {
      out.append("<p class=\"small\">The first ").append(shown.size()).append(" of ");
      out.append(family.rows().size()).append("; all are in comparisons.csv.</p>\n");
    }
    return out.toString();
  }

  private static void row(StringBuilder out, ComparisonRow row, boolean within, boolean metric) {
    out.append("<tr><td>").append(chip(row.finding())).append("</td>");
    cell(out, "Value", Html.text(row.value()));
    cell(out, "Baseline", Html.text(row.baseline()));
    if (within) {
      cell(out, "Within", Html.text(row.within()));
    }
    if (metric) {
      cell(out, "Metric", Html.text(row.metric()));
    }
    cell(out, "Difference", difference(row));
    number(out, "Pairs", row.n() + (row.leftOut() > 0 ? " (" + row.leftOut() + " left out)" : ""));
    number(
        out,
        "Diverged",
        row.diverged() + row.divergedBaseline() == 0
            ? "0"
            : row.diverged() + ", baseline " + row.divergedBaseline());
    number(out, "p, adjusted", Numerals.probability(row.adjusted()));
    out.append("</tr>\n");
  }

  private static String difference(ComparisonRow row) {
    if (row.n() == 0) {
      return "– <span class=\"interval\">" + Html.text(row.reason()) + "</span>";
    }
    return Numerals.estimate(row.estimate())
        + " <span class=\"interval\">"
        + (row.reason().isEmpty()
            ? Numerals.interval(row.interval().low(), row.interval().high())
            : Html.text(row.reason()))
        + "</span>";
  }

  private static String chip(ComparisonRow.Finding finding) {
    String style =
        switch (finding) {
          case BETTER -> "yes";
          case WORSE -> "no";
          case HIGHER, LOWER -> "scale";
          case UNDECIDED, NOTHING_TO_COMPARE -> "open";
        };
    return "<span class=\"chip " + style + "\">" + finding.label() + "</span>";
  }

  private static void cell(StringBuilder out, String label, String html) {
    out.append("<td data-label=\"").append(label).append("\">").append(html).append("</td>");
  }

  private static void number(StringBuilder out, String label, String text) {
    out.append("<td class=\"number\" data-label=\"").append(label).append("\">");
    out.append(text).append("</td>");
  }
}
