package temper.train;

/**
 * Where batches come from: a pure function of the step, so that training goes on at any step
 * without a replay of those before it.
 *
 * @since 0.2
 */
public interface BatchSource {

  /**
   * The number of examples in a step's batch.
   *
   * @param step number of the step, from 0
   * @return {@code >= 1}; few different numbers, since a program is compiled for each
   */
  int size(long step);

  /**
   * Puts a batch in place.
   *
   * @param step number of the step, from 0
   * @param batch of that step's size; overwritten
   */
  void read(long step, Batch batch);

  /**
   * Whether every step has the same batch, which is then read once.
   *
   * @return true for full-batch training on fixed data
   */
  default boolean fixed() {
    return false;
  }
}
