package temper.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

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
}
