package temper.stats;

/** Mean and variance, with sums that keep what rounding loses (Neumaier). */
final class Moments {

  private Moments() {}

  static double sum(double[] values) {
    double sum = 0;
    double lost = 0;
    for (double value : values) {
      double next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
      sum = next;
    }
    // An infinite sum has lost NaN.
    return Double.isFinite(lost) ? sum + lost : sum;
  }

  /** The mean; of equal values that value, which a rounded sum over a count need not be. */
  static double mean(double[] values) {
    return constant(values) ? values[0] + 0.0 : sum(values) / values.length;
  }

  /** Sum of squared deviations from the mean; 0 exactly where all values are equal. */
  static double squares(double[] values) {
    double mean = mean(values);
    double[] squares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      squares[i] = (values[i] - mean) * (values[i] - mean);
    }
    return sum(squares);
  }

  static double variance(double[] values) {
    return squares(values) / (values.length - 1);
  }

  static boolean constant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return values.length > 0;
  }

  /** The largest absolute value of those that are finite. */
  static double largestMagnitude(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Double.isFinite(value) ? Math.abs(value) : 0);
    }
    return largest;
  }

  /**
   * Whether a spread is no more than rounding leaves of numbers of some magnitude: ten units of
   * relative rounding, the bound at which R's {@code t.test} calls data essentially constant.
   */
  static boolean isRounding(double spread, double magnitude) {
    return spread <= 10 * Math.ulp(1.0) * magnitude;
  }

  /** The middle value, or the mean of the two. */
  static double median(double[] sorted) {
    int n = sorted.length;
    double low = sorted[(n - 1) / 2];
    double high = sorted[n / 2];
    return low == high ? low : low / 2 + high / 2;
  }
}
