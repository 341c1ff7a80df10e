package temper.stats;

import java.util.function.DoublePredicate;

/** Search for the smallest number with a property. */
final class Bisection {

  private Bisection() {}

  /**
   * The smallest number of a range that has a property, to the last bit.
   *
   * <p>The numbers tried depend only on the range and on earlier answers. So for two properties of
   * which one implies the other on every number tried (a distribution function reaching a lower and
   * a higher probability, say), the results are ordered as they should be, even where rounding
   * makes the function fall by a bit. Intervals from quantiles found here are therefore nested.
   *
   * @param low at least 0
   * @param high finite; taken to have the property
   * @param property false up to some number, true from there on
   */
  static double smallest(double low, double high, DoublePredicate property) {
    if (property.test(low)) {
      return low;
    }
    // The bits of non-negative doubles are ordered as the numbers are.
    long without = Double.doubleToLongBits(low);
    long with = Double.doubleToLongBits(high);
    while (with - without > 1) {
      long middle = without + (with - without) / 2;
      if (property.test(Double.longBitsToDouble(middle))) {
        with = middle;
      } else {
        without = middle;
      }
    }
    return Double.longBitsToDouble(with);
  }
}
