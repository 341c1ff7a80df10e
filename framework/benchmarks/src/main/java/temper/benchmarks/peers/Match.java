package temper.benchmarks.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What contestants reached in rounds in which each took a turn, so that whatever else the machine
 * did disturbed all alike: ratios are taken within a round.
 *
 * @param names the contestants; the first is compared with the others
 * @param rates steps a second by contestant and round
 */
@SuppressWarnings("ArrayRecordComponent") // A short-lived value that nobody compares.
record Match(List<String> names, double[][] rates) {

  /** The median and the range of a ratio over the rounds. */
  record Ratio(double median, double least, double most) {}

  /** Lets contestants take turns, in one order and then in the other. */
  static Match play(List<Contestant> contestants, int rounds, double seconds)
      throws IOException, InterruptedException {
    double[][] rates = new double[contestants.size()][rounds];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < contestants.size(); i++) {
      order.add(i);
    }
    for (int round = 0; round < rounds; round++) {
      for (int i : order) {
        rates[i][round] = contestants.get(i).round(seconds);
      }
      Collections.reverse(order);
    }
    return new Match(contestants.stream().map(Contestant::name).toList(), rates);
  }

  /** The median of a contestant's rates. */
  double rate(int contestant) {
    return median(rates[contestant].clone());
  }

  /** How many times as fast the first contestant was as another. */
  Ratio ratio(int other) {
    double[] ratios = new double[rates[0].length];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = rates[0][round] / rates[other][round];
    }
    double median = median(ratios);
    return new Ratio(median, ratios[0], ratios[ratios.length - 1]);
  }

  /** Sorts. */
  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
