package temper.chain;

import temper.random.RandomStream;
import temper.schedule.Schedule;

/**
 * Single walks of the annealing chain, drawn at random. Immutable.
 *
 * <p>Each step draws two numbers, one for the proposal and one for its acceptance, whether it needs
 * them or not.
 *
 * @since 0.1
 */
public final class Walk {

  private final Landscape landscape;
  private final Kernel kernel;

  /**
   * Walks on a landscape.
   *
   * @param landscape energies and proposals
   * @param kernel how moves are accepted
   */
  public Walk(Landscape landscape, Kernel kernel) {
    this.landscape = landscape;
    this.kernel = kernel;
  }

  /**
   * Walks for some steps.
   *
   * @param start state at the start
   * @param temperature temperature of each step, {@code >= 0}
   * @param firstStep step at whose temperature the first move is made, {@code >= 0}
   * @param steps number of moves, {@code >= 0}
   * @param stream random numbers
   * @return state at the end
   * @throws IllegalArgumentException if a state or number is out of its range
   */
  public int run(
      int start, Schedule temperature, double firstStep, long steps, RandomStream stream) {
    if (start < 0 || start >= landscape.size()) {
      throw new IllegalArgumentException(
          "start must lie in [0, " + (landscape.size() - 1) + "], got " + start);
    }
    if (steps < 0) {
      throw new IllegalArgumentException("steps must be >= 0, got " + steps);
    }
    int state = start;
    for (long k = 0; k < steps; k++) {
      int proposed = propose(state, stream.uniform());
      double increase = landscape.energy(proposed) - landscape.energy(state);
      double chance = stream.uniform();
      if (chance < kernel.acceptance(increase, temperature.at(firstStep + k))) {
        state = proposed;
      }
    }
    return state;
  }

  /** The neighbour in whose share of [0, 1) the number lies, or the state itself. */
  private int propose(int state, double number) {
    double left = number;
    for (int move = landscape.firstMove(state); move < landscape.firstMove(state + 1); move++) {
      left -= landscape.proposalOf(move);
      if (left < 0) {
        return landscape.target(move);
      }
    }
    return state;
  }
}
