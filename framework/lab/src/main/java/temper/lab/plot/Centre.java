package temper.lab.plot;

import java.util.Arrays;
import temper.lab.config.Plot;
import temper.stats.Interval;
import temper.stats.Mean;
import temper.stats.StudentEvidence;

/**
 * The centre of some values and what is shown of their spread.
 *
 * @param centre mean or median
 * @param low lower end; NaN if there is none
 * @param high upper end; NaN if there is none
 */
record Centre(double centre, double low, double high) {

  private static final double ALPHA = 0.05;

  static Centre of(double[] values, Plot.Band band) {
    StudentEvidence mean = Mean.of(values);
    return switch (band) {
      case NONE -> new Centre(mean.estimate(), Double.NaN, Double.NaN);
      case CI95 -> interval(mean, mean.atLevel(ALPHA));
      case SD -> {
        double deviation = mean.standardError() * Math.sqrt(values.length);
        yield values.length == 1
            ? new Centre(mean.estimate(), Double.NaN, Double.NaN)
            : new Centre(mean.estimate(), mean.estimate() - deviation, mean.estimate() + deviation);
      }
      case MINMAX ->
          new Centre(
              mean.estimate(),
              Arrays.stream(values).min().getAsDouble(),
              Arrays.stream(values).max().getAsDouble());
      case IQR -> {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        yield new Centre(quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
      }
    };
  }

  /** Equal values have an interval of no width, one alone has none. */
  private static Centre interval(StudentEvidence mean, Interval interval) {
    if (mean.n() > 1 && mean.standardError() == 0) {
      return new Centre(mean.estimate(), mean.estimate(), mean.estimate());
    }
    boolean none = Double.isInfinite(interval.low());
    return new Centre(
        mean.estimate(), none ? Double.NaN : interval.low(), none ? Double.NaN : interval.high());
  }

  /** The quantile that lies between two of the values as far as its rank does. */
  static double quantile(double[] sorted, double share) {
    double rank = share * (sorted.length - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
