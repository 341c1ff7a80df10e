package temper.lab.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What is done again and again while a folder is open. Each task has a thread of its own, so that
 * one that waits for a disk keeps no other from its time.
 */
final class FolderClock implements AutoCloseable {

  /** How long the end of a task under way is awaited: it may wait for a disk that is gone. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<ScheduledExecutorService> threads = new ArrayList<>();

  /**
   * Begins a task. Its errors end it for this time, not for ever.
   *
   * @param name name of its thread
   * @param pause the time from an end to the next begin
   */
  @SuppressWarnings("FutureReturnValueIgnored")
  void every(String name, Duration pause, Runnable task) {
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            run -> {
              Thread thread = new Thread(run, name);
              thread.setDaemon(true);
              return thread;
            });
    threads.add(executor);
    executor.scheduleWithFixedDelay(
        () -> unlessItFails(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void unlessItFails(Runnable task) {
    try {
      task.run();
    } catch (OutOfMemoryError | RuntimeException once) {
      // A trial that has all memory gives it back; a heart that stopped would not beat again.
      return;
    }
  }

  /** Begins no task again, and awaits those that are under way. */
  @Override
  public void close() {
    threads.forEach(ScheduledExecutorService::shutdown);
    long end = System.nanoTime() + PATIENCE.toNanos();
    boolean interrupted = false;
    for (ScheduledExecutorService thread : threads) {
      try {
        thread.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
