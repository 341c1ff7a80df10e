package temper.data;

/**
 * What becomes of the examples at the end of an epoch that do not fill a batch.
 *
 * @since 0.1
 */
public enum LastBatch {

  /** They make a smaller batch, so that every example is used once in each epoch. */
  SMALLER,

  /** They are left out of this epoch, so that all batches have one size. */
  DROPPED,

  /**
   * The batch is filled with the first examples of the next epoch, as Caffe does: all batches have
   * one size, every example is used once in each epoch, and a batch may belong to two epochs.
   */
  FILLED
}
