package temper.lab.paper;

import java.util.List;
import java.util.Map;
import temper.lab.report.ClaimRow;
import temper.lab.report.ClaimsTable;
import temper.lab.report.Html;
import temper.lab.report.Numerals;
import temper.lab.report.Verdict;
import temper.lab.report.Verdicts;

/** The tables of a paper in HTML. */
final class HtmlTables {

  private final Setting setting;
  private final String toResults;

  HtmlTables(Setting setting, String toResults) {
    this.setting = setting;
    this.toResults = toResults;
  }

  /** The claims of a study with all that is behind them, to be unfolded. */
  String claims(String name) {
    StudyResults study = setting.results().study(name);
    List<ClaimRow> rows =
        study.claimRows().stream()
            .map(row -> withFindings(study, row).below(study.study()))
            .toList();
    String places =
        study
            .sharedSource()
            .map(source -> "<p class=\"small\">" + Html.text(source) + "</p>\n")
            .orElse("");
    String table = places + ClaimsTable.html(rows, HtmlText.claimPrefix(name));
    String file =
        study.ran()
            ? "<p class=\"small\"><a href=\""
                + Html.path(toResults + study.relative(study.claims().file()))
                + "\">"
                + Html.text(study.relative(study.claims().file()))
                + "</a></p>\n"
            : "";
    return "<div class=\"wide\">\n" + table + file + "</div>\n";
  }

  private static ClaimRow withFindings(StudyResults study, ClaimRow row) {
    return new ClaimRow(
        row.claim(),
        row.source(),
        row.statement(),
        row.quantity(),
        row.test(),
        row.region(),
        row.n(),
        row.estimate(),
        row.low(),
        row.high(),
        row.p(),
        row.pAdjusted(),
        row.verdict(),
        row.reduced(),
        row.reason(),
        study.findings(row.claim()));
  }

  /** How many claims of each study fell in which way. */
  String verdicts() {
    StringBuilder out = new StringBuilder("<div class=\"wide\">\n");
    out.append("<table id=\"").append(HtmlText.VERDICTS).append("\" class=\"stack verdicts\">\n");
    out.append("<thead><tr><th>Study</th>");
    for (Verdict verdict : Verdict.values()) {
      out.append("<th class=\"number\">").append(Verdicts.chip(verdict.name())).append("</th>");
    }
    out.append("<th class=\"number\">all</th></tr></thead>\n<tbody>\n");
    for (String name : setting.resolution().studies()) {
      List<ClaimRow> rows = setting.results().study(name).claimRows();
      Map<String, Long> counts = Verdicts.count(rows.stream().map(ClaimRow::verdict).toList());
      out.append("<tr><td><strong>").append(Html.text(name)).append("</strong></td>");
      for (Verdict verdict : Verdict.values()) {
        long count = counts.getOrDefault(verdict.name(), 0L);
        count(out, Verdicts.words(verdict.name()), count);
      }
      count(out, "all", rows.size());
      out.append("</tr>\n");
    }
    return out.append("</tbody>\n</table>\n</div>\n").toString();
  }

  private static void count(StringBuilder out, String label, long count) {
    out.append("<td class=\"number\" data-label=\"").append(label).append("\">");
    out.append(count == 0 ? "" : count).append("</td>");
  }

  /** All claims, a line each. */
  String all() {
    StringBuilder out = new StringBuilder("<div class=\"wide scroll\">\n<table class=\"all\">\n");
    out.append("<thead><tr><th>Claim</th><th>Verdict</th><th class=\"number\">Estimate</th>");
    out.append("<th>Interval</th><th class=\"number\">n</th>");
    out.append("<th class=\"number\">p, adjusted</th></tr></thead>\n<tbody>\n");
    for (String name : setting.resolution().studies()) {
      StudyResults study = setting.results().study(name);
      out.append("<tr><th colspan=\"6\">").append(Html.text(name)).append("</th></tr>\n");
      study.claimRows().forEach(row -> all(out, name, row));
    }
    return out.append("</tbody>\n</table>\n</div>\n").toString();
  }

  private void all(StringBuilder out, String study, ClaimRow row) {
    boolean ran = !row.verdict().equals(Verdict.NOT_RUN.name());
    boolean exact = !ran || row.low() == row.high();
    String anchor = HtmlText.claimPrefix(study) + Html.anchor(row.claim());
    boolean own = setting.tabled().contains(study);
    out.append(own ? "<tr><td><a href=\"#" + anchor + "\">" : "<tr id=\"" + anchor + "\"><td>");
    out.append(Html.text(row.claim())).append(own ? "</a></td><td>" : "</td><td>");
    out.append(Verdicts.chip(row.verdict())).append("</td>");
    cell(out, "number", ran ? Numerals.estimate(row.estimate()) : "");
    cell(out, "", exact ? "" : Numerals.interval(row.low(), row.high()));
    cell(out, "number", ran ? Numerals.count(row.n()) : "");
    cell(out, "number", exact ? "" : Numerals.probability(row.pAdjusted()));
    out.append("</tr>\n");
  }

  private static void cell(StringBuilder out, String style, String content) {
    out.append(style.isEmpty() ? "<td>" : "<td class=\"" + style + "\">");
    out.append(Html.text(content)).append("</td>");
  }
}
