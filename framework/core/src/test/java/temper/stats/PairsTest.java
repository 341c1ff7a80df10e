package temper.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PairsTest {

  @Test
  void sumsInAnotherOrderDoNotDiffer() {
    assertEquals(0.0, Pairs.difference(0.1 + 0.2, 0.3));
    assertEquals(0.0, Pairs.difference(1e300 * (1 + 1e-15), 1e300));
    assertEquals(0.0, Pairs.difference(0, -0.0));
  }

  @Test
  void whatDiffersByMoreThanRoundingKeepsItsBits() {
    assertEquals(1 + 1e-14 - 1, Pairs.difference(1 + 1e-14, 1));
    assertEquals(1 - (1 + 1e-14), Pairs.difference(1, 1 + 1e-14));
    assertEquals(-Double.MIN_VALUE, Pairs.difference(0, Double.MIN_VALUE));
  }

  @Test
  void infiniteNumbersDiffer() {
    double infinity = Double.POSITIVE_INFINITY;
    assertEquals(infinity, Pairs.difference(infinity, 1));
    assertEquals(-infinity, Pairs.difference(1, infinity));
    assertTrue(Double.isNaN(Pairs.difference(infinity, infinity)));
  }

  @Test
  void pairsThatAgreeToRoundingDecideNothing() {
    double[] first = new double[12];
    double[] second = new double[12];
    for (int i = 0; i < 12; i++) {
      first[i] = 0.1 * i + 0.2 + 0.3;
      second[i] = 0.3 + 0.2 + 0.1 * i;
    }

    assertFalse(Arrays.equals(first, second));
    assertEquals(new Interval(0, 0), WilcoxonSignedRank.paired(first, second).atLevel(0.1));
    assertEquals(new Interval(0, 0), MedianSign.paired(first, second).atLevel(0.1));
  }
}
