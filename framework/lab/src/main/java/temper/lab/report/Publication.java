package temper.lab.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import temper.lab.compare.ComparisonRow;
import temper.lab.compare.Comparisons;
import temper.lab.compare.ComparisonsCsv;
import temper.lab.config.ResolvedStudy;
import temper.lab.figure.FigureData;
import temper.lab.figure.FigureRenderer;
import temper.lab.store.CsvTables;
import temper.lab.store.CsvWriter;
import temper.lab.store.FileTarget;
import temper.lab.store.ResultFolder;
import temper.lab.store.StoreException;
import temper.lab.store.StudyFolder;
import temper.lab.study.Figure;

/**
 * Everything that follows from the tables of a result: claims, figures and report.
 *
 * @since 0.1
 */
public final class Publication {

  /** The name of the report in a result folder. */
  public static final String REPORT = "report.html";

  /** The name of the table of claims in a result folder. */
  public static final String CLAIMS = "claims.csv";

  /** The name of the table of findings in a result folder. */
  public static final String FINDINGS = "findings.csv";

  /** The columns of {@link #FINDINGS}. */
  public static final List<String> FINDING_COLUMNS =
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
          "verdict");

  /** The columns of {@link #CLAIMS}. */
  public static final List<String> CLAIM_COLUMNS =
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

  private static final Pattern ASKED_FOR =
      Pattern.compile("((?:plot|compare)-[a-z0-9-]+?)(-trials)?\\.(?:svg|csv|png)");
  private static final int DOTS_PER_INCH = 200;

  private final ResolvedStudy config;
  private final CsvTables tables;
  private final Map<String, String> notRun;

  /**
   * A publication of a result.
   *
   * @param config the study with its settings
   * @param tables tables of its complete experiments
   */
  public Publication(ResolvedStudy config, CsvTables tables) {
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
    return ClaimsEvaluation.evaluate(config.study(), config::change, tables, notRun);
  }

  /**
   * What a reader of the claims must know beside them.
   *
   * @return one line for each experiment of which nothing tells whether its tables were changed
   */
  public List<String> warnings() {
    return warnings(tables);
  }

  static List<String> warnings(CsvTables tables) {
    List<String> lines = new ArrayList<>();
    tables
        .unchecked()
        .forEach(
            (experiment, trials) ->
                lines.add(
                    experiment
                        + ": "
                        + trials
                        + " trials stand without checksums and are not verified"));
    return lines;
  }

  /**
   * Writes claims, figures and report.
   *
   * @param folder the result folder, or a folder elsewhere
   * @return what came out
   */
  public Published publish(FileTarget folder) {
    List<ClaimRow> claims = claims();
    writeClaims(folder, claims);
    List<ComparisonRow> comparisons = Comparisons.of(config, tables);
    if (!config.products().comparisons().isEmpty()) {
      folder.write(ComparisonsCsv.FILE, ComparisonsCsv.of(comparisons, config.confirmatory()));
    }
    Drawings drawings = Drawings.of(config, tables, comparisons);
    Map<Figure, String> drawn = writeSvg(folder, drawings);
    if (folder instanceof StudyFolder held) {
      discardOthers(held, drawings);
    }
    String report =
        ReportWriter.html(
            new ReportModels(config, tables, notRun)
                .of(claims, comparisons, drawn, drawings.leftOut()));
    folder.write(REPORT, report.getBytes(StandardCharsets.UTF_8));
    return new Published(claims, Families.lines(config.products().comparisons(), comparisons));
  }

  /**
   * Whether the claims come out in other bytes than those that the folder holds.
   *
   * @param folder the result folder
   * @return false if they are the same, or the folder holds none yet
   */
  public boolean changesClaims(ResultFolder folder) {
    return folder
        .read(CLAIMS)
        .map(then -> !Arrays.equals(then, claimsCsv(claims()).toBytes()))
        .orElse(false);
  }

  /**
   * Whether a claim that these tables decide is not in the folder's claims as it comes out now, be
   * it that it was decided otherwise or never written down. Claims that are not run do not count.
   *
   * @param folder the result folder
   * @return true if one differs, to the byte
   */
  public boolean changesDecided(ResultFolder folder) {
    Set<String> then =
        folder
            .read(CLAIMS)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines())
            .orElse(Stream.empty())
            .collect(Collectors.toSet());
    List<ClaimRow> decided =
        claims().stream().filter(claim -> !claim.verdict().equals(Verdict.NOT_RUN.name())).toList();
    return !decided.isEmpty() && !claimsCsv(decided).toString().lines().allMatch(then::contains);
  }

  private void writeClaims(FileTarget folder, List<ClaimRow> claims) {
    CsvWriter findings = new CsvWriter();
    findings.row(FINDING_COLUMNS);
    for (ClaimRow claim : claims) {
      for (PartRow part : claim.parts()) {
        findings.cell(claim.claim()).cell(part.quantity()).cell(part.test()).cell(part.region());
        number(findings.cell(part.n()), part.estimate(), part.low(), part.high(), part.p());
        findings.cell(part.verdict()).endRow();
      }
    }
    folder.write(CLAIMS, claimsCsv(claims).toBytes());
    folder.write(FINDINGS, findings.toBytes());
  }

  private CsvWriter claimsCsv(List<ClaimRow> claims) {
    CsvWriter rows = new CsvWriter();
    rows.row(CLAIM_COLUMNS);
    Set<String> unchecked = tables.unchecked().keySet();
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
          .cell(standing(claim.claim(), unchecked))
          .cell(claim.reason())
          .endRow();
    }
    return rows;
  }

  /** What a claim is worth: nothing is decided by tables that may have been changed. */
  private String standing(String claim, Set<String> unchecked) {
    boolean doubtful =
        config.study().claims().stream()
            .filter(one -> one.id().equals(claim))
            .anyMatch(one -> one.experiments().stream().anyMatch(unchecked::contains));
    if (doubtful) {
      return "unchecked";
    }
    return config.confirmatory() ? "confirmatory" : "exploratory";
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

  private static Map<Figure, String> writeSvg(FileTarget folder, Drawings drawings) {
    Map<Figure, String> drawn = new LinkedHashMap<>();
    for (Drawings.Drawing drawing : drawings.drawn()) {
      Figure figure = drawing.figure();
      folder.write(path(figure, "svg"), drawing.svg().getBytes(StandardCharsets.UTF_8));
      folder.write(
          path(figure, "csv"), FigureData.csv(drawing.chart()).getBytes(StandardCharsets.UTF_8));
      folder.write(trialsPath(figure), drawing.trials().getBytes(StandardCharsets.UTF_8));
      drawn.put(figure, drawing.svg());
    }
    return drawn;
  }

  /** What a study file asked for once and no longer does. */
  private void discardOthers(StudyFolder folder, Drawings drawings) {
    if (config.products().comparisons().isEmpty()) {
      folder.discard(ComparisonsCsv.FILE);
    }
    Path figures = folder.path().resolve("figures");
    if (!Files.isDirectory(figures)) {
      return;
    }
    Set<String> drawn =
        drawings.drawn().stream()
            .map(drawing -> drawing.figure().name())
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(figures)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Matcher asked = ASKED_FOR.matcher(String.valueOf(file.getFileName()));
        // The trials of a figure stand beside it; a figure may also be named so itself.
        if (asked.matches()
            && !drawn.contains(asked.group(1))
            && !drawn.contains(asked.group(1) + "-trials")) {
          folder.discard("figures/" + asked.group());
        }
      }
    } catch (IOException e) {
      throw new StoreException("cannot read " + figures, e);
    }
  }

  /** The path of a figure's file within the result folder. */
  static String path(Figure figure, String format) {
    return "figures/" + figure.name() + "." + format;
  }

  /** The path of the file that names the trials of a figure. */
  static String trialsPath(Figure figure) {
    return "figures/" + figure.name() + "-trials.csv";
  }

  /**
   * Draws the figures whose experiments are complete.
   *
   * @param folder the result folder, or a folder elsewhere
   * @param formats {@code svg}, the record, with the numbers behind it and the trials they come
   *     from; {@code pdf}; {@code png}
   * @return paths within the result folder
   */
  public List<String> writeFigures(FileTarget folder, List<String> formats) {
    Drawings drawings = Drawings.of(config, tables, Comparisons.of(config, tables));
    List<String> written = new ArrayList<>();
    if (formats.contains("svg")) {
      writeSvg(folder, drawings).keySet().forEach(figure -> written.add(path(figure, "svg")));
    }
    FigureRenderer renderer = new FigureRenderer();
    for (Drawings.Drawing drawing : drawings.drawn()) {
      Figure figure = drawing.figure();
      if (formats.contains("pdf")) {
        folder.write(path(figure, "pdf"), renderer.pdf(drawing.chart(), figure.title()));
        written.add(path(figure, "pdf"));
      }
      if (formats.contains("png")) {
        folder.write(path(figure, "png"), renderer.png(drawing.chart(), DOTS_PER_INCH));
        written.add(path(figure, "png"));
      }
    }
    return written;
  }
}
