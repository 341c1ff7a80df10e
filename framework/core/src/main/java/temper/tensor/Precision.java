package temper.tensor;

/**
 * The precision of a tensor's numbers.
 *
 * @since 0.2
 */
public enum Precision {
  /** IEEE 754 binary32, for training networks. */
  FLOAT32,
  /** IEEE 754 binary64, for theory and for checking gradients. */
  FLOAT64
}
