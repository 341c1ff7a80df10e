package temper.data;

/**
 * How stored features become inputs of a model.
 *
 * @since 0.1
 */
public enum Standardization {

  /** Pixels as shares of 255, numbers as they are. */
  UNIT,

  /** Pixels from 0 to 255, numbers as they are. */
  RAW,

  /**
   * As RAW, less the mean of each single feature over the train examples: the mean image that
   * Caffe's CIFAR-10 networks subtract.
   */
  FEATURE_MEAN,

  /**
   * As RAW, less the mean of the channel over the train examples and over its standard deviation;
   * of plain features each is a channel. A channel without variance is only centred.
   */
  CHANNEL
}
