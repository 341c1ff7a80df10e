package temper.lab.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import temper.lab.report.ClaimRow;
import temper.lab.report.Numerals;
import temper.lab.report.Verdict;
import temper.lab.report.Verdicts;
import temper.lab.study.Figure;

/**
 * What TeX needs beside a manuscript: a definition of every number, table and figure that it asks
 * for, and the package that looks them up. Whoever has these files can set the paper anywhere.
 */
final class TexFiles {

  /** The name of the file of definitions. */
  static final String DEFINITIONS = "temper-values.tex";

  private static final String STYLE = "temper.sty";

  private final Setting setting;
  private final Map<String, String> definitions = new TreeMap<>();

  private TexFiles(Setting setting) {
    this.setting = setting;
  }

  /** All files, by their paths from one folder; figures are elsewhere. */
  static Map<String, byte[]> of(Setting setting) {
    Map<String, byte[]> files = new TreeMap<>();
    setting
        .manuscript()
        .sources()
        .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    files.put(STYLE, style());
    files.put(DEFINITIONS, new TexFiles(setting).definitions().getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static byte[] style() {
    try (InputStream in = TexFiles.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + STYLE);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + STYLE, e);
    }
  }

  private String definitions() {
    for (Tex.Call call : setting.manuscript().calls()) {
      switch (call.name()) {
        case "holds" -> mark(call);
        case "claimstable" -> define(call, claims(call.raw(0)));
        case "verdictstable" -> define(call, verdicts());
        case "allclaims" -> define(call, all());
        case "resultfigure" -> define(call, figure(call.raw(0)));
        default -> {
          if (call.command().role() == Command.Role.VALUE) {
            value(call);
          }
        }
      }
    }
    StringBuilder out =
        new StringBuilder("% Made by `temper paper` from results; not to be edited.\n");
    definitions.forEach(
        (key, text) ->
            out.append("\\temperdefine{").append(key).append("}{").append(text).append("}\n"));
    return out.toString();
  }

  private void define(Tex.Call call, String text) {
    definitions.put(call.key(), text);
  }

  private void value(Tex.Call call) {
    String text = TexText.escaped(setting.resolution().of(call).text());
    switch (call.name()) {
      case "figureref" -> define(call, "Figure~\\ref{figure:" + call.raw(0) + "}");
      case "runcommand", "rootname" ->
          define(call, TexText.code(setting.resolution().of(call).text()));
      default -> define(call, linked(setting.resolution().of(call), text));
    }
  }

  private String linked(Value value, String text) {
    return value.claim().isEmpty() || !setting.showsClaims(value.study())
        ? text
        : "\\temperlink{" + target(value.study(), value.claim()) + "}{" + text + "}";
  }

  private static String target(String study, String claim) {
    return "claim:" + study + "/" + claim;
  }

  private void mark(Tex.Call call) {
    Value verdict = setting.resolution().of(call);
    definitions.put(
        "mark|" + call.raw(0),
        linked(verdict, TexText.escaped(verdict.claim()))
            + " \\temperverdict{"
            + Verdicts.style(verdict.exact())
            + "}{"
            + verdict.text()
            + "}");
  }

  private String claims(String name) {
    StudyResults study = setting.results().study(name);
    // As wide as text and margin: figures that wait and marks that reach down are set before it.
    StringBuilder out =
        new StringBuilder(
            study.claimRows().stream().anyMatch(TexFiles::ran) ? "\\clearpage\n" : "");
    out.append("\\temperbeginclaims{");
    out.append(TexText.escaped(study.sharedSource().orElse(""))).append("}\n");
    for (ClaimRow full : study.claimRows()) {
      ClaimRow row = full.below(study.study());
      out.append("\\temperclaim{").append(target(name, row.claim())).append("}{");
      out.append(TexText.escaped(row.claim())).append("}{");
      out.append(TexText.escaped(row.statement())).append("}{");
      out.append(TexText.escaped(row.source() + smaller(row))).append("}{");
      out.append(verdict(row)).append("}{").append(evidence(row));
      out.append(ran(row) && !row.region().isEmpty() ? "}\n" : "}{}\n");
    }
    return out.append("\\temperendclaims").toString();
  }

  private static String verdict(ClaimRow row) {
    return "\\temperverdict{"
        + Verdicts.style(row.verdict())
        + "}{"
        + Verdicts.words(row.verdict())
        + "}";
  }

  private static String smaller(ClaimRow row) {
    return !ran(row) || row.reduced().isEmpty() ? "" : "; smaller than there: " + row.reduced();
  }

  private static boolean ran(ClaimRow row) {
    return !row.verdict().equals(Verdict.NOT_RUN.name());
  }

  /** Estimate, interval, test, p and n, as far as there are any, and the region that is wanted. */
  private static String evidence(ClaimRow row) {
    if (!ran(row)) {
      return TexText.escaped(row.reason());
    }
    List<String> numbers = new ArrayList<>();
    boolean exact = row.low() == row.high();
    numbers.add(TexText.escaped(Numerals.estimate(row.estimate())));
    if (!exact) {
      numbers.set(
          0, numbers.get(0) + " " + TexText.escaped(Numerals.interval(row.low(), row.high())));
      numbers.add(TexText.escaped(row.test()));
      numbers.add("$p$~=~" + probability(row));
      numbers.add("$n$~=~" + TexText.escaped(Numerals.count(row.n())));
    }
    String region = row.region().isEmpty() ? "" : "}{" + TexText.escaped(row.region());
    return String.join(", ", numbers) + region;
  }

  private static String probability(ClaimRow row) {
    return TexText.escaped(Numerals.probability(row.pAdjusted()));
  }

  private String verdicts() {
    StringBuilder out = new StringBuilder("\\temperbeginverdicts\n");
    for (String name : setting.resolution().studies()) {
      List<ClaimRow> rows = setting.results().study(name).claimRows();
      Map<String, Long> counts = Verdicts.count(rows.stream().map(ClaimRow::verdict).toList());
      out.append(TexText.escaped(name));
      for (Verdict verdict : Verdict.values()) {
        long count = counts.getOrDefault(verdict.name(), 0L);
        out.append(" & ").append(count == 0 ? "" : count);
      }
      out.append(" & ").append(rows.size()).append("\\\\\n");
    }
    return out.append("\\temperendverdicts").toString();
  }

  private String all() {
    StringBuilder out = new StringBuilder("\\temperbeginall\n");
    for (String name : setting.resolution().studies()) {
      out.append("\\temperallhead{").append(TexText.escaped(name)).append("}\n");
      boolean own = setting.tabled().contains(name);
      for (ClaimRow row : setting.results().study(name).claimRows()) {
        String id = TexText.escaped(row.claim());
        String goal = target(name, row.claim());
        boolean exact = !ran(row) || row.low() == row.high();
        out.append(own ? "\\temperlink{" : "\\tempertarget{").append(goal).append("}{").append(id);
        out.append("} & ").append(verdict(row)).append(" & ");
        out.append(ran(row) ? TexText.escaped(Numerals.estimate(row.estimate())) : "");
        out.append(" & ");
        out.append(exact ? "" : TexText.escaped(Numerals.interval(row.low(), row.high())));
        out.append(" & ").append(ran(row) ? TexText.escaped(Numerals.count(row.n())) : "");
        out.append(" & ").append(exact ? "" : probability(row)).append("\\\\\n");
      }
    }
    return out.append("\\temperendall").toString();
  }

  private String figure(String id) {
    String[] place = id.split("/", -1);
    StudyResults study = setting.results().study(place[0]);
    Figure figure = study.figure(place[1]);
    String title = figure.title();
    return "\\temperfigure{"
        + path(id)
        + "}{"
        + TexText.escaped(title.endsWith(".") ? title : title + ".")
        + "}{"
        + TexText.escaped(figure.caption())
        + "}{figure:"
        + id
        + "}{"
        + TexText.code(study.relative(study.folder().resolve("figures").resolve(place[1] + ".csv")))
        + "}{"
        + HtmlPaper.commands(study, figure).stream()
            .map(TexText::code)
            .collect(Collectors.joining("; "))
        + "}";
  }

  /** The path of a figure beside the manuscript. */
  static String path(String id) {
    return "figures/" + id + ".pdf";
  }
}
