package temper.lab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the page over all results: studies, their profiles and how their claims fell.
 *
 * @since 0.1
 */
public final class IndexWriter {

  private IndexWriter() {}

  /**
   * A result.
   *
   * @param study name of the study
   * @param summary what it is about
   * @param profile smoke, quick or full
   * @param path path of the report, from the index
   * @param status a remark on the standing of the results; may be empty
   * @param verdicts how its claims fell
   */
  public record Result(
      String study,
      String summary,
      String profile,
      String path,
      String status,
      List<String> verdicts) {

    /** Copies the list. */
    public Result {
      verdicts = List.copyOf(verdicts);
    }
  }

  /**
   * Writes the index.
   *
   * @param results in the order to show; results of one study stand together
   * @return a page; equal results give equal pages
   */
  public static String html(List<Result> results) {
    StringBuilder out = new StringBuilder("<header>\n<h1>Results</h1>\n");
    if (results.isEmpty()) {
      out.append("<p>There are no results yet.</p>\n");
    }
    out.append("</header>\n");
    Map<String, List<Result>> studies = new LinkedHashMap<>();
    for (Result result : results) {
      studies.computeIfAbsent(result.study(), s -> new ArrayList<>()).add(result);
    }
    studies.forEach((study, of) -> section(out, study, of));
    return Page.html("Temper: results", out.toString());
  }

  private static void section(StringBuilder out, String study, List<Result> results) {
    out.append("<section id=\"").append(Html.anchor(study)).append("\">\n<h2>");
    out.append(Html.text(study)).append("</h2>\n<p>");
    out.append(Html.text(results.get(0).summary())).append("</p>\n<table class=\"stack\">\n");
    out.append("<thead><tr><th>Profile</th><th>Claims</th><th></th></tr></thead>\n<tbody>\n");
    for (Result result : results) {
      out.append("<tr><td><a href=\"").append(Html.path(result.path())).append("\"><strong>");
      out.append(Html.text(result.profile())).append("</strong></a></td><td>");
      out.append(Verdicts.chips(Verdicts.count(result.verdicts()))).append("</td><td>");
      out.append(Html.text(result.status())).append("</td></tr>\n");
    }
    out.append("</tbody>\n</table>\n</section>\n");
  }
}
