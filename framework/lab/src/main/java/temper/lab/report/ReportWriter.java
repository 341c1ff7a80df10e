package temper.lab.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import temper.lab.report.ReportModel.ExperimentRow;
import temper.lab.report.ReportModel.FailureRow;
import temper.lab.report.ReportModel.FigureRow;

/**
 * Writes the report of a study: one page that needs nothing but itself, for wide screens, phones
 * and paper.
 *
 * @since 0.1
 */
public final class ReportWriter {

  private static final Pattern VIEW_BOX =
      Pattern.compile("viewBox=\"0 0 ([0-9]{1,5}) ([0-9]{1,5})\"");
  private static final double SCREEN_PIXELS_PER_POINT = 1.9;
  private static final int WIDE = 600;

  private final ReportModel model;
  private final StringBuilder out = new StringBuilder();

  private ReportWriter(ReportModel model) {
    this.model = model;
  }

  /**
   * Writes a report.
   *
   * @param model everything that it says
   * @return a page; equal models give equal pages
   */
  public static String html(ReportModel model) {
    ReportWriter writer = new ReportWriter(model);
    writer.head();
    writer.claims();
    writer.comparisons();
    writer.figures();
    writer.experiments();
    writer.notes();
    writer.failures();
    writer.repeat();
    String run = model.run().isBlank() ? model.profile() : model.run();
    return Page.html(model.study() + ", " + run, writer.out.toString());
  }

  private void head() {
    out.append("<header>\n<h1>").append(Html.text(model.study()));
    out.append(" <span class=\"profile\">").append(Html.text(model.profile()));
    out.append("</span></h1>\n");
    if (!model.run().isBlank()) {
      out.append("<p class=\"run\">").append(Html.text(model.run())).append("</p>\n");
    }
    paragraph("", model.summary());
    String link = Html.webAddress(model.link());
    if (!model.citation().isBlank()) {
      out.append("<p class=\"quiet\">").append(Html.text(model.citation()));
      if (!link.isEmpty()) {
        out.append(" <a href=\"").append(link).append("\">").append(link).append("</a>");
      }
      out.append("</p>\n");
    }
    if (!model.status().isBlank()) {
      out.append("<p class=\"banner\">").append(Html.text(model.status())).append("</p>\n");
    }
    List<String> verdicts = model.claims().stream().map(ClaimRow::verdict).toList();
    if (!verdicts.isEmpty()) {
      out.append("<p>").append(Verdicts.chips(Verdicts.count(verdicts))).append("</p>\n");
    }
    facts(model.extremes());
    out.append("<nav>");
    contents("claims", "Claims", !model.claims().isEmpty());
    contents("comparisons", "Comparisons", !model.comparisons().isEmpty());
    contents("figures", "Figures", !model.figures().isEmpty());
    contents("experiments", "Experiments", !model.experiments().isEmpty());
    contents("notes", "Notes", !model.notes().isEmpty());
    contents("failures", "Failures", !model.failures().isEmpty());
    contents("repeat", "Repeat", true);
    out.append("</nav>\n</header>\n");
  }

  private void contents(String anchor, String name, boolean there) {
    if (there) {
      out.append("<a href=\"#").append(anchor).append("\">").append(name).append("</a>\n");
    }
  }

  private void paragraph(String style, String text) {
    if (!text.isBlank()) {
      out.append(style.isEmpty() ? "<p>" : "<p class=\"" + style + "\">");
      out.append(Html.text(text)).append("</p>\n");
    }
  }

  private void section(String anchor, String title) {
    out.append("<section id=\"").append(anchor).append("\">\n<h2>").append(title);
    out.append("</h2>\n");
  }

  private void end() {
    out.append("</section>\n");
  }

  private void claims() {
    if (!model.claims().isEmpty()) {
      section("claims", "Claims");
      claimsTable();
      out.append("<p class=\"small\"><a href=\"claims.csv\">claims.csv</a></p>\n");
      end();
    }
  }

  /** A table in which nothing was decided is folded: what was run instead comes first. */
  private void claimsTable() {
    boolean decided =
        model.claims().stream().anyMatch(claim -> !claim.verdict().equals(Verdict.NOT_RUN.name()));
    if (!decided) {
      int count = model.claims().size();
      out.append("<details><summary>");
      out.append(count == 1 ? "1 claim was" : count + " claims were")
          .append(" not run</summary>\n");
    }
    out.append(ClaimsTable.html(model.claims(), "claim-"));
    out.append(decided ? "" : "</details>\n");
  }

  private void comparisons() {
    if (model.comparisons().isEmpty()) {
      return;
    }
    section("comparisons", "Comparisons");
    model.comparisons().forEach(family -> out.append(ComparisonsTable.html(family)));
    out.append("<p class=\"small\"><a href=\"comparisons.csv\">comparisons.csv</a></p>\n");
    end();
  }

  private void figures() {
    if (model.figures().isEmpty()) {
      return;
    }
    section("figures", "Figures");
    for (FigureRow figure : model.figures()) {
      out.append("<figure id=\"figure-").append(Html.anchor(figure.name())).append("\">\n<h3>");
      out.append(Html.text(figure.title())).append("</h3>\n<div class=\"card\">");
      image(figure);
      out.append("</div>\n<figcaption>").append(Html.text(figure.caption()));
      out.append(" <span class=\"small\">");
      link(figure.csvPath(), "Data (CSV)");
      link(figure.trialsPath(), "Trials (CSV)");
      link(figure.svgPath(), "SVG");
      out.append("</span></figcaption>\n</figure>\n");
    }
    end();
  }

  private void image(FigureRow figure) {
    out.append("<img alt=\"").append(Html.text(figure.title())).append('"');
    Matcher box = VIEW_BOX.matcher(figure.svg());
    if (box.find()) {
      long width = Math.round(SCREEN_PIXELS_PER_POINT * Integer.parseInt(box.group(1)));
      long height = Math.round(SCREEN_PIXELS_PER_POINT * Integer.parseInt(box.group(2)));
      out.append(" width=\"").append(width).append("\" height=\"").append(height).append('"');
      out.append(width > WIDE ? " class=\"wide\"" : "");
    }
    out.append(" src=\"").append(Html.svgAddress(figure.svg())).append("\">");
  }

  private void link(String path, String words) {
    if (!path.isBlank()) {
      out.append(" <a href=\"").append(Html.path(path)).append("\">").append(Html.text(words));
      out.append("</a>");
    }
  }

  private void experiments() {
    if (model.experiments().isEmpty()) {
      return;
    }
    section("experiments", "Experiments");
    out.append("<table class=\"stack\">\n<thead><tr><th>Experiment</th>");
    for (String name : List.of("Cells", "Trials", "Ok", "Diverged", "Failed")) {
      out.append("<th class=\"number\">").append(name).append("</th>");
    }
    out.append("<th>Files</th></tr></thead>\n<tbody>\n");
    for (ExperimentRow row : model.experiments()) {
      out.append("<tr id=\"experiment-").append(Html.anchor(row.name())).append("\"><td><strong>");
      out.append(Html.text(row.name())).append("</strong> ").append(Html.text(row.summary()));
      out.append("</td>");
      count("Cells", row.cells());
      count("Trials", row.trials());
      count("Ok", row.ok());
      count("Diverged", row.diverged());
      count("Failed", row.failed());
      out.append("<td>");
      for (String file : row.files()) {
        link(file, file.substring(file.lastIndexOf('/') + 1));
      }
      out.append("</td></tr>\n");
    }
    out.append("</tbody>\n</table>\n");
    for (ExperimentRow row : model.experiments()) {
      out.append(CellTables.html(row.name(), row.table()));
    }
    end();
  }

  private void count(String label, long n) {
    out.append("<td class=\"number\" data-label=\"").append(label).append("\">").append(n);
    out.append("</td>");
  }

  private void notes() {
    if (model.notes().isEmpty()) {
      return;
    }
    section("notes", "Notes");
    out.append("<ul>\n");
    for (String note : model.notes()) {
      out.append("<li>").append(Html.text(note)).append("</li>\n");
    }
    out.append("</ul>\n");
    end();
  }

  private void failures() {
    if (model.failures().isEmpty()) {
      return;
    }
    section("failures", "Failures");
    out.append("<table class=\"stack\">\n<thead><tr><th>Trial</th><th>Message</th></tr></thead>");
    out.append("\n<tbody>\n");
    for (FailureRow failure : model.failures()) {
      out.append("<tr><td><code>").append(Html.text(failure.experiment())).append(' ');
      out.append(Html.text(failure.trial())).append("</code></td><td>");
      out.append(Html.text(failure.message())).append("</td></tr>\n");
    }
    out.append("</tbody>\n</table>\n");
    end();
  }

  private void repeat() {
    section("repeat", "Repeat");
    out.append("<pre><code>").append(Html.text(model.command())).append("</code></pre>\n");
    facts(model.facts());
    end();
  }

  private void facts(List<ReportModel.Fact> facts) {
    if (!facts.isEmpty()) {
      out.append("<dl>\n");
      for (ReportModel.Fact fact : facts) {
        out.append("<dt>").append(Html.text(fact.name())).append("</dt><dd>");
        out.append(Html.text(fact.value())).append("</dd>\n");
      }
      out.append("</dl>\n");
    }
  }
}
