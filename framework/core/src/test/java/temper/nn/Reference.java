package temper.nn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import temper.tensor.Tensor;

/** Values that PyTorch computed: {@code reference.csv}, made by {@code reference.py} beside it. */
final class Reference {

  private static final Map<String, double[]> ROWS = read();

  private Reference() {}

  /** The values of a row. */
  static double[] row(String name) {
    return Objects.requireNonNull(ROWS.get(name), name);
  }

  /** Numbers from -1/2 to 1/2 by the rule of the script. */
  static double u(int seed, int i) {
    return ((i * 7919L + seed * 104729L + 17) % 1009) / 1009.0 - 0.5;
  }

  /** Fills a tensor by the rule of the script. */
  static void fill(Tensor tensor, int seed, double scale, double shift) {
    for (int i = 0; i < tensor.size(); i++) {
      tensor.set(i, shift + scale * u(seed, i));
    }
  }

  private static Map<String, double[]> read() {
    Map<String, double[]> rows = new LinkedHashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Reference.class.getResourceAsStream("reference.csv")),
                StandardCharsets.UTF_8))) {
      reader
          .lines()
          .map(line -> line.split(","))
          .forEach(
              cells ->
                  rows.put(
                      cells[0],
                      Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
