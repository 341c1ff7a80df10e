package temper.tensor;

/**
 * Functions that kernels apply element by element.
 *
 * @since 0.2
 */
public enum UnaryFunction {
  /** {@code e^x}. */
  EXP,
  /** The natural logarithm; -Infinity at 0, NaN below. */
  LOG,
  /** The square root; NaN below 0. */
  SQRT,
  /** {@code x x}. */
  SQUARE,
  /** {@code 1 / x}. */
  RECIPROCAL,
  /** {@code |x|}. */
  ABS,
  /** -1, 0 or 1 with the sign of x; NaN at NaN. */
  SIGN,
  /** {@code max(x, 0)}; 0 at -0, NaN at NaN. */
  RELU,
  /** 1 where {@code x > 0}, else 0: the derivative of ReLU, 0 at 0. */
  STEP,
  /** The hyperbolic tangent. */
  TANH,
  /** {@code 1 / (1 + e^-x)}. */
  SIGMOID,
  /** {@code log(1 + e^x)}. */
  SOFTPLUS,
  /** The standard normal distribution function, the factor of x in GELU. */
  NORMAL_DISTRIBUTION,
  /** The standard normal density. */
  NORMAL_DENSITY
}
