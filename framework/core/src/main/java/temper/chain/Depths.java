package temper.chain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How deep each state of a landscape lies.
 *
 * <p>The depth of a state is the smallest height by which a walk from it must rise to reach a state
 * of strictly lower energy: the minimum over all paths from x to such a state of the largest energy
 * on the path, less the energy of x. It is 0 for a state that is no local minimum and infinite for
 * a state of lowest energy. The critical depth d* is the largest finite depth, and cooling at
 * {@code c / ln(1 + k)} ends in a state of lowest energy with certainty if and only if {@code c >=
 * d*}.
 *
 * <p>States are added in order of energy to a forest of disjoint sets; where two sets meet at an
 * energy, the bottoms of the one with the higher bottom have their depth.
 *
 * <p>Cost: O(states log(states) + moves).
 *
 * <p>Source: Hajek (1988), Cooling Schedules for Optimal Annealing, Mathematics of Operations
 * Research 13, for depth and d*; Catoni (1992), Annals of Probability 20, for the difficulty.
 *
 * @since 0.1
 */
public final class Depths {

  private static final int NONE = -1;

  private final Landscape landscape;
  private final double[] rims;
  private final double[] depths;

  private Depths(Landscape landscape, double[] rims) {
    this.landscape = landscape;
    this.rims = rims;
    this.depths = new double[rims.length];
    Arrays.setAll(depths, state -> rims[state] - landscape.energy(state));
  }

  /**
   * The depths of all states.
   *
   * @param landscape the landscape
   * @return the depths
   */
  public static Depths of(Landscape landscape) {
    return new Depths(landscape, new Flood(landscape).rims());
  }

  /**
   * The depth of a state.
   *
   * @param state from 0 to {@code size() - 1}
   * @return 0 or more; infinite for a state of lowest energy
   */
  public double depth(int state) {
    return depths[state];
  }

  /**
   * The critical depth d*.
   *
   * @return the largest finite depth; 0 if all local minima are of lowest energy
   */
  public double critical() {
    return Arrays.stream(depths).filter(Double::isFinite).max().orElse(0);
  }

  /**
   * The first state of critical depth.
   *
   * @return a state that is not of lowest energy
   * @throws IllegalStateException if all local minima are of lowest energy
   */
  public int deepest() {
    double critical = critical();
    if (critical == 0) {
      throw new IllegalStateException("all local minima are of lowest energy");
    }
    return IntStream.range(0, depths.length)
        .filter(state -> depths[state] == critical)
        .findFirst()
        .orElseThrow();
  }

  /**
   * The difficulty D of Catoni: the largest ratio, over all states not of lowest energy, of depth
   * to energy above the lowest. No cooling schedule of n steps does better than error {@code
   * n^(-1/D)}, up to factors.
   *
   * @return 0 if all local minima are of lowest energy
   */
  public double difficulty() {
    double largest = 0;
    for (int state = 0; state < depths.length; state++) {
      if (Double.isFinite(depths[state])) {
        largest =
            Math.max(largest, depths[state] / (landscape.energy(state) - landscape.minimum()));
      }
    }
    return largest;
  }

  /**
   * The cup of a state: what can be reached from it without rising as far as its depth.
   *
   * @param state from 0 to {@code size() - 1}
   * @return true for each state of the cup; of a state of lowest energy the whole landscape, of a
   *     state of depth 0 nothing
   */
  public boolean[] cup(int state) {
    boolean[] inside = new boolean[depths.length];
    // An energy of the landscape itself: the sum of energy and depth would round.
    double rim = rims[state];
    if (depths[state] == 0) {
      return inside;
    }
    int[] stack = new int[depths.length];
    int height = 0;
    stack[height++] = state;
    inside[state] = true;
    while (height > 0) {
      int from = stack[--height];
      for (int index = 0; index < landscape.degree(from); index++) {
        int to = landscape.neighbour(from, index);
        if (!inside[to] && landscape.energy(to) < rim) {
          inside[to] = true;
          stack[height++] = to;
        }
      }
    }
    return inside;
  }

  /** Adds states by energy and keeps, of each set, the list of its bottoms. */
  private static final class Flood {

    private final Landscape landscape;
    private final DisjointSets sets;
    private final double[] bottom;
    private final int[] firstBottom;
    private final int[] lastBottom;
    private final int[] nextBottom;
    private final boolean[] added;
    private final double[] rims;

    Flood(Landscape landscape) {
      int n = landscape.size();
      this.landscape = landscape;
      this.sets = new DisjointSets(n);
      this.bottom = IntStream.range(0, n).mapToDouble(landscape::energy).toArray();
      this.firstBottom = IntStream.range(0, n).toArray();
      this.lastBottom = IntStream.range(0, n).toArray();
      this.nextBottom = new int[n];
      this.added = new boolean[n];
      this.rims = bottom.clone();
      Arrays.fill(nextBottom, NONE);
    }

    /** The energies to which walks must rise: of a state that is no local minimum its own. */
    double[] rims() {
      int[] order =
          IntStream.range(0, landscape.size())
              .boxed()
              .sorted(Comparator.comparingDouble(landscape::energy))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int state : order) {
        added[state] = true;
        for (int index = 0; index < landscape.degree(state); index++) {
          int other = landscape.neighbour(state, index);
          if (added[other]) {
            meet(state, other, landscape.energy(state));
          }
        }
      }
      for (int at = firstBottom[sets.find(0)]; at != NONE; at = nextBottom[at]) {
        rims[at] = Double.POSITIVE_INFINITY;
      }
      return rims;
    }

    private void meet(int a, int b, double height) {
      int first = sets.find(a);
      int second = sets.find(b);
      if (!sets.union(first, second)) {
        return;
      }
      int root = sets.find(first);
      if (bottom[first] == bottom[second]) {
        nextBottom[lastBottom[first]] = firstBottom[second];
        keep(root, bottom[first], firstBottom[first], lastBottom[second]);
        return;
      }
      int lower = bottom[first] < bottom[second] ? first : second;
      int higher = lower == first ? second : first;
      for (int at = firstBottom[higher]; at != NONE; at = nextBottom[at]) {
        rims[at] = height;
      }
      keep(root, bottom[lower], firstBottom[lower], lastBottom[lower]);
    }

    private void keep(int root, double energy, int first, int last) {
      bottom[root] = energy;
      firstBottom[root] = first;
      lastBottom[root] = last;
    }
  }
}
