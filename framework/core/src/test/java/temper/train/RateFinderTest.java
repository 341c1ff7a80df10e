package temper.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateFinderTest {

  /** Rates of a tenth of a decade each. */
  private static double[] rates(int count) {
    return IntStream.range(0, count).mapToDouble(i -> StrictMath.pow(10, -4 + i / 10.0)).toArray();
  }

  @Test
  void aParabolaInTheLogarithmHasItsMinimumAndItsSteepestPointWhereAlgebraSays() {
    double[] rates = rates(41);
    double[] losses = new double[41];
    for (int i = 0; i < 41; i++) {
      losses[i] = 1 + (i - 30) * (i - 30) / 900.0;
    }

    RateFinder finder = RateFinder.of(rates, losses, 0);

    assertEquals(41, finder.length());
    assertEquals(rates[30] / 10, finder.minimumOverTen().orElseThrow());
    assertEquals(rates[rates.length / 10], finder.steepest().orElseThrow());
    assertEquals(rates[15], finder.valley().orElseThrow());
  }

  @Test
  void theCurveEndsWhereTheLossBlowsUp() {
    double[] losses = {2, 1, 0.5, 2, 2.1, 1};
    assertEquals(4, RateFinder.of(rates(6), losses, 0).length());

    losses[2] = Double.NaN;
    assertEquals(2, RateFinder.of(rates(6), losses, 0).length());
    losses[0] = Double.POSITIVE_INFINITY;
    assertEquals(0, RateFinder.of(rates(6), losses, 0).length());
  }

  @Test
  void smoothingIsAnAverageCorrectedForItsStart() {
    RateFinder finder = RateFinder.of(rates(3), new double[] {4, 2, 1}, 0.5);

    assertEquals(4, finder.loss(0));
    assertEquals((0.5 * 4 * 0.5 + 0.5 * 2) / 0.75, finder.loss(1), 1e-15);
    assertEquals((0.125 * 4 + 0.25 * 2 + 0.5 * 1) / 0.875, finder.loss(2), 1e-15);
  }

  @Test
  void aLossThatNeverFallsSuggestsNothingButItsMinimum() {
    RateFinder finder = RateFinder.of(rates(5), new double[] {1, 1.1, 1.2, 1.3, 1.4}, 0);

    assertTrue(finder.valley().isEmpty());
    assertTrue(finder.steepest().isEmpty());
    assertEquals(rates(5)[0] / 10, finder.minimumOverTen().orElseThrow());
    assertTrue(RateFinder.of(new double[0], new double[0], 0).minimumOverTen().isEmpty());
  }

  @Test
  void wrongInputIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> RateFinder.of(rates(3), new double[2], 0.9));
    assertThrows(IllegalArgumentException.class, () -> RateFinder.of(rates(3), new double[3], 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> RateFinder.of(new double[] {1, 1}, new double[2], 0.9));
  }
}
