package temper.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import temper.random.RandomStream;

final class DepthsTest {

  @Test
  void nineStatesInARowHaveTheKnownDepths() {
    Depths depths = Depths.of(Landscape.path(0.5, 0.2, 0.6, 0.8, 0.6, 0.1, 0.3, 0, 0.4));

    assertEquals(0.6, depths.critical(), 1e-15);
    assertEquals(1, depths.deepest());
    assertEquals(0.2, depths.depth(5), 1e-15);
    assertEquals(3, depths.difficulty(), 1e-14);
    assertEquals(Double.POSITIVE_INFINITY, depths.depth(7));
    for (int state : new int[] {0, 2, 3, 4, 6, 8}) {
      assertEquals(0, depths.depth(state));
    }
    assertArrayEquals(
        new boolean[] {true, true, true, false, false, false, false, false, false}, depths.cup(1));
  }

  @Test
  void depthsAreThoseOfTheDefinitionOnRandomGraphs() {
    RandomStream stream = Landscapes.stream("graphs");
    int deep = 0;
    for (int i = 0; i < 500; i++) {
      Landscape landscape = Landscapes.random(1 + stream.nextInt(9), 2 + stream.nextInt(9), stream);
      Depths depths = Depths.of(landscape);
      for (int state = 0; state < landscape.size(); state++) {
        assertEquals(byDefinition(landscape, state), depths.depth(state), "graph " + i);
      }
      deep += depths.critical() > 0 ? 1 : 0;
    }
    assertTrue(deep > 100, "graphs with a depth: " + deep);
  }

  /** The lowest height from which the states at most that high lead to a lower state. */
  private static double byDefinition(Landscape landscape, int state) {
    return IntStream.range(0, landscape.size())
        .mapToDouble(landscape::energy)
        .filter(height -> height >= landscape.energy(state))
        .sorted()
        .filter(height -> leadsDown(landscape, state, height, new boolean[landscape.size()]))
        .map(height -> height - landscape.energy(state))
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static boolean leadsDown(Landscape landscape, int start, double height, boolean[] seen) {
    return reach(landscape, start, start, height, seen);
  }

  private static boolean reach(
      Landscape landscape, int start, int here, double height, boolean[] seen) {
    if (landscape.energy(here) < landscape.energy(start)) {
      return true;
    }
    seen[here] = true;
    for (int i = 0; i < landscape.degree(here); i++) {
      int to = landscape.neighbour(here, i);
      if (!seen[to]
          && landscape.energy(to) <= height
          && reach(landscape, start, to, height, seen)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void minimaOfEqualEnergyShareTheirDepth() {
    Depths depths = Depths.of(Landscape.path(1, 2, 1, 5, 0));
    assertEquals(4, depths.depth(0));
    assertEquals(4, depths.depth(2));
    assertArrayEquals(new boolean[] {true, true, true, false, false}, depths.cup(0));
  }

  @Test
  void twoGlobalMinimaAreBothInfinitelyDeep() {
    Depths depths = Depths.of(Landscape.path(0, 3, 0));
    assertEquals(Double.POSITIVE_INFINITY, depths.depth(0));
    assertEquals(Double.POSITIVE_INFINITY, depths.depth(2));
    assertEquals(0, depths.critical());
    assertEquals(0, depths.difficulty());
    assertThrows(IllegalStateException.class, depths::deepest);
    assertArrayEquals(new boolean[] {true, true, true}, depths.cup(2));
    assertFalse(depths.cup(1)[1]);
  }

  @Test
  void theRimOfACupIsNoPartOfItWhereEnergyAndDepthDoNotAddUp() {
    Depths depths = Depths.of(Landscape.path(-2, -0.9, -3));
    assertTrue(-2 + depths.depth(0) > -0.9, "an example whose sum rounds up");
    assertArrayEquals(new boolean[] {true, false, false}, depths.cup(0));
  }
}
