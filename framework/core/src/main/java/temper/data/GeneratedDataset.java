package temper.data;

/**
 * A data set that is made of random numbers.
 *
 * @param <P> the record of parameters
 * @since 0.1
 */
public interface GeneratedDataset<P extends Record> extends DatasetPlugin<P> {

  /**
   * Draws the data set.
   *
   * @param parameters parameters that keep their constraints
   * @param streams gives streams; purposes begin with {@code data-}, and train and test examples
   *     come from streams of their own, so that more train examples leave the test examples as they
   *     are
   * @return the data, equal for equal parameters and streams
   */
  Dataset generate(P parameters, Streams streams);

  @Override
  default Dataset create(P parameters, Streams streams, Library library) {
    return generate(parameters, streams);
  }
}
