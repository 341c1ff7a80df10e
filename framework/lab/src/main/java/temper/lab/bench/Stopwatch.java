package temper.lab.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import temper.tensor.KernelProvider;

/**
 * Times workloads: warms up until the rate is steady, then measures all trials over the same span.
 *
 * @param trials trials that run at once, each on a thread of its own, {@code >= 1}
 * @param seconds span of the measurement, {@code > 0}
 * @since 0.2
 */
public record Stopwatch(int trials, double seconds) {

  /** Rates of neighbouring windows that differ by less than this share are steady. */
  private static final double STEADY = 0.03;

  private static final int WINDOWS = 4;

  /**
   * Bytes a step from which on vectors are still objects, since C2 has not compiled the kernels:
   * before that a rate can be steady, but it is not the one that a study sees.
   */
  private static final double COMPILED = 1024;

  /** Seconds that kernels are waited for, however short the measurement. */
  private static final double PATIENCE = 15;

  private static final long CHUNK_NANOS = 1_000_000;

  /**
   * Checks ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Stopwatch {
    if (trials < 1) {
      throw new IllegalArgumentException("trials must be >= 1, got " + trials);
    }
    if (!(seconds > 0 && seconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("seconds must be > 0 and finite, got " + seconds);
    }
  }

  private record Share(double stepsPerSecond, double bytesPerStep) {}

  /**
   * Times a workload.
   *
   * @param workload what to time
   * @param sizes a value for each of its sizes
   * @param kernels what computes
   * @return rates summed over the trials
   * @throws IllegalArgumentException if sizes do not fit one another
   * @throws InterruptedException if the calling thread is interrupted
   */
  public Measurement time(Workload workload, Map<String, Integer> sizes, KernelProvider kernels)
      throws InterruptedException {
    List<Work> works = new ArrayList<>();
    for (int trial = 0; trial < trials; trial++) {
      works.add(workload.prepare(sizes, kernels, trial));
    }
    Phaser start = new Phaser(trials);
    List<Callable<Share>> tasks = new ArrayList<>();
    works.forEach(work -> tasks.add(() -> share(work, start)));
    ExecutorService threads = Executors.newFixedThreadPool(trials);
    double stepsPerSecond = 0;
    double bytes = 0;
    try {
      for (Future<Share> future : threads.invokeAll(tasks)) {
        Share share = future.get();
        stepsPerSecond += share.stepsPerSecond();
        bytes = Math.max(bytes, share.bytesPerStep());
      }
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof OutOfMemoryError full) {
        throw full;
      }
      throw new IllegalStateException("a trial failed: " + failure.getCause(), failure.getCause());
    } finally {
      threads.shutdownNow();
    }
    Work work = works.get(0);
    return new Measurement(
        workload.name(),
        trials,
        stepsPerSecond,
        stepsPerSecond * work.images(),
        stepsPerSecond * work.operations() / 1e9,
        bytes);
  }

  private Share share(Work work, Phaser start) {
    long chunk;
    try {
      chunk = warmUp(work.step());
    } catch (Throwable failure) {
      start.arriveAndDeregister(); // The others wait for nobody who has failed.
      throw failure;
    }
    start.arriveAndAwaitAdvance(); // So that nobody is measured while others still warm up.
    long bytesBefore = allocated();
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    long steps = 0;
    long now;
    do {
      for (long i = 0; i < chunk; i++) {
        work.step().run();
      }
      steps += chunk;
      now = System.nanoTime();
    } while (now < end);
    double bytes = (double) (allocated() - bytesBefore) / steps;
    return new Share(steps / ((now - begin) / 1e9), bytes);
  }

  /** Runs until kernels are compiled and rates of windows agree, if that does not take too long. */
  private long warmUp(Runnable step) {
    long limit = System.nanoTime() + (long) (Math.max(PATIENCE, 3 * seconds) * 1e9);
    long window = (long) (seconds * 1e9 / 5);
    double[] rates = new double[WINDOWS];
    long chunk = 1;
    double bytes = 0;
    for (int round = 0; round < WINDOWS || bytes > COMPILED || !steady(rates); round++) {
      long bytesBefore = allocated();
      long begin = System.nanoTime();
      long steps = 0;
      long now;
      do {
        for (long i = 0; i < chunk; i++) {
          step.run();
        }
        steps += chunk;
        now = System.nanoTime();
      } while (now - begin < window);
      rates[round % WINDOWS] = (double) steps / (now - begin);
      bytes = (double) (allocated() - bytesBefore) / steps;
      chunk = Math.max(1, CHUNK_NANOS * steps / (now - begin));
      if (now > limit) {
        break;
      }
    }
    return chunk;
  }

  private static boolean steady(double[] rates) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double rate : rates) {
      least = Math.min(least, rate);
      most = Math.max(most, rate);
    }
    return most - least <= STEADY * most;
  }

  /** Bytes that this thread has allocated. */
  private static long allocated() {
    return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
        ? bean.getThreadAllocatedBytes(Thread.currentThread().getId())
        : 0;
  }
}
