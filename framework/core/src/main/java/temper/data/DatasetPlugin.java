package temper.data;

import temper.plugin.Choice;
import temper.plugin.Constraints;
import temper.plugin.ParameterizedPlugin;

/**
 * A data set that is found by name: a {@link PublishedDataset} or a {@link FileDataset} of the
 * user's own, of which the parameters select examples, or a {@link GeneratedDataset}, made of
 * random numbers.
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
   * @param library gives data sets that lie in files
   * @return the data, equal for equal parameters and streams
   * @throws IllegalArgumentException if the parameters ask for more than there is
   */
  Dataset create(P parameters, Streams streams, Library library);

  /**
   * The data set that a user chose.
   *
   * @param choice plug-in and parameters
   * @param streams gives the streams of the trial
   * @param library gives data sets that lie in files
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

  /** Data sets that lie in files. */
  @FunctionalInterface
  interface Library {

    /**
     * A data set as it was published.
     *
     * @param name name of a {@link PublishedDataset}
     * @return the data, shared
     */
    Dataset published(String name);

    /**
     * A data set in files of the user's own.
     *
     * @param data the files and how they are read
     * @return all that the files hold, shared
     * @throws IllegalStateException if no files can be read here
     */
    default Dataset read(FileData data) {
      throw new IllegalStateException("no files of the user's own can be read here");
    }
  }
}
