package temper.chain;

import temper.numerics.StableMath;

/**
 * How a proposed move is accepted at a temperature. Under symmetric proposals both rules leave the
 * Gibbs distribution as it is.
 *
 * @since 0.1
 */
public enum Kernel {
  /**
   * {@code min(1, exp(-increase / temperature))}.
   *
   * <p>Source: Metropolis, Rosenbluth, Rosenbluth, Teller, Teller (1953), Journal of Chemical
   * Physics 21.
   */
  METROPOLIS {
    @Override
    double rule(double increase, double temperature) {
      return increase <= 0 ? 1 : StableMath.exp(-increase / temperature);
    }
  },
  /**
   * {@code 1 / (1 + exp(increase / temperature))}, also called Glauber dynamics.
   *
   * <p>Source: Glauber (1963), Journal of Mathematical Physics 4.
   */
  HEAT_BATH {
    @Override
    double rule(double increase, double temperature) {
      return increase == 0 ? 0.5 : StableMath.sigmoid(-increase / temperature);
    }
  };

  abstract double rule(double increase, double temperature);

  /**
   * The probability that a proposed move is accepted.
   *
   * @param increase energy after the move less energy before, finite
   * @param temperature {@code >= 0}; 0 is the limit of cooling, infinity that of heating
   * @return between 0 and 1
   * @throws IllegalArgumentException if the temperature is negative or NaN
   */
  public double acceptance(double increase, double temperature) {
    return rule(increase, requireTemperature(temperature));
  }

  static double requireTemperature(double temperature) {
    if (!(temperature >= 0)) {
      throw new IllegalArgumentException("temperature must be >= 0, got " + temperature);
    }
    return temperature;
  }
}
