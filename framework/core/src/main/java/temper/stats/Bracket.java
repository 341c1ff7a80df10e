package temper.stats;

/**
 * A quantity that a deterministic computation has enclosed between two bounds, such as a threshold
 * found by bisection. The bracket is its interval at every level.
 *
 * @param low lower bound
 * @param high upper bound, at least {@code low}
 * @since 0.1
 */
public record Bracket(double low, double high) implements Evidence {

  /**
   * Checks the order of the bounds.
   *
   * @throws IllegalArgumentException if a bound is NaN or they are in the wrong order
   */
  public Bracket {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "a bracket needs low <= high, got [" + low + ", " + high + "]");
    }
  }

  @Override
  public String test() {
    return "bracket";
  }

  @Override
  public int n() {
    return 1;
  }

  /** The middle of the bracket; the finite bound of one that is bounded on one side only. */
  @Override
  public double estimate() {
    if (Double.isInfinite(low)) {
      return high;
    }
    return Double.isInfinite(high) ? low : low + (high - low) / 2;
  }

  @Override
  public Interval atLevel(double alpha) {
    return new Interval(low, high);
  }

  @Override
  public boolean exact() {
    return true;
  }
}
