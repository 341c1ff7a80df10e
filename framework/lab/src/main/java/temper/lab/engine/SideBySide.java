package temper.lab.engine;

import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * Runs trials side by side.
 *
 * <p>Trials that run out of memory beside others are run again one at a time, after the others: the
 * number of workers then decides nothing but the time, and a trial fails only if it alone is too
 * large.
 */
final class SideBySide {

  /** Runs the trial of an index. */
  interface Attempt {

    /**
     * Runs a trial.
     *
     * @param alone whether no other trial runs, so that lack of memory is the trial's own
     * @return false if it ran out of memory and was not alone, and left nothing
     */
    boolean run(long index, boolean alone);
  }

  private final int workers;
  private final StopSignal stop;
  private final Consumer<String> notice;

  /**
   * Prepares to run trials.
   *
   * @param notice told of trials that are run again
   */
  SideBySide(RunSettings settings, Consumer<String> notice) {
    this.workers = settings.workers();
    this.stop = settings.stop();
    this.notice = notice;
  }

  /**
   * Runs all wanted trials, or as many as are finished before the signal to stop.
   *
   * @param trials number of trials
   * @param wanted tells of an index whether it is to be run
   * @throws RuntimeException what an attempt threw first
   */
  void run(long trials, LongPredicate wanted, Attempt attempt) {
    SortedSet<Long> crowded = new ConcurrentSkipListSet<>();
    new TrialExecutor(workers, stop)
        .run(
            trials,
            wanted,
            index -> {
              if (!attempt.run(index, workers == 1)) {
                crowded.add(index);
              }
            });
    if (crowded.isEmpty()) {
      return;
    }
    notice.accept(
        crowded.size()
            + (crowded.size() == 1 ? " trial" : " trials")
            + " ran out of memory beside others; now one at a time. Fewer --workers or more heap"
            + " (TEMPER_JAVA_OPTS=-Xmx8g) save this");
    long[] indices = crowded.stream().mapToLong(Long::longValue).toArray();
    new TrialExecutor(1, stop)
        .run(
            indices.length,
            place -> true,
            place -> attempt.run(indices[Math.toIntExact(place)], true));
  }
}
