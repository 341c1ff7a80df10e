package temper.chain;

import java.util.stream.IntStream;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** Landscapes of the tests of this package. */
final class Landscapes {

  private Landscapes() {}

  static RandomStream stream(String purpose) {
    return new StreamRoot("chain-test").stream("test", 0, purpose);
  }

  /** A connected graph with whole energies, few enough for ties. */
  static Landscape random(int size, int levels, RandomStream stream) {
    boolean[][] edge = new boolean[size][size];
    double[] energies = new double[size];
    for (int i = 0; i < size; i++) {
      energies[i] = stream.nextInt(levels);
      int parent = i == 0 ? 0 : stream.nextInt(i);
      for (int j = 0; j < i; j++) {
        edge[i][j] = j == parent || stream.uniform() < 0.2;
        edge[j][i] = edge[i][j];
      }
    }
    int[][] neighbours = new int[size][];
    for (int i = 0; i < size; i++) {
      boolean[] row = edge[i];
      neighbours[i] = IntStream.range(0, size).filter(j -> row[j]).toArray();
    }
    return Landscape.graph(energies, neighbours);
  }

  /** Three states in a row whose moves to the right are proposed more often than those back. */
  static Landscape drifting() {
    return Landscape.of(
        new double[] {0, 1, 0.5},
        new int[][] {{1}, {0, 2}, {1}},
        new double[][] {{0.75}, {0.25, 0.75}, {0.25}});
  }
}
