package temper.chain;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import temper.numerics.StableMath;

/**
 * Distributions that the annealing chain leaves as they are at a constant temperature.
 *
 * @since 0.1
 */
public final class Equilibrium {

  private Equilibrium() {}

  /**
   * The Gibbs distribution {@code exp(-U / T) / Z}, which is stationary for both kernels if
   * proposals are symmetric.
   *
   * @param landscape a landscape with symmetric proposals
   * @param temperature {@code >= 0}; at 0 all states of lowest energy have equal probability
   * @return a new array
   * @throws IllegalArgumentException if proposals are not symmetric or the temperature is negative
   */
  public static double[] gibbs(Landscape landscape, double temperature) {
    if (!landscape.symmetric()) {
      throw new IllegalArgumentException(
          "the Gibbs distribution needs symmetric proposals, got moves proposed more often than"
              + " the moves back");
    }
    Kernel.requireTemperature(temperature);
    double[] weights = new double[landscape.size()];
    double sum = 0;
    for (int state = 0; state < weights.length; state++) {
      double above = landscape.energy(state) - landscape.minimum();
      weights[state] = above == 0 ? 1 : StableMath.exp(-above / temperature);
      sum += weights[state];
    }
    double total = sum;
    Arrays.setAll(weights, state -> weights[state] / total);
    return weights;
  }

  /**
   * The stationary distribution of the chain whatever its proposals, by elimination without
   * subtraction, so that the smallest probabilities are as accurate as the largest.
   *
   * <p>Cost: O(states^3).
   *
   * <p>Source: Grassmann, Taksar, Heyman (1985), Regenerative Analysis and Steady State
   * Distributions for Markov Chains, Operations Research 33.
   *
   * @param landscape energies and proposals
   * @param kernel how moves are accepted
   * @param temperature above 0, and not so low that a move is never accepted
   * @return a new array
   * @throws IllegalArgumentException if the temperature is negative, or so low that there is not
   *     one stationary distribution
   */
  public static double[] stationary(Landscape landscape, Kernel kernel, double temperature) {
    DMatrixRMaj rates = new Propagator(landscape, kernel).matrix(temperature);
    int n = landscape.size();
    for (int last = n - 1; last > 0; last--) {
      double leaving = 0;
      for (int j = 0; j < last; j++) {
        leaving += rates.get(last, j);
      }
      if (!(leaving > 0)) {
        throw new IllegalArgumentException(
            "temperature must be so high that every move is accepted now and then, got "
                + temperature);
      }
      for (int i = 0; i < last; i++) {
        double share = rates.get(i, last) / leaving;
        rates.set(i, last, share);
        for (int j = 0; j < last; j++) {
          rates.add(i, j, share * rates.get(last, j));
        }
      }
    }
    double[] out = new double[n];
    out[0] = 1;
    double sum = 1;
    for (int state = 1; state < n; state++) {
      for (int i = 0; i < state; i++) {
        out[state] += out[i] * rates.get(i, state);
      }
      sum += out[state];
    }
    double total = sum;
    Arrays.setAll(out, state -> out[state] / total);
    return out;
  }

  /**
   * Half the sum of absolute differences of two distributions.
   *
   * @param first probability of each state
   * @param second probability of each state, of the same length
   * @return from 0 to 1
   * @throws IllegalArgumentException if lengths differ
   */
  public static double totalVariation(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "distributions must have the same length, got " + first.length + " and " + second.length);
    }
    double sum = 0;
    for (int state = 0; state < first.length; state++) {
      sum += Math.abs(first[state] - second[state]);
    }
    return sum / 2;
  }
}
