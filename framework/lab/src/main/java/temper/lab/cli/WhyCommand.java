package temper.lab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import temper.lab.paper.Explanation;
import temper.lab.paper.Occurrence;
import temper.lab.study.Study;
import temper.plugin.Registry;

/** {@code temper why}. */
@Command(
    name = "why",
    description = {
      "Says why a number, verdict or figure is what it is: the row, the trials, the seeds, the"
          + " configuration, the code and the command behind it.",
      "Names are those of papers: STUDY/CLAIM, STUDY/CLAIM.estimate, STUDY/CLAIM/FINDING,"
          + " STUDY/FIGURE, STUDY/EXPERIMENT, STUDY/EXPERIMENT/summary[COLUMN=VALUE].COLUMN,"
          + " STUDY/comparisons[COLUMN=VALUE;COLUMN=VALUE].COLUMN.",
      "STUDY alone is its full run; other runs are named by their folders, such as"
          + " training/my-sweep/plot-1, or by --results.",
      "A number as the paper shows it will do, if it stands for one value alone."
    })
final class WhyCommand implements Callable<Integer> {

  private static final int INDENT = 14;

  private final Session session;

  @Parameters(index = "0", paramLabel = "NAME", description = "What is to be explained.")
  String name = "";

  @Option(
      names = "--results",
      paramLabel = "DIR",
      description =
          "A folder that holds a folder for each study, or result folders, or a result folder"
              + " (default: ${DEFAULT-VALUE}).")
  Path results = Targets.RESULTS;

  @Mixin CodeOption code = new CodeOption();

  @Option(
      names = "--paper",
      paramLabel = "DIR",
      description = "The manuscript in which numbers are looked up (default: ${DEFAULT-VALUE}).")
  Path paper = Path.of("paper");

  @Option(names = "--json", description = "Prints JSON.")
  boolean json;

  WhyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Explanation why = explained();
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("id", why.id());
      all.put("text", why.text());
      all.putAll(why.entries());
      session.console().resultText(Json.text(all));
    } else {
      print(why);
    }
    return ExitCode.DONE.code();
  }

  /** A name, or a number as the paper shows it. */
  private Explanation explained() {
    List<Occurrence> shown =
        name.contains("/") ? List.of() : Occurrence.of(name, paper, results, studies());
    List<String> ids = shown.stream().map(Occurrence::id).distinct().toList();
    if (ids.size() > 1) {
      throw new UsageException(
          "'"
              + name
              + "' stands for several values in "
              + paper
              + ":\n"
              + shown.stream()
                  .map(one -> "  " + one.place() + "  " + one.id())
                  .collect(Collectors.joining("\n")));
    }
    try {
      return Explanation.of(ids.isEmpty() ? name : ids.get(0), results, studies());
    } catch (IllegalArgumentException unknown) {
      throw new UsageException(String.valueOf(unknown.getMessage()));
    }
  }

  /** The studies that there are, and that of a user's own code. */
  private Registry<Study> studies() {
    if (code.file == null) {
      return Targets.studies();
    }
    List<Study> all = new ArrayList<>(Targets.studies().all());
    Targets.compile(code.file).study().ifPresent(all::add);
    return Registry.<Study>of(Study.class, all);
  }

  private void print(Explanation why) {
    StringBuilder out = new StringBuilder();
    Console console = session.console();
    out.append(console.styled(why.id(), Style.DIM)).append(" = ");
    out.append(console.styled(why.text(), Style.PLAIN)).append('\n');
    why.entries()
        .forEach(
            (label, entry) -> {
              if (entry instanceof List<?> rows) {
                rows.forEach(row -> row(out, label.replaceFirst("s$", ""), lines(row)));
              } else {
                line(out, label, entry.toString());
              }
            });
    console.styledResult(out.toString());
  }

  /** What a row of a list says: names with numbers on a line, then a line for each longer text. */
  private static List<String> lines(Object row) {
    if (!(row instanceof Map<?, ?> map)) {
      return List.of(row.toString());
    }
    if (map.get("quantity") instanceof String quantity) {
      return List.of(
          quantity
              + " = "
              + map.get("estimate")
              + "; wanted "
              + map.get("region")
              + "; "
              + map.get("verdict"));
    }
    List<String> lines = new ArrayList<>();
    StringBuilder first = new StringBuilder();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (first.isEmpty()) {
        first.append(entry.getValue());
      } else if (entry.getValue() instanceof Number) {
        first.append(", ").append(entry.getKey()).append(' ').append(entry.getValue());
      } else {
        lines.add(entry.getKey() + " " + entry.getValue());
      }
    }
    lines.add(0, first.toString());
    return lines;
  }

  private void row(StringBuilder out, String label, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      line(out, i == 0 ? label : "", lines.get(i));
    }
  }

  private void line(StringBuilder out, String label, String text) {
    Console console = session.console();
    String head = "  " + label + " ".repeat(Math.max(1, INDENT - 2 - label.length()));
    boolean first = true;
    String printable = Printable.line(text);
    // A command is copied: the terminal may break it, a line's end would break what is pasted.
    boolean copied = text.startsWith("command ") || text.startsWith("./temper ");
    int width = copied ? printable.length() : console.width() - INDENT;
    for (String line : TextTable.wrap(printable, width)) {
      out.append(console.styled(first ? head : " ".repeat(INDENT), Style.DIM));
      out.append(console.styled(line, Style.PLAIN)).append('\n');
      first = false;
    }
  }
}
