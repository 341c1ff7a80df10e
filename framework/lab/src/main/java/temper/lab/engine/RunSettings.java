package temper.lab.engine;

import java.util.List;
import java.util.Set;
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
 * @param mostTrials the largest number of trials that may be planned
 * @param only experiments whose trials are run; empty for all
 * @since 0.1
 */
public record RunSettings(
    int workers,
    Shard shard,
    boolean fresh,
    StopSignal stop,
    DataFolder data,
    List<String> command,
    long mostTrials,
    Set<String> only) {

  /** The largest number of workers: more than any machine has use for. */
  public static final int MOST_WORKERS = 1024;

  /**
   * Copies command and experiments; rejects numbers of workers out of range with an {@link
   * IllegalArgumentException}.
   */
  public RunSettings {
    command = List.copyOf(command);
    only = Set.copyOf(only);
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new IllegalArgumentException(
          "workers must be from 1 to " + MOST_WORKERS + ", got " + workers);
    }
  }

  /**
   * Settings under which all experiments are run.
   *
   * @param workers number of trials that run side by side, at least 1
   * @param shard which trials are run
   * @param fresh whether earlier results in the folder are put aside first
   * @param stop the wish to stop
   * @param data where data sets are
   * @param command the command line, for the provenance
   * @param mostTrials the largest number of trials that may be planned
   */
  public RunSettings(
      int workers,
      Shard shard,
      boolean fresh,
      StopSignal stop,
      DataFolder data,
      List<String> command,
      long mostTrials) {
    this(workers, shard, fresh, stop, data, command, mostTrials, Set.of());
  }

  /** Whether the trials of an experiment are to be run. */
  boolean wants(String experiment) {
    return only.isEmpty() || only.contains(experiment);
  }
}
