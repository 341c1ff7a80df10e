package temper.stats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Values that R computed: {@code reference.csv}, made by {@code reference.R} beside it. */
final class Reference {

  /** Student's sleep data: hours gained with two drugs. */
  static final double[] A = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

  static final double[] B = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  /** Hollander and Wolfe (1973), page 29: depression scale before and after. */
  static final double[] BEFORE = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};

  static final double[] AFTER = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};

  /** Hollander and Wolfe (1973), page 69: permeability of a membrane. */
  static final double[] TERM = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};

  static final double[] EARLY = {1.15, 0.88, 0.90, 0.74, 1.21};

  private Reference() {}

  /** All rows of a name, possibly followed by a colon and more. */
  static List<double[]> rows(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Reference.class.getResourceAsStream("reference.csv")),
                StandardCharsets.UTF_8))) {
      List<double[]> rows =
          reader
              .lines()
              .filter(line -> line.startsWith(name + ",") || line.startsWith(name + ":"))
              .map(line -> line.substring(line.indexOf(',') + 1).split(","))
              .map(cells -> Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray())
              .toList();
      assertTrue(!rows.isEmpty(), "no rows of " + name);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] row(String name) {
    return rows(name).get(0);
  }

  /** Equality up to a relative error. */
  static void assertClose(double expected, double actual, double relative) {
    assertTrue(
        expected == actual || Math.abs(actual - expected) <= relative * Math.abs(expected),
        () -> "expected " + expected + ", got " + actual);
  }

  static void assertInterval(double low, double high, Interval actual, double relative) {
    assertClose(low, actual.low(), relative);
    assertClose(high, actual.high(), relative);
  }
}
