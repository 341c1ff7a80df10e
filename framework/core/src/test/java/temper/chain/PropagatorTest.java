package temper.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import temper.schedule.Schedule;
import temper.schedule.builtin.Schedules;

final class PropagatorTest {

  private static final Landscape TWO = Landscape.path(0, 1);

  @ParameterizedTest
  @EnumSource
  void twoStatesRelaxAsTheClosedFormSays(Kernel kernel) {
    double temperature = 0.8;
    double up = 0.5 * kernel.acceptance(1, temperature);
    double down = 0.5 * kernel.acceptance(-1, temperature);
    double limit = up / (up + down);
    double[] p = {1, 0};

    new Propagator(TWO, kernel).propagate(p, Schedules.constant(temperature), 0, 7);

    assertEquals(limit * (1 - StrictMath.pow(1 - up - down, 7)), p[1], 1e-15);
    assertEquals(1, p[0] + p[1], 1e-15);
  }

  @Test
  void twoStatesFollowACoolingScheduleAsTheRecursionSays() {
    Schedule cooling = Schedules.logarithmic(2);
    double[] p = {0.25, 0.75};
    double high = 0.75;
    for (int k = 3; k < 53; k++) {
      double up = 0.5 * StrictMath.exp(-1 / cooling.at(k));
      high = high * 0.5 + (1 - high) * up;
    }

    new Propagator(TWO, Kernel.METROPOLIS).propagate(p, cooling, 3, 50);

    assertEquals(high, p[1], 1e-14);
  }

  @Test
  void aFlatRingDiffusesAsItsFourierModesSay() {
    int n = 12;
    Landscape ring = Landscape.ring(new double[n]);
    double[] p = ring.certain(0);

    new Propagator(ring, Kernel.METROPOLIS).propagate(p, Schedules.constant(1), 0, 9);

    for (int x = 0; x < n; x++) {
      double sum = 0;
      for (int mode = 0; mode < n; mode++) {
        double angle = 2 * StrictMath.PI * mode / n;
        sum += StrictMath.pow(StrictMath.cos(angle), 9) * StrictMath.cos(angle * x);
      }
      assertEquals(sum / n, p[x], 1e-14);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStepIsTheProductWithTheMatrix(Kernel kernel) {
    Landscape landscape = Landscapes.drifting();
    Propagator propagator = new Propagator(landscape, kernel);
    double[] p = {0.2, 0.3, 0.5};
    DMatrixRMaj product = new DMatrixRMaj(1, 3);
    CommonOps_DDRM.mult(new DMatrixRMaj(1, 3, true, p.clone()), propagator.matrix(0.6), product);

    propagator.propagate(p, Schedules.constant(0.6), 0, 1);

    assertArrayEquals(product.data, p, 1e-16);
  }

  @ParameterizedTest
  @EnumSource
  void aLeapIsManySteps(Kernel kernel) {
    Landscape landscape = Landscapes.random(9, 5, Landscapes.stream("leap"));
    Propagator propagator = new Propagator(landscape, kernel);
    for (long steps : new long[] {0, 1, 2, 3, 100, 12_345}) {
      double[] leapt = landscape.certain(3);
      double[] stepped = landscape.certain(3);

      propagator.leap(leapt, 0.9, steps);
      propagator.propagate(stepped, Schedules.constant(0.9), 0, steps);

      assertArrayEquals(stepped, leapt, 1e-12, "steps " + steps);
    }
  }

  @Test
  void aVeryLongLeapEndsInEquilibrium() {
    Landscape landscape = Landscape.path(0.5, 0.2, 0.6, 0.8, 0.6, 0.1, 0.3, 0, 0.4);
    double[] p = landscape.certain(1);

    new Propagator(landscape, Kernel.METROPOLIS).leap(p, 0.1, 10_000_000_000L);

    assertArrayEquals(Equilibrium.gibbs(landscape, 0.1), p, 1e-4);
  }

  @Test
  void atZeroTemperatureAllMassFallsIntoLocalMinima() {
    Landscape landscape = Landscape.path(2, 1, 3, 0);
    double[] p = landscape.uniform();

    new Propagator(landscape, Kernel.METROPOLIS).leap(p, 0, 1000);

    assertEquals(0, p[0] + p[2], 1e-15);
    assertEquals(0.625, p[1], 1e-15);
  }

  @Test
  void massIsKeptOverManySteps() {
    Landscape landscape = Landscapes.random(30, 10, Landscapes.stream("mass"));
    double[] p = landscape.uniform();

    new Propagator(landscape, Kernel.METROPOLIS).propagate(p, Schedules.logarithmic(1), 0, 20_000);

    assertEquals(1, Arrays.stream(p).sum(), 1e-11);
  }

  @Test
  void propagationAllocatesNothing() {
    Landscape landscape = Landscape.hypercube(6, Integer::bitCount);
    Propagator propagator = new Propagator(landscape, Kernel.METROPOLIS);
    Schedule cooling = Schedules.logarithmic(1);
    double[] p = landscape.uniform();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    propagator.propagate(p, cooling, 0, 20_000);

    long before = threads.getThreadAllocatedBytes(thread);
    propagator.propagate(p, cooling, 20_000, 20_000);
    long allocated = threads.getThreadAllocatedBytes(thread) - before;

    assertEquals(0, allocated / 20_000, "bytes for each step, of " + allocated);
  }

  @Test
  void mistakesAreNamed() {
    Propagator propagator = new Propagator(TWO, Kernel.METROPOLIS);
    Schedule one = Schedules.constant(1);
    assertThrows(
        IllegalArgumentException.class, () -> propagator.propagate(new double[3], one, 0, 1));
    assertThrows(
        IllegalArgumentException.class, () -> propagator.propagate(new double[2], one, 0, -1));
    assertThrows(IllegalArgumentException.class, () -> propagator.leap(new double[2], 1, -1));
    assertThrows(IllegalArgumentException.class, () -> propagator.leap(new double[2], -1, 1));
    assertThrows(IllegalArgumentException.class, () -> propagator.matrix(Double.NaN));
    assertThrows(
        IllegalArgumentException.class,
        () -> propagator.propagate(new double[2], Schedules.constant(-1), 0, 1));
  }
}
