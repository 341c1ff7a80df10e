package temper.chain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LandscapeTest {

  @Test
  void aPathHoldsAtItsEnds() {
    Landscape path = Landscape.path(3, 1, 2);

    assertEquals(3, path.size());
    assertEquals(4, path.moves());
    assertEquals(1, path.degree(0));
    assertEquals(2, path.degree(1));
    assertEquals(2, path.neighbour(1, 1));
    assertEquals(0.5, path.proposal(0, 0));
    assertEquals(2, path.energy(2));
    assertEquals(1, path.minimum());
    assertTrue(path.symmetric());
    assertFalse(Landscapes.drifting().symmetric());
  }

  @Test
  void aSingleStateIsALandscape() {
    Landscape single = Landscape.path(4);
    assertEquals(0, single.moves());
    assertArrayEquals(new double[] {1}, single.uniform());
  }

  @Test
  void aRingAndACubeHaveAllNeighbours() {
    Landscape ring = Landscape.ring(0, 1, 2, 3);
    assertEquals(3, ring.neighbour(0, 0));
    assertEquals(0, ring.neighbour(3, 1));

    Landscape cube = Landscape.hypercube(3, word -> Integer.bitCount(word));
    assertEquals(8, cube.size());
    for (int word = 0; word < 8; word++) {
      assertEquals(3, cube.degree(word));
      for (int i = 0; i < 3; i++) {
        assertEquals(1, Integer.bitCount(word ^ cube.neighbour(word, i)));
        assertEquals(1.0 / 3, cube.proposal(word, i));
      }
    }
  }

  @Test
  void massesAreSumsOverEnergies() {
    Landscape path = Landscape.path(0, 1, 0, 2);
    double[] distribution = {0.1, 0.2, 0.3, 0.4};

    assertEquals(0.4, path.massOnMinima(distribution), 1e-15);
    assertEquals(0.6, path.massUpTo(1, distribution), 1e-15);
    assertEquals(0.4, path.massAbove(1, distribution), 1e-15);
    assertArrayEquals(new double[] {0, 1, 0, 0}, path.certain(1));
  }

  @Test
  void theArraysGivenAreCopied() {
    double[] energies = {1, 2};
    Landscape landscape = Landscape.graph(energies, new int[][] {{1}, {0}});
    energies[0] = 5;
    assertEquals(1, landscape.energy(0));
  }

  @Test
  void mistakesAreNamed() {
    double[] two = {0, 1};
    double[][] half = {{0.5}, {0.5}};
    rejects("at least 1 state", new double[0], new int[0][], new double[0][]);
    rejects("1 and 2 lists", two, new int[][] {{1}}, half);
    rejects("2 and 1 lists", two, new int[][] {{1}, {0}}, new double[][] {{0.5}});
    rejects("energies[1] must be finite", new double[] {0, Double.NaN}, edges(), half);
    rejects("1 neighbours but 2", two, edges(), new double[][] {{0.5, 0.5}, {0.5}});
    rejects("other states from 0 to 1, got 2", two, new int[][] {{2}, {0}}, half);
    rejects("got -1", two, new int[][] {{-1}, {0}}, half);
    rejects("got 0", two, new int[][] {{0}, {0}}, half);
    rejects("must be > 0, got 0.0", two, edges(), new double[][] {{0}, {0.5}});
    rejects("at most 1, got 1.5", two, edges(), new double[][] {{1.5}, {0.5}});
    rejects(
        "lists neighbour 1 twice", two, new int[][] {{1, 1}, {0}}, new double[][] {{.2, .2}, {1}});
    rejects("but none back", two, new int[][] {{1}, {}}, new double[][] {{0.5}, {}});
    rejects("got 2 parts", two, new int[2][0], new double[2][0]);
    assertThrows(IllegalArgumentException.class, () -> Landscape.ring(1, 2));
    assertThrows(IllegalArgumentException.class, () -> Landscape.hypercube(0, word -> 0));
    assertThrows(IllegalArgumentException.class, () -> Landscape.hypercube(25, word -> 0));
  }

  private static int[][] edges() {
    return new int[][] {{1}, {0}};
  }

  private static void rejects(
      String message, double[] energies, int[][] neighbours, double[][] probabilities) {
    String text =
        assertThrows(
                IllegalArgumentException.class,
                () -> Landscape.of(energies, neighbours, probabilities))
            .getMessage();
    assertTrue(text.contains(message), text);
  }
}
