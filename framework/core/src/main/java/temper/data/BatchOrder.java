package temper.data;

/**
 * Which examples are in the batch of a step. Any step can be asked for at once, so that training
 * goes on at step k without a replay of the steps before it. Not for use by several threads at
 * once.
 *
 * @since 0.1
 */
public final class BatchOrder {

  private final ExampleOrder order;
  private final int batchSize;
  private final LastBatch last;

  /**
   * Batches of one size.
   *
   * @param order order of the examples
   * @param batchSize number of examples in a batch, at least 1 and at most one epoch
   * @param last what becomes of the examples at the end of an epoch that do not fill a batch
   * @throws IllegalArgumentException if the batch is empty or larger than an epoch
   */
  public BatchOrder(ExampleOrder order, int batchSize, LastBatch last) {
    if (batchSize < 1 || batchSize > order.examples()) {
      throw new IllegalArgumentException(
          "batch size must be in [1, " + order.examples() + " examples], got " + batchSize);
    }
    this.order = order;
    this.batchSize = batchSize;
    this.last = last;
  }

  /**
   * The size of a batch, which only a {@link LastBatch#SMALLER} one falls short of.
   *
   * @return 1 or more
   */
  public int batchSize() {
    return batchSize;
  }

  /**
   * The number of examples of an epoch.
   *
   * @return 1 or more
   */
  public int examples() {
    return order.examples();
  }

  /**
   * The length of an epoch in steps.
   *
   * @return whole but for {@link LastBatch#FILLED}, where it is {@code examples / batchSize}
   */
  public double stepsPerEpoch() {
    return last == LastBatch.FILLED ? (double) order.examples() / batchSize : (double) wholeSteps();
  }

  private long wholeSteps() {
    int whole = order.examples() / batchSize;
    boolean rest = order.examples() % batchSize != 0;
    return last == LastBatch.SMALLER && rest ? whole + 1 : whole;
  }

  /**
   * The number of examples in a batch.
   *
   * @param step number of the step, from 0
   * @return from 1 to the batch size
   * @throws IllegalArgumentException if the step is negative
   */
  public int size(long step) {
    requireStep(step);
    if (last != LastBatch.SMALLER) {
      return batchSize;
    }
    long inEpoch = step % wholeSteps();
    return (int) Math.min(batchSize, order.examples() - inEpoch * batchSize);
  }

  /**
   * The examples in a batch.
   *
   * @param step number of the step, from 0
   * @param rows overwritten from its beginning with row numbers
   * @return how many they are, {@link #size}
   * @throws IllegalArgumentException if the step is negative or the array too short
   */
  public int rows(long step, int[] rows) {
    int size = size(step);
    if (rows.length < size) {
      throw new IllegalArgumentException(
          "rows must have room for " + size + " examples, got " + rows.length);
    }
    long first =
        last == LastBatch.FILLED
            ? step * batchSize
            : step / wholeSteps() * order.examples() + step % wholeSteps() * batchSize;
    for (int i = 0; i < size; i++) {
      rows[i] = order.row(first + i);
    }
    return size;
  }

  private static void requireStep(long step) {
    if (step < 0) {
      throw new IllegalArgumentException("step must be >= 0, got " + step);
    }
  }
}
