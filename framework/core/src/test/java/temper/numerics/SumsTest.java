package temper.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SumsTest {

  private static double[] values(int length) {
    double[] values = new double[length];
    long state = length;
    for (int i = 0; i < length; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      values[i] = Math.scalb((state >> 11) * 0x1p-52, (int) (state >>> 13) & 15);
    }
    return values;
  }

  private static double exactSum(double[] values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    return sum.doubleValue();
  }

  @Test
  void compensatedSumsKeepWhatPlainAdditionLoses() {
    assertEquals(2, CompensatedSum.of(1, 1e100, 1, -1e100));
    assertEquals(0, CompensatedSum.of());
    assertEquals(1 + 0x1p-52, CompensatedSum.of(1, 0x1p-53, 0x1p-53));
    double[] values = values(10_000);
    assertEquals(exactSum(values), CompensatedSum.of(values));
  }

  @Test
  void compensatedSumsOfInfiniteNumbersAreThoseOfPlainAddition() {
    assertEquals(Double.POSITIVE_INFINITY, CompensatedSum.of(1, Double.POSITIVE_INFINITY, 2));
    assertEquals(Double.NaN, CompensatedSum.of(1 / 0.0, -1 / 0.0));
    assertEquals(Double.NaN, CompensatedSum.of(1, Double.NaN));
    assertEquals(Double.POSITIVE_INFINITY, CompensatedSum.of(1e308, 1e308));
  }

  @Test
  void sumsAndProductsAreThoseOfExactArithmeticForWholeNumbers() {
    for (int length : new int[] {0, 1, 7, 8, 9, 255, 256, 257, 511, 513, 769, 5000}) {
      double[] a = new double[length];
      double[] b = new double[length];
      double sum = 0;
      double product = 0;
      for (int i = 0; i < length; i++) {
        a[i] = i * 7919 % 1013 - 500;
        b[i] = i * 104729 % 997 - 400;
        sum += a[i];
        product += a[i] * b[i];
      }
      assertEquals(sum, Sums.sum(a));
      assertEquals(product, Sums.dot(a, b));
    }
  }

  @Test
  void errorsOfPairwiseSumsStaySmall() {
    double[] values = values(1_000_000);
    double magnitude = 0;
    for (double value : values) {
      magnitude += Math.abs(value);
    }
    assertEquals(exactSum(values), Sums.sum(values), 50 * 0x1p-53 * magnitude);
  }

  /** The order is part of the contract: 256 terms in 8 lanes, then the tree of lanes. */
  @Test
  void sumsInTheDocumentedOrder() {
    double[] values = values(600);
    double expected = (block(values, 0, 256) + block(values, 256, 512)) + block(values, 512, 600);
    assertEquals(expected, Sums.sum(values));
    double[] ones = new double[600];
    java.util.Arrays.fill(ones, 1);
    assertEquals(expected, Sums.dot(values, ones));
  }

  private static double block(double[] values, int start, int end) {
    double[] lanes = new double[8];
    int whole = (end - start) / 8 * 8;
    for (int i = 0; i < whole; i++) {
      lanes[i % 8] += values[start + i];
    }
    for (int width = 4; width > 0; width /= 2) {
      for (int i = 0; i < width; i++) {
        lanes[i] += lanes[i + width];
      }
    }
    double rest = 0;
    for (int i = start + whole; i < end; i++) {
      rest += values[i];
    }
    return lanes[0] + rest;
  }

  @Test
  void refusesToMultiplyArraysOfDifferentLengths() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Sums.dot(new double[2], new double[3]));
    assertEquals("both arrays must have the same length, got 2 and 3", error.getMessage());
  }

  @Test
  void momentsAreThoseOfTheTwoPassFormulas() {
    double[] values = new double[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1e9 + i % 10;
    }
    Moments moments = Moments.of(values);
    assertEquals(1000, moments.count());
    assertEquals(1e9 + 4.5, moments.mean(), 1e-6);
    assertEquals(8250.0 / 999, moments.variance(), 1e-6);
    assertEquals(Math.sqrt(moments.variance()), moments.standardDeviation());
    assertEquals(Double.NaN, new Moments().mean());
    assertEquals(Double.NaN, Moments.of(1).variance());
    assertEquals(1, Moments.of(1).mean());
  }

  @Test
  void mergedMomentsAreThoseOfAllNumbers() {
    Moments first = Moments.of(1, 2, 3);
    first.add(Moments.of(10, 20));
    first.add(new Moments());
    Moments all = Moments.of(1, 2, 3, 10, 20);
    assertEquals(all.count(), first.count());
    assertEquals(all.mean(), first.mean(), 1e-14);
    assertEquals(all.variance(), first.variance(), 1e-13);
    Moments empty = new Moments();
    empty.add(all);
    assertEquals(all.variance(), empty.variance(), 1e-13);
  }

  @Test
  void logSumExpNeitherOverflowsNorLosesSmallTerms() {
    assertEquals(1000 + StrictMath.log(2), Sums.logSumExp(1000, 1000), 1e-13);
    assertEquals(StrictMath.exp(-50), Sums.logSumExp(0, -50));
    assertEquals(-2000 + StrictMath.log(3), Sums.logSumExp(-2000, -2000, -2000), 1e-12);
    assertEquals(7, Sums.logSumExp(7));
    assertEquals(7, Sums.logSumExp(Double.NEGATIVE_INFINITY, 7));
    assertEquals(Double.NEGATIVE_INFINITY, Sums.logSumExp());
    assertEquals(Double.NEGATIVE_INFINITY, Sums.logSumExp(-1 / 0.0, -1 / 0.0));
    assertEquals(Double.POSITIVE_INFINITY, Sums.logSumExp(1, 1 / 0.0));
    assertEquals(Double.NaN, Sums.logSumExp(1, Double.NaN));
  }
}
