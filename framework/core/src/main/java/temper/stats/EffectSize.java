package temper.stats;

/**
 * Sizes of differences without a unit, to be read beside an interval.
 *
 * @since 0.1
 */
public final class EffectSize {

  private EffectSize() {}

  /**
   * Cohen's d of two independent samples: the difference of the means in pooled standard
   * deviations.
   *
   * @param first finite observations, at least 2
   * @param second finite observations, at least 2
   * @return the effect; NaN if neither sample varies
   * @throws IllegalArgumentException if a sample is too small or a value is not finite
   */
  public static double cohenD(double[] first, double[] second) {
    Checks.finite("first", first);
    Checks.finite("second", second);
    Checks.atLeast("length of first", first.length, 2);
    Checks.atLeast("length of second", second.length, 2);
    double variance =
        (Moments.squares(first) + Moments.squares(second)) / (first.length + second.length - 2.0);
    return inDeviations(Moments.mean(first) - Moments.mean(second), variance);
  }

  /**
   * Cohen's d of pairs: the mean difference in standard deviations of a difference, the effect that
   * {@link Power#paired} asks for.
   *
   * @param first finite observations, at least 2
   * @param second observations of the same replicates
   * @return the effect; NaN if the differences do not vary
   * @throws IllegalArgumentException if lengths differ, are below 2 or a value is not finite
   */
  public static double cohenDPaired(double[] first, double[] second) {
    double[] differences = Checks.finite("differences", Checks.differences(first, second));
    Checks.atLeast("length of first", first.length, 2);
    return inDeviations(Moments.mean(differences), Moments.variance(differences));
  }

  private static double inDeviations(double difference, double variance) {
    return variance == 0 ? Double.NaN : difference / Math.sqrt(variance);
  }

  /**
   * Cliff's delta: how much more often a value of the first sample is larger than smaller.
   *
   * @param first numbers, possibly infinite
   * @param second numbers, possibly infinite
   * @return between -1 and 1
   * @throws IllegalArgumentException if a sample is empty or has NaN
   */
  public static double cliffDelta(double[] first, double[] second) {
    Checks.ordered("first", first);
    Checks.ordered("second", second);
    long larger = 0;
    for (double x : first) {
      for (double y : second) {
        larger += x > y ? 1 : x < y ? -1 : 0;
      }
    }
    return (double) larger / ((long) first.length * second.length);
  }

  /**
   * The measure A of Vargha and Delaney: the probability that a value of the first sample is larger
   * than one of the second, ties counting half.
   *
   * @param first numbers, possibly infinite
   * @param second numbers, possibly infinite
   * @return between 0 and 1
   * @throws IllegalArgumentException if a sample is empty or has NaN
   */
  public static double a12(double[] first, double[] second) {
    return 0.5 + 0.5 * cliffDelta(first, second);
  }
}
