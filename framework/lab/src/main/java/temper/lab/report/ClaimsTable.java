package temper.lab.report;

import java.util.List;

/**
 * The claims of a study as a table, with everything behind a verdict to be unfolded.
 *
 * @since 0.1
 */
public final class ClaimsTable {

  private final StringBuilder out = new StringBuilder();

  private final String prefix;

  private ClaimsTable(String prefix) {
    this.prefix = prefix;
  }

  /**
   * The table.
   *
   * @param claims the claims, in order
   * @param prefix begins the anchor of each claim
   * @return HTML
   */
  public static String html(List<ClaimRow> claims, String prefix) {
    ClaimsTable table = new ClaimsTable(prefix);
    table.out.append("<table class=\"stack\">\n<thead><tr><th>Verdict</th><th>Claim</th>");
    table.out.append("<th>Estimate</th><th>Reproduced if</th><th class=\"number\">n</th>");
    table.out.append("<th class=\"number\">p, adjusted</th></tr></thead>\n<tbody>\n");
    for (ClaimRow claim : claims) {
      table.row(claim);
    }
    return table.out.append("</tbody>\n</table>\n").toString();
  }

  private void row(ClaimRow claim) {
    String anchor = prefix + Html.anchor(claim.claim());
    out.append("<tr id=\"").append(anchor).append("\"><td>");
    out.append(Verdicts.chip(claim.verdict())).append("</td>\n<td><a href=\"#").append(anchor);
    out.append("\"><strong>").append(Html.text(claim.claim())).append("</strong></a> ");
    out.append(Html.text(claim.statement()));
    if (!claim.source().isBlank()) {
      out.append(" <span class=\"quiet small\">").append(Html.text(claim.source()));
      out.append("</span>");
    }
    details(claim);
    out.append("</td>\n<td data-label=\"Estimate\">").append(estimate(claim)).append("</td>");
    cell("Reproduced if", "", region(claim.region()));
    cell("n", "number", claim.n() > 0 ? Long.toString(claim.n()) : "");
    cell(
        "p, adjusted",
        "number",
        Double.isNaN(claim.pAdjusted()) ? "" : Numerals.probability(claim.pAdjusted()));
    out.append("</tr>\n");
  }

  private static String estimate(ClaimRow claim) {
    String interval = interval(claim.low(), claim.high());
    if (Double.isNaN(claim.estimate()) && interval.isEmpty()) {
      return "–";
    }
    return Numerals.estimate(claim.estimate())
        + (interval.isEmpty() ? "" : " <span class=\"interval\">" + interval + "</span>");
  }

  /** A region in which a line never ends inside a number such as 1e-11. */
  private static String region(String text) {
    return Html.text(text).replaceAll("\\d[\\d.]*e-\\d+", "<span class=\"whole\">$0</span>");
  }

  /** The interval; none where it is the estimate itself, as of an exact claim. */
  private static String interval(double low, double high) {
    return low == high ? "" : Numerals.interval(low, high);
  }

  private void cell(String label, String style, String html) {
    out.append("<td data-label=\"").append(label).append('"');
    if (!style.isEmpty()) {
      out.append(" class=\"").append(style).append('"');
    }
    out.append('>').append(html).append("</td>");
  }

  private void details(ClaimRow claim) {
    int parts = claim.parts().size();
    String summary =
        parts > 1 ? "How it was decided, " + parts + " findings" : "How it was decided";
    out.append("\n<details><summary>").append(summary).append("</summary>\n<dl>");
    term("Quantity", claim.quantity());
    term("Test", claim.test());
    term("Because", claim.reason());
    term("Smaller than the paper", claim.reduced());
    if (!Double.isNaN(claim.p())) {
      term("p, unadjusted", Numerals.probability(claim.p()));
    }
    out.append("</dl>\n");
    if (parts > 0) {
      parts(claim.parts());
    }
    out.append("</details>");
  }

  private void term(String name, String text) {
    if (!text.isBlank()) {
      out.append("<dt>").append(name).append("</dt><dd>").append(Html.text(text)).append("</dd>");
    }
  }

  private void parts(List<PartRow> parts) {
    out.append("<div class=\"scroll\"><table><thead><tr><th>Finding</th><th>Verdict</th>");
    out.append("<th>Estimate</th><th class=\"number\">n</th><th class=\"number\">p</th>");
    out.append("</tr></thead><tbody>\n");
    for (PartRow part : parts) {
      out.append("<tr><td>").append(Html.text(part.quantity()));
      out.append("<br><span class=\"quiet\">").append(Html.text(part.test())).append(", ");
      out.append(Html.text(part.region())).append("</span>");
      out.append("</td><td>").append(Verdicts.chip(part.verdict())).append("</td><td>");
      out.append(Numerals.estimate(part.estimate())).append(" <span class=\"interval\">");
      out.append(interval(part.low(), part.high())).append("</span></td>");
      out.append("<td class=\"number\">").append(part.n() > 0 ? part.n() : "–");
      out.append("</td><td class=\"number\">").append(Numerals.probability(part.p()));
      out.append("</td></tr>\n");
    }
    out.append("</tbody></table></div>\n");
  }
}
