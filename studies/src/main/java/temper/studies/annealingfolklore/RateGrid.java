package temper.studies.annealingfolklore;

import java.util.List;
import java.util.stream.IntStream;

/** Base rates at equal ratios. */
final class RateGrid {

  private static final int DIGITS = 3;

  private RateGrid() {}

  /**
   * Rates from a smallest one upwards, rounded to three digits so that tables are read easily.
   *
   * @param smallest the first rate
   * @param perDecade how many rates lie in a factor of ten
   * @param count number of rates
   * @return rising rates
   */
  static List<Double> logarithmic(double smallest, int perDecade, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> rounded(smallest * StrictMath.pow(10, (double) i / perDecade)))
        .toList();
  }

  /** Seven rates a factor of the square root of ten apart: the grid of the network experiments. */
  static List<Double> sevenFrom(double smallest) {
    return logarithmic(smallest, 2, 7);
  }

  static double rounded(double rate) {
    return new java.math.BigDecimal(rate).round(new java.math.MathContext(DIGITS)).doubleValue();
  }
}
