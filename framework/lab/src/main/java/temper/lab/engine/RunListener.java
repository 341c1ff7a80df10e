package temper.lab.engine;

import temper.lab.store.Outcome;

/**
 * Watches a run. Methods are called from the threads of the run and must be fast and thread-safe;
 * none of them can change a result.
 *
 * @since 0.1
 */
public interface RunListener {

  /** Watches nothing. */
  RunListener NONE = new RunListener() {};

  /**
   * An experiment begins.
   *
   * @param experiment name of the experiment
   * @param trials number of trials of this run's shard
   * @param kept how many of them were finished earlier
   * @param underway tells at any time how far the running ones are
   */
  default void begins(String experiment, long trials, long kept, Underway underway) {}

  /**
   * A trial is finished.
   *
   * @param outcome how it ended
   * @param nanos how long it took
   */
  default void finished(Outcome outcome, long nanos) {}

  /**
   * An experiment is finished or stopped, and its tables are written.
   *
   * @param experiment name of the experiment
   */
  default void ends(String experiment) {}

  /**
   * Something that a user should know and that is not an error.
   *
   * @param message one line
   */
  default void notice(String message) {}
}
