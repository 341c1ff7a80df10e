package temper.lab.engine;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long the trials of each experiment took, summed over all runs of a result folder. Volatile,
 * never compared.
 */
final class Timings {

  static final String FILE = "timings.csv";

  private static final String HEADER = "experiment,trials,seconds";

  private final Map<String, double[]> totals = new TreeMap<>();

  synchronized void add(String experiment, long nanos) {
    double[] total = totals.computeIfAbsent(experiment, name -> new double[2]);
    total[0]++;
    total[1] += nanos / 1e9;
  }

  /** The file with these timings added to those of earlier runs. */
  synchronized byte[] bytes(Optional<byte[]> earlier) {
    Map<String, double[]> all = parse(earlier);
    totals.forEach(
        (name, total) -> all.merge(name, total, (a, b) -> new double[] {a[0] + b[0], a[1] + b[1]}));
    StringBuilder out = new StringBuilder(HEADER).append('\n');
    all.forEach(
        (name, total) ->
            out.append(name)
                .append(',')
                .append((long) total[0])
                .append(',')
                .append(Math.round(total[1] * 1e6) / 1e6)
                .append('\n'));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Trials and seconds by experiment; lines that cannot be read are left out, since nothing depends
   * on them.
   */
  static Map<String, double[]> parse(Optional<byte[]> file) {
    Map<String, double[]> out = new TreeMap<>();
    if (file.isEmpty()) {
      return out;
    }
    new String(file.get(), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .forEach(
            line -> {
              String[] cells = line.split(",", -1);
              if (cells.length == 3
                  && cells[1].matches("[0-9]{1,12}")
                  && cells[2].matches("[0-9]{1,12}(\\.[0-9]{1,17})?(E-?[0-9]{1,2})?")) {
                out.put(
                    cells[0],
                    new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[2])});
              }
            });
    return out;
  }
}
