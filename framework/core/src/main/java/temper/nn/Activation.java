package temper.nn;

import temper.autodiff.Elementwise;
import temper.autodiff.Variable;
import temper.tensor.UnaryFunction;

/**
 * Functions between layers.
 *
 * @since 0.2
 */
public enum Activation {
  /** {@code max(x, 0)}. */
  RELU,
  /** {@code max(x, x / 100)}. */
  LEAKY_RELU,
  /** The hyperbolic tangent. */
  TANH,
  /** {@code 1 / (1 + e^-x)}. */
  SIGMOID,
  /** {@code x} times the standard normal distribution function, without approximation. */
  GELU,
  /** {@code x / (1 + e^-x)}. */
  SILU,
  /** {@code log(1 + e^x)}. */
  SOFTPLUS,
  /** {@code x}. */
  IDENTITY;

  private static final double LEAK = 0.01;

  /**
   * Applies the function.
   *
   * @param x any variable
   * @return a variable of the same shape
   */
  public Variable apply(Variable x) {
    return switch (this) {
      case RELU -> Elementwise.apply(UnaryFunction.RELU, x);
      case LEAKY_RELU -> Elementwise.maximum(x, Elementwise.scale(LEAK, x));
      case TANH -> Elementwise.apply(UnaryFunction.TANH, x);
      case SIGMOID -> Elementwise.apply(UnaryFunction.SIGMOID, x);
      case GELU -> Elementwise.multiply(x, Elementwise.apply(UnaryFunction.NORMAL_DISTRIBUTION, x));
      case SILU -> Elementwise.multiply(x, Elementwise.apply(UnaryFunction.SIGMOID, x));
      case SOFTPLUS -> Elementwise.apply(UnaryFunction.SOFTPLUS, x);
      case IDENTITY -> x;
    };
  }
}
