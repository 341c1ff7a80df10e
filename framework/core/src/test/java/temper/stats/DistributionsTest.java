package temper.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static temper.stats.Reference.assertClose;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DistributionsTest {

  @Test
  void normalQuantilesAgreeWithRFarIntoTheTail() {
    for (double[] row : Reference.rows("normal-quantile")) {
      assertClose(row[1], Distributions.normalUpperQuantile(row[0]), 1e-12);
    }
    assertEquals(0, Distributions.normalUpperQuantile(0.5));
    assertClose(
        -Distributions.normalUpperQuantile(0.2), Distributions.normalUpperQuantile(0.8), 1e-12);
  }

  @Test
  void studentQuantilesAgreeWithRFarIntoTheTail() {
    for (double[] row : Reference.rows("t-quantile")) {
      if (row[2] < 1e150) {
        // R itself is off by 2e-8 at (3.7, 1e-300), as arithmetic with 50 digits shows.
        double error = row[1] < 1e-100 ? 1e-7 : 1e-9;
        assertClose(row[2], Distributions.studentUpperQuantile(row[1], row[0]), error);
      } else {
        assertEquals(Double.POSITIVE_INFINITY, Distributions.studentUpperQuantile(row[1], row[0]));
      }
    }
  }

  @Test
  void studentTailsAgreeWithR() {
    for (double[] row : Reference.rows("t-tail")) {
      assertClose(row[2], Distributions.studentUpperTail(row[0], row[1]), 1e-9);
    }
  }

  @Test
  void rankDistributionsAgreeWithR() {
    for (double[] row : Reference.rows("signrank")) {
      assertArrayEquals(
          Arrays.copyOfRange(row, 1, row.length),
          WilcoxonSignedRank.distribution((int) row[0]),
          1e-14);
    }
    for (double[] row : Reference.rows("wilcox")) {
      assertArrayEquals(
          Arrays.copyOfRange(row, 2, row.length),
          MannWhitney.distribution((int) row[0], (int) row[1]),
          1e-14);
    }
  }

  @Test
  void binomialTailsSumToOne() {
    for (int k = 0; k < 10; k++) {
      assertEquals(
          1,
          Distributions.binomialLowerTail(k, 10, 0.3)
              + Distributions.binomialUpperTail(k + 1, 10, 0.3),
          1e-14);
    }
    assertEquals(0, Distributions.binomialLowerTail(-1, 10, 0.3));
    assertEquals(0, Distributions.binomialUpperTail(11, 10, 0.3));
  }
}
