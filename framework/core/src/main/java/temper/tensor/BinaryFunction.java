package temper.tensor;

/**
 * Functions of two numbers that kernels apply element by element.
 *
 * @since 0.2
 */
public enum BinaryFunction {
  /** {@code x + y}. */
  ADD,
  /** {@code x - y}. */
  SUBTRACT,
  /** {@code x y}. */
  MULTIPLY,
  /** {@code x / y}. */
  DIVIDE,
  /** The larger of the two; NaN if either is. */
  MAXIMUM,
  /** 1 where {@code x > y}, else 0. */
  GREATER,
  /** {@code x} where {@code y > 0}, else 0 whatever x is. */
  GATE
}
