package temper.lab.engine;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * The wish to stop: by an interrupt from the keyboard or because the time is up. Never taken back.
 *
 * @since 0.1
 */
public final class StopSignal {

  /** Why a run was stopped. */
  public enum Reason {
    /** It was not. */
    NONE,
    /** A signal from outside, such as Ctrl-C. */
    INTERRUPTED,
    /** The time limit. */
    TIME_LIMIT,
    /** The results cannot be written. */
    STORE_FAILED
  }

  private final long started = System.nanoTime();
  private final long limitNanos;
  private volatile Reason reason = Reason.NONE;

  private StopSignal(long limitNanos) {
    this.limitNanos = limitNanos;
  }

  /**
   * A signal without a time limit.
   *
   * @return the signal
   */
  public static StopSignal unlimited() {
    return new StopSignal(Long.MAX_VALUE);
  }

  /**
   * A signal that is raised by itself when the time is up. Time is measured from now on a clock
   * that does not jump.
   *
   * @param limit how long a run may take
   * @return the signal
   */
  public static StopSignal after(Duration limit) {
    boolean endless = limit.compareTo(Duration.ofNanos(Long.MAX_VALUE)) >= 0;
    return new StopSignal(endless ? Long.MAX_VALUE : limit.toNanos());
  }

  /**
   * Raises the signal; a first reason stays.
   *
   * @param why the reason
   */
  public synchronized void raise(Reason why) {
    if (reason == Reason.NONE) {
      reason = why;
    }
  }

  /**
   * Whether work is to stop.
   *
   * @return true once the signal was raised or the time is up
   */
  public boolean raised() {
    if (reason == Reason.NONE && System.nanoTime() - started >= limitNanos) {
      raise(Reason.TIME_LIMIT);
    }
    return reason != Reason.NONE;
  }

  /**
   * Gives way to the signal before anything was begun that has to be put in order. What was run
   * before is for the caller to say.
   *
   * @param experiment name of the experiment that is being planned
   * @throws CancellationException if work is to stop
   */
  void giveWay(String experiment) {
    if (raised()) {
      throw new CancellationException(
          (reason == Reason.INTERRUPTED ? "interrupted" : "the time is up")
              + " while '"
              + experiment
              + "' was planned");
    }
  }

  /**
   * Why work is to stop.
   *
   * @return the first reason, or {@link Reason#NONE}
   */
  public Reason reason() {
    return reason;
  }
}
