package temper.lab.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import temper.lab.report.Html;
import temper.lab.report.Page;
import temper.lab.store.StoreException;
import temper.lab.study.Figure;

/** Sets a manuscript as one page that needs nothing but itself. */
final class HtmlPaper {

  private final Setting setting;
  private final HtmlText text;
  private final HtmlTables tables;
  private final String toResults;
  private final StringBuilder out = new StringBuilder();
  private final List<Tex> paragraph = new ArrayList<>();
  private boolean inSection;

  private HtmlPaper(Setting setting, HtmlText text, String toResults) {
    this.setting = setting;
    this.text = text;
    this.toResults = toResults;
    this.tables = new HtmlTables(setting, toResults);
  }

  /**
   * Sets a manuscript.
   *
   * @param setting what is set
   * @param toResults the path of the folder of results as the page links it, ended by a slash
   * @param problems hears what cannot be set
   * @return a page; equal manuscripts and results give equal pages
   */
  static String of(Setting setting, String toResults, PaperProblems problems) {
    HtmlText text = new HtmlText(setting, new Formulas(), problems, toResults);
    HtmlPaper paper = new HtmlPaper(setting, text, toResults);
    paper.head();
    paper.blocks(setting.manuscript().body());
    paper.endSection();
    paper.footnotes();
    String title = TexText.plain(setting.manuscript().title());
    return Page.html(title, style(), "<main class=\"paper\">\n" + paper.out + "</main>\n");
  }

  private static String style() {
    try (InputStream in = HtmlPaper.class.getResourceAsStream("paper.css")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks the style of papers, paper.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read paper.css", e);
    }
  }

  private void head() {
    out.append("<header>\n<h1>").append(text.of(setting.manuscript().title()));
    out.append("</h1>\n<p class=\"author\">").append(text.of(setting.manuscript().author()));
    out.append("</p>\n</header>\n");
    text.mentioned();
  }

  private void blocks(List<Tex> content) {
    for (Tex tex : content) {
      if (tex instanceof Tex.ParagraphEnd) {
        endParagraph("");
      } else if (tex instanceof Tex.Block block) {
        endParagraph("");
        block(block);
      } else if (tex instanceof Tex.Call call && isBlock(call)) {
        endParagraph("");
        block(call);
      } else {
        paragraph.add(tex);
      }
    }
    endParagraph("");
  }

  private static boolean isBlock(Tex.Call call) {
    return call.command().role() == Command.Role.STRUCTURE
        || call.command().role() == Command.Role.BLOCK
        || call.command().role() == Command.Role.SETTING;
  }

  private void endParagraph(String style) {
    String html = text.of(paragraph).strip();
    paragraph.clear();
    if (!html.isEmpty()) {
      withMargin("<p" + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">" + html + "</p>");
    }
  }

  /** Text with what belongs beside it. */
  private void withMargin(String html) {
    String margin = text.margin(text.mentioned());
    out.append("<div class=\"row\">\n").append(html).append('\n');
    if (!margin.isEmpty()) {
      out.append("<aside>").append(margin).append("</aside>\n");
    }
    out.append("</div>\n");
  }

  private void block(Tex.Call call) {
    switch (call.name()) {
      case "section", "subsection" -> heading(call);
      case "paragraph" -> {
        paragraph.add(new Tex.Call(strong(), "", call.arguments(), call.place()));
        paragraph.add(new Tex.Words(" ", call.place()));
      }
      case "tableofcontents" -> contents();
      case "bibliography" -> references();
      case "resultfigure" -> figure(call);
      case "claimstable" -> out.append(tables.claims(call.raw(0)));
      case "verdictstable" -> out.append(tables.verdicts());
      case "allclaims" -> out.append(tables.all());
      default -> {}
    }
  }

  private static Command strong() {
    return Command.of("textbf").orElseThrow();
  }

  private void heading(Tex.Call call) {
    Numbering.Heading heading = setting.numbering().headingOf().get(call);
    if (heading == null) {
      return;
    }
    if (heading.level() == 1) {
      endSection();
      out.append("<section id=\"").append(heading.anchor()).append("\">\n<h2>");
      inSection = true;
    } else {
      out.append("<h3 id=\"").append(heading.anchor()).append("\">");
    }
    out.append("<a class=\"plain\" href=\"#").append(heading.anchor()).append("\">");
    out.append("<span class=\"number\">").append(heading.number()).append("</span> ");
    out.append(text.of(heading.title())).append("</a>");
    out.append(heading.level() == 1 ? "</h2>\n" : "</h3>\n");
  }

  private void endSection() {
    if (inSection) {
      out.append("</section>\n");
      inSection = false;
    }
  }

  private void contents() {
    out.append("<nav class=\"contents\"><ol>\n");
    for (Numbering.Heading heading : setting.numbering().headings()) {
      if (heading.level() == 1) {
        out.append("<li><a href=\"#").append(heading.anchor()).append("\"><span class=\"number\">");
        out.append(heading.number()).append("</span> ").append(text.of(heading.title()));
        out.append("</a></li>\n");
      }
    }
    out.append("</ol></nav>\n");
  }

  private void block(Tex.Block block) {
    switch (block.name()) {
      case "itemize" -> list("ul", block);
      case "enumerate" -> list("ol", block);
      case "description" -> list("dl", block);
      case "abstract" -> {
        out.append("<div class=\"abstract\">\n");
        blocks(block.content());
        out.append("</div>\n");
      }
      case "quote" -> {
        out.append("<blockquote>\n");
        blocks(block.content());
        out.append("</blockquote>\n");
      }
      default -> blocks(block.content());
    }
  }

  private void list(String tag, Tex.Block block) {
    StringBuilder list = new StringBuilder("<" + tag + ">\n");
    List<Tex> item = new ArrayList<>();
    Tex.Call begun = null;
    for (Tex tex : block.content()) {
      if (tex instanceof Tex.Call call && call.name().equals("item")) {
        item(list, tag, begun, item);
        begun = call;
        item.clear();
      } else {
        item.add(tex instanceof Tex.ParagraphEnd ? new Tex.Words(" ", tex.place()) : tex);
      }
    }
    item(list, tag, begun, item);
    withMargin(list.append("</" + tag + ">").toString());
  }

  private void item(StringBuilder list, String tag, Tex.@Nullable Call begun, List<Tex> item) {
    if (begun == null) {
      return;
    }
    if (tag.equals("dl")) {
      list.append("<dt>").append(Html.text(TexText.unescaped(begun.option()))).append("</dt><dd>");
      list.append(text.of(item).strip()).append("</dd>\n");
    } else {
      list.append("<li>").append(text.of(item).strip()).append("</li>\n");
    }
  }

  private void figure(Tex.Call call) {
    String[] place = call.raw(0).split("/", -1);
    StudyResults study = setting.results().study(place[0]);
    Figure figure = study.figure(place[1]);
    Path folder = study.folder().resolve("figures");
    out.append("<figure id=\"").append(HtmlText.figureAnchor(call.raw(0))).append("\">\n");
    out.append("<div class=\"card\"><img alt=\"").append(Html.text(figure.title()));
    out.append("\" src=\"").append(Html.svgAddress(read(folder.resolve(place[1] + ".svg"))));
    out.append("\"></div>\n<figcaption><strong>Figure ");
    out.append(setting.numbering().figures().getOrDefault(call.raw(0), 0)).append(".</strong> ");
    out.append(Html.text(sentence(figure.title()))).append(' ').append(Html.text(figure.caption()));
    out.append("\n<span class=\"origin\">");
    link(study.relative(folder.resolve(place[1] + ".csv")), "Data");
    out.append("and ");
    link(study.relative(folder.resolve(place[1] + "-trials.csv")), "trials");
    out.append("(CSV), ");
    link(study.relative(study.folder().resolve("provenance.json")), "made");
    out.append("by ");
    out.append(
        commands(study, figure).stream()
            .map(line -> "<code>" + Html.text(line) + "</code>")
            .collect(Collectors.joining(", ")));
    out.append("</span></figcaption>\n</figure>\n");
  }

  private static String sentence(String title) {
    return title.endsWith(".") ? title : title + ".";
  }

  /** The commands that ran the experiments of a figure. */
  static Set<String> commands(StudyResults study, Figure figure) {
    return figure.experiments().stream()
        .map(name -> study.registered().experiments().get(name))
        .filter(Objects::nonNull)
        .map(one -> "./" + one.command())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void link(String file, String words) {
    out.append("<a href=\"").append(Html.path(toResults + file)).append("\">").append(words);
    out.append("</a> ");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StoreException("cannot read " + file, e);
    }
  }

  private void references() {
    endSection();
    Set<String> cited = new TreeSet<>();
    for (Tex.Call call : setting.manuscript().calls()) {
      if (call.name().startsWith("cite")) {
        for (String key : call.raw(0).split(",", -1)) {
          cited.add(key.strip());
        }
      }
    }
    out.append("<section id=\"references\">\n<h2>References</h2>\n<ul class=\"works\">\n");
    setting.manuscript().references().works().values().stream()
        .filter(work -> cited.contains(work.key()))
        .sorted(Comparator.comparing(work -> work.cited() + work.year()))
        .forEach(this::work);
    out.append("</ul>\n</section>\n");
  }

  private void work(Bibliography.Work work) {
    out.append("<li id=\"work-").append(Html.anchor(work.key())).append("\">");
    out.append(Html.text(Values.listed(work.authors()))).append(" (").append(work.year());
    out.append("). ").append(Html.text(sentence(work.title())));
    if (!work.venue().isEmpty()) {
      out.append(" <em>").append(Html.text(work.venue())).append("</em>.");
    }
    String link = Html.webAddress(work.link());
    if (!link.isEmpty()) {
      out.append(" <a href=\"").append(link).append("\">").append(link).append("</a>");
    }
    out.append("</li>\n");
  }

  private void footnotes() {
    if (text.footnotes().isEmpty()) {
      return;
    }
    out.append("<section class=\"notes\">\n<ol>\n");
    for (int i = 0; i < text.footnotes().size(); i++) {
      out.append("<li id=\"note-").append(i + 1).append("\">");
      out.append(text.of(text.footnotes().get(i)));
      out.append(" <a class=\"plain\" href=\"#note-mark-").append(i + 1).append("\">↩</a></li>\n");
    }
    out.append("</ol>\n</section>\n");
  }
}
