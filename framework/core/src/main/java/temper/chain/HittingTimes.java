package temper.chain;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Mean numbers of steps that the annealing chain takes at a constant temperature to a set of
 * states.
 *
 * <p>Outside the set the times h solve {@code (I - Q) h = 1}, where Q is the transition matrix
 * restricted to those states; inside they are 0.
 *
 * @since 0.1
 */
public final class HittingTimes {

  /** Times beyond are lost in rounding, and infinite ones show as such. */
  private static final double LONGEST = 1e15;

  private HittingTimes() {}

  /**
   * The mean time from every state to a set of states.
   *
   * <p>Cost: O(states^3).
   *
   * @param landscape energies and proposals
   * @param kernel how moves are accepted
   * @param temperature above 0
   * @param target true for the states of the set, at least one
   * @return mean number of steps from each state; 0 in the set
   * @throws IllegalArgumentException if the set is empty or of another size, or the temperature is
   *     negative or so low that the set is never reached
   */
  public static double[] mean(
      Landscape landscape, Kernel kernel, double temperature, boolean[] target) {
    int n = landscape.size();
    if (target.length != n) {
      throw new IllegalArgumentException("target must have " + n + " states, got " + target.length);
    }
    int[] index = new int[n];
    int outside = 0;
    for (int state = 0; state < n; state++) {
      index[state] = target[state] ? -1 : outside++;
    }
    if (outside == n) {
      throw new IllegalArgumentException("target must have at least 1 state, got none");
    }
    double[] times = new double[n];
    if (outside == 0) {
      return times;
    }
    DMatrixRMaj system = system(landscape, kernel, temperature, index, outside);
    DMatrixRMaj ones = new DMatrixRMaj(outside, 1);
    Arrays.fill(ones.data, 1);
    DMatrixRMaj solution = new DMatrixRMaj(outside, 1);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(outside);
    boolean solved = solver.setA(system);
    if (solved) {
      solver.solve(ones, solution);
    }
    for (int state = 0; state < n; state++) {
      if (index[state] >= 0) {
        times[state] = solution.get(index[state], 0);
        solved &= times[state] >= 1 && times[state] <= LONGEST;
      }
    }
    if (!solved) {
      throw new IllegalArgumentException(
          "temperature must be so high that the set is reached in less than about 1e15 steps, got "
              + temperature);
    }
    return times;
  }

  private static DMatrixRMaj system(
      Landscape landscape, Kernel kernel, double temperature, int[] index, int outside) {
    Kernel.requireTemperature(temperature);
    DMatrixRMaj system = new DMatrixRMaj(outside, outside);
    for (int state = 0; state < index.length; state++) {
      if (index[state] < 0) {
        continue;
      }
      // The diagonal is the sum of what leaves: one less what stays would cancel.
      double leaving = 0;
      for (int move = landscape.firstMove(state); move < landscape.firstMove(state + 1); move++) {
        int to = landscape.target(move);
        double increase = landscape.energy(to) - landscape.energy(state);
        double rate = landscape.proposalOf(move) * kernel.rule(increase, temperature);
        leaving += rate;
        if (index[to] >= 0) {
          system.set(index[state], index[to], -rate);
        }
      }
      system.set(index[state], index[state], leaving);
    }
    return system;
  }
}
