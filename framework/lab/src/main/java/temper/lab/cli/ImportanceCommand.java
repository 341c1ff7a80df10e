package temper.lab.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import temper.lab.config.Change;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.Registration;
import temper.lab.figure.FigureData;
import temper.lab.figure.FigureRenderer;
import temper.lab.importance.Importance;
import temper.lab.importance.ImportanceCsv;
import temper.lab.importance.ImportanceFigure;
import temper.lab.report.Rounded;
import temper.lab.store.CsvTables;
import temper.lab.store.StudyFolder;
import temper.lab.study.Column;
import temper.lab.study.Experiment;
import temper.lab.study.chart.Chart;
import temper.plugin.Names;

/** {@code temper importance}. */
@Command(
    name = "importance",
    description = {
      "Says which swept parameter mattered for a metric, by a random forest with SHAP values.",
      "Exploratory: what it writes is never compared."
    })
final class ImportanceCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private FolderArgument argument = new FolderArgument();

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      split = ",",
      description = "Metric, or several separated by commas (default: all of numbers).")
  List<String> metrics = new ArrayList<>();

  @Option(
      names = "--experiment",
      paramLabel = "EXPERIMENT",
      description = "Experiment (default: those whose parameters were swept, else all).")
  String experiment = "";

  @Option(names = "--json", description = "Prints JSON.")
  boolean json;

  ImportanceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ResolvedStudy study = Targets.ofFolder(argument);
    Registration.requireSeeds(argument.folder, study);
    CsvTables tables = CsvTables.of(argument.folder);
    List<Importance> found = new ArrayList<>();
    List<String> wanting = new ArrayList<>();
    for (Experiment<?> one : experiments(study, tables)) {
      for (String metric : metrics(one)) {
        try {
          found.add(Importance.of(tables, one.name(), metric));
        } catch (IllegalArgumentException nothing) {
          wanting.add(String.valueOf(nothing.getMessage()));
        }
      }
    }
    if (found.isEmpty()) {
      throw new UsageException(
          wanting.isEmpty()
              ? "no experiment in " + argument.folder + " has such a metric"
              : wanting.get(0));
    }
    write(found);
    print(found, wanting);
    return ExitCode.DONE.code();
  }

  private List<Experiment<?>> experiments(ResolvedStudy study, CsvTables tables) {
    List<Experiment<?>> complete =
        study.experiments().stream()
            .<Experiment<?>>map(one -> one)
            .filter(one -> tables.experiments().contains(one.name()))
            .toList();
    if (!experiment.isEmpty()) {
      List<String> names = complete.stream().<String>map(one -> one.name()).toList();
      if (!names.contains(experiment)) {
        throw new UsageException(
            "there is no complete experiment '"
                + experiment
                + "' in "
                + argument.folder
                + "."
                + Names.suggestion(experiment, names));
      }
      return complete.stream().filter(one -> one.name().equals(experiment)).toList();
    }
    List<Experiment<?>> swept =
        complete.stream().filter(one -> study.change(one.name()) == Change.SWEPT).toList();
    return swept.isEmpty() ? complete : swept;
  }

  private List<String> metrics(Experiment<?> of) {
    List<String> numbers =
        of.metrics().stream().filter(Column::holdsNumbers).map(Column::name).toList();
    for (String metric : metrics) {
      if (!numbers.contains(metric)) {
        throw new UsageException(
            "experiment '"
                + of.name()
                + "' writes no metric of numbers '"
                + metric
                + "'."
                + Names.suggestion(metric, numbers));
      }
    }
    return metrics.isEmpty() ? numbers : metrics;
  }

  private void write(List<Importance> found) {
    FigureRenderer renderer = new FigureRenderer();
    try (StudyFolder folder =
        StudyFolder.open(argument.folder, String.join(" ", session.command()))) {
      folder.write(ImportanceCsv.FILE, ImportanceCsv.of(found));
      for (Importance one : found) {
        if (one.ranked()) {
          Chart chart = ImportanceFigure.of(one);
          String name = ImportanceCsv.FIGURES + one.experiment() + "-" + one.metric();
          String title = "What mattered for " + one.metric();
          folder.write(name + ".svg", renderer.svg(chart, title).getBytes(StandardCharsets.UTF_8));
          folder.write(name + ".csv", FigureData.csv(chart).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private void print(List<Importance> found, List<String> wanting) {
    Console console = session.console();
    if (json) {
      console.resultText(Json.text(found.stream().map(ImportanceCommand::asMap).toList()));
    } else {
      found.forEach(this::print);
    }
    wanting.forEach(why -> console.message("left out: " + why));
    console.message(
        "Exploratory. Written: "
            + argument.folder.resolve(ImportanceCsv.FILE)
            + " and figures/importance-*.svg");
  }

  private void print(Importance one) {
    Console console = session.console();
    console.result(
        one.experiment()
            + ", "
            + (one.logarithmic() ? "log of " : "")
            + one.metric()
            + ": out-of-bag R² "
            + Rounded.text(one.explained())
            + " of "
            + one.rows()
            + " trials (by chance up to "
            + Rounded.text(one.chance())
            + ")"
            + (one.leftOut() > 0 ? ", " + one.leftOut() + " left out" : ""));
    if (!one.ranked()) {
      console.result(
          "  The forest explains no more than chance does: nothing is ranked. Either the swept"
              + " parameters do not matter here, or there are too few trials.");
      console.result("");
      return;
    }
    TextTable table = new TextTable("", "parameter", "share", "SHAP", "R² lost", "trend");
    int rank = 0;
    for (Importance.Parameter parameter : one.parameters()) {
      rank++;
      table.row(
          "" + rank,
          parameter.name(),
          Math.round(100 * parameter.share()) + " %",
          Rounded.text(parameter.shap()),
          Rounded.text(parameter.permutation()),
          trend(parameter.trend()));
    }
    console.resultText(table.render(console.width()));
    console.result("");
  }

  private static String trend(double trend) {
    if (Double.isNaN(trend)) {
      return "words";
    }
    return Math.abs(trend) < 0.5 ? "neither" : trend > 0 ? "rises with it" : "falls with it";
  }

  private static Map<String, Object> asMap(Importance one) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("experiment", one.experiment());
    out.put("metric", one.metric());
    out.put("logarithmic", one.logarithmic());
    out.put("rows", one.rows());
    out.put("left_out", one.leftOut());
    out.put("explained", one.explained());
    out.put("chance", one.chance());
    out.put("ranked", one.ranked());
    List<Map<String, Object>> parameters = new ArrayList<>();
    for (Importance.Parameter parameter : one.parameters()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("parameter", parameter.name());
      row.put("shap", parameter.shap());
      row.put("share", parameter.share());
      row.put("permutation", parameter.permutation());
      row.put("trend", Double.isNaN(parameter.trend()) ? null : parameter.trend());
      parameters.add(row);
    }
    out.put("parameters", one.ranked() ? parameters : List.of());
    return out;
  }
}
