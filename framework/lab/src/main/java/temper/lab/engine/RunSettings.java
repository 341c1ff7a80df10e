package temper.lab.engine;

import java.util.List;
import temper.lab.data.DataFolder;

/**
 * How a study is run. Nothing here can change a result.
 *
 * @param workers number of trials that run side by side, at least 1
 * @param shard which trials are run
 * @param fresh whether earlier results in the folder are put aside first
 * @param stop the wish to stop
 * @param data where data sets are
 * @param command the command line, for the provenance
 * @since 0.1
 */
public record RunSettings(
    int workers,
    Shard shard,
    boolean fresh,
    StopSignal stop,
    DataFolder data,
    List<String> command) {

  /** Copies the command; rejects fewer than 1 worker with an {@link IllegalArgumentException}. */
  public RunSettings {
    command = List.copyOf(command);
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1, got " + workers);
    }
  }
}
