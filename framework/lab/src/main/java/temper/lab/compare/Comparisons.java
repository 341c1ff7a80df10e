package temper.lab.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.lab.compare.ComparisonRow.Finding;
import temper.lab.compare.PairedSample.End;
import temper.lab.compare.PairedSample.Replicates;
import temper.lab.config.CellGrid;
import temper.lab.config.CellPairs;
import temper.lab.config.Comparison;
import temper.lab.config.Comparison.Direction;
import temper.lab.config.ResolvedStudy;
import temper.lab.store.CsvTables;
import temper.lab.store.Outcome;
import temper.lab.study.Column;
import temper.lab.study.Table;
import temper.random.StreamRoot;
import temper.stats.Evidence;
import temper.stats.Holm;
import temper.stats.Hypothesis;
import temper.stats.Interval;
import temper.stats.MedianSign;
import temper.stats.PairedDifference;
import temper.stats.Region;
import temper.stats.SignFlip;
import temper.stats.WilcoxonSignedRank;

/**
 * Makes the comparisons that a study file asks for.
 *
 * <p>Each is a test of the differences within pairs: the trials of one replicate in two cells,
 * which share their random streams. All comparisons of one family are corrected together by Holm's
 * method; each interval is taken at the level that the correction gives it, so that it excludes 0
 * exactly where the adjusted p-value is at most the level of the family.
 *
 * @since 0.1
 */
public final class Comparisons {

  /** Random subsets of the sign-flip test beyond 20 pairs. */
  private static final int SUBSETS = 99_999;

  private final CsvTables tables;
  private final StreamRoot root;

  private Comparisons(CsvTables tables, StreamRoot root) {
    this.tables = tables;
    this.root = root;
  }

  /** One comparison before the correction. */
  private record Tested(
      String metric, CellPairs.Pair pair, PairedSample sample, Evidence evidence, double p) {}

  /**
   * Makes all comparisons whose experiments are complete.
   *
   * @param config the study with its settings
   * @param tables its tables
   * @return a row for each comparison, family by family in the order of the study file
   */
  public static List<ComparisonRow> of(ResolvedStudy config, CsvTables tables) {
    Comparisons made = new Comparisons(tables, new StreamRoot(config.rootName() + " compare"));
    List<ComparisonRow> rows = new ArrayList<>();
    int family = 0;
    for (Comparison comparison : config.products().comparisons()) {
      family++;
      if (tables.experiments().contains(comparison.experiment())) {
        rows.addAll(made.family(comparison, family));
      }
    }
    return rows;
  }

  private List<ComparisonRow> family(Comparison comparison, int number) {
    String experiment = comparison.experiment();
    Table trials = tables.trials(experiment);
    List<Column> columns = tables.summaryColumns(experiment);
    List<Column> parameters =
        columns.subList(0, columns.stream().map(Column::name).toList().indexOf("ok"));
    CellGrid grid = CellGrid.of(tables.summary(experiment), parameters);
    List<CellPairs.Pair> pairs = comparison.pairs(grid);
    List<Tested> all = new ArrayList<>();
    for (String metric : comparison.metrics()) {
      List<Replicates> cells = cells(trials, metric);
      for (CellPairs.Pair pair : pairs) {
        PairedSample sample =
            PairedSample.of(cells.get(pair.baseline()), cells.get(pair.cell()), comparison);
        all.add(tested(comparison, metric, pair, sample));
      }
    }
    return corrected(comparison, number, all, columns);
  }

  /** The replicates of each cell: in the file they stand one after another. */
  private static List<Replicates> cells(Table trials, String metric) {
    double[] replicates = trials.numbers("replicate");
    double[] values = trials.numbers(metric);
    List<String> outcomes = trials.texts("outcome");
    List<Replicates> cells = new ArrayList<>();
    int from = 0;
    for (int row = 1; row <= replicates.length; row++) {
      if (row == replicates.length || replicates[row] == 0) {
        End[] ends = outcomes.subList(from, row).stream().map(Comparisons::end).toArray(End[]::new);
        cells.add(new Replicates(Arrays.copyOfRange(values, from, row), ends));
        from = row;
      }
    }
    return cells;
  }

  private static End end(String outcome) {
    return outcome.equals(Outcome.OK.label())
        ? End.OK
        : outcome.equals(Outcome.DIVERGED.label()) ? End.DIVERGED : End.FAILED;
  }

  private Tested tested(
      Comparison comparison, String metric, CellPairs.Pair pair, PairedSample sample) {
    if (sample.differences().length == 0) {
      return new Tested(metric, pair, sample, new temper.stats.Exact(0), Double.NaN);
    }
    Evidence evidence = evidence(comparison, metric, pair, sample);
    return new Tested(metric, pair, sample, evidence, p(evidence));
  }

  /** The smallest level whose interval misses 0; 1 if none does, as where all pairs are ties. */
  private static double p(Evidence evidence) {
    Interval shortest = evidence.atLevel(Math.nextDown(1.0));
    if (shortest.low() <= 0 && shortest.high() >= 0) {
      return 1;
    }
    // Each is the smallest level that decides about one side; 0 itself must be on the other.
    return Math.max(
        new Hypothesis(evidence, Region.above(0)).p(),
        new Hypothesis(evidence, Region.below(0)).p());
  }

  private Evidence evidence(
      Comparison comparison, String metric, CellPairs.Pair pair, PairedSample sample) {
    double[] differences = sample.differences();
    return switch (comparison.test()) {
      case PAIRED_T -> meanOf(sample);
      case WILCOXON -> WilcoxonSignedRank.of(differences, sample.magnitude());
      case SIGN -> MedianSign.of(differences);
      case SIGN_FLIP ->
          SignFlip.of(
              differences,
              sample.magnitude(),
              SUBSETS,
              root.stream(
                  comparison.experiment(), 0, metric + "\n" + pair.from() + "\n" + pair.to()));
    };
  }

  /** Taken of the pairs, since how large they are says what of their differences is rounding. */
  static Evidence meanOf(PairedSample sample) {
    return PairedDifference.of(sample.to(), sample.from());
  }

  private static List<ComparisonRow> corrected(
      Comparison comparison, int number, List<Tested> all, List<Column> columns) {
    List<Tested> family = all.stream().filter(one -> !Double.isNaN(one.p())).toList();
    Holm holm =
        Holm.of(
            family.stream().mapToDouble(Tested::p).toArray(),
            Math.max(1, all.size()),
            comparison.level());
    List<ComparisonRow> rows = new ArrayList<>();
    int place = 0;
    for (Tested one : all) {
      boolean decidable = !Double.isNaN(one.p());
      double level = decidable ? holm.level(place) : comparison.level();
      double adjusted = decidable ? holm.adjusted(place) : Double.NaN;
      place += decidable ? 1 : 0;
      rows.add(row(comparison, number, one, level, adjusted, unit(columns, one.metric())));
    }
    return rows;
  }

  private static String unit(List<Column> summary, String metric) {
    return summary.stream()
        .filter(column -> column.name().equals(metric + "_mean"))
        .map(Column::unit)
        .findFirst()
        .orElse("");
  }

  private static ComparisonRow row(
      Comparison comparison, int number, Tested one, double level, double adjusted, String unit) {
    boolean any = one.sample().differences().length > 0;
    Interval interval = any ? one.evidence().atLevel(level) : Interval.UNBOUNDED;
    return new ComparisonRow(
        number,
        comparison.experiment(),
        one.metric(),
        unit,
        one.pair().from(),
        one.pair().to(),
        one.pair().within(),
        comparison.test().label(),
        comparison.test().quantity(),
        one.sample().differences().length,
        one.sample().divergedBaseline(),
        one.sample().diverged(),
        one.sample().leftOut(),
        any ? one.evidence().estimate() : Double.NaN,
        interval,
        1 - level,
        one.p(),
        adjusted,
        any ? finding(interval, comparison.direction()) : Finding.NOTHING_TO_COMPARE,
        reason(comparison, one.sample().differences()));
  }

  private static Finding finding(Interval interval, Direction direction) {
    boolean higher = interval.low() > 0;
    boolean lower = interval.high() < 0;
    if (!higher && !lower) {
      return Finding.UNDECIDED;
    }
    return switch (direction) {
      case NONE -> higher ? Finding.HIGHER : Finding.LOWER;
      case HIGHER -> higher ? Finding.BETTER : Finding.WORSE;
      case LOWER -> lower ? Finding.BETTER : Finding.WORSE;
    };
  }

  private static String reason(Comparison comparison, double[] differences) {
    if (differences.length == 0) {
      return "no pair of trials can be compared";
    }
    if (differences.length == 1) {
      return "one pair says nothing of the spread";
    }
    // Ranks and signs need no spread.
    boolean spread = comparison.test() == Comparison.Test.PAIRED_T;
    return spread && Arrays.stream(differences).distinct().count() == 1
        ? "all differences are equal, so that their spread is not known"
        : "";
  }
}
