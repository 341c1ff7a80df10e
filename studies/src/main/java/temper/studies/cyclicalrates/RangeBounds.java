package temper.studies.cyclicalrates;

/**
 * Bounds of cycles by the paper's rules, made exact: of accuracies smoothed over three
 * measurements, the upper bound is the rate of the largest; the lower bound is the first rate at
 * which a tenth of the way from the first to the largest is done.
 *
 * @param base lower bound; NaN where there is no measurement
 * @param max upper bound; likewise
 */
record RangeBounds(double base, double max) {

  private static final double BEGUN = 0.1;

  /**
   * Reads the bounds.
   *
   * @param rates rising
   * @param accuracies one for each rate
   */
  static RangeBounds of(double[] rates, double[] accuracies) {
    int n = rates.length;
    if (n == 0) {
      return new RangeBounds(Double.NaN, Double.NaN);
    }
    double[] smooth = new double[n];
    int best = 0;
    for (int i = 0; i < n; i++) {
      int from = Math.max(0, i - 1);
      int to = Math.min(n - 1, i + 1);
      for (int j = from; j <= to; j++) {
        smooth[i] += accuracies[j] / (to - from + 1);
      }
      if (smooth[i] > smooth[best]) {
        best = i;
      }
    }
    double begun = smooth[0] + BEGUN * (smooth[best] - smooth[0]);
    int base = 0;
    while (base < best && smooth[base] < begun) {
      base++;
    }
    return new RangeBounds(rates[base], rates[best]);
  }
}
