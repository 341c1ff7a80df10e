package temper.stats;

import temper.numerics.NumberText;

/**
 * The values of a quantity that count as reproduced: an interval whose ends may be open or
 * infinite.
 *
 * @param low lower end
 * @param lowOpen whether {@code low} itself is outside
 * @param high upper end
 * @param highOpen whether {@code high} itself is outside
 * @since 0.1
 */
public record Region(double low, boolean lowOpen, double high, boolean highOpen) {

  /**
   * Checks that the region is not empty.
   *
   * @throws IllegalArgumentException if an end is NaN or no value lies between the ends
   */
  public Region {
    if (!(low <= high) || (low == high && (lowOpen || highOpen))) {
      throw new IllegalArgumentException(
          "a region needs a value between its ends, got "
              + NumberText.format(low)
              + " and "
              + NumberText.format(high));
    }
  }

  /**
   * All values above a bound.
   *
   * @param bound the bound, itself outside
   * @return the open half line above it
   */
  public static Region above(double bound) {
    return new Region(bound, true, Double.POSITIVE_INFINITY, false);
  }

  /**
   * All values from a bound upwards.
   *
   * @param bound the bound, itself inside
   * @return the closed half line above it
   */
  public static Region atLeast(double bound) {
    return new Region(bound, false, Double.POSITIVE_INFINITY, false);
  }

  /**
   * All values below a bound.
   *
   * @param bound the bound, itself outside
   * @return the open half line below it
   */
  public static Region below(double bound) {
    return new Region(Double.NEGATIVE_INFINITY, false, bound, true);
  }

  /**
   * All values up to a bound.
   *
   * @param bound the bound, itself inside
   * @return the closed half line below it
   */
  public static Region atMost(double bound) {
    return new Region(Double.NEGATIVE_INFINITY, false, bound, false);
  }

  /**
   * All values between two bounds.
   *
   * @param low smallest value inside
   * @param high largest value inside
   * @return the closed interval
   */
  public static Region between(double low, double high) {
    return new Region(low, false, high, false);
  }

  /**
   * Whether a value counts as reproduced.
   *
   * @param value any number; NaN lies in no region
   * @return true if it lies in the region
   */
  public boolean contains(double value) {
    return (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high);
  }

  /**
   * Whether a whole interval counts as reproduced.
   *
   * @param interval any interval
   * @return true if all of it lies in the region
   */
  public boolean contains(Interval interval) {
    return contains(interval.low()) && contains(interval.high());
  }

  /**
   * Whether nothing of an interval counts as reproduced.
   *
   * @param interval any interval
   * @return true if none of it lies in the region
   */
  public boolean isDisjointFrom(Interval interval) {
    return (lowOpen ? interval.high() <= low : interval.high() < low)
        || (highOpen ? interval.low() >= high : interval.low() > high);
  }

  /**
   * The region as text, such as {@code > 0.98} or {@code [1.9, 2.1]}.
   *
   * @return the bounds with their brackets
   */
  @Override
  public String toString() {
    String lowText = NumberText.format(low);
    String highText = NumberText.format(high);
    if (high == Double.POSITIVE_INFINITY) {
      return (lowOpen ? "> " : ">= ") + lowText;
    }
    if (low == Double.NEGATIVE_INFINITY) {
      return (highOpen ? "< " : "<= ") + highText;
    }
    return (lowOpen ? "(" : "[") + lowText + ", " + highText + (highOpen ? ")" : "]");
  }
}
