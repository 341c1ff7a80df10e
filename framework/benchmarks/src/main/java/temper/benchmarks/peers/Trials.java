package temper.benchmarks.peers;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Trials in this JVM, each on a thread of its own; their rates are added up. */
final class Trials implements Contestant {

  /** A step, or as many as take about this long, between two looks at the clock. */
  private static final double CHUNK_SECONDS = 1e-4;

  private final String name;
  private final List<Runnable> steps;
  private final ExecutorService threads;
  private long chunk = 1;

  Trials(String name, List<Runnable> steps, double warmUpSeconds) throws InterruptedException {
    this.name = name;
    this.steps = List.copyOf(steps);
    this.threads = Executors.newFixedThreadPool(steps.size());
    double rate = round(warmUpSeconds) / steps.size();
    chunk = Math.max(1, (long) (rate * CHUNK_SECONDS));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double round(double seconds) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(steps.size());
    List<Callable<Double>> tasks =
        steps.stream().<Callable<Double>>map(step -> () -> rate(step, seconds, start)).toList();
    double rate = 0;
    try {
      for (Future<Double> one : threads.invokeAll(tasks)) {
        rate += one.get();
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a trial failed: " + failure.getCause(), failure.getCause());
    }
    return rate;
  }

  private double rate(Runnable step, double seconds, CyclicBarrier start) throws Exception {
    start.await();
    long begin = System.nanoTime();
    long done = 0;
    while (true) {
      for (long i = 0; i < chunk; i++) {
        step.run();
      }
      done += chunk;
      double span = (System.nanoTime() - begin) * 1e-9;
      if (span >= seconds) {
        return done / span;
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
