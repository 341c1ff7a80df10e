package temper.data.synthetic;

import java.util.List;
import java.util.stream.IntStream;
import temper.data.Dataset;
import temper.data.Examples;
import temper.random.RandomStream;

/** What the generators share. */
final class Draws {

  private Draws() {}

  /** Draws an example of a class into a row of features and returns its label. */
  @FunctionalInterface
  interface Labelled {
    int draw(RandomStream stream, double[] features, int offset);
  }

  /** Draws an example into a row of features and returns its target. */
  @FunctionalInterface
  interface Valued {
    double draw(RandomStream stream, double[] features, int offset);
  }

  /** Independent examples of classes; the first of more examples are those of fewer. */
  static Examples labelled(int rows, int columns, RandomStream stream, Labelled one) {
    double[] features = new double[Math.multiplyExact(rows, columns)];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = one.draw(stream, features, row * columns);
    }
    return Examples.ofNumbers(features, labels, columns);
  }

  /** Independent examples with targets; the first of more examples are those of fewer. */
  static Examples valued(int rows, int columns, RandomStream stream, Valued one) {
    double[] features = new double[Math.multiplyExact(rows, columns)];
    double[] targets = new double[rows];
    for (int row = 0; row < rows; row++) {
      targets[row] = one.draw(stream, features, row * columns);
    }
    return Examples.ofTargets(features, targets, columns);
  }

  /** The data set of a generator. */
  static Dataset dataset(String name, Examples train, Examples test, int classes) {
    return new Dataset(
        name, train, test, IntStream.range(0, classes).mapToObj(i -> "class " + i).toList());
  }

  /** The data set of a generator of targets. */
  static Dataset regression(String name, Examples train, Examples test) {
    return new Dataset(name, train, test, List.of());
  }

  /** A uniform direction: a Gaussian vector over its norm. */
  static double[] direction(RandomStream stream, int dimension) {
    double[] out = new double[dimension];
    stream.fillGaussian(out);
    double norm = Math.sqrt(dot(out, out, 0));
    for (int i = 0; i < dimension; i++) {
      out[i] /= norm;
    }
    return out;
  }

  /** The sum of products with a row of features, in order. */
  static double dot(double[] vector, double[] features, int offset) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += vector[i] * features[offset + i];
    }
    return sum;
  }

  static void requireFits(int examples, int columns) {
    if ((long) examples * columns > 1 << 27) {
      throw new IllegalArgumentException(
          "examples x features must be <= 2^27 (a gigabyte), got " + examples + " x " + columns);
    }
  }
}
