package temper.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import temper.random.RandomStream;
import temper.schedule.Schedule;
import temper.schedule.builtin.Schedules;
import temper.stats.BinomialEvidence;

final class WalkTest {

  /** Walks of a test; three states of two kernels are tested at 1e-7 each, 6e-7 in all. */
  private static final int WALKS = 20_000;

  private static final double ALPHA = 1e-7;

  @ParameterizedTest
  @EnumSource
  void walksEndWhereTheExactDistributionSays(Kernel kernel) {
    Landscape landscape = Landscapes.drifting();
    Schedule cooling = Schedules.geometric(2, 0.2, 60);
    Walk walk = new Walk(landscape, kernel);
    RandomStream stream = Landscapes.stream("walk-" + kernel.name());
    int[] counts = new int[landscape.size()];
    for (int i = 0; i < WALKS; i++) {
      int half = walk.run(2, cooling, 0, 30, stream);
      counts[walk.run(half, cooling, 30, 30, stream)]++;
    }
    double[] exact = landscape.certain(2);
    new Propagator(landscape, kernel).propagate(exact, cooling, 0, 60);

    for (int state = 0; state < counts.length; state++) {
      assertTrue(
          new BinomialEvidence(counts[state], WALKS).atLevel(ALPHA).contains(exact[state]),
          "state " + state + ": " + counts[state] + " of " + WALKS + ", exact " + exact[state]);
    }
  }

  @Test
  void aWalkDrawsTwoNumbersAStepWhateverHappens() {
    Walk walk = new Walk(Landscape.path(0, 5, 1), Kernel.METROPOLIS);
    RandomStream stream = Landscapes.stream("position");
    RandomStream twin = stream.copy();

    walk.run(0, Schedules.constant(0.5), 0, 25, stream);
    for (int i = 0; i < 50; i++) {
      twin.uniform();
    }

    assertEquals(twin.position(), stream.position());
  }

  @Test
  void mistakesAreNamed() {
    Walk walk = new Walk(Landscape.path(0, 1), Kernel.METROPOLIS);
    RandomStream stream = Landscapes.stream("mistakes");
    Schedule one = Schedules.constant(1);
    assertThrows(IllegalArgumentException.class, () -> walk.run(2, one, 0, 1, stream));
    assertThrows(IllegalArgumentException.class, () -> walk.run(-1, one, 0, 1, stream));
    assertThrows(IllegalArgumentException.class, () -> walk.run(0, one, 0, -1, stream));
  }
}
