package temper.lab.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import temper.lab.study.chart.Axis;
import temper.numerics.NumberText;

/**
 * Where values stand along an axis: at their numbers if they are numbers of one parameter, else one
 * after another.
 *
 * @param values the values, such as {@code rate=0.5}
 * @param parameter the parameter whose numbers they are; empty if they are not
 * @param numbers the places
 */
@SuppressWarnings("ArrayRecordComponent") // A short-lived value that nobody compares.
record Places(List<String> values, String parameter, double[] numbers) {

  /** Intervals of different levels stand side by side within this share of the distance. */
  private static final double SPREAD = 0.6;

  private static final int MOST_LETTERS = 60;

  static Places of(List<String> values) {
    String parameter = values.get(0).substring(0, values.get(0).indexOf('=') + 1);
    double[] numbers = new double[values.size()];
    boolean all = !parameter.isEmpty();
    for (int i = 0; i < numbers.length; i++) {
      double number = all ? number(values.get(i), parameter) : Double.NaN;
      all = all && Double.isFinite(number);
      numbers[i] = number;
    }
    return all
        ? new Places(values, parameter.substring(0, parameter.length() - 1), numbers)
        : new Places(
            values, "", IntStream.rangeClosed(1, numbers.length).asDoubleStream().toArray());
  }

  private static double number(String value, String parameter) {
    try {
      return value.startsWith(parameter)
          ? NumberText.parse(value.substring(parameter.length()))
          : Double.NaN;
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
    if (!parameter.isEmpty()) {
      double low = Arrays.stream(numbers).min().orElse(0);
      double high = Arrays.stream(numbers).max().orElse(1);
      double air = Math.max(0.5 * distance(), 0.03 * (high - low));
      return Axis.linear(parameter).from(low - air, high + air);
    }
    String names =
        IntStream.range(0, values.size())
            .mapToObj(i -> (i + 1) + " " + values.get(i))
            .collect(Collectors.joining(", "));
    return Axis.linear(names.length() <= MOST_LETTERS ? names : "place, see caption")
        .from(0.5, values.size() + 0.5);
  }

  /** What stands at the places, where the axis does not say it. */
  String caption() {
    return parameter.isEmpty()
        ? IntStream.range(0, values.size())
            .mapToObj(i -> (i + 1) + " " + values.get(i))
            .collect(Collectors.joining("; ", " Places: ", "."))
        : "";
  }
}
