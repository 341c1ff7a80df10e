package temper.lab.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * Runs trials side by side on threads. A trial runs on one thread; which thread, and in which
 * order, cannot be seen in the results.
 */
final class TrialExecutor {

  private static final long STACK_BYTES = 16L << 20;

  private final int workers;
  private final StopSignal stop;

  TrialExecutor(int workers, StopSignal stop) {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1, got " + workers);
    }
    this.workers = workers;
    this.stop = stop;
  }

  /**
   * Runs all wanted trials, or as many as are finished before the signal to stop.
   *
   * @param trials number of trials in the plan
   * @param wanted tells of an index whether it is to be run
   * @param task runs the trial of an index and keeps its record
   * @throws RuntimeException what a task threw first: results that cannot be kept stop the run
   */
  void run(long trials, LongPredicate wanted, LongConsumer task) {
    AtomicLong next = new AtomicLong();
    AtomicReference<RuntimeException> broken = new AtomicReference<>();
    Runnable worker =
        () -> {
          try {
            while (!stop.raised()) {
              long index = next.getAndIncrement();
              if (index >= trials) {
                return;
              }
              if (wanted.test(index)) {
                task.accept(index);
              }
            }
          } catch (CancellationException stopped) {
            // The trial gave way to the signal; its last checkpoint is kept.
          } catch (RuntimeException storeFailed) {
            broken.compareAndSet(null, storeFailed);
            stop.raise(StopSignal.Reason.STORE_FAILED);
          } catch (Error fatal) {
            // Errors of trials are records; one that gets here is the engine's own.
            broken.compareAndSet(null, new IllegalStateException("a worker died: " + fatal, fatal));
            stop.raise(StopSignal.Reason.STORE_FAILED);
          }
        };
    start(worker, Math.min(workers, trials)).forEach(this::joinFully);
    RuntimeException failure = broken.get();
    if (failure != null) {
      throw failure;
    }
  }

  /** As many workers as wanted, or as the machine allows. */
  private static List<Thread> start(Runnable worker, long wanted) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i <= wanted; i++) {
      Thread thread = new Thread(null, worker, "trial-worker-" + i, STACK_BYTES);
      thread.setDaemon(true);
      try {
        thread.start();
      } catch (OutOfMemoryError noMoreThreads) {
        if (threads.isEmpty()) {
          throw new IllegalStateException("not one thread can be started", noMoreThreads);
        }
        break; // Results do not depend on the number of workers.
      }
      threads.add(thread);
    }
    return threads;
  }

  private void joinFully(Thread thread) {
    while (true) {
      try {
        thread.join();
        return;
      } catch (InterruptedException interrupted) {
        stop.raise(StopSignal.Reason.INTERRUPTED);
      }
    }
  }
}
