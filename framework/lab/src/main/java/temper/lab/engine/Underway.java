package temper.lab.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * How far the running trials of an experiment are. To be asked whenever a line is drawn; telling
 * costs a trial next to nothing.
 *
 * @since 0.1
 */
public final class Underway {

  private final Set<Share> running = ConcurrentHashMap.newKeySet();
  private final DoubleAdder inherited = new DoubleAdder();

  /** Nothing is running yet. */
  public Underway() {}

  /**
   * A moment of a run.
   *
   * @param trials number of running trials that told how far they are
   * @param done the sum of their shares
   * @param inherited what all trials of this run, finished ones included, took over from earlier
   *     runs, in trials
   */
  public record Snapshot(int trials, double done, double inherited) {

    /** Nothing is told. */
    public static final Snapshot NONE = new Snapshot(0, 0, 0);
  }

  /** How far one trial is. Written by its thread alone. */
  static final class Share {

    private volatile double done;
    private volatile double from;
    private boolean resumed;

    /** The trial goes on where an earlier run stopped. */
    void resumed() {
      resumed = true;
    }

    void tell(double share) {
      double bounded = share >= 0 ? Math.min(1, share) : 0;
      if (resumed) { // What was done before says nothing of the speed of this run.
        resumed = false;
        from = bounded;
      }
      done = bounded;
    }
  }

  /** A trial begins. */
  Share begin() {
    Share share = new Share();
    running.add(share);
    return share;
  }

  /** A trial ended. */
  void end(Share share) {
    running.remove(share);
    inherited.add(share.from);
  }

  /**
   * How far the trials are now.
   *
   * @return shares, for the eye only: they come in no order
   */
  public Snapshot now() {
    int trials = 0;
    double done = 0;
    double from = inherited.sum();
    for (Share share : running) {
      double own = share.done;
      if (own > 0) {
        trials++;
        done += own;
        from += share.from;
      }
    }
    return new Snapshot(trials, done, from);
  }
}
