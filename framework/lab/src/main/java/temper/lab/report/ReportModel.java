package temper.lab.report;

import java.util.List;
import temper.lab.compare.ComparisonRow;

/**
 * Everything that a report of a study says. Nothing in it may depend on the time, the machine or
 * the number of workers: those belong to the provenance, which is not compared.
 *
 * @param study name of the study
 * @param summary what it is about, in a sentence or two
 * @param citation the paper, as one cites it
 * @param link address of the paper; empty if there is none
 * @param profile smoke, quick or full
 * @param status a remark on the standing of all results, such as exploratory; may be empty
 * @param run name of the run; empty for a study as it is built
 * @param extremes where the metrics of a sweep are smallest and largest, in order
 * @param facts facts about the run, in order
 * @param claims the claims, in order
 * @param comparisons the comparisons, family by family
 * @param figures the figures, in order
 * @param experiments the experiments, in order
 * @param notes what the study wants readers to know
 * @param failures trials that failed
 * @param command the command that repeats the run
 * @since 0.1
 */
public record ReportModel(
    String study,
    String summary,
    String citation,
    String link,
    String profile,
    String status,
    String run,
    List<Fact> extremes,
    List<Fact> facts,
    List<ClaimRow> claims,
    List<FamilyRows> comparisons,
    List<FigureRow> figures,
    List<ExperimentRow> experiments,
    List<String> notes,
    List<FailureRow> failures,
    String command) {

  /** Copies the lists. */
  public ReportModel {
    extremes = List.copyOf(extremes);
    facts = List.copyOf(facts);
    claims = List.copyOf(claims);
    comparisons = List.copyOf(comparisons);
    figures = List.copyOf(figures);
    experiments = List.copyOf(experiments);
    notes = List.copyOf(notes);
    failures = List.copyOf(failures);
  }

  /**
   * A fact about the run.
   *
   * @param name what is told
   * @param value the fact
   */
  public record Fact(String name, String value) {}

  /**
   * A family of comparisons.
   *
   * @param heading what is compared
   * @param method how it is compared
   * @param rows what came out
   */
  public record FamilyRows(String heading, String method, List<ComparisonRow> rows) {

    /** Copies the list. */
    public FamilyRows {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A figure.
   *
   * @param name names its anchor
   * @param title a few words
   * @param caption what is shown and what is to be seen
   * @param svg an SVG document
   * @param svgPath path of the same document, from the report; empty if there is none
   * @param csvPath path of the numbers behind it, from the report; empty if there are none
   * @param trialsPath path of the trials that it was made of, from the report; empty if unknown
   */
  public record FigureRow(
      String name,
      String title,
      String caption,
      String svg,
      String svgPath,
      String csvPath,
      String trialsPath) {}

  /**
   * An experiment.
   *
   * @param name its name
   * @param summary what it does, in a sentence; may be empty
   * @param cells number of settings of the parameters
   * @param trials number of trials planned
   * @param ok trials that ended as they should
   * @param diverged trials that diverged, which is an outcome
   * @param failed trials that failed
   * @param files paths of its CSV files, from the report
   * @param table means of its cells; without rows if there are too many
   */
  public record ExperimentRow(
      String name,
      String summary,
      long cells,
      long trials,
      long ok,
      long diverged,
      long failed,
      List<String> files,
      CellTable table) {

    /** Copies the list. */
    public ExperimentRow {
      files = List.copyOf(files);
    }
  }

  /**
   * What came out in each cell of an experiment.
   *
   * @param parameters names of the parameters that differ between cells
   * @param metrics names of the metrics, with units
   * @param rows the cells, in order
   */
  public record CellTable(List<String> parameters, List<String> metrics, List<CellRow> rows) {

    /** Copies the lists. */
    public CellTable {
      parameters = List.copyOf(parameters);
      metrics = List.copyOf(metrics);
      rows = List.copyOf(rows);
    }
  }

  /**
   * What came out in a cell.
   *
   * @param parameters values of the parameters that differ
   * @param ok trials that ended as they should
   * @param diverged trials that diverged
   * @param failed trials that failed
   * @param means a mean for each metric
   */
  public record CellRow(
      List<String> parameters, long ok, long diverged, long failed, List<Mean> means) {

    /** Copies the lists. */
    public CellRow {
      parameters = List.copyOf(parameters);
      means = List.copyOf(means);
    }
  }

  /**
   * A mean with its 95 % interval.
   *
   * @param mean the mean; NaN if there is none
   * @param low lower end; NaN if there is no interval
   * @param high upper end; NaN if there is no interval
   */
  public record Mean(double mean, double low, double high) {}

  /**
   * A trial that failed.
   *
   * @param experiment its experiment
   * @param trial its id
   * @param message what went wrong
   */
  public record FailureRow(String experiment, String trial, String message) {}
}
