package temper.studies.warmrestarts;

import java.util.List;
import temper.data.Examples;
import temper.numerics.StableMath;
import temper.train.Evaluation;

/**
 * Predictions of probabilities for the same examples, one array a network: for each example the
 * probabilities of all classes, one example after another.
 */
final class Ensemble {

  private Ensemble() {}

  /** The mean of the probabilities, compared with the labels. */
  static Evaluation evaluate(List<double[]> predictions, Examples examples) {
    int length = predictions.get(0).length;
    double[] mean = new double[length];
    for (double[] prediction : predictions) {
      for (int i = 0; i < length; i++) {
        mean[i] += prediction[i];
      }
    }
    int classes = length / examples.rows();
    double loss = 0;
    int right = 0;
    for (int row = 0; row < examples.rows(); row++) {
      int label = examples.label(row);
      loss -= StableMath.log(mean[row * classes + label] / predictions.size());
      right += largest(mean, row * classes, classes) == label ? 1 : 0;
    }
    int rows = examples.rows();
    return new Evaluation(loss / rows, (double) right / rows, rows);
  }

  /** The share of examples that are classified wrongly, rounded once. */
  static double error(Evaluation evaluation) {
    double wrong = Math.rint((1 - evaluation.accuracy()) * evaluation.examples());
    return wrong / evaluation.examples();
  }

  /** Pearson's correlation of the probabilities of all examples and classes. */
  static double correlation(double[] first, double[] second) {
    double firstMean = mean(first);
    double secondMean = mean(second);
    double product = 0;
    double firstSquares = 0;
    double secondSquares = 0;
    for (int i = 0; i < first.length; i++) {
      double a = first[i] - firstMean;
      double b = second[i] - secondMean;
      product += a * b;
      firstSquares += a * a;
      secondSquares += b * b;
    }
    return product / Math.sqrt(firstSquares * secondSquares);
  }

  /** Share of examples for which the most probable classes differ. */
  static double disagreement(double[] first, double[] second, int classes) {
    int rows = first.length / classes;
    int different = 0;
    for (int start = 0; start < first.length; start += classes) {
      different += largest(first, start, classes) == largest(second, start, classes) ? 0 : 1;
    }
    return (double) different / rows;
  }

  private static int largest(double[] values, int start, int count) {
    int largest = 0;
    for (int i = 1; i < count; i++) {
      if (values[start + i] > values[start + largest]) {
        largest = i;
      }
    }
    return largest;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
