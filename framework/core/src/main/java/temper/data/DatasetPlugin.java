package temper.data;

import temper.plugin.Choice;
import temper.plugin.Constraints;
import temper.plugin.ParameterizedPlugin;

/**
 * A data set that is found by name: a {@link PublishedDataset} in files, of which the parameters
 * select examples, or a {@link GeneratedDataset}, made of random numbers.
 *
 * @param <P> the record of parameters
 * @since 0.1
 */
public interface DatasetPlugin<P extends Record> extends ParameterizedPlugin<P> {

  /**
   * The data set for a trial.
   *
   * @param parameters parameters that keep their constraints; {@link #of} checks them
   * @param streams gives the streams of the trial; purposes begin with {@code data-}
   * @param library gives published data sets as they were published
   * @return the data, equal for equal parameters and streams
   * @throws IllegalArgumentException if the parameters ask for more than there is
   */
  Dataset create(P parameters, Streams streams, Library library);

  /**
   * The data set that a user chose.
   *
   * @param choice plug-in and parameters
   * @param streams gives the streams of the trial
   * @param library gives published data sets as they were published
   * @return the data
   * @throws IllegalArgumentException if a parameter breaks a constraint or asks for more than there
   *     is
   */
  static Dataset of(Choice<DatasetPlugin<?>> choice, Streams streams, Library library) {
    return ofUnchecked(choice.plugin(), choice.parameters(), streams, library);
  }

  @SuppressWarnings("unchecked") // A choice holds parameters of its plug-in's class.
  private static <P extends Record> Dataset ofUnchecked(
      DatasetPlugin<P> plugin, Record parameters, Streams streams, Library library) {
    return plugin.create(Constraints.require((P) parameters), streams, library);
  }

  /** Published data sets by name. */
  @FunctionalInterface
  interface Library {

    /**
     * A data set as it was published.
     *
     * @param name name of a {@link PublishedDataset}
     * @return the data, shared
     */
    Dataset published(String name);
  }
}
