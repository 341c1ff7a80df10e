package temper.lab.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import temper.lab.bench.Measurement;
import temper.lab.bench.Stopwatch;
import temper.lab.bench.Workload;
import temper.lab.bench.Workloads;
import temper.plugin.Names;
import temper.tensor.KernelProvider;
import temper.tensor.KernelProviders;
import tools.jackson.databind.json.JsonMapper;

/** {@code temper bench}. */
@Command(
    name = "bench",
    description = {
      "Measures training on this machine: warms up until the rate is steady, then measures.",
      "Rates are summed over the trials that run at once, each on one thread."
    })
final class BenchCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--workload",
      paramLabel = "NAME",
      description = "gemm, mlp, tiny, linreg, cifar-quick or wrn (default: all).")
  @Nullable String workload;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "Trials that run at once (default: one a core).")
  int trials = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Span of each measurement after the warm-up (default: 5).")
  double seconds = 5;

  @Option(names = "--json", description = "Prints a line of JSON for each measurement.")
  boolean json;

  @Parameters(
      paramLabel = "SIZE=VALUE",
      description = {
        "Sizes of the workload: n, d, h, batch, depth or widen.",
        "Several values, as in n=64,256,1024, are measured one after the other."
      })
  List<String> settings = List.of();

  BenchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Stopwatch stopwatch = stopwatch();
    List<Workload> chosen = chosen();
    Map<String, List<Integer>> sizes = sizes(chosen);
    KernelProvider kernels = KernelProviders.best();
    session.console().message("kernels: " + kernels.name() + notUsed());
    TextTable table =
        new TextTable(
            "workload", "sizes", "trials", "steps/s", "images/s", "gflop/s", "bytes/step", "step");
    for (Workload one : chosen) {
      for (Map<String, Integer> setting : settings(one, sizes)) {
        Measurement measured = measure(stopwatch, one, setting, kernels);
        if (json) {
          session.console().result(line(measured));
        } else {
          table.row(
              measured.workload(),
              text(setting),
              "" + measured.trials(),
              number(measured.stepsPerSecond()),
              measured.imagesPerSecond() == 0 ? "" : number(measured.imagesPerSecond()),
              number(measured.gigaflops()),
              "" + Math.round(measured.bytesPerStep()),
              one.summary());
        }
      }
    }
    if (!json) {
      session.console().resultText(table.render(session.console().width()));
    }
    return ExitCode.DONE.code();
  }

  private Stopwatch stopwatch() {
    try {
      return new Stopwatch(trials, seconds);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException("--" + wrong.getMessage());
    }
  }

  private Measurement measure(
      Stopwatch stopwatch, Workload one, Map<String, Integer> setting, KernelProvider kernels)
      throws InterruptedException {
    if (!json && session.console().live()) {
      session.console().message("measuring " + one.name() + " " + text(setting));
    }
    try {
      return stopwatch.time(one, setting, kernels);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(one.name() + ": " + wrong.getMessage());
    } catch (ArithmeticException | NegativeArraySizeException | OutOfMemoryError large) {
      throw new UsageException(
          "%s: %s needs more memory than Java may take: take smaller sizes, fewer --trials, or set TEMPER_JAVA_OPTS=-Xmx8g"
              .formatted(one.name(), text(setting)));
    }
  }

  private static String notUsed() {
    return KernelProviders.all().stream()
        .filter(provider -> provider.unavailable().isPresent())
        .map(p -> "; not " + p.name() + ": " + p.unavailable().orElseThrow())
        .collect(Collectors.joining());
  }

  private List<Workload> chosen() {
    String wanted = workload;
    List<Workload> all = Workloads.all();
    if (wanted == null) {
      return all;
    }
    List<Workload> named = all.stream().filter(one -> one.name().equals(wanted)).toList();
    if (named.isEmpty()) {
      List<String> names = all.stream().map(Workload::name).toList();
      throw new UsageException(
          "there is no workload '" + wanted + "'." + Names.suggestion(wanted, names));
    }
    return named;
  }

  private Map<String, List<Integer>> sizes(List<Workload> chosen) {
    List<String> names =
        chosen.stream().flatMap(one -> one.sizes().keySet().stream()).distinct().toList();
    Map<String, List<Integer>> sizes = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      String name = equals < 0 ? setting : setting.substring(0, equals);
      if (!names.contains(name)) {
        throw new UsageException(
            "'" + setting + "' is no size of what is measured; sizes are " + names);
      }
      List<Integer> values = new ArrayList<>();
      for (String value : setting.substring(equals + 1).split(",", -1)) {
        values.add(positive(name, equals < 0 ? "" : value));
      }
      sizes.put(name, values);
    }
    return sizes;
  }

  private static int positive(String name, String value) {
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Told below.
    }
    throw new UsageException(name + " must be an integer >= 1, got '" + value + "'");
  }

  /** All combinations of the sizes of a workload. */
  private static List<Map<String, Integer>> settings(
      Workload workload, Map<String, List<Integer>> sizes) {
    List<Map<String, Integer>> settings = List.of(workload.sizes());
    for (String name : workload.sizes().keySet()) {
      if (sizes.containsKey(name)) {
        List<Map<String, Integer>> more = new ArrayList<>();
        for (Map<String, Integer> setting : settings) {
          for (int value : sizes.get(name)) {
            Map<String, Integer> with = new LinkedHashMap<>(setting);
            with.put(name, value);
            more.add(with);
          }
        }
        settings = more;
      }
    }
    return settings;
  }

  private static String text(Map<String, Integer> setting) {
    return setting.entrySet().stream()
        .map(size -> size.getKey() + "=" + size.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String number(double rate) {
    return String.format(Locale.ROOT, rate < 100 ? "%,.2f" : "%,.0f", rate);
  }

  private static String line(Measurement measured) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("workload", measured.workload());
    out.put("trials", measured.trials());
    out.put("steps_per_s", measured.stepsPerSecond());
    out.put("images_per_s", measured.imagesPerSecond());
    out.put("gflops", measured.gigaflops());
    return JsonMapper.builder().build().writeValueAsString(out);
  }
}
