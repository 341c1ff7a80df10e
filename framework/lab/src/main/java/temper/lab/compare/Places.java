package temper.lab.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import temper.lab.study.chart.Axis;
import temper.numerics.NumberText;

/**
 * Where values stand along an axis: at their numbers if they are numbers of one parameter, else one
 * after another.
 *
 * @param values the values, such as {@code rate=0.5}
 * @param parameter the one parameter whose values they are; empty if there are several
 * @param named whether they stand one after another, each with its name
 * @param numbers the places
 */
@SuppressWarnings("ArrayRecordComponent") // A short-lived value that nobody compares.
record Places(List<String> values, String parameter, boolean named, double[] numbers) {

  /** Intervals of different levels stand side by side within this share of the distance. */
  private static final double SPREAD = 0.6;

  static Places of(List<String> values) {
    String first = values.get(0).substring(0, values.get(0).indexOf('=') + 1);
    boolean one =
        !first.isEmpty()
            && values.stream()
                .allMatch(
                    value -> value.startsWith(first) && value.indexOf('=', first.length()) < 0);
    double[] numbers = new double[values.size()];
    boolean all = one;
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = all ? number(values.get(i), first) : Double.NaN;
      all = all && Double.isFinite(numbers[i]);
    }
    String parameter = one ? first.substring(0, first.length() - 1) : "";
    return all
        ? new Places(values, parameter, false, numbers)
        : new Places(
            values, parameter, true, IntStream.range(0, numbers.length).asDoubleStream().toArray());
  }

  private static double number(String value, String parameter) {
    try {
      return NumberText.parse(value.substring(parameter.length()));
    } catch (NumberFormatException word) {
      return Double.NaN;
    }
  }

  /** The place of a value, moved aside by a share of the distance between neighbours. */
  double of(String value, double aside) {
    return numbers[values.indexOf(value)] + SPREAD * aside * distance();
  }

  private double distance() {
    double[] sorted = Arrays.stream(numbers).sorted().distinct().toArray();
    return IntStream.range(1, sorted.length)
        .mapToDouble(i -> sorted[i] - sorted[i - 1])
        .min()
        .orElse(1);
  }

  Axis axis() {
    if (!named) {
      double low = Arrays.stream(numbers).min().orElse(0);
      double high = Arrays.stream(numbers).max().orElse(1);
      double air = Math.max(0.5 * distance(), 0.03 * (high - low));
      return Axis.linear(parameter).from(low - air, high + air);
    }
    int prefix = parameter.isEmpty() ? 0 : parameter.length() + 1;
    return Axis.named(parameter, values.stream().map(value -> value.substring(prefix)).toList());
  }
}
