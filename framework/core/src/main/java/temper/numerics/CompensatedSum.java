package temper.numerics;

/**
 * A running sum that carries its rounding error along: the result is as if computed with twice the
 * digits and rounded once.
 *
 * <p>Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen,
 * ZAMM 54 (1974).
 *
 * @since 0.1
 */
public final class CompensatedSum {

  private double sum;
  private double compensation;

  /** A sum of nothing. */
  public CompensatedSum() {}

  /**
   * The sum of an array.
   *
   * @param values not modified
   * @return the sum; 0 for no values
   */
  public static double of(double... values) {
    CompensatedSum sum = new CompensatedSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum.value();
  }

  /**
   * Adds a number.
   *
   * @param value any number
   */
  public void add(double value) {
    double next = sum + value;
    compensation += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }

  /**
   * The sum so far.
   *
   * @return the sum; infinite or NaN as plain addition would have it
   */
  public double value() {
    return Double.isFinite(sum) ? sum + compensation : sum;
  }
}
