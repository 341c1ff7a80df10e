package temper.stats;

import java.util.Arrays;

/**
 * A number computed from columns of observations, for {@link BootstrapEvidence}.
 *
 * <p>It is called once for each resample and must be pure. NaN says that the columns allow no
 * value; it makes the interval wider, on both sides.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Statistic {

  /**
   * Computes the number.
   *
   * @param columns observations; not to be modified
   * @return the value; NaN if there is none
   */
  double of(double[]... columns);

  /**
   * The mean of the only column.
   *
   * @return the statistic
   */
  static Statistic mean() {
    return columns -> Moments.mean(columns[0]);
  }

  /**
   * The median of the only column.
   *
   * @return the statistic
   */
  static Statistic median() {
    return columns -> median(columns[0]);
  }

  /**
   * The mean of the first column over the mean of the second.
   *
   * @return the statistic
   */
  static Statistic ratioOfMeans() {
    return columns -> Moments.mean(columns[0]) / Moments.mean(columns[1]);
  }

  /**
   * The median of the first column over the median of the second.
   *
   * @return the statistic
   */
  static Statistic ratioOfMedians() {
    return columns -> median(columns[0]) / median(columns[1]);
  }

  /**
   * A quantile of the only column, interpolated linearly between order statistics (type 7 of
   * Hyndman and Fan 1996, the default of R and NumPy).
   *
   * @param probability between 0 and 1
   * @return the statistic
   * @throws IllegalArgumentException if the probability is out of range
   */
  static Statistic quantile(double probability) {
    Checks.probability("probability", probability);
    return columns -> {
      double[] sorted = sorted(columns[0]);
      double position = probability * (sorted.length - 1);
      int below = (int) position;
      double fraction = position - below;
      // Between two infinities there is nothing to interpolate.
      return fraction == 0 || sorted[below] == sorted[below + 1]
          ? sorted[below]
          : sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
    };
  }

  /**
   * The least-squares slope of the second column on the first.
   *
   * @return the statistic; NaN where all abscissae are equal
   */
  static Statistic slope() {
    return columns ->
        Moments.squares(columns[0]) == 0 ? Double.NaN : LogLogSlope.slope(columns[0], columns[1]);
  }

  /**
   * The interquartile mean of the only column.
   *
   * @return the statistic
   */
  static Statistic interquartileMean() {
    return columns -> InterquartileMean.of(columns[0]);
  }

  private static double median(double[] values) {
    return Moments.median(sorted(values));
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
