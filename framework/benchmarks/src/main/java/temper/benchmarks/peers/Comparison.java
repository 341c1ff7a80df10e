package temper.benchmarks.peers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import temper.lab.bench.Work;
import temper.lab.bench.Workload;
import temper.lab.bench.Workloads;
import temper.random.StreamRoot;
import temper.tensor.KernelProvider;
import temper.tensor.KernelProviders;

/**
 * Compares Temper with PyTorch, OpenBLAS and EJML on the workloads of {@code temper bench}, each
 * also at sizes for which nobody tuned it.
 *
 * @since 0.2
 */
public final class Comparison {

  /** Sizes of a workload: the first as it is defined, where a map is empty. */
  private static final Map<String, List<Map<String, Integer>>> SIZES =
      Map.of(
          "gemm",
          Stream.of(64, 128, 256, 512, 1024).map(n -> Map.of("n", n)).toList(),
          "mlp",
          List.of(Map.of(), Map.of("d", 300, "h", 500, "batch", 64)),
          "tiny",
          List.of(Map.of(), Map.of("d", 20, "h", 100, "batch", 16)),
          "linreg",
          List.of(Map.of(), Map.of("n", 1000, "d", 20)),
          "cifar-quick",
          List.of(Map.of(), Map.of("batch", 32)),
          "wrn",
          List.of(Map.of(), Map.of("depth", 10, "widen", 2, "batch", 32)));

  private final Options options;
  private final Peers peers;
  private final PrintStream out;
  private final KernelProvider kernels = KernelProviders.best();

  private Comparison(Options options, Peers peers, PrintStream out) {
    this.options = options;
    this.peers = peers;
    this.out = out;
  }

  /**
   * Compares, and prints what was found.
   *
   * @param arguments see {@link Options#USAGE}
   * @throws IOException if a peer fails
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options;
    try {
      options = Options.parse(arguments);
      chosen(options);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
      return;
    }
    run(options, System.out);
  }

  static void run(Options options, PrintStream out) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("temper-peers");
    try {
      Peers peers = new Peers(options, folder, System.err::println);
      Comparison comparison = new Comparison(options, peers, out);
      System.err.println(
          "Java %s, kernels %s"
              .formatted(System.getProperty("java.version"), comparison.kernels.name()));
      for (Workload workload : chosen(options)) {
        for (Map<String, Integer> sizes : sizes(workload, options)) {
          comparison.compare(workload, sizes);
        }
      }
    } finally {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static List<Workload> chosen(Options options) {
    List<Workload> all = Workloads.all();
    List<String> names = all.stream().map(Workload::name).toList();
    for (String wanted : options.workloads()) {
      if (!names.contains(wanted)) {
        throw new IllegalArgumentException(
            "--workload must be one of %s, got %s".formatted(names, wanted));
      }
    }
    List<Workload> chosen =
        all.stream()
            .filter(w -> options.workloads().isEmpty() || options.workloads().contains(w.name()))
            .toList();
    for (String size : options.sizes().keySet()) {
      if (chosen.stream().noneMatch(workload -> workload.sizes().containsKey(size))) {
        throw new IllegalArgumentException(size + " is no size of what is compared");
      }
    }
    return chosen;
  }

  /** Those asked for, or those of {@link #SIZES}, with all sizes that are not changed. */
  private static List<Map<String, Integer>> sizes(Workload workload, Options options) {
    Map<String, Integer> asked = new LinkedHashMap<>(options.sizes());
    asked.keySet().retainAll(workload.sizes().keySet());
    List<Map<String, Integer>> changes =
        asked.isEmpty() ? SIZES.getOrDefault(workload.name(), List.of(Map.of())) : List.of(asked);
    List<Map<String, Integer>> all = new ArrayList<>();
    for (Map<String, Integer> change : changes) {
      Map<String, Integer> whole = new LinkedHashMap<>(workload.sizes());
      whole.putAll(change);
      all.add(whole);
    }
    return all;
  }

  private void compare(Workload workload, Map<String, Integer> sizes)
      throws IOException, InterruptedException {
    List<Contestant> contestants = new ArrayList<>();
    try {
      Work work = workload.prepare(sizes, kernels, options.trials());
      if (workload.name().equals("gemm")) {
        addProducts(contestants, work, sizes);
      } else {
        addTrainings(contestants, workload, work, sizes);
      }
      report(workload, sizes, work, Match.play(contestants, options.rounds(), options.seconds()));
    } finally {
      contestants.forEach(Contestant::close);
    }
  }

  private void addProducts(List<Contestant> contestants, Work work, Map<String, Integer> sizes)
      throws IOException, InterruptedException {
    int n = sizes.getOrDefault("n", 0);
    FMatrixRMaj a = new FMatrixRMaj(n, n);
    FMatrixRMaj b = new FMatrixRMaj(n, n);
    FMatrixRMaj c = new FMatrixRMaj(n, n);
    new StreamRoot("peers").stream("gemm", 0, "a").fillGaussian(a.data);
    new StreamRoot("peers").stream("gemm", 0, "b").fillGaussian(b.data);
    contestants.add(new Trials("temper x1", List.of(work.step()), options.warmUp()));
    Optional<Contestant> openBlas = peers.openBlas(n, options.warmUp() / 4);
    openBlas.ifPresent(contestants::add);
    Runnable product = () -> CommonOps_FDRM.mult(a, b, c);
    contestants.add(new Trials("ejml x1", List.of(product), options.warmUp()));
  }

  private void addTrainings(
      List<Contestant> contestants, Workload workload, Work work, Map<String, Integer> sizes)
      throws IOException, InterruptedException {
    int trials = options.trials();
    List<Runnable> steps = new ArrayList<>();
    for (int trial = 0; trial < trials; trial++) {
      steps.add(workload.prepare(sizes, kernels, trial).step());
    }
    contestants.add(new Trials("temper x" + trials, steps, options.warmUp()));
    if (trials > 1) {
      contestants.add(new Trials("temper x1", List.of(work.step()), options.warmUp() / 4));
    }
    double warmUp = options.warmUp() / 2;
    peers.pyTorch(workload.name(), sizes, 1, trials, warmUp).ifPresent(contestants::add);
    if (trials > 1) {
      peers.pyTorch(workload.name(), sizes, trials, 1, warmUp).ifPresent(contestants::add);
    }
  }

  private void report(Workload workload, Map<String, Integer> sizes, Work work, Match match) {
    String setting =
        sizes.entrySet().stream()
            .map(size -> size.getKey() + "=" + size.getValue())
            .collect(Collectors.joining(" "));
    if (!options.json()) {
      out.println(workload.name() + " " + setting);
    }
    for (int i = 0; i < match.names().size(); i++) {
      double rate = match.rate(i);
      boolean product = work.images() == 0;
      double amount = product ? rate * work.operations() / 1e9 : rate * work.images();
      Match.Ratio ratio = match.ratio(i);
      String line =
          options.json()
              ? "{\"workload\":\"%s\",\"sizes\":\"%s\",\"contestant\":\"%s\",\"steps_per_s\":%.6g,\"%s\":%.6g,\"ratio\":%.4f,\"ratio_low\":%.4f,\"ratio_high\":%.4f}"
              : "  %3$-13s %4$,14.1f steps/s %6$,14.1f %5$s"
                  + (i == 0 ? "" : "   %10$s is %7$.2f times as fast (%8$.2f to %9$.2f)");
      String unit = options.json() ? "_per_s" : "/s";
      out.println(
          String.format(
              Locale.ROOT,
              line,
              workload.name(),
              setting,
              match.names().get(i),
              rate,
              product ? (options.json() ? "gflops" : "gflop/s") : "images" + unit,
              amount,
              ratio.median(),
              ratio.least(),
              ratio.most(),
              match.names().get(0)));
    }
    out.flush();
  }
}
