package temper.stats;

/**
 * Whether a deterministic sequence rises or falls without exception.
 *
 * <p>The quantity is the smallest step in the claimed direction: {@code Region.above(0)} claims a
 * strictly monotone sequence, {@code Region.atLeast(0)} one that never turns back.
 *
 * @since 0.1
 */
public final class MonotoneTrend {

  private MonotoneTrend() {}

  /**
   * The smallest step upwards.
   *
   * @param values finite, at least 2
   * @return the least of {@code values[i + 1] - values[i]}
   * @throws IllegalArgumentException if there are fewer than 2 values or one is not finite
   */
  public static Exact rising(double... values) {
    return smallestStep(values, 1);
  }

  /**
   * The smallest step downwards.
   *
   * @param values finite, at least 2
   * @return the least of {@code values[i] - values[i + 1]}
   * @throws IllegalArgumentException if there are fewer than 2 values or one is not finite
   */
  public static Exact falling(double... values) {
    return smallestStep(values, -1);
  }

  private static Exact smallestStep(double[] values, int sign) {
    Checks.atLeast("length of values", values.length, 2);
    Checks.finite("values", values);
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < values.length; i++) {
      smallest = Math.min(smallest, sign * (values[i] - values[i - 1]));
    }
    return new Exact(smallest);
  }
}
