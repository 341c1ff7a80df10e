package temper.lab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import temper.lab.compare.ComparisonRow;
import temper.lab.config.Change;
import temper.lab.config.ResolvedStudy;
import temper.lab.report.ReportModel.ExperimentRow;
import temper.lab.report.ReportModel.Fact;
import temper.lab.report.ReportModel.FailureRow;
import temper.lab.report.ReportModel.FigureRow;
import temper.lab.store.CsvTables;
import temper.lab.store.Outcome;
import temper.lab.study.Experiment;
import temper.lab.study.Figure;
import temper.lab.study.Study;
import temper.lab.study.Table;
import temper.lab.study.TableSchema;

/** Gathers what a report says from a study and its tables. */
final class ReportModels {

  private static final int FAILURES_SHOWN = 50;
  private static final int CELLS_SHOWN = 200;

  private final ResolvedStudy config;
  private final CsvTables tables;
  private final Map<String, String> notRun;

  ReportModels(ResolvedStudy config, CsvTables tables, Map<String, String> notRun) {
    this.config = config;
    this.tables = tables;
    this.notRun = notRun;
  }

  ReportModel of(
      List<ClaimRow> claims,
      List<ComparisonRow> comparisons,
      Map<Figure, String> drawn,
      Map<String, String> leftOut) {
    Study study = config.study();
    return new ReportModel(
        study.name(),
        study.summary(),
        citation(study),
        link(study.source().identifier()),
        config.profile().label(),
        status(),
        config.changed() ? config.runName() : "",
        extremes(),
        facts(leftOut),
        claims.stream().map(claim -> claim.below(study)).toList(),
        Families.of(config.products().comparisons(), comparisons),
        figures(drawn),
        experiments(),
        study.notes().stream().map(note -> note.heading() + ". " + note.text()).toList(),
        failures(),
        config.command());
  }

  private String status() {
    List<String> warnings = Publication.warnings(tables);
    if (!warnings.isEmpty()) {
      return "Unchecked: "
          + String.join("; ", warnings)
          + ". Their tables may have been changed; verify them before these verdicts are believed.";
    }
    return config.confirmatory()
        ? ""
        : "Exploratory: these seeds are free for anybody to look at, so these verdicts show how"
            + " the study works and decide nothing.";
  }

  private static String citation(Study study) {
    return study.source().year() == 0
        ? study.source().citation()
        : study.source().citation() + ": " + study.source().title();
  }

  private static String link(String identifier) {
    return identifier.startsWith("arXiv:")
        ? "https://arxiv.org/abs/" + identifier.substring("arXiv:".length())
        : "";
  }

  /** Of experiments whose cells a user chose. */
  private List<Fact> extremes() {
    List<Fact> extremes = new ArrayList<>();
    for (Experiment<?> experiment : config.experiments()) {
      String name = experiment.name();
      if (config.change(name) == Change.SWEPT && tables.experiments().contains(name)) {
        extremes.addAll(Extremes.of(CellSummary.of(tables, name), config.products().comparisons()));
      }
    }
    return extremes;
  }

  private List<Fact> facts(Map<String, String> leftOut) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Profile", config.profile().label()));
    facts.add(new Fact("Root of all random streams", config.rootName()));
    facts.add(new Fact("Level of the family of claims", Rounded.text(ClaimsEvaluation.ALPHA)));
    notRun.forEach((experiment, reason) -> facts.add(new Fact("Not run: " + experiment, reason)));
    leftOut.forEach((figure, why) -> facts.add(new Fact("Left out: " + figure, why)));
    return facts;
  }

  private static List<FigureRow> figures(Map<Figure, String> drawn) {
    List<FigureRow> rows = new ArrayList<>();
    drawn.forEach(
        (figure, svg) ->
            rows.add(
                new FigureRow(
                    figure.name(),
                    figure.title(),
                    figure.caption(),
                    svg,
                    Publication.path(figure, "svg"),
                    Publication.path(figure, "csv"),
                    Publication.trialsPath(figure))));
    return rows;
  }

  private List<ExperimentRow> experiments() {
    List<ExperimentRow> rows = new ArrayList<>();
    for (Experiment<?> experiment : config.experiments()) {
      String name = experiment.name();
      if (!tables.experiments().contains(name)) {
        continue;
      }
      Table trials = tables.trials(name);
      long failed = count(trials, Outcome.FAILED);
      long diverged = count(trials, Outcome.DIVERGED);
      List<String> files = new ArrayList<>();
      for (String file : List.of("plan", "trials", "summary", "columns")) {
        files.add(name + "/" + file + ".csv");
      }
      for (TableSchema table : experiment.tables()) {
        files.add(name + "/" + table.name() + ".csv");
      }
      long cells = trials.where("replicate", 0).rows();
      rows.add(
          new ExperimentRow(
              name,
              experiment.summary(),
              cells,
              trials.rows(),
              count(trials, Outcome.OK),
              diverged,
              failed,
              files,
              cells <= CELLS_SHOWN
                  ? CellTables.of(CellSummary.of(tables, name))
                  : CellTables.NONE));
    }
    return rows;
  }

  private static long count(Table trials, Outcome outcome) {
    return trials.where("outcome", outcome.label()).rows();
  }

  private List<FailureRow> failures() {
    List<FailureRow> rows = new ArrayList<>();
    for (Experiment<?> experiment : config.experiments()) {
      if (tables.experiments().contains(experiment.name())) {
        Table failed = tables.trials(experiment.name()).where("outcome", Outcome.FAILED.label());
        for (int i = 0; i < failed.rows() && rows.size() < FAILURES_SHOWN; i++) {
          rows.add(
              new FailureRow(
                  experiment.name(), failed.texts("trial").get(i), failed.texts("reason").get(i)));
        }
      }
    }
    return rows;
  }
}
