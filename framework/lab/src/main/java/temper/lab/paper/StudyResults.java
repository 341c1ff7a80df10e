package temper.lab.paper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import temper.lab.compare.ComparisonsCsv;
import temper.lab.config.Change;
import temper.lab.report.ClaimRow;
import temper.lab.report.ClaimsEvaluation;
import temper.lab.report.PartRow;
import temper.lab.report.Publication;
import temper.lab.store.CsvTables;
import temper.lab.store.RelativePath;
import temper.lab.study.Figure;
import temper.lab.study.NoTables;
import temper.lab.study.Study;

/** The results of a study as files say them; each file is read when it is first asked for. */
final class StudyResults {

  /** The run of a study that a paper stands on. */
  static final String RUN = "full";

  private final Path results;
  private final Study study;
  private final Path folder;
  private final Map<String, Sheet> sheets = new HashMap<>();
  private @Nullable Registered registered;
  private @Nullable CsvTables tables;

  /** The full run of a study. */
  StudyResults(Path results, Study study) {
    this(results, study, results.resolve(study.name()).resolve(RUN));
  }

  /** What a result folder beneath others, or the only one, holds of a study. */
  StudyResults(Path results, Study study, Path folder) {
    this.results = results;
    this.study = study;
    this.folder = folder;
  }

  String name() {
    return study.name();
  }

  Study study() {
    return study;
  }

  /**
   * What its claims say together of where they are from; nothing of a study that is of no paper.
   */
  Optional<String> sharedSource() {
    return study.source().year() == 0
        ? Optional.empty()
        : Optional.of(
            "Places are in " + study.source().citation() + ", where no other source is named.");
  }

  /** Its folder, be it there or not. */
  Path folder() {
    return folder;
  }

  /** A file as it is named from the folder of all results, with slashes. */
  String relative(Path file) {
    return RelativePath.between(results, file);
  }

  /** Whether any of it was run in full. */
  boolean ran() {
    return Files.isDirectory(folder);
  }

  /** Refuses to go on where there is nothing to read. */
  void requireRan(String what) {
    if (!ran()) {
      throw new Unresolved(
          what + " is not there: study '" + name() + "' was not run in full (no " + folder + ")");
    }
  }

  Registered registered() {
    requireRan("the registration of '" + name() + "'");
    Registered known = registered;
    if (known == null) {
      known = Registered.read(folder);
      registered = known;
    }
    return known;
  }

  CsvTables tables() {
    requireRan("the tables of '" + name() + "'");
    CsvTables known = tables;
    if (known == null) {
      known = CsvTables.of(folder);
      tables = known;
    }
    return known;
  }

  Sheet claims() {
    return sheet(Publication.CLAIMS, Publication.CLAIM_COLUMNS);
  }

  Sheet findings() {
    return sheet(Publication.FINDINGS, Publication.FINDING_COLUMNS);
  }

  /** The comparisons that its study file asked for. */
  Sheet comparisons() {
    if (!Files.isRegularFile(folder.resolve(ComparisonsCsv.FILE))) {
      throw new Unresolved(folder + " has no " + ComparisonsCsv.FILE);
    }
    return sheet(ComparisonsCsv.FILE, ComparisonsCsv.COLUMNS);
  }

  /** A file of an experiment: plan, trials, summary or one of its tables. */
  Sheet table(String experiment, String file) {
    List<String> names = study.experiments().stream().map(one -> one.name()).toList();
    if (!names.contains(experiment)) {
      throw new Unresolved(
          "study '" + name() + "' has no experiment '" + experiment + "'", experiment, names);
    }
    if (!tables().experiments().contains(experiment)) {
      throw new Unresolved(
          "experiment '" + experiment + "' of '" + name() + "' is not complete in " + folder);
    }
    List<String> columns;
    try {
      columns = tables().columns(experiment, file).stream().map(one -> one.name()).toList();
    } catch (IllegalArgumentException unknown) {
      throw new Unresolved(String.valueOf(unknown.getMessage()));
    }
    return sheet(experiment + "/" + file + ".csv", columns);
  }

  private Sheet sheet(String file, List<String> columns) {
    requireRan(file);
    return sheets.computeIfAbsent(file, name -> Sheet.read(folder.resolve(name), columns));
  }

  /** The ids of its claims, as its code declares them. */
  List<String> claimIds() {
    return study.claims().stream().map(claim -> claim.id()).toList();
  }

  /** A claim; without the findings that it consists of. */
  ClaimRow claim(String id) {
    if (!claimIds().contains(id)) {
      throw new Unresolved("study '" + name() + "' has no claim '" + id + "'", id, claimIds());
    }
    return claimRows().stream()
        .filter(row -> row.claim().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Unresolved(
                    "claim '" + id + "' is not in " + folder.resolve(Publication.CLAIMS)));
  }

  /** What a claim is worth: confirmatory, exploratory or unchecked. */
  String claimStanding(String id) {
    return ran() ? claims().text(claims().texts("claim").indexOf(id), "standing") : "";
  }

  /** The line of a claim in its file. */
  int claimLine(String id) {
    return Sheet.line(claims().texts("claim").indexOf(id));
  }

  /** All claims; those of a study that was not run stand as not run. */
  List<ClaimRow> claimRows() {
    if (!ran()) {
      Map<String, String> reasons = new TreeMap<>();
      study.experiments().forEach(one -> reasons.put(one.name(), "not run in full yet"));
      return ClaimsEvaluation.evaluate(study, name -> Change.NONE, NoTables.INSTANCE, reasons);
    }
    Sheet sheet = claims();
    List<ClaimRow> rows = new ArrayList<>();
    for (int i = 0; i < sheet.rows(); i++) {
      rows.add(row(sheet, i));
    }
    return rows;
  }

  private ClaimRow row(Sheet sheet, int i) {
    String id = sheet.text(i, "claim");
    Registered.OfClaim claim =
        registered().claims().getOrDefault(id, new Registered.OfClaim("", "", List.of()));
    return new ClaimRow(
        id,
        sheet.text(i, "source"),
        sheet.text(i, "statement"),
        claim.quantity(),
        sheet.text(i, "test"),
        claim.region(),
        Long.parseLong(sheet.text(i, "n")),
        sheet.number(i, "estimate"),
        sheet.number(i, "ci_low"),
        sheet.number(i, "ci_high"),
        sheet.number(i, "p"),
        sheet.number(i, "p_adjusted"),
        sheet.text(i, "verdict"),
        sheet.text(i, "reduced"),
        sheet.text(i, "reason"),
        List.of());
  }

  /** The findings of a claim. */
  List<PartRow> findings(String claim) {
    List<PartRow> rows = new ArrayList<>();
    if (ran()) {
      Sheet sheet = findings();
      for (int row : sheet.where(Map.of("claim", claim))) {
        rows.add(finding(sheet, row));
      }
    }
    return rows;
  }

  /** The row of a finding in its file. */
  int findingRow(String claim, String quantity) {
    List<Integer> rows = findings().where(Map.of("claim", claim, "quantity", quantity));
    if (rows.size() != 1) {
      throw new Unresolved(
          "claim '"
              + claim
              + "' has "
              + (rows.isEmpty() ? "no finding" : rows.size() + " findings")
              + " '"
              + quantity
              + "'",
          quantity,
          findings(claim).stream().map(PartRow::quantity).toList());
    }
    return rows.get(0);
  }

  PartRow finding(Sheet sheet, int row) {
    return new PartRow(
        sheet.text(row, "quantity"),
        sheet.text(row, "test"),
        sheet.text(row, "region"),
        Long.parseLong(sheet.text(row, "n")),
        sheet.number(row, "estimate"),
        sheet.number(row, "ci_low"),
        sheet.number(row, "ci_high"),
        sheet.number(row, "p"),
        sheet.text(row, "verdict"));
  }

  /** The figures that were drawn, be they of the study or of a study file. */
  DrawnFigures drawn() {
    return new DrawnFigures(folder.resolve("figures"));
  }

  /** Whether a figure is one of the study, which has a caption. */
  boolean declares(String figure) {
    return study.figures().stream().anyMatch(one -> one.name().equals(figure));
  }

  /** The title of a figure that was drawn. */
  String title(String figure) {
    return declares(figure) || !drawn().names().contains(figure)
        ? figure(figure).title()
        : drawn().title(figure);
  }

  /** A figure of the study that was drawn. */
  Figure figure(String name) {
    List<String> names = study.figures().stream().map(Figure::name).toList();
    Optional<Figure> figure =
        study.figures().stream().filter(one -> one.name().equals(name)).findFirst();
    if (figure.isEmpty()) {
      throw new Unresolved("study '" + name() + "' has no figure '" + name + "'", name, names);
    }
    requireRan("figure '" + name + "'");
    for (String end : List.of(".svg", ".csv", "-trials.csv")) {
      Path file = folder.resolve("figures").resolve(name + end);
      if (!Files.isRegularFile(file)) {
        throw new Unresolved("figure '" + name + "' lacks " + file);
      }
    }
    return figure.get();
  }
}
