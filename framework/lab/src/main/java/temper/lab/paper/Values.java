package temper.lab.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.lab.report.ClaimRow;
import temper.lab.report.Numerals;
import temper.lab.report.PartRow;
import temper.lab.report.Verdict;
import temper.lab.report.Verdicts;
import temper.numerics.NumberText;

/** Looks up what subjects say. Numbers are rounded here and nowhere else. */
final class Values {

  private static final String NOT_RUN = Verdict.NOT_RUN.name();
  private static final int MOST_SETTINGS = 16;

  private final Results results;

  Values(Results results) {
    this.results = results;
  }

  Results results() {
    return results;
  }

  /**
   * What a subject says.
   *
   * @throws Unresolved if it is not there
   * @throws temper.lab.store.StoreException if a file cannot be read
   */
  Value of(Subject subject, Shape shape) {
    StudyResults study = results.study(subject.study());
    if (subject instanceof Subject.OfClaim claim) {
      return ofClaim(study, claim, shape);
    }
    if (subject instanceof Subject.OfFinding finding) {
      return ofFinding(study, finding, shape);
    }
    if (subject instanceof Subject.OfCell cell) {
      return ofCell(study, cell, shape);
    }
    if (subject instanceof Subject.OfSetting setting) {
      return ofSetting(study, setting, shape);
    }
    if (subject instanceof Subject.OfCount count) {
      return ofCount(study, count);
    }
    if (subject instanceof Subject.OfComparison comparison) {
      return ofComparison(study, comparison, shape);
    }
    Subject.OfFigure figure = (Subject.OfFigure) subject;
    String title = study.title(figure.figure());
    String file =
        study.relative(study.folder().resolve("figures").resolve(figure.figure() + ".csv"));
    return new Value(figure.id(), title, title, "", file, 0);
  }

  private static Value ofClaim(StudyResults study, Subject.OfClaim subject, Shape shape) {
    ClaimRow row = study.claim(subject.claim());
    Field field = subject.field();
    if (row.verdict().equals(NOT_RUN) && field.isNumber()) {
      throw new Unresolved(
          "claim '" + row.claim() + "' was not run, so that it has no " + field.label());
    }
    Cell cell =
        switch (field) {
          case P_ADJUSTED -> Cell.probability(row.pAdjusted());
          case STATEMENT -> Cell.text(row.statement());
          case QUANTITY -> Cell.text(row.quantity());
          case SOURCE -> Cell.text(row.source());
          case REDUCED -> Cell.text(row.reduced());
          case REASON -> Cell.text(row.reason());
          case STANDING -> Cell.text(study.claimStanding(row.claim()));
          default -> shared(field, part(row), shape);
        };
    boolean file = study.ran();
    return cell.value(
        subject.id(),
        row.claim(),
        file ? study.relative(study.claims().file()) : "",
        file ? study.claimLine(row.claim()) : 0);
  }

  private static PartRow part(ClaimRow row) {
    return new PartRow(
        row.quantity(),
        row.test(),
        row.region(),
        row.n(),
        row.estimate(),
        row.low(),
        row.high(),
        row.p(),
        row.verdict());
  }

  private static Value ofFinding(StudyResults study, Subject.OfFinding subject, Shape shape) {
    study.claim(subject.claim());
    int row = study.findingRow(subject.claim(), subject.quantity());
    Sheet sheet = study.findings();
    return shared(subject.field(), study.finding(sheet, row), shape)
        .value(subject.id(), subject.claim(), study.relative(sheet.file()), Sheet.line(row));
  }

  /** What claims and findings have in common. */
  private static Cell shared(Field field, PartRow row, Shape shape) {
    return switch (field) {
      case ESTIMATE -> Cell.number(row.estimate(), shape);
      case LOW -> Cell.number(row.low(), shape);
      case HIGH -> Cell.number(row.high(), shape);
      case INTERVAL -> Cell.interval(row.low(), row.high(), shape);
      case N -> Cell.count(row.n());
      case P -> Cell.probability(row.p());
      case VERDICT -> Cell.verdict(row.verdict());
      case TEST -> Cell.text(row.test());
      case REGION -> Cell.text(row.region());
      default -> throw new Unresolved("findings have no " + field.label());
    };
  }

  private static Value ofCell(StudyResults study, Subject.OfCell subject, Shape shape) {
    Sheet sheet = study.table(subject.experiment(), subject.table());
    requireColumn(sheet, subject.column());
    int row = row(sheet, subject.where());
    return Cell.written(sheet.text(row, subject.column()), shape)
        .value(subject.id(), "", study.relative(sheet.file()), Sheet.line(row));
  }

  private static Value ofComparison(StudyResults study, Subject.OfComparison subject, Shape shape) {
    Sheet sheet = study.comparisons();
    requireColumn(sheet, subject.column());
    int row = row(sheet, subject.where());
    return Cell.written(sheet.text(row, subject.column()), shape)
        .value(subject.id(), "", study.relative(sheet.file()), Sheet.line(row));
  }

  /** The one row that conditions choose. */
  static int row(Sheet sheet, Map<String, String> where) {
    for (String name : where.keySet()) {
      requireColumn(sheet, name);
    }
    List<Integer> rows = sheet.where(where);
    if (rows.isEmpty()) {
      rows = sheet.whereLabelled(where);
    }
    if (rows.size() != 1) {
      throw new Unresolved(
          (rows.isEmpty() ? "no row" : rows.size() + " rows")
              + " of "
              + sheet.file()
              + " with "
              + (where.isEmpty() ? "no condition" : where)
              + "; "
              + varying(sheet));
    }
    return rows.get(0);
  }

  private static void requireColumn(Sheet sheet, String name) {
    if (!sheet.columns().contains(name)) {
      throw new Unresolved(sheet.file() + " has no column '" + name + "'", name, sheet.columns());
    }
  }

  /** Which columns choose a row. */
  private static String varying(Sheet sheet) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String name : sheet.columns()) {
      if (name.equals("ok") || name.equals("test")) {
        break;
      }
      List<String> distinct = sheet.texts(name).stream().distinct().toList();
      if (distinct.size() > 1) {
        values.put(name, distinct.subList(0, Math.min(distinct.size(), MOST_SETTINGS)));
      }
    }
    return "rows differ by " + values;
  }

  private static Value ofSetting(StudyResults study, Subject.OfSetting subject, Shape shape) {
    Sheet sheet = study.table(subject.experiment(), "plan");
    requireColumn(sheet, subject.parameter());
    List<String> values = sheet.texts(subject.parameter()).stream().distinct().toList();
    if (values.size() > MOST_SETTINGS) {
      throw new Unresolved(
          "parameter '" + subject.parameter() + "' has " + values.size() + " values");
    }
    List<String> texts =
        values.stream().map(value -> Cell.written(value, shape).text()).distinct().toList();
    return new Value(
        subject.id(),
        listed(texts),
        String.join(", ", values),
        "",
        study.relative(sheet.file()),
        0);
  }

  /** Words as they are told in a sentence. */
  static String listed(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1))
        + " and "
        + words.get(words.size() - 1);
  }

  private Value ofCount(StudyResults study, Subject.OfCount subject) {
    if (subject.experiment().isEmpty()) {
      return ofStudy(study, subject);
    }
    Sheet sheet = study.table(subject.experiment(), "trials");
    long count =
        switch (subject.what()) {
          case "trials" -> sheet.rows();
          case "cells" -> study.table(subject.experiment(), "summary").rows();
          default -> sheet.texts("replicate").stream().distinct().count();
        };
    return Cell.count(count).value(subject.id(), "", study.relative(sheet.file()), 0);
  }

  private static Value ofStudy(StudyResults study, Subject.OfCount subject) {
    if (subject.what().equals("trials")) {
      long trials = 0;
      for (String experiment : study.tables().experiments()) {
        trials += study.table(experiment, "trials").rows();
      }
      return Cell.count(trials).value(subject.id(), "", study.relative(study.folder()), 0);
    }
    List<ClaimRow> claims = study.claimRows();
    long count =
        subject.what().equals("claims")
            ? claims.size()
            : claims.stream().filter(row -> row.verdict().equals(subject.what())).count();
    String file = study.ran() ? study.relative(study.claims().file()) : "";
    return Cell.count(count).value(subject.id(), "", file, 0);
  }

  /** An interval whose ends are two cells of one row. */
  Value interval(Subject.OfCell low, Subject.OfCell high, Shape shape) {
    Value from = of(low, Shape.PLAIN);
    Value to = of(high, Shape.PLAIN);
    Cell interval =
        Cell.interval(Double.parseDouble(from.exact()), Double.parseDouble(to.exact()), shape);
    return new Value(low.id(), interval.text(), interval.exact(), "", from.file(), from.line());
  }

  /** The command that runs a study, or the root of its random streams. */
  Value registered(String name, String what) {
    StudyResults study = results.study(name);
    String text =
        what.equals("rootname")
            ? study.registered().root()
            : "./temper run " + study.name() + " --profile " + StudyResults.RUN;
    return new Value(name, text, text, "", study.ran() ? study.relative(study.folder()) : "", 0);
  }

  /** A count over several studies. */
  Value sum(List<String> studies, String what) {
    long sum = 0;
    for (String name : studies) {
      Value one = ofStudy(results.study(name), new Subject.OfCount(name, "", what));
      sum += Long.parseLong(one.exact());
    }
    return Cell.count(sum).value(Subjects.ALL + what, "", "", 0);
  }

  /** How a number is shown. */
  enum Shape {
    /** As it is. */
    PLAIN,
    /** In hundredths. */
    PERCENT,
    /** Without its sign. */
    SIZE,
    /** Of a natural logarithm, the factor that it stands for. */
    FACTOR,
    /** Of a natural logarithm, the factor the other way round. */
    FACTOR_INVERSE;

    /** The shape that an option of a macro names. */
    static Shape of(String option) {
      return switch (option) {
        case "" -> PLAIN;
        case "percent" -> PERCENT;
        case "size" -> SIZE;
        case "factor" -> FACTOR;
        case "factor-inverse" -> FACTOR_INVERSE;
        default ->
            throw new Unresolved(
                "there is no form '" + option + "' of a number",
                option,
                List.of("percent", "size", "factor", "factor-inverse"));
      };
    }

    double of(double value) {
      return switch (this) {
        case PLAIN -> value;
        case PERCENT -> 100 * value;
        case SIZE -> Math.abs(value);
        case FACTOR -> StrictMath.exp(value);
        case FACTOR_INVERSE -> StrictMath.exp(-value);
      };
    }

    String unit() {
      return this == PERCENT ? "\u00a0%" : "";
    }
  }

  /** A text for readers and the same with all digits. */
  private record Cell(String text, String exact) {

    static Cell text(String text) {
      return new Cell(text, text);
    }

    static Cell verdict(String verdict) {
      return new Cell(Verdicts.words(verdict), verdict);
    }

    static Cell count(long n) {
      return new Cell(Numerals.count(n), Long.toString(n));
    }

    static Cell probability(double p) {
      if (Double.isNaN(p)) {
        throw new Unresolved("an exact claim has no p");
      }
      return new Cell(Numerals.probability(p), NumberText.format(p));
    }

    static Cell number(double value, Shape shape) {
      return new Cell(Numerals.estimate(shape.of(value)) + shape.unit(), NumberText.format(value));
    }

    static Cell interval(double low, double high, Shape shape) {
      if (low == high) {
        throw new Unresolved("an exact quantity has no interval");
      }
      if (shape == Shape.SIZE && low < 0 && high > 0) {
        throw new Unresolved("an interval on both sides of 0 has no size");
      }
      double a = shape.of(low);
      double b = shape.of(high);
      return new Cell(
          Numerals.interval(Math.min(a, b), Math.max(a, b)) + shape.unit(),
          "[" + NumberText.format(low) + ", " + NumberText.format(high) + "]");
    }

    /** A cell as a CSV file has it: a number is rounded, an integer is grouped. */
    static Cell written(String cell, Shape shape) {
      if (cell.isEmpty()) {
        throw new Unresolved("the cell is empty");
      }
      if (cell.matches("-?\\d{1,18}") && shape == Shape.PLAIN) {
        return new Cell(Numerals.count(Long.parseLong(cell)), cell);
      }
      if (cell.matches("-?\\d[\\d.]*(e-?\\d+)?")) {
        return new Cell(Numerals.estimate(shape.of(Double.parseDouble(cell))) + shape.unit(), cell);
      }
      return new Cell(cell, cell);
    }

    Value value(String id, String claim, String file, int line) {
      return new Value(id, text, exact, claim, file, line);
    }
  }
}
