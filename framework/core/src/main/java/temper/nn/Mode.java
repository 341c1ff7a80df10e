package temper.nn;

/**
 * What a network is recorded for.
 *
 * @since 0.2
 */
public enum Mode {
  /** Training: batch statistics, dropout and noise. */
  TRAIN,
  /** Evaluation: running statistics, nothing random; examples do not influence one another. */
  EVALUATE
}
