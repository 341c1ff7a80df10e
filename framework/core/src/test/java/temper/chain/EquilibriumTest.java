package temper.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import temper.schedule.builtin.Schedules;

final class EquilibriumTest {

  @ParameterizedTest
  @EnumSource
  void symmetricProposalsHaveTheGibbsDistribution(Kernel kernel) {
    Landscape landscape = Landscapes.random(12, 6, Landscapes.stream("gibbs"));
    double[] gibbs = Equilibrium.gibbs(landscape, 0.1);
    double[] stationary = Equilibrium.stationary(landscape, kernel, 0.1);

    for (int state = 0; state < gibbs.length; state++) {
      assertEquals(1, stationary[state] / gibbs[state], 1e-10, "state " + state);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStepLeavesTheStationaryDistributionAsItIs(Kernel kernel) {
    Landscape landscape = Landscapes.drifting();
    double[] stationary = Equilibrium.stationary(landscape, kernel, 0.7);
    double[] p = stationary.clone();

    new Propagator(landscape, kernel).propagate(p, Schedules.constant(0.7), 0, 1);

    assertArrayEquals(stationary, p, 1e-15);
    assertEquals(1, landscape.massUpTo(1, p), 1e-14);
  }

  @Test
  void gibbsAtTheLimits() {
    Landscape landscape = Landscape.path(0, 3, 0);
    assertArrayEquals(new double[] {0.5, 0, 0.5}, Equilibrium.gibbs(landscape, 0));
    assertArrayEquals(
        landscape.uniform(), Equilibrium.gibbs(landscape, Double.POSITIVE_INFINITY), 1e-16);
  }

  @Test
  void totalVariationIsHalfTheSumOfDifferences() {
    assertEquals(
        0.3, Equilibrium.totalVariation(new double[] {0.5, 0.5}, new double[] {0.2, 0.8}), 1e-15);
    assertEquals(1, Equilibrium.totalVariation(new double[] {1, 0}, new double[] {0, 1}));
  }

  @Test
  void mistakesAreNamed() {
    Landscape path = Landscape.path(0, 1);
    assertThrows(IllegalArgumentException.class, () -> Equilibrium.gibbs(Landscapes.drifting(), 1));
    assertThrows(IllegalArgumentException.class, () -> Equilibrium.gibbs(path, -1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Equilibrium.stationary(Landscape.path(1, 0), Kernel.METROPOLIS, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> Equilibrium.totalVariation(new double[1], new double[2]));
  }
}
