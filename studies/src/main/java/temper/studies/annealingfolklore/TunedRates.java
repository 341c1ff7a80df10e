package temper.studies.annealingfolklore;

import java.util.Arrays;
import java.util.Map;
import temper.lab.study.Table;

/**
 * The base rates that did best in an experiment for tuning. A trial that diverged counts as worst;
 * the smallest of equally good rates is taken.
 */
final class TunedRates {

  private final Table trials;
  private final String score;
  private final int sign;

  private TunedRates(Table trials, String score, int sign) {
    this.trials = trials;
    this.score = score;
    this.sign = sign;
  }

  /** Rates whose mean score is largest. */
  static TunedRates largest(Table trials, String score) {
    return new TunedRates(trials, score, 1);
  }

  /** Rates whose mean score is smallest. */
  static TunedRates smallest(Table trials, String score) {
    return new TunedRates(trials, score, -1);
  }

  /** The same choice among the trials in which a column of text has a value. */
  TunedRates where(String column, String value) {
    return new TunedRates(trials.where(column, value), score, sign);
  }

  /** The same choice among the trials in which a column of numbers has a value. */
  TunedRates where(String column, double value) {
    return new TunedRates(trials.where(column, value), score, sign);
  }

  /** The best rate among the trials in which a column has a value. */
  double rate(String column, String value) {
    return where(column, value).rate();
  }

  /**
   * The best rate.
   *
   * @throws IllegalStateException if there is no trial to choose from
   */
  double rate() {
    double best = Double.NaN;
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Double, Table> cell : trials.groupBy("rate").entrySet()) {
      double mean = mean(cell.getValue());
      boolean better = mean > most || (mean == most && cell.getKey() < best);
      if (Double.isNaN(best) || better) {
        best = cell.getKey();
        most = mean;
      }
    }
    if (Double.isNaN(best)) {
      throw new IllegalStateException("there are no trials to choose a rate from");
    }
    return best;
  }

  /** The mean score of trials times the sign; minus infinity if one of them has none. */
  private double mean(Table cell) {
    double[] scores = cell.numbers(score);
    double mean = sign * Arrays.stream(scores).sum() / scores.length;
    return Double.isNaN(mean) ? Double.NEGATIVE_INFINITY : mean;
  }
}
