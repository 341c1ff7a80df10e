package temper.lab.report;

import java.util.ArrayList;
import java.util.List;
import temper.lab.report.CellSummary.Metric;
import temper.lab.report.CellSummary.Parameter;
import temper.lab.report.ReportModel.CellRow;
import temper.lab.report.ReportModel.CellTable;
import temper.lab.report.ReportModel.Mean;

/** Tables of the means of all cells of an experiment, to be unfolded. */
final class CellTables {

  static final CellTable NONE = new CellTable(List.of(), List.of(), List.of());

  private CellTables() {}

  static CellTable of(CellSummary summary) {
    List<CellRow> rows = new ArrayList<>();
    for (int i = 0; i < summary.cells(); i++) {
      int cell = i;
      rows.add(
          new CellRow(
              SweepAxes.key(summary.varying(), cell),
              (long) summary.ok()[cell],
              (long) summary.diverged()[cell],
              (long) summary.failed()[cell],
              summary.metrics().stream()
                  .map(
                      metric ->
                          new Mean(metric.mean()[cell], metric.low()[cell], metric.high()[cell]))
                  .toList()));
    }
    return new CellTable(
        summary.varying().stream().map(Parameter::title).toList(),
        summary.metrics().stream().map(Metric::title).toList(),
        rows);
  }

  static String html(String experiment, CellTable table) {
    if (table.rows().isEmpty()) {
      return "";
    }
    boolean failed = table.rows().stream().anyMatch(row -> row.failed() > 0);
    StringBuilder out = new StringBuilder("<details><summary>Means of ");
    out.append(Html.text(experiment)).append(", ").append(table.rows().size());
    out.append(table.rows().size() == 1 ? " cell" : " cells");
    out.append(", with 95 % intervals</summary>\n<div class=\"scroll\"><table>\n<thead><tr>");
    table.parameters().forEach(name -> head(out, name));
    head(out, "ok");
    head(out, "diverged");
    if (failed) {
      head(out, "failed");
    }
    table.metrics().forEach(name -> head(out, name));
    out.append("</tr></thead>\n<tbody>\n");
    for (CellRow row : table.rows()) {
      out.append("<tr>");
      row.parameters().forEach(value -> cell(out, Html.text(value)));
      cell(out, Long.toString(row.ok()));
      cell(out, Long.toString(row.diverged()));
      if (failed) {
        cell(out, Long.toString(row.failed()));
      }
      row.means().forEach(mean -> cell(out, mean(mean)));
      out.append("</tr>\n");
    }
    return out.append("</tbody>\n</table></div>\n</details>\n").toString();
  }

  private static void head(StringBuilder out, String name) {
    out.append("<th class=\"number\">").append(Html.text(name)).append("</th>");
  }

  private static void cell(StringBuilder out, String html) {
    out.append("<td class=\"number\">").append(html).append("</td>");
  }

  private static String mean(Mean mean) {
    String interval = Numerals.interval(mean.low(), mean.high());
    if (Double.isNaN(mean.mean())) {
      return "–";
    }
    return Numerals.estimate(mean.mean())
        + (interval.isEmpty() ? "" : " <span class=\"interval\">" + interval + "</span>");
  }
}
