package temper.lab.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.lab.config.ResolvedStudy;
import temper.lab.figure.FigureData;
import temper.lab.figure.FigureRenderer;
import temper.lab.store.CsvWriter;
import temper.lab.store.StudyFolder;
import temper.lab.study.Figure;
import temper.lab.study.Tables;
import temper.lab.study.chart.Chart;

/**
 * Everything that follows from the tables of a result: claims, figures and report.
 *
 * @since 0.1
 */
public final class Publication {

  /** The name of the report in a result folder. */
  public static final String REPORT = "report.html";

  /** The name of the table of claims in a result folder. */
  static final String CLAIMS = "claims.csv";

  /** The columns of {@link #CLAIMS}. */
  static final List<String> CLAIM_COLUMNS =
      List.of(
          "claim",
          "source",
          "statement",
          "test",
          "n",
          "estimate",
          "ci_low",
          "ci_high",
          "p",
          "p_adjusted",
          "verdict",
          "reduced",
          "standing",
          "reason");

  private static final int DOTS_PER_INCH = 200;

  private final ResolvedStudy config;
  private final Tables tables;
  private final Map<String, String> notRun;

  /**
   * A publication of a result.
   *
   * @param config the study with its settings
   * @param tables tables of its complete experiments
   */
  public Publication(ResolvedStudy config, Tables tables) {
    this.config = config;
    this.tables = tables;
    this.notRun = Gaps.of(config, tables.experiments());
  }

  /**
   * Decides the claims; writes nothing.
   *
   * @return one row for each claim
   */
  public List<ClaimRow> claims() {
    return ClaimsEvaluation.evaluate(config.study(), tables, notRun);
  }

  /**
   * Writes claims, figures and report.
   *
   * @param folder the result folder
   * @return the claims
   */
  public List<ClaimRow> publish(StudyFolder folder) {
    List<ClaimRow> claims = claims();
    writeClaims(folder, claims);
    Map<Figure, String> drawn = drawFigures(folder);
    String report = ReportWriter.html(new ReportModels(config, tables, notRun).of(claims, drawn));
    folder.write(REPORT, report.getBytes(StandardCharsets.UTF_8));
    return claims;
  }

  /**
   * Whether the claims come out in other bytes than those that the folder holds.
   *
   * @param folder the result folder
   * @return false if they are the same, or the folder holds none yet
   */
  public boolean changesClaims(StudyFolder folder) {
    return folder
        .read(CLAIMS)
        .map(then -> !Arrays.equals(then, claimsCsv(claims()).toBytes()))
        .orElse(false);
  }

  private void writeClaims(StudyFolder folder, List<ClaimRow> claims) {
    CsvWriter findings = new CsvWriter();
    findings.row(
        List.of(
            "claim",
            "quantity",
            "test",
            "region",
            "n",
            "estimate",
            "ci_low",
            "ci_high",
            "p",
            "verdict"));
    for (ClaimRow claim : claims) {
      for (PartRow part : claim.parts()) {
        findings.cell(claim.claim()).cell(part.quantity()).cell(part.test()).cell(part.region());
        number(findings.cell(part.n()), part.estimate(), part.low(), part.high(), part.p());
        findings.cell(part.verdict()).endRow();
      }
    }
    folder.write(CLAIMS, claimsCsv(claims).toBytes());
    folder.write("findings.csv", findings.toBytes());
  }

  private CsvWriter claimsCsv(List<ClaimRow> claims) {
    CsvWriter rows = new CsvWriter();
    rows.row(CLAIM_COLUMNS);
    for (ClaimRow claim : claims) {
      rows.cell(claim.claim()).cell(claim.source()).cell(claim.statement()).cell(claim.test());
      number(
          rows.cell(claim.n()),
          claim.estimate(),
          claim.low(),
          claim.high(),
          claim.p(),
          claim.pAdjusted());
      rows.cell(claim.verdict())
          .cell(claim.reduced())
          .cell(config.confirmatory() ? "confirmatory" : "exploratory")
          .cell(claim.reason())
          .endRow();
    }
    return rows;
  }

  private static void number(CsvWriter row, double... values) {
    for (double value : values) {
      if (Double.isNaN(value)) {
        row.missing();
      } else {
        row.cell(value);
      }
    }
  }

  private Map<Figure, String> drawFigures(StudyFolder folder) {
    Map<Figure, String> drawn = new LinkedHashMap<>();
    FigureRenderer renderer = new FigureRenderer();
    for (Figure figure : drawable()) {
      Chart chart = figure.chart().apply(tables);
      String svg = renderer.svg(chart, figure.title());
      folder.write(path(figure, "svg"), svg.getBytes(StandardCharsets.UTF_8));
      folder.write(path(figure, "csv"), FigureData.csv(chart).getBytes(StandardCharsets.UTF_8));
      drawn.put(figure, svg);
    }
    return drawn;
  }

  private List<Figure> drawable() {
    return config.study().figures().stream()
        .filter(figure -> tables.experiments().containsAll(figure.experiments()))
        .toList();
  }

  /** The path of a figure's file within the result folder. */
  static String path(Figure figure, String format) {
    return "figures/" + figure.name() + "." + format;
  }

  /**
   * Draws the figures whose experiments are complete.
   *
   * @param folder the result folder
   * @param formats {@code svg}, the record, with the numbers behind it; {@code png}
   * @return paths within the result folder
   */
  public List<String> writeFigures(StudyFolder folder, List<String> formats) {
    List<String> written = new ArrayList<>();
    if (formats.contains("svg")) {
      drawFigures(folder).keySet().forEach(figure -> written.add(path(figure, "svg")));
    }
    if (formats.contains("png")) {
      FigureRenderer renderer = new FigureRenderer();
      for (Figure figure : drawable()) {
        folder.write(
            path(figure, "png"), renderer.png(figure.chart().apply(tables), DOTS_PER_INCH));
        written.add(path(figure, "png"));
      }
    }
    return written;
  }
}
