package temper.nn;

import temper.random.RandomStream;
import temper.tensor.Tensor;

/**
 * Fills parameters at first.
 *
 * @since 0.2
 */
@FunctionalInterface
public interface Initializer {

  /**
   * Fills a tensor.
   *
   * @param tensor a parameter; a weight of a dense layer is [outputs, inputs], of a convolution
   *     [outputs, inputs, kernel, kernel]; overwritten
   * @param stream where random numbers come from
   */
  void fill(Tensor tensor, RandomStream stream);

  /**
   * One number everywhere.
   *
   * @param value the number
   * @return an initialiser that draws nothing
   */
  static Initializer constant(double value) {
    return (tensor, stream) -> tensor.fill(value);
  }

  /**
   * Gaussian numbers of mean 0, as Caffe's {@code gaussian} filler.
   *
   * @param deviation their standard deviation, {@code >= 0}
   * @return the initialiser
   * @throws IllegalArgumentException if the deviation is negative or not finite
   */
  static Initializer normal(double deviation) {
    requireFinite("deviation", deviation);
    return (tensor, stream) -> {
      for (int i = 0; i < tensor.size(); i++) {
        tensor.set(i, deviation * stream.gaussian());
      }
    };
  }

  /**
   * Uniform numbers around 0.
   *
   * @param bound the largest magnitude, {@code >= 0}
   * @return the initialiser
   * @throws IllegalArgumentException if the bound is negative or not finite
   */
  static Initializer uniform(double bound) {
    requireFinite("bound", bound);
    return (tensor, stream) -> {
      for (int i = 0; i < tensor.size(); i++) {
        tensor.set(i, bound * (2 * stream.uniform() - 1));
      }
    };
  }

  private static void requireFinite(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "initialiser: " + name + " must be >= 0 and finite, got " + value);
    }
  }
}
