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

  static double mean(double[] values) {
    return sum(values) / values.length;
  }

  /** Sum of squared deviations from the mean. */
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

  /** The middle value, or the mean of the two. */
  static double median(double[] sorted) {
    int n = sorted.length;
    double low = sorted[(n - 1) / 2];
    double high = sorted[n / 2];
    return low == high ? low : low / 2 + high / 2;
  }
}
