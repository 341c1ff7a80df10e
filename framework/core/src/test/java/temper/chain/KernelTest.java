package temper.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class KernelTest {

  @Test
  void acceptanceFollowsTheFormulas() {
    assertEquals(1, Kernel.METROPOLIS.acceptance(-1, 0.5));
    assertEquals(StrictMath.exp(-2), Kernel.METROPOLIS.acceptance(1, 0.5), 1e-16);
    assertEquals(1 / (1 + StrictMath.exp(2)), Kernel.HEAT_BATH.acceptance(1, 0.5), 1e-16);
    assertEquals(1 / (1 + StrictMath.exp(-2)), Kernel.HEAT_BATH.acceptance(-1, 0.5), 1e-15);
  }

  @Test
  void zeroAndInfiniteTemperatureAreLimits() {
    assertEquals(0, Kernel.METROPOLIS.acceptance(1e-300, 0));
    assertEquals(1, Kernel.METROPOLIS.acceptance(0, 0));
    assertEquals(1, Kernel.METROPOLIS.acceptance(5, Double.POSITIVE_INFINITY));
    assertEquals(0, Kernel.HEAT_BATH.acceptance(1, 0));
    assertEquals(0.5, Kernel.HEAT_BATH.acceptance(0, 0));
    assertEquals(1, Kernel.HEAT_BATH.acceptance(-1, 0));
    assertEquals(0.5, Kernel.HEAT_BATH.acceptance(5, Double.POSITIVE_INFINITY));
  }

  @ParameterizedTest
  @EnumSource
  void upAndDownAreInDetailedBalance(Kernel kernel) {
    for (double increase : new double[] {0, 0.3, 2, 20}) {
      double up = kernel.acceptance(increase, 0.7);
      double down = kernel.acceptance(-increase, 0.7);
      assertEquals(StrictMath.exp(-increase / 0.7), up / down, 1e-12 * up / down);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNegativeTemperatureIsRejected(Kernel kernel) {
    assertThrows(IllegalArgumentException.class, () -> kernel.acceptance(1, -1));
    assertThrows(IllegalArgumentException.class, () -> kernel.acceptance(1, Double.NaN));
  }
}
