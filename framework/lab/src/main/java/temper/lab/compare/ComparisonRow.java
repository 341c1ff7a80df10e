package temper.lab.compare;

import temper.stats.Interval;

/**
 * What came out when two cells were compared in one metric.
 *
 * @param family number of the family in the study file, from 1
 * @param experiment name of the experiment
 * @param metric name of the metric
 * @param unit its unit; may be empty
 * @param baseline values of the baseline
 * @param value values of what is compared with it
 * @param within values of all other parameters; may be empty
 * @param test name of the test
 * @param quantity what is estimated
 * @param n number of pairs
 * @param divergedBaseline pairs whose trial of the baseline diverged
 * @param diverged pairs whose other trial diverged
 * @param leftOut pairs that do not count
 * @param estimate the difference, value minus baseline; NaN if there is no pair
 * @param interval the interval at the level that Holm's correction gives
 * @param confidence the coverage of the interval
 * @param p p-value of no difference; NaN if there is no pair
 * @param adjusted p-value adjusted for the family; NaN if there is no pair
 * @param finding what is decided
 * @param reason why nothing can be said; empty otherwise
 * @since 0.1
 */
public record ComparisonRow(
    int family,
    String experiment,
    String metric,
    String unit,
    String baseline,
    String value,
    String within,
    String test,
    String quantity,
    int n,
    int divergedBaseline,
    int diverged,
    int leftOut,
    double estimate,
    Interval interval,
    double confidence,
    double p,
    double adjusted,
    Finding finding,
    String reason) {

  /** What is decided about a difference. */
  public enum Finding {
    /** The value is better than the baseline. */
    BETTER,
    /** The value is worse than the baseline. */
    WORSE,
    /** The metric is larger than at the baseline, and nobody said what is better. */
    HIGHER,
    /** The metric is smaller than at the baseline, and nobody said what is better. */
    LOWER,
    /** The interval contains 0. */
    UNDECIDED,
    /** There is no pair of trials that both count, as where all of a cell diverged. */
    NOTHING_TO_COMPARE;

    /**
     * The finding in words.
     *
     * @return lower-case words
     */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
  }
}
