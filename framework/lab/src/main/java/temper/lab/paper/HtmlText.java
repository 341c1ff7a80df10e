package temper.lab.paper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import temper.lab.report.ClaimRow;
import temper.lab.report.Html;
import temper.lab.report.Verdicts;

/** Writes running text as HTML, and notes on the way which results it speaks of. */
final class HtmlText {

  /** The anchor of the table of verdicts. */
  static final String VERDICTS = "verdicts";

  private final Setting setting;
  private final Formulas formulas;
  private final PaperProblems problems;
  private final String toResults;
  private final List<List<Tex>> footnotes = new ArrayList<>();

  /** Results that were spoken of since they were last asked for. */
  private Set<Value> mentioned = new LinkedHashSet<>();

  HtmlText(Setting setting, Formulas formulas, PaperProblems problems, String toResults) {
    this.setting = setting;
    this.formulas = formulas;
    this.problems = problems;
    this.toResults = toResults;
  }

  /** The footnotes so far. */
  List<List<Tex>> footnotes() {
    return footnotes;
  }

  /** The results that were spoken of since the last call, in order. */
  List<Value> mentioned() {
    List<Value> last = List.copyOf(mentioned);
    mentioned = new LinkedHashSet<>();
    return last;
  }

  String of(List<Tex> text) {
    StringBuilder out = new StringBuilder();
    text.forEach(tex -> out.append(of(tex)));
    return out.toString();
  }

  String of(Tex tex) {
    if (tex instanceof Tex.Words words) {
      return Html.text(words.text());
    }
    if (tex instanceof Tex.Formula formula) {
      String mathml = formulas.mathml(formula, problems);
      return formula.display() ? "<span class=\"display\">" + mathml + "</span>" : mathml;
    }
    if (tex instanceof Tex.Call call) {
      return call.command().role() == Command.Role.VALUE ? value(call) : shaped(call);
    }
    return " ";
  }

  private String shaped(Tex.Call call) {
    return switch (call.name()) {
      case "emph" -> "<em>" + of(call.content(0)) + "</em>";
      case "textbf" -> "<strong>" + of(call.content(0)) + "</strong>";
      case "given" -> "<span class=\"given\">" + of(call.content(0)) + "</span>";
      case "code" -> "<code>" + Html.text(TexText.unescaped(call.raw(0))) + "</code>";
      case "url" -> link(call.raw(0), Html.text(call.raw(0)));
      case "href" -> link(TexText.unescaped(call.raw(0)), of(call.content(1)));
      case "ref" -> reference(call.raw(0));
      case "citet", "citep" -> citation(call);
      case "holds" -> holds(call);
      case "allhold" -> of(call.content(2));
      case "footnote" -> footnote(call);
      case "ldots" -> "\u2026";
      case "LaTeX", "BibTeX" -> call.name();
      default -> "";
    };
  }

  private static String link(String address, String html) {
    String safe = Html.webAddress(address);
    return safe.isEmpty() ? html : "<a href=\"" + safe + "\">" + html + "</a>";
  }

  private String reference(String label) {
    Numbering.Heading heading = setting.numbering().labels().get(label);
    return heading == null
        ? ""
        : "<a href=\"#" + heading.anchor() + "\">" + heading.number() + "</a>";
  }

  private String footnote(Tex.Call call) {
    footnotes.add(call.content(0));
    int number = footnotes.size();
    return "<sup><a class=\"plain\" id=\"note-mark-"
        + number
        + "\" href=\"#note-"
        + number
        + "\">"
        + number
        + "</a></sup>";
  }

  private String citation(Tex.Call call) {
    boolean aside = call.name().equals("citep");
    List<String> cited = new ArrayList<>();
    for (String key : call.raw(0).split(",", -1)) {
      setting
          .manuscript()
          .references()
          .work(key.strip())
          .ifPresent(
              work ->
                  cited.add(
                      "<a class=\"plain\" href=\"#work-"
                          + Html.anchor(work.key())
                          + "\">"
                          + Html.text(work.cited())
                          + (aside ? ", " + work.year() : " (" + work.year() + ")")
                          + "</a>"));
    }
    String all = String.join(aside ? "; " : ", ", cited);
    return aside ? "(" + all + ")" : all;
  }

  /** A number or word of results: a link to where it is shown, with where it comes from. */
  private String value(Tex.Call call) {
    Value value = setting.resolution().of(call);
    if (call.name().equals("figureref")) {
      return "<a href=\"#"
          + figureAnchor(call.raw(0))
          + "\">Figure\u00a0"
          + setting.numbering().figures().getOrDefault(call.raw(0), 0)
          + "</a>";
    }
    if (call.name().equals("runcommand") || call.name().equals("rootname")) {
      return "<code>" + Html.text(value.text()) + "</code>";
    }
    mentioned.add(value);
    String address = address(value);
    String tag = address.isEmpty() ? "span" : "a";
    return "<"
        + tag
        + " class=\"value\""
        + (address.isEmpty() ? "" : " href=\"" + address + "\"")
        + " title=\""
        + Html.text(value.id() + " = " + value.exact() + "\n" + value.origin())
        + "\">"
        + Html.text(value.text())
        + "</"
        + tag
        + ">";
  }

  static String figureAnchor(String id) {
    return "figure-" + Html.anchor(id);
  }

  static String claimPrefix(String study) {
    return "claim-" + Html.anchor(study) + "-";
  }

  /**
   * Where a value is shown: the row of its claim in this page, else its file; a count over several
   * studies in the table of verdicts. Empty if nowhere.
   */
  String address(Value value) {
    if (!value.claim().isEmpty() && setting.showsClaims(value.study())) {
      return "#" + claimPrefix(value.study()) + Html.anchor(value.claim());
    }
    if (value.file().isEmpty()) {
      return setting.calls("verdictstable") ? "#" + VERDICTS : "";
    }
    return Html.path(toResults + value.file());
  }

  private String holds(Tex.Call call) {
    Value verdict = setting.resolution().of(call);
    String sentence = of(call.content(2));
    mentioned.add(verdict);
    return sentence + mark(verdict);
  }

  private String mark(Value verdict) {
    return "<a class=\"mark "
        + Verdicts.style(verdict.exact())
        + "\" href=\""
        + address(verdict)
        + "\" title=\""
        + Html.text(verdict.claim() + ": " + verdict.text())
        + "\">"
        + Verdicts.sign(verdict.exact())
        + "</a>";
  }

  /** What stands in the margin beside a paragraph: the claims and files that it speaks of. */
  String margin(List<Value> values) {
    Set<String> lines = new LinkedHashSet<>();
    for (Value value : values) {
      if (!value.claim().isEmpty()) {
        ClaimRow row = setting.results().study(value.study()).claim(value.claim());
        lines.add(
            "<span><a href=\"%s\">%s</a> %s</span>"
                .formatted(address(value), Html.text(value.claim()), Verdicts.chip(row.verdict())));
      } else if (value.file().contains("/")) {
        String name = value.file().substring(value.file().indexOf("/full/") + 1);
        lines.add(
            "<a class=\"file\" href=\"%s\">%s</a>"
                .formatted(
                    Html.path(toResults + value.file()),
                    Html.text(name.replaceFirst("^full/", ""))));
      }
    }
    return String.join("<br>\n", lines);
  }
}
