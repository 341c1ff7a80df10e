package temper.lab.study.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionsTest {

  private static final Ink INK = Ink.of(0);
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** R: quantile(c(1, 2, 4, 8, 16), c(0, 0.1, 0.25, 0.5, 0.9, 1)). */
  @Test
  void quantilesAreThoseOfR() {
    double[] values = {1, 2, 4, 8, 16};

    assertEquals(1, Distributions.quantile(values, 0));
    assertEquals(1.4, Distributions.quantile(values, 0.1), 1e-15);
    assertEquals(2, Distributions.quantile(values, 0.25));
    assertEquals(4, Distributions.quantile(values, 0.5));
    assertEquals(12.8, Distributions.quantile(values, 0.9), 1e-14);
    assertEquals(16, Distributions.quantile(values, 1));
  }

  /** Width 2 IQR / n^(1/3) = 2 * 3.5 / 2 = 3.5 over a range of 7. */
  @Test
  void binsHaveTheWidthOfFreedmanAndDiaconis() {
    double[] edges = Distributions.edges(new double[] {0, 1, 2, 3}, new double[] {4, 5, 6, 7});

    assertArrayEquals(new double[] {0, 3.5, 7}, edges);
  }

  @Test
  void binsOfHardSamplesAreFewAndHoldEverything() {
    assertArrayEquals(new double[] {2.7, 3.3}, Distributions.edges(new double[] {3, 3}), 1e-12);
    assertArrayEquals(new double[] {-0.5, 0.5}, Distributions.edges(new double[] {0, Double.NaN}));
    double[] spiked = new double[100];
    spiked[99] = 1;
    assertEquals(11, Distributions.edges(spiked).length);
    double[] far = new double[1000];
    for (int i = 0; i < 1000; i++) {
      far[i] = i % 10;
    }
    far[0] = 1e6;
    assertEquals(61, Distributions.edges(far).length);
    assertThrows(
        IllegalArgumentException.class, () -> Distributions.edges(new double[] {INFINITE}));
  }

  @Test
  void everyValueBetweenTheEdgesIsCountedOnce() {
    double[] values = {0, 0.5, 1, 1, 1.99, 2, 2.01, -0.1, Double.NaN};

    Layer.Histogram histogram = Distributions.histogram("h", INK, values, new double[] {0, 1, 2});

    assertArrayEquals(new double[] {2, 4}, histogram.heights());
  }

  @Test
  void anEmpiricalDistributionRisesByTheShareOfEachValue() {
    double[] values = {3, 1, 3, Double.NaN, -INFINITE, INFINITE, 2, 1};

    Layer.Steps steps = Distributions.ecdf("e", INK, values);

    assertArrayEquals(new double[] {1, 1, 2, 3}, steps.x());
    assertArrayEquals(new double[] {1 / 7.0, 3 / 7.0, 4 / 7.0, 6 / 7.0}, steps.y());
  }

  @Test
  void cornersHoldAValueUntilTheNextPlace() {
    Layer.Steps steps = new Layer.Steps("s", INK, new double[] {0, 1, 3}, new double[] {5, 6, 7});

    Layer.Steps corners = Distributions.corners(steps);

    assertArrayEquals(new double[] {0, 1, 1, 3, 3}, corners.x());
    assertArrayEquals(new double[] {5, 5, 6, 6, 7}, corners.y());
    Layer.Steps empty = new Layer.Steps("s", INK, new double[0], new double[0]);
    assertEquals(0, Distributions.corners(empty).x().length);
  }

  /** Half width sqrt(ln(2 / 0.05) / (2 * 100)) = 0.13581. */
  @Test
  void theBandOfADistributionHasTheWidthOfMassart() {
    double[] values = new double[100];
    Arrays.setAll(values, i -> i);

    Layer.Band band = Distributions.ecdfBand("b", INK, values, 0.95);

    int middle = band.x().length / 2;
    assertEquals(2 * 0.1358102, band.high()[middle] - band.low()[middle], 1e-6);
    assertEquals(0, band.low()[0]);
    assertEquals(1, band.high()[band.high().length - 1]);
    assertThrows(IllegalArgumentException.class, () -> Distributions.ecdfBand("b", INK, values, 1));
  }

  @Test
  void profilesStepWhereASolverIsBehindTheBestByAFactor() {
    double[][] costs = {{1, 2}, {3, 3}, {8, 2}, {5, INFINITE}};

    List<Layer> profiles = Distributions.profiles(List.of("a", "b"), costs);

    Layer.Steps a = (Layer.Steps) profiles.get(0);
    Layer.Steps b = (Layer.Steps) profiles.get(1);
    double end = StrictMath.pow(4, 1.05);
    assertArrayEquals(new double[] {1, 4, end}, a.x());
    assertArrayEquals(new double[] {0.75, 1, 1}, a.y());
    assertArrayEquals(new double[] {1, 2, end}, b.x());
    assertArrayEquals(new double[] {0.5, 0.75, 0.75}, b.y());
    assertEquals("b", b.label());
  }

  @Test
  void profilesOfEqualSolversHaveAnEndToo() {
    Layer only = Distributions.profiles(List.of("a"), new double[][] {{1}, {2}}).get(0);

    assertArrayEquals(new double[] {1, 2}, ((Layer.Steps) only).x());
    assertTrue(only.drawn() == only);
  }
}
