package temper.chain;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import temper.schedule.Schedule;

/**
 * Carries the exact distribution of the annealing chain through time.
 *
 * <p>At temperature T the chain proposes a neighbour and accepts it by the {@link Kernel}; the
 * distribution p becomes {@code p P_T}. Works in buffers of its own and is for one thread.
 *
 * <p>{@code new Propagator(landscape, Kernel.METROPOLIS).propagate(p, schedule, 0, 1000)} takes p
 * through a thousand steps of cooling.
 *
 * @since 0.1
 */
public final class Propagator {

  private final Landscape landscape;
  private final Kernel kernel;
  private final double[] rates;
  private final double[] holds;
  private final double[] next;

  /**
   * The chain of a landscape.
   *
   * @param landscape energies and proposals
   * @param kernel how moves are accepted
   */
  public Propagator(Landscape landscape, Kernel kernel) {
    this.landscape = landscape;
    this.kernel = kernel;
    this.rates = new double[landscape.moves()];
    this.holds = new double[landscape.size()];
    this.next = new double[landscape.size()];
  }

  /**
   * Takes a distribution through steps of cooling.
   *
   * <p>Cost: O(moves) a step, without allocation.
   *
   * @param distribution probability of each state; overwritten
   * @param temperature temperature of each step, {@code >= 0}
   * @param firstStep step at whose temperature the first move is made, {@code >= 0}
   * @param steps number of moves, {@code >= 0}
   * @throws IllegalArgumentException if the distribution has another size, the number of steps is
   *     negative or a temperature is
   */
  public void propagate(double[] distribution, Schedule temperature, double firstStep, long steps) {
    check(distribution, steps);
    double[] current = distribution;
    double[] other = next;
    for (long k = 0; k < steps; k++) {
      prepare(temperature.at(firstStep + k));
      advance(current, other);
      double[] swap = current;
      current = other;
      other = swap;
    }
    if (current != distribution) {
      System.arraycopy(current, 0, distribution, 0, distribution.length);
    }
  }

  /**
   * Takes a distribution through steps at one temperature: by powers of the transition matrix where
   * that is less work than single steps.
   *
   * @param distribution probability of each state; overwritten
   * @param temperature {@code >= 0}
   * @param steps number of moves, {@code >= 0}
   * @throws IllegalArgumentException if the distribution has another size or a number is negative
   */
  public void leap(double[] distribution, double temperature, long steps) {
    check(distribution, steps);
    prepare(temperature);
    double n = landscape.size();
    int squarings = 64 - Long.numberOfLeadingZeros(steps);
    if (squarings * n * n * n < steps * (n + landscape.moves())) {
      leapByPowers(distribution, steps);
      return;
    }
    for (long k = 0; k < steps; k++) {
      advance(distribution, next);
      System.arraycopy(next, 0, distribution, 0, distribution.length);
    }
  }

  private void leapByPowers(double[] distribution, long steps) {
    int n = landscape.size();
    DMatrixRMaj power = matrix();
    DMatrixRMaj square = new DMatrixRMaj(n, n);
    DMatrixRMaj row = new DMatrixRMaj(1, n);
    DMatrixRMaj product = new DMatrixRMaj(1, n);
    System.arraycopy(distribution, 0, row.data, 0, n);
    for (long left = steps; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        CommonOps_DDRM.mult(row, power, product);
        DMatrixRMaj swap = row;
        row = product;
        product = swap;
      }
      if (left > 1) {
        CommonOps_DDRM.mult(power, power, square);
        DMatrixRMaj swap = power;
        power = square;
        square = swap;
      }
    }
    System.arraycopy(row.data, 0, distribution, 0, n);
  }

  /**
   * The transition matrix at a temperature, from rows to columns.
   *
   * @param temperature {@code >= 0}
   * @return a new matrix whose rows sum to 1 but for rounding
   * @throws IllegalArgumentException if the temperature is negative
   */
  public DMatrixRMaj matrix(double temperature) {
    prepare(temperature);
    return matrix();
  }

  private DMatrixRMaj matrix() {
    int n = landscape.size();
    DMatrixRMaj matrix = new DMatrixRMaj(n, n);
    for (int state = 0; state < n; state++) {
      matrix.set(state, state, holds[state]);
      for (int move = landscape.firstMove(state); move < landscape.firstMove(state + 1); move++) {
        matrix.set(state, landscape.target(move), rates[move]);
      }
    }
    return matrix;
  }

  private void check(double[] distribution, long steps) {
    if (distribution.length != landscape.size()) {
      throw new IllegalArgumentException(
          "distribution must have " + landscape.size() + " states, got " + distribution.length);
    }
    if (steps < 0) {
      throw new IllegalArgumentException("steps must be >= 0, got " + steps);
    }
  }

  /** Sets the probabilities of all moves at a temperature. */
  private void prepare(double temperature) {
    Kernel.requireTemperature(temperature);
    for (int state = 0; state < holds.length; state++) {
      double energy = landscape.energy(state);
      double leaving = 0;
      for (int move = landscape.firstMove(state); move < landscape.firstMove(state + 1); move++) {
        double increase = landscape.energy(landscape.target(move)) - energy;
        rates[move] = landscape.proposalOf(move) * kernel.rule(increase, temperature);
        leaving += rates[move];
      }
      // Proposals may sum to more than 1 by rounding.
      holds[state] = Math.max(0, 1 - leaving);
    }
  }

  /** One step: every state gathers what comes in, so that the order of a sum is fixed. */
  private void advance(double[] from, double[] to) {
    for (int state = 0; state < holds.length; state++) {
      double sum = from[state] * holds[state];
      for (int move = landscape.firstMove(state); move < landscape.firstMove(state + 1); move++) {
        sum += from[landscape.target(move)] * rates[landscape.reverse(move)];
      }
      to[state] = sum;
    }
  }
}
