package temper.lab.study;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.data.FileData;
import temper.random.RandomStream;

/**
 * One cell with one replicate, as its experiment sees it. Used by one thread.
 *
 * @since 0.1
 */
public interface Trial {

  /**
   * The number of the replicate.
   *
   * @return 0 or more
   */
  int replicate();

  /**
   * A stream of random numbers for one purpose, at its beginning.
   *
   * <p>The stream depends on the study, on whether the run is confirmatory or exploratory, on the
   * experiment, the replicate, the purpose and the indices, and never on the parameters: all cells
   * of a replicate share their random numbers, so that comparisons between cells are paired. An
   * experiment that wants otherwise passes the parameter as an index.
   *
   * @param purpose what the numbers are for, such as {@code init}
   * @param indices further numbers that tell streams of one purpose apart
   * @return a new stream
   */
  RandomStream stream(String purpose, long... indices);

  /**
   * A real data set, one of those that the experiment named in {@link Experiment#datasets()}.
   *
   * @param name name of the data set
   * @return the data, shared among trials and not to be modified
   * @throws IllegalArgumentException if the experiment did not name it
   */
  Dataset dataset(String name);

  /**
   * A data set in files of the user's own, one of those that the experiment named in {@link
   * Experiment#files}.
   *
   * @param data the files and how they are read
   * @return all that the files hold, shared among trials and not to be modified
   * @throws IllegalArgumentException if the experiment did not name it
   */
  Dataset dataset(FileData data);

  /**
   * All data sets of the trial that lie in files.
   *
   * @return gives what {@link #dataset(String)} and {@link #dataset(FileData)} give
   */
  default DatasetPlugin.Library library() {
    return new DatasetPlugin.Library() {
      @Override
      public Dataset published(String name) {
        return dataset(name);
      }

      @Override
      public Dataset read(FileData data) {
        return dataset(data);
      }
    };
  }

  /**
   * Appends a row to one of the experiment's tables. The rows of a trial can take 508 MiB together.
   *
   * @param table name of the table
   * @param cells a Double, Float, Integer, Long, Boolean, String or null for each column in order;
   *     null is a missing value
   * @throws IllegalArgumentException if the table is not declared, number or types of cells differ
   *     from its columns, or the rows are too many
   */
  void row(String table, @org.jspecify.annotations.Nullable Object... cells);

  /**
   * Sets a metric of type {@link Column.Type#NUMBER}. A trial must set every metric that its
   * experiment declares, or it fails, unless it diverges: NaN says that there is no number.
   *
   * @param name name of the metric
   * @param value any number, NaN and infinities included
   * @throws IllegalArgumentException if the metric is not declared with this type, or was set
   *     before
   */
  void metric(String name, double value);

  /**
   * Sets a metric of type {@link Column.Type#INTEGER} or {@link Column.Type#NUMBER}.
   *
   * @param name name of the metric
   * @param value any integer
   * @throws IllegalArgumentException if the metric is not declared with this type, or was set
   *     before
   */
  void metric(String name, long value);

  /**
   * Sets a metric of type {@link Column.Type#TEXT}.
   *
   * @param name name of the metric
   * @param value any text
   * @throws IllegalArgumentException if the metric is not declared with this type, or was set
   *     before
   */
  void metric(String name, String value);

  /**
   * Sets a metric of type {@link Column.Type#BOOLEAN}.
   *
   * @param name name of the metric
   * @param value true or false
   * @throws IllegalArgumentException if the metric is not declared with this type, or was set
   *     before
   */
  void metric(String name, boolean value);

  /**
   * Hands over a file, such as a network's weights, that is kept beside the tables. The experiment
   * lists {@link TableSchema#ARTIFACTS} among its tables; size and SHA-256 of the file become a row
   * of it, by which the file is compared and verified.
   *
   * <p>The file is kept in {@code artifacts/TRIAL/NAME} of the experiment's folder, whole or not at
   * all. Files of a trial that fails are deleted.
   *
   * @param name lower-case letters and digits joined by dots, hyphens or underscores, such as
   *     {@code final.safetensors}
   * @param content writes the bytes
   * @throws IllegalArgumentException if the experiment does not declare the table, the name cannot
   *     name a file on every system, or the trial handed over a file of this name before
   * @throws java.io.UncheckedIOException if the content throws an exception of its own; passed on
   *     it fails the trial
   */
  void artifact(String name, FileContent content);

  /**
   * Reports how much is done and gives way to a wish to stop. A trial that runs for more than a
   * second calls this often.
   *
   * @param done share of the trial that is done, from 0 to 1
   * @throws java.util.concurrent.CancellationException if the run is to stop; the trial must let it
   *     pass
   */
  void progress(double done);

  /**
   * Takes up the state of an earlier, interrupted attempt at this trial, if there is one. Rows and
   * metrics of that attempt, up to its last checkpoint, are restored as well. A damaged state may
   * end while it is read, and the trial then starts at its beginning: read all of it first, and
   * change anything only then.
   *
   * @param reader reads what the writer of {@link #checkpoint(StateWriter)} wrote
   * @return true if there was a state and it was read; false if the trial starts at its beginning
   */
  boolean resume(StateReader reader);

  /**
   * Offers to save the state. The engine takes the offer every few seconds, or less often where
   * saving is slow, so that it costs at most a hundredth of the time; a trial whose results do not
   * depend on whether it was interrupted calls this at points where its state is complete.
   *
   * @param writer writes all state, positions of streams included
   * @throws java.util.concurrent.CancellationException once the state is saved if the run is to
   *     stop; the trial must let it pass
   */
  void checkpoint(StateWriter writer);

  /** Writes the state of a trial. */
  @FunctionalInterface
  interface StateWriter {

    /**
     * Writes all state.
     *
     * @param out where to write
     * @throws IOException if writing fails; passed on by the engine
     */
    void write(DataOutput out) throws IOException;
  }

  /** Reads the state of a trial. */
  @FunctionalInterface
  interface StateReader {

    /**
     * Reads all state, in the order in which it was written.
     *
     * @param in where to read
     * @throws IOException if the state is damaged; the trial then starts at its beginning
     */
    void read(DataInput in) throws IOException;
  }
}
