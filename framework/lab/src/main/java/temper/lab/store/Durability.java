package temper.lab.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How far what was appended to a journal survives a loss of power. One thread forces at a time;
 * whoever asks meanwhile waits, and an error of a force in the background is kept until somebody
 * can be told. Safe for use by several threads.
 */
final class Durability {

  /** Something that is done to the journal. */
  interface Step {

    void run() throws IOException;
  }

  private final Path folder;
  private final Path journal;
  private final String experiment;
  private final LongSupplier trials;
  private final Step force;
  private final Object forcing = new Object();
  private final AtomicReference<@Nullable IOException> trouble = new AtomicReference<>();
  private volatile boolean dirty;

  /**
   * Of a journal to which nothing was appended yet.
   *
   * @param folder the result folder, for messages
   * @param journal the journal, for messages
   * @param experiment name of the experiment, for messages
   * @param trials the number of recorded trials; asked only while nothing is being forced
   * @param force makes all that was appended so far survive a loss of power, while others append
   */
  Durability(Path folder, Path journal, String experiment, LongSupplier trials, Step force) {
    this.folder = folder;
    this.journal = journal;
    this.experiment = experiment;
    this.trials = trials;
    this.force = force;
  }

  /**
   * Appends. Does not wait for a force under way.
   *
   * @throws StoreException if an earlier force in the background failed, or this fails
   */
  void append(Step step) {
    rethrow();
    try {
      step.run();
    } catch (IOException e) {
      throw unsafe(e);
    }
    appended();
  }

  /** Something was appended. Does not wait for a force under way, which may have missed it. */
  void appended() {
    dirty = true;
  }

  /**
   * Returns when all that was appended survives a loss of power.
   *
   * @throws StoreException if that cannot be had, or could not be had in the background before
   */
  void sync() {
    forceWhatIsNew();
    rethrow();
  }

  /** Forces to the disk; an error is thrown by the next {@link #append} or {@link #sync}. */
  void syncInBackground() {
    forceWhatIsNew();
  }

  /** An error in the background is told once. */
  private void rethrow() {
    IOException earlier = trouble.getAndSet(null);
    if (earlier != null) {
      throw unsafe(earlier);
    }
  }

  /** The mark falls first: what is appended during the force is left to the next one. */
  private void forceWhatIsNew() {
    synchronized (forcing) {
      if (!dirty) {
        return;
      }
      dirty = false;
      boolean forced = false;
      try {
        force.run();
        forced = true;
      } catch (IOException e) {
        trouble.compareAndSet(null, e);
      } finally {
        if (!forced) {
          dirty = true;
        }
      }
    }
  }

  private StoreException unsafe(IOException cause) {
    String safe = trials.getAsLong() + " trials of '" + experiment + "' are safe";
    return StoreException.isFull(cause)
        ? new StoreException(
            "no space left on the disk of "
                + folder
                + ": "
                + safe
                + "; make room and run again to resume",
            cause)
        : new StoreException(
            "cannot write "
                + journal
                + ": "
                + StoreException.why(cause)
                + "; "
                + safe
                + ", run again to resume",
            cause);
  }
}
