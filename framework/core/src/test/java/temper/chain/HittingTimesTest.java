package temper.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class HittingTimesTest {

  @Test
  void oneOfTwoStatesIsLeftAtTheRateOfTheMove() {
    double[] times =
        HittingTimes.mean(
            Landscape.path(0, 1), Kernel.METROPOLIS, 0.1, new boolean[] {false, true});

    assertEquals(2 * StrictMath.exp(10), times[0], 1e-9 * times[0]);
    assertEquals(0, times[1]);
  }

  @Test
  void aFlatPathIsCrossedInTheSquareOfItsLength() {
    int n = 11;
    boolean[] end = new boolean[n];
    end[n - 1] = true;

    double[] times = HittingTimes.mean(Landscape.path(new double[n]), Kernel.METROPOLIS, 1, end);

    for (int i = 0; i < n; i++) {
      assertEquals((n - 1.0) * n - i * (i + 1.0), times[i], 1e-10);
    }
  }

  @Test
  void timesAreSumsOfTheProbabilitiesOfNotHavingArrived() {
    Landscape landscape = Landscapes.drifting();
    // Absorption is a move that is never proposed back, so the target is cut off by hand.
    double[] times =
        HittingTimes.mean(landscape, Kernel.HEAT_BATH, 0.5, new boolean[] {true, false, false});
    double stay1 =
        1
            - 0.25 * Kernel.HEAT_BATH.acceptance(-1, 0.5)
            - 0.75 * Kernel.HEAT_BATH.acceptance(-0.5, 0.5);
    double forth = 0.75 * Kernel.HEAT_BATH.acceptance(-0.5, 0.5);
    double back = 0.25 * Kernel.HEAT_BATH.acceptance(0.5, 0.5);
    double p1 = 0;
    double p2 = 1;
    double sum = 0;
    for (int k = 0; k < 5000; k++) {
      sum += p1 + p2;
      double next1 = p1 * stay1 + p2 * back;
      p2 = p1 * forth + p2 * (1 - back);
      p1 = next1;
    }
    assertEquals(sum, times[2], 1e-9 * sum);
  }

  @Test
  void aFlatCubeOfAThousandStatesIsTheUrnOfTheEhrenfests() {
    int n = 10;
    boolean[] corner = new boolean[1 << n];
    corner[0] = true;

    double[] times =
        HittingTimes.mean(Landscape.hypercube(n, word -> 0), Kernel.METROPOLIS, 1, corner);

    // One ball less takes a draw, or a ball more and then two less.
    double[] fewer = new double[n + 2];
    for (int balls = n; balls > 0; balls--) {
      fewer[balls] = (n + (n - balls) * fewer[balls + 1]) / balls;
    }
    double time = 0;
    for (int balls = 1; balls <= n; balls++) {
      time += fewer[balls];
      assertEquals(time, times[(1 << balls) - 1], 1e-9 * time);
    }
  }

  @Test
  void theWholeLandscapeIsReachedAtOnce() {
    assertArrayEquals(
        new double[2],
        HittingTimes.mean(Landscape.path(0, 1), Kernel.METROPOLIS, 1, new boolean[] {true, true}));
  }

  @Test
  void mistakesAreNamed() {
    Landscape path = Landscape.path(0, 2, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> HittingTimes.mean(path, Kernel.METROPOLIS, 1, new boolean[2]));
    assertThrows(
        IllegalArgumentException.class,
        () -> HittingTimes.mean(path, Kernel.METROPOLIS, 1, new boolean[3]));
    assertThrows(
        IllegalArgumentException.class,
        () -> HittingTimes.mean(path, Kernel.METROPOLIS, 0, new boolean[] {true, false, false}));
    assertThrows(
        IllegalArgumentException.class,
        () -> HittingTimes.mean(path, Kernel.METROPOLIS, -1, new boolean[] {true, false, false}));
  }
}
