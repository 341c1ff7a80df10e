package temper.stats;

/**
 * Differences within pairs, as all paired tests see them.
 *
 * @since 0.2
 */
public final class Pairs {

  private Pairs() {}

  /**
   * The first number less the second, where they differ by more than rounding. Sums of the same
   * numbers in another order differ in their last digits; such a difference has a sign that means
   * nothing, and rank and sign tests would count it as if it did.
   *
   * <p>Boundary: exactly 0 where the difference is at most ten units of relative rounding ({@code
   * 10 * 2^-52}) of the larger of the two; infinite where one is infinite; NaN where both are, with
   * one sign.
   *
   * @param first any number
   * @param second any number
   * @return {@code first - second}, or 0
   */
  public static double difference(double first, double second) {
    return withoutRounding(first - second, Math.max(Math.abs(first), Math.abs(second)));
  }

  /** A number made of others of some magnitude: exactly 0 where it is no more than rounding. */
  static double withoutRounding(double number, double magnitude) {
    boolean rounding =
        magnitude < Double.POSITIVE_INFINITY && Moments.isRounding(Math.abs(number), magnitude);
    return rounding ? 0 : number;
  }
}
