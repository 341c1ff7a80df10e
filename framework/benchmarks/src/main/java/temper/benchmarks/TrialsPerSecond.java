package temper.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import temper.lab.config.ConfigLoader;
import temper.lab.config.Plugins;
import temper.lab.config.ResolvedStudy;
import temper.lab.config.RunRequest;
import temper.lab.data.DataFolder;
import temper.lab.engine.RunListener;
import temper.lab.engine.RunSettings;
import temper.lab.engine.RunSummary;
import temper.lab.engine.Shard;
import temper.lab.engine.StopSignal;
import temper.lab.engine.StudyRun;
import temper.lab.study.Study;
import temper.plugin.Registry;

/**
 * Measures how many empty trials a second a sweep runs, from its study file to its report.
 *
 * @since 0.1
 */
public final class TrialsPerSecond {

  /** The number of values of the inner axis of the grid. */
  private static final int INNER = 1000;

  private TrialsPerSecond() {}

  /** What was measured. */
  record Measurement(long trials, double seconds, long peakHeapBytes) {

    String json() {
      return String.format(
          Locale.ROOT,
          "{\"workload\":\"%s\",\"trials\":%d,\"seconds\":%.3f,\"trials_per_s\":%.0f,"
              + "\"peak_heap_mb\":%.1f}",
          EmptyTrials.NAME,
          trials,
          seconds,
          trials / seconds,
          peakHeapBytes / 1048576.0);
    }
  }

  /**
   * Runs a sweep in a temporary folder and prints one line of JSON.
   *
   * @param arguments number of trials, a multiple of 1000; number of workers; optionally a folder
   *     for the results, which is then kept
   * @throws IOException if files cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2 || arguments.length > 3) {
      throw new IllegalArgumentException("arguments: trials workers [folder]");
    }
    long trials = Long.parseLong(arguments[0]);
    int workers = Integer.parseInt(arguments[1]);
    boolean keep = arguments.length == 3;
    Path folder = keep ? Path.of(arguments[2]) : Files.createTempDirectory("temper-benchmark");
    try {
      System.out.println(measure(trials, workers, folder).json());
    } finally {
      if (!keep) {
        delete(folder);
      }
    }
  }

  static Measurement measure(long trials, int workers, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.writeString(folder.resolve("sweep.yaml"), sweep(trials));
    long start = System.nanoTime();
    ClassLoader loader = TrialsPerSecond.class.getClassLoader();
    ResolvedStudy study =
        new ConfigLoader(Registry.of(Study.class, loader), Plugins.discovered(loader))
            .resolve(file, RunRequest.NONE);
    RunSummary summary;
    try (StudyRun run =
        StudyRun.open(study, folder.resolve("results"), settings(workers), RunListener.NONE)) {
      summary = run.run();
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    if (summary.ran() != trials || summary.failed() > 0) {
      throw new IllegalStateException(
          summary.ran() + " trials were run, not " + trials + "; " + summary.failed() + " failed");
    }
    return new Measurement(trials, seconds, peakHeapBytes());
  }

  private static String sweep(long trials) {
    if (trials < INNER || trials % INNER != 0) {
      throw new IllegalArgumentException(
          "trials must be a positive multiple of " + INNER + ", got " + trials);
    }
    return """
        format: 1
        study: %s
        name: sweep
        sweep:
          grid:
            a: {range: [1, %d, 1]}
            b: {linear: [0, 1, %d]}
        """
        .formatted(EmptyTrials.NAME, trials / INNER, INNER);
  }

  private static RunSettings settings(int workers) {
    return new RunSettings(
        workers,
        Shard.WHOLE,
        false,
        StopSignal.unlimited(),
        DataFolder.of(null, List.of()),
        List.of("benchmark"),
        Long.MAX_VALUE);
  }

  /** The sum of the peaks of all pools: an upper bound, since they need not peak together. */
  private static long peakHeapBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(TrialsPerSecond::deleteOne);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
