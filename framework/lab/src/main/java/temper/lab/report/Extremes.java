package temper.lab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import temper.lab.config.Comparison;
import temper.lab.config.Comparison.Direction;
import temper.lab.report.CellSummary.Metric;
import temper.lab.report.ReportModel.Fact;

/**
 * The cells of a sweep where the mean of a metric is smallest and where it is largest; only the
 * better of them where the study file or the name of the metric says which values are better.
 */
final class Extremes {

  private static final int MOST_METRICS = 3;

  private static final Pattern BETTER_HIGH = Pattern.compile("(.*_)?accuracy");
  private static final Pattern BETTER_LOW = Pattern.compile("(.*_)?(loss|error)");

  private Extremes() {}

  static List<Fact> of(CellSummary summary, List<Comparison> comparisons) {
    List<Fact> facts = new ArrayList<>();
    if (summary.varying().isEmpty()) {
      return facts;
    }
    for (Metric metric : mostTelling(summary, comparisons)) {
      Direction direction = direction(summary.experiment(), metric.name(), comparisons);
      Direction good = direction == Direction.NONE ? byName(metric.name()) : direction;
      int lowest = extreme(metric, -1);
      int highest = extreme(metric, 1);
      if (direction != Direction.NONE) {
        facts.add(fact(summary, metric, "Best", direction == Direction.LOWER ? lowest : highest));
        continue;
      }
      if (good != Direction.HIGHER) {
        facts.add(fact(summary, metric, "Lowest", lowest));
      }
      if (good != Direction.LOWER) {
        facts.add(fact(summary, metric, "Highest", highest));
      }
    }
    return facts;
  }

  /** Which values of a metric everybody takes for the better ones; none where names do not tell. */
  private static Direction byName(String metric) {
    if (BETTER_HIGH.matcher(metric).matches()) {
      return Direction.HIGHER;
    }
    return BETTER_LOW.matcher(metric).matches() ? Direction.LOWER : Direction.NONE;
  }

  /**
   * Metrics that differ between cells: first those that the study file compares, then those of test
   * examples, by the names that metrics have, then the others as the experiment lists them.
   */
  private static List<Metric> mostTelling(CellSummary summary, List<Comparison> comparisons) {
    ToIntFunction<Metric> rank =
        metric ->
            direction(summary.experiment(), metric.name(), comparisons) != Direction.NONE
                ? 0
                : metric.name().startsWith("test_") ? 1 : 2;
    return summary.metrics().stream()
        .filter(
            metric -> Arrays.stream(metric.mean()).filter(Double::isFinite).distinct().count() > 1)
        .sorted(Comparator.comparingInt(rank))
        .limit(MOST_METRICS)
        .toList();
  }

  private static Direction direction(
      String experiment, String metric, List<Comparison> comparisons) {
    return comparisons.stream()
        .filter(one -> one.experiment().equals(experiment) && one.metrics().contains(metric))
        .map(Comparison::direction)
        .filter(one -> one != Direction.NONE)
        .findFirst()
        .orElse(Direction.NONE);
  }

  /** The first cell with the largest mean times a sign. */
  private static int extreme(Metric metric, int sign) {
    int best = -1;
    for (int cell = 0; cell < metric.mean().length; cell++) {
      double mean = sign * metric.mean()[cell];
      if (Double.isFinite(mean) && (best < 0 || mean > sign * metric.mean()[best])) {
        best = cell;
      }
    }
    return best;
  }

  private static Fact fact(CellSummary summary, Metric metric, String which, int cell) {
    String place =
        summary.varying().stream()
            .map(
                parameter ->
                    Optional.of(parameter.texts().get(cell))
                        .filter(text -> !text.isEmpty())
                        .map(text -> parameter.name() + "=" + text)
                        .orElse(""))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    String interval = Numerals.interval(metric.low()[cell], metric.high()[cell]);
    String diverged =
        summary.diverged()[cell] > 0 ? "; " + (long) summary.diverged()[cell] + " diverged" : "";
    return new Fact(
        which + " mean of " + metric.name(),
        Numerals.estimate(metric.mean()[cell])
            + (interval.isEmpty() ? "" : " " + interval)
            + " at "
            + place
            + diverged);
  }
}
