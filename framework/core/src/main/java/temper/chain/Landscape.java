package temper.chain;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Energies on the states of a finite connected graph, with the probability of proposing each move.
 * Immutable.
 *
 * <p>Moves go both ways: a state is a neighbour of each of its neighbours, though the two moves may
 * be proposed with different probabilities. What is left of the probability of a state is that of
 * proposing nothing. {@code Landscape.path(0.5, 0.2, 0.6, 0)} has four states in a row.
 *
 * @since 0.1
 */
public final class Landscape {

  /** How far proposal probabilities may sum above 1, by rounding. */
  private static final double ROUNDING = 1e-12;

  private final double[] energies;
  private final int[] offsets;
  private final int[] targets;
  private final double[] proposals;
  private final int[] reverse;
  private final double minimum;
  private final boolean symmetric;

  private Landscape(double[] energies, int[][] neighbours, double[][] probabilities) {
    this.energies = energies;
    this.offsets = new int[energies.length + 1];
    for (int state = 0; state < energies.length; state++) {
      offsets[state + 1] = offsets[state] + neighbours[state].length;
    }
    this.targets = new int[offsets[energies.length]];
    this.proposals = new double[targets.length];
    for (int state = 0; state < energies.length; state++) {
      System.arraycopy(neighbours[state], 0, targets, offsets[state], neighbours[state].length);
      System.arraycopy(
          probabilities[state], 0, proposals, offsets[state], probabilities[state].length);
    }
    this.minimum = Arrays.stream(energies).min().orElseThrow();
    checkMoves();
    this.reverse = reverses();
    checkConnected();
    this.symmetric = isSymmetric();
  }

  /**
   * A landscape of listed moves.
   *
   * @param energies finite energy of each state, at least one state; copied
   * @param neighbours the other states that can be proposed from each state; copied
   * @param probabilities probability of proposing each of them, {@code > 0}, of sum at most 1;
   *     copied
   * @return the landscape
   * @throws IllegalArgumentException if lengths differ, a number is out of its range, a move is
   *     listed twice or has no way back, or the graph is not connected
   */
  public static Landscape of(double[] energies, int[][] neighbours, double[][] probabilities) {
    if (energies.length < 1
        || neighbours.length != energies.length
        || probabilities.length != energies.length) {
      throw new IllegalArgumentException(
          "a landscape needs at least 1 state and one list of neighbours and of probabilities for"
              + " each, got "
              + energies.length
              + " energies, "
              + neighbours.length
              + " and "
              + probabilities.length
              + " lists");
    }
    for (int state = 0; state < energies.length; state++) {
      if (!Double.isFinite(energies[state])) {
        throw new IllegalArgumentException(
            "energies[" + state + "] must be finite, got " + energies[state]);
      }
      if (neighbours[state].length != probabilities[state].length) {
        throw new IllegalArgumentException(
            "state "
                + state
                + " has "
                + neighbours[state].length
                + " neighbours but "
                + probabilities[state].length
                + " probabilities");
      }
    }
    return new Landscape(energies.clone(), neighbours, probabilities);
  }

  /**
   * A landscape on a graph: every move is proposed with one over the largest number of neighbours,
   * so that proposals are symmetric.
   *
   * @param energies finite energy of each state
   * @param neighbours neighbours of each state
   * @return the landscape
   * @throws IllegalArgumentException as for {@link #of}
   */
  public static Landscape graph(double[] energies, int[][] neighbours) {
    int degree = Arrays.stream(neighbours).mapToInt(list -> list.length).max().orElse(0);
    double[][] probabilities = new double[neighbours.length][];
    for (int state = 0; state < probabilities.length; state++) {
      probabilities[state] = new double[neighbours[state].length];
      Arrays.fill(probabilities[state], 1.0 / degree);
    }
    return of(energies, neighbours, probabilities);
  }

  /**
   * States in a row: each neighbour is proposed with probability 1/2, and at the ends nothing is
   * proposed with 1/2.
   *
   * @param energies finite energies in order
   * @return the landscape
   * @throws IllegalArgumentException if there are no energies or one is not finite
   */
  public static Landscape path(double... energies) {
    int n = energies.length;
    int[][] neighbours = new int[n][];
    double[][] probabilities = new double[n][];
    for (int i = 0; i < n; i++) {
      int[] both = {i - 1, i + 1};
      neighbours[i] = Arrays.stream(both).filter(j -> j >= 0 && j < n).toArray();
      probabilities[i] = new double[neighbours[i].length];
      Arrays.fill(probabilities[i], 0.5);
    }
    return of(energies, neighbours, probabilities);
  }

  /**
   * States in a ring: each of the two neighbours is proposed with probability 1/2.
   *
   * @param energies finite energies in order, at least 3
   * @return the landscape
   * @throws IllegalArgumentException if there are fewer than 3 energies or one is not finite
   */
  public static Landscape ring(double... energies) {
    int n = energies.length;
    if (n < 3) {
      throw new IllegalArgumentException("a ring needs at least 3 states, got " + n);
    }
    int[][] neighbours = new int[n][];
    for (int i = 0; i < n; i++) {
      neighbours[i] = new int[] {(i + n - 1) % n, (i + 1) % n};
    }
    return graph(energies, neighbours);
  }

  /**
   * The corners of a cube: states are words of bits, and a move flips one bit chosen uniformly.
   *
   * @param dimensions number of bits, from 1 to 24
   * @param energy finite energy of a word, whose bit i is that of dimension i
   * @return the landscape
   * @throws IllegalArgumentException if the number of bits is out of range or an energy is not
   *     finite
   */
  public static Landscape hypercube(int dimensions, IntToDoubleFunction energy) {
    if (dimensions < 1 || dimensions > 24) {
      throw new IllegalArgumentException("dimensions must lie in [1, 24], got " + dimensions);
    }
    double[] energies = new double[1 << dimensions];
    int[][] neighbours = new int[energies.length][dimensions];
    for (int word = 0; word < energies.length; word++) {
      energies[word] = energy.applyAsDouble(word);
      for (int bit = 0; bit < dimensions; bit++) {
        neighbours[word][bit] = word ^ (1 << bit);
      }
    }
    return graph(energies, neighbours);
  }

  private void checkMoves() {
    for (int state = 0; state < size(); state++) {
      double sum = 0;
      for (int move = offsets[state]; move < offsets[state + 1]; move++) {
        if (targets[move] < 0 || targets[move] >= size() || targets[move] == state) {
          throw new IllegalArgumentException(
              "neighbours of state "
                  + state
                  + " must be other states from 0 to "
                  + (size() - 1)
                  + ", got "
                  + targets[move]);
        }
        if (!(proposals[move] > 0)) {
          throw new IllegalArgumentException(
              "probabilities of state " + state + " must be > 0, got " + proposals[move]);
        }
        sum += proposals[move];
      }
      if (!(sum <= 1 + ROUNDING)) {
        throw new IllegalArgumentException(
            "probabilities of state " + state + " must sum to at most 1, got " + sum);
      }
    }
  }

  /** The index of the move back, for every move. */
  private int[] reverses() {
    int[] back = new int[targets.length];
    for (int state = 0; state < size(); state++) {
      for (int move = offsets[state]; move < offsets[state + 1]; move++) {
        if (find(state, targets[move]) != move) {
          throw new IllegalArgumentException(
              "state " + state + " lists neighbour " + targets[move] + " twice");
        }
        back[move] = find(targets[move], state);
        if (back[move] < 0) {
          throw new IllegalArgumentException(
              "there is a move from state " + state + " to " + targets[move] + " but none back");
        }
      }
    }
    return back;
  }

  private int find(int from, int to) {
    for (int move = offsets[from]; move < offsets[from + 1]; move++) {
      if (targets[move] == to) {
        return move;
      }
    }
    return -1;
  }

  private void checkConnected() {
    DisjointSets sets = new DisjointSets(size());
    int parts = size();
    for (int state = 0; state < size(); state++) {
      for (int move = offsets[state]; move < offsets[state + 1]; move++) {
        parts -= sets.union(state, targets[move]) ? 1 : 0;
      }
    }
    if (parts != 1) {
      throw new IllegalArgumentException("the graph must be connected, got " + parts + " parts");
    }
  }

  private boolean isSymmetric() {
    for (int move = 0; move < proposals.length; move++) {
      if (proposals[move] != proposals[reverse[move]]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The number of states.
   *
   * @return at least 1
   */
  public int size() {
    return energies.length;
  }

  /**
   * The number of moves, counted in each direction.
   *
   * @return 0 or more
   */
  public int moves() {
    return targets.length;
  }

  /**
   * The energy of a state.
   *
   * @param state from 0 to {@code size() - 1}
   * @return a finite number
   */
  public double energy(int state) {
    return energies[state];
  }

  /**
   * The number of neighbours of a state.
   *
   * @param state from 0 to {@code size() - 1}
   * @return 0 or more
   */
  public int degree(int state) {
    return offsets[state + 1] - offsets[state];
  }

  /**
   * A neighbour of a state.
   *
   * @param state from 0 to {@code size() - 1}
   * @param index from 0 to {@code degree(state) - 1}
   * @return another state
   */
  public int neighbour(int state, int index) {
    return targets[offsets[state] + index];
  }

  /**
   * The probability of proposing a neighbour of a state.
   *
   * @param state from 0 to {@code size() - 1}
   * @param index from 0 to {@code degree(state) - 1}
   * @return above 0, at most 1
   */
  public double proposal(int state, int index) {
    return proposals[offsets[state] + index];
  }

  /**
   * Whether every move is proposed as often as the move back.
   *
   * @return true if so; the Gibbs distribution is then stationary
   */
  public boolean symmetric() {
    return symmetric;
  }

  /**
   * The lowest energy.
   *
   * @return a finite number
   */
  public double minimum() {
    return minimum;
  }

  /**
   * The distribution that gives all states the same probability.
   *
   * @return a new array
   */
  public double[] uniform() {
    double[] distribution = new double[size()];
    Arrays.fill(distribution, 1.0 / size());
    return distribution;
  }

  /**
   * The distribution that is certain of one state.
   *
   * @param state from 0 to {@code size() - 1}
   * @return a new array
   */
  public double[] certain(int state) {
    double[] distribution = new double[size()];
    distribution[state] = 1;
    return distribution;
  }

  /**
   * The probability of the states of lowest energy.
   *
   * @param distribution probability of each state
   * @return their sum over those states, in order
   */
  public double massOnMinima(double[] distribution) {
    return massUpTo(minimum, distribution);
  }

  /**
   * The probability of the states up to an energy.
   *
   * @param energy the energy, itself included
   * @param distribution probability of each state
   * @return their sum over those states, in order
   */
  public double massUpTo(double energy, double[] distribution) {
    double mass = 0;
    for (int state = 0; state < energies.length; state++) {
      if (energies[state] <= energy) {
        mass += distribution[state];
      }
    }
    return mass;
  }

  /**
   * The probability of the states above an energy, without the cancellation of one less the rest.
   *
   * @param energy the energy, itself not included
   * @param distribution probability of each state
   * @return their sum over those states, in order
   */
  public double massAbove(double energy, double[] distribution) {
    double mass = 0;
    for (int state = 0; state < energies.length; state++) {
      if (energies[state] > energy) {
        mass += distribution[state];
      }
    }
    return mass;
  }

  int firstMove(int state) {
    return offsets[state];
  }

  int target(int move) {
    return targets[move];
  }

  double proposalOf(int move) {
    return proposals[move];
  }

  int reverse(int move) {
    return reverse[move];
  }
}
