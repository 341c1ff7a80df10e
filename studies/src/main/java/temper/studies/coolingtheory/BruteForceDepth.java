package temper.studies.coolingtheory;

import temper.chain.Landscape;

/** Depths by walking all simple paths: slow, and too simple to be wrong. */
final class BruteForceDepth {

  private final Landscape landscape;
  private final boolean[] visited;

  private BruteForceDepth(Landscape landscape) {
    this.landscape = landscape;
    this.visited = new boolean[landscape.size()];
  }

  /** The depth of a state; infinite if none is lower. */
  static double of(Landscape landscape, int state) {
    double height = new BruteForceDepth(landscape).lowest(state, state, landscape.energy(state));
    return height - landscape.energy(state);
  }

  /** Largest finite depth. */
  static double critical(Landscape landscape) {
    double largest = 0;
    for (int state = 0; state < landscape.size(); state++) {
      double depth = of(landscape, state);
      if (Double.isFinite(depth)) {
        largest = Math.max(largest, depth);
      }
    }
    return largest;
  }

  /** Lowest height at which a path goes on from here to a state below the start. */
  private double lowest(int start, int here, double height) {
    if (landscape.energy(here) < landscape.energy(start)) {
      return height;
    }
    visited[here] = true;
    double best = Double.POSITIVE_INFINITY;
    for (int index = 0; index < landscape.degree(here); index++) {
      int to = landscape.neighbour(here, index);
      if (!visited[to]) {
        best = Math.min(best, lowest(start, to, Math.max(height, landscape.energy(to))));
      }
    }
    visited[here] = false;
    return best;
  }
}
