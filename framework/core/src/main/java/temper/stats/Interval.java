package temper.stats;

/**
 * A closed interval of the real line, possibly unbounded.
 *
 * @param low lower end, at most {@code high}
 * @param high upper end
 * @since 0.1
 */
public record Interval(double low, double high) {

  /** The whole line: what a sample says that bounds nothing. */
  public static final Interval UNBOUNDED =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /**
   * Checks the order of the ends.
   *
   * @throws IllegalArgumentException if an end is NaN or the ends are in the wrong order
   */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "an interval needs low <= high, got [" + low + ", " + high + "]");
    }
  }

  /**
   * Whether a value lies in the interval.
   *
   * @param value any number
   * @return true if {@code low <= value <= high}
   */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
