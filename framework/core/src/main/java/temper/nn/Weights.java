package temper.nn;

/**
 * How a layer's weights and biases are filled and trained. Biases are 0 at first.
 *
 * @param initializer how the weights are filled
 * @param decayFactor by which the weight decay is multiplied for the weights
 * @param biased whether there are biases
 * @param biasRateFactor by which the learning rate is multiplied for the biases
 * @param biasDecayFactor by which the weight decay is multiplied for the biases
 * @since 0.2
 */
public record Weights(
    Initializer initializer,
    double decayFactor,
    boolean biased,
    double biasRateFactor,
    double biasDecayFactor) {

  /**
   * Weights and biases that are trained alike.
   *
   * @param initializer how the weights are filled
   * @return with biases
   */
  public static Weights of(Initializer initializer) {
    return new Weights(initializer, 1, true, 1, 1);
  }

  /**
   * Weights alone.
   *
   * @param initializer how the weights are filled
   * @return without biases
   */
  public static Weights withoutBias(Initializer initializer) {
    return new Weights(initializer, 1, false, 1, 1);
  }

  /**
   * Caffe's usual weights: Gaussian, and biases that learn at twice the rate.
   *
   * @param deviation standard deviation of the weights
   * @return with biases
   */
  public static Weights caffe(double deviation) {
    return new Weights(Initializer.normal(deviation), 1, true, 2, 1);
  }
}
