package temper.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import temper.random.RandomStream;

class PowerTest {

  @Test
  void thePowerOfThePairedTestAgreesWithR() {
    for (double[] row : Reference.rows("power-paired")) {
      assertEquals(row[3], Power.paired(row[0], (int) row[1], row[2]), 1e-9);
    }
    assertEquals(0, Power.paired(3, 1, 0.05));
  }

  @Test
  void theBinomialPowerAgreesWithR() {
    for (double[] row : Reference.rows("power-binomial")) {
      assertEquals(row[3], Power.binomial(row[0], Region.above(0.5), (int) row[1], row[2]), 1e-12);
    }
  }

  @Test
  void replicatesAreTheFirstNumberWithThePower() {
    // Cohen (1988), table 2.4 and G*Power: 34 pairs for d = 0.5, power 0.8, two-sided 0.05.
    OptionalInt pairs = Power.replicates(0.8, 1000, n -> Power.paired(0.5, n, 0.05));

    assertEquals(OptionalInt.of(34), pairs);
    assertEquals(OptionalInt.empty(), Power.replicates(0.8, 33, n -> Power.paired(0.5, n, 0.05)));
    assertThrows(IllegalArgumentException.class, () -> Power.replicates(1, 3, n -> 0));
    assertThrows(IllegalArgumentException.class, () -> Power.paired(0.5, 3, 1));
  }

  @Test
  void thePowerOfEquivalenceAgreesWithAnIntegralInR() {
    for (double[] row : Reference.rows("power-equivalence")) {
      assertEquals(row[4], Power.equivalence(row[0], row[1], (int) row[2], row[3]), 1e-8);
      assertEquals(row[4], Power.equivalence(-row[0], row[1], (int) row[2], row[3]), 1e-8);
    }
    assertEquals(0, Power.equivalence(0, 5, 1, 0.05));
  }

  @Test
  void thePowerOfEquivalenceAgreesWithPublishedCrossoverTrials() {
    // Labes, Schuetz and Lang, PowerTOST: power.TOST(CV = 0.25, n = 24) and sampleN.TOST(CV = 0.3).
    assertEquals(0.7391155, crossover(0.25, 24), 5e-8);
    assertEquals(0.815845, crossover(0.3, 40), 5e-7);
  }

  /** Two periods, n subjects: ratio 0.95 between margins 0.8 and 1.25, on a logarithmic scale. */
  private static double crossover(double variation, int n) {
    double error = Math.sqrt(StrictMath.log(1 + variation * variation) * 2 / n);
    double low = (StrictMath.log(0.95) - StrictMath.log(0.8)) / error;
    double high = (StrictMath.log(1.25) - StrictMath.log(0.95)) / error;
    return NoncentralT.between(Distributions.studentUpperQuantile(0.05, n - 2), n - 2, low, high);
  }

  @Test
  void thePowerOfWelchsTestAgreesWithADoubleIntegralInR() {
    for (double[] row : Reference.rows("power-welch")) {
      Power.Group first = new Power.Group(row[1], (int) row[2]);
      Power.Group second = new Power.Group(row[3], (int) row[4]);
      assertEquals(row[6], Power.welch(row[0], first, second, row[5]), 1e-6);
    }
    Power.Group one = new Power.Group(1, 1);
    Power.Group many = new Power.Group(1, 9);
    assertEquals(0, Power.welch(9, one, many, 0.05));
    assertEquals(0, Power.welch(9, many, one, 0.05));
  }

  @Test
  void thePowersOfSlopeAndLogRankAgreeWithR() {
    double[] x = {1, 2, 4, 8, 16, 32};
    assertEquals(Reference.row("power-slope")[0], Power.slope(0.3, 0.4, x, 0.05), 1e-9);
    assertEquals(0, Power.slope(3, 0.4, new double[] {1, 2}, 0.05));
    // Schoenfeld (1983), Biometrics 39: about 191 events for a ratio of 1.5 and power 0.8.
    double[] row = Reference.row("power-logrank");
    assertEquals(row[4], Power.logRank(row[0], row[1], (int) row[2], row[3]), 1e-12);
    assertEquals(
        OptionalInt.of(191), Power.replicates(0.8, 500, d -> Power.logRank(1.5, 0.5, d, 0.05)));
  }

  @Test
  void withoutAnEffectThePowerIsHalfTheLevel() {
    assertEquals(0.025, Power.paired(0, 9, 0.05), 1e-10);
    assertEquals(0.025, Power.slope(0, 2, new double[] {1, 2, 3, 9}, 0.05), 1e-10);
    assertEquals(0.025, Power.logRank(1, 0.3, 20, 0.05), 1e-12);
  }

  @Test
  void powerGrowsWithEffectSizeAndLevel() {
    Power.Group group = new Power.Group(1, 6);
    for (int step = 0; step < 8; step++) {
      double less = -1 + 0.5 * step;
      double more = less + 0.5;
      assertTrue(Power.paired(less, 6, 0.05) < Power.paired(more, 6, 0.05));
      assertTrue(Power.welch(less, group, group, 0.05) < Power.welch(more, group, group, 0.05));
      assertTrue(Power.welch(less, group, group, 0.01) < Power.welch(less, group, group, 0.05));
    }
    for (int n = 2; n < 40; n++) {
      assertTrue(Power.paired(0.4, n, 0.05) < Power.paired(0.4, n + 1, 0.05));
      assertTrue(Power.equivalence(0, 0.9, n, 0.05) < Power.equivalence(0, 0.9, n + 1, 0.05));
      assertTrue(Power.logRank(1.3, 0.5, n, 0.05) < Power.logRank(1.3, 0.5, n + 1, 0.05));
    }
  }

  @Test
  void theSignTestIsABinomialClaimAboutPositiveObservations() {
    RandomStream stream = EvidenceTest.stream("sign");
    for (int i = 0; i < 300; i++) {
      double[] values = new double[3 + i % 20];
      int positive = 0;
      for (int j = 0; j < values.length; j++) {
        values[j] = stream.gaussian() + 0.8;
        positive += values[j] > 0 ? 1 : 0;
      }
      double sign = new Hypothesis(MedianSign.of(values), Region.above(0)).p();
      Evidence share = new BinomialEvidence(positive, values.length);
      if (sign < 1) {
        Reference.assertClose(sign, new Hypothesis(share, Region.above(0.5)).p(), 1e-11);
      }
    }
  }

  @Test
  void argumentsOfPowersOutOfRangeAreNamed() {
    assertRefused("deviation must be positive and finite, got 0.0", () -> new Power.Group(0, 3));
    assertRefused("n must be at least 1, got 0", () -> new Power.Group(1, 0));
    double[] equal = {2, 2, 2};
    assertRefused(
        "a slope needs two different x, got 3 equal ones", () -> Power.slope(1, 1, equal, 0.1));
    assertRefused("share must lie between 0 and 1, got 1.0", () -> Power.logRank(2, 1, 10, 0.1));
    assertRefused(
        "margin must be positive and finite, got -1.0", () -> Power.equivalence(0, -1, 10, 0.1));
    assertRefused(
        "ratio must be positive and finite, got Infinity",
        () -> Power.logRank(Double.POSITIVE_INFINITY, 0.5, 10, 0.1));
    assertThrows(IllegalArgumentException.class, () -> Power.equivalence(0, 1, 10, 0.5));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
