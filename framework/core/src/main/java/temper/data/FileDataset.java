package temper.data;

import java.util.List;
import temper.plugin.Choice;

/**
 * A data set in files of the user's own, of which the parameters tell where they are, how they are
 * read and which of their examples a trial uses.
 *
 * @param <P> the record of parameters
 * @since 0.3
 */
public interface FileDataset<P extends Record> extends DatasetPlugin<P> {

  /**
   * The files and how they are read.
   *
   * @param parameters parameters that keep their constraints
   * @return what is the same for all trials that share the data
   */
  FileData source(P parameters);

  /**
   * The examples that a trial uses.
   *
   * @param parameters parameters that keep their constraints
   * @param whole all that the files hold
   * @param streams gives the streams of the trial; purposes begin with {@code data-}
   * @return the data, equal for equal parameters and streams
   * @throws IllegalArgumentException if the parameters ask for more than there is
   */
  Dataset select(P parameters, Dataset whole, Streams streams);

  /**
   * The files that a choice of a data set reads.
   *
   * @param choice plug-in and parameters
   * @return one element for a choice of this kind, none for any other
   */
  static List<FileData> sources(Choice<DatasetPlugin<?>> choice) {
    return choice.plugin() instanceof FileDataset<?> plugin
        ? List.of(sourceUnchecked(plugin, choice.parameters()))
        : List.of();
  }

  @SuppressWarnings("unchecked") // A choice holds parameters of its plug-in's class.
  private static <P extends Record> FileData sourceUnchecked(
      FileDataset<P> plugin, Record parameters) {
    return plugin.source((P) parameters);
  }

  @Override
  default Dataset create(P parameters, Streams streams, Library library) {
    return select(parameters, library.read(source(parameters)), streams);
  }
}
