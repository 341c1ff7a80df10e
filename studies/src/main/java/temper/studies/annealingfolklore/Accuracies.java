package temper.studies.annealingfolklore;

import java.util.Arrays;
import java.util.List;
import temper.lab.study.Table;

/** Accuracies of trained networks, as claims and figures take them from tables. */
final class Accuracies {

  /** In which respects the perceptrons are smaller than what the rules are applied to. */
  static final String PERCEPTRON =
      "perceptrons of 128 units a layer on 5000 images, at most 80 epochs";

  /** In which respects the convolutional networks are smaller. */
  static final String CONVOLUTIONAL =
      "a convolutional network of five layers on 10,000 images, at most 80 epochs";

  /** What a guess among ten classes gets right. */
  static final double CHANCE = 0.1;

  private Accuracies() {}

  /** A claim about accuracies, at a reduced scale. */
  static Statement statement(String id, String place, String text, String scale) {
    return new Statement(
        id, place, text, "a network that diverged counts with the accuracy of a guess", scale);
  }

  /** A metric of trials in their order; a guess's accuracy where a network diverged. */
  static double[] of(Table trials, String metric) {
    return Arrays.stream(trials.numbers(metric))
        .map(value -> Double.isNaN(value) ? CHANCE : value)
        .toArray();
  }

  /** Columns of conditions as rows of replicates. */
  static double[][] rows(List<double[]> columns) {
    double[][] rows = new double[columns.get(0).length][columns.size()];
    for (int j = 0; j < columns.size(); j++) {
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = columns.get(j)[i];
      }
    }
    return rows;
  }
}
