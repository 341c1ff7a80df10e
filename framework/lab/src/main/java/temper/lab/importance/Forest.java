package temper.lab.importance;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.regression.RandomForest;
import temper.random.RandomStream;

/** A random forest of regression trees, by Smile, with seeds of ours. */
final class Forest {

  private static final int MOST_DEPTH = 16;
  private static final int MOST_LEAVES = 64;
  private static final int FEWEST_IN_LEAF = 5;
  private static final String METRIC = "y";

  private final RandomForest forest;

  private Forest(RandomForest forest) {
    this.forest = forest;
  }

  static Forest fit(double[][] x, double[] y, int trees, RandomStream stream) {
    int features = x[0].length;
    // With few parameters most of them are tried at each split, so that one that matters is found.
    int tried = Math.max(1, (2 * features + 2) / 3);
    // Smile takes seeds of 2 and more.
    LongStream seeds = LongStream.generate(() -> (stream.nextLong() >>> 2) + 2).limit(trees);
    DataFrame frame = frame(x).merge(DoubleVector.of(METRIC, y));
    return new Forest(
        alone(
            () ->
                RandomForest.fit(
                    Formula.lhs(METRIC),
                    frame,
                    trees,
                    tried,
                    MOST_DEPTH,
                    MOST_LEAVES,
                    FEWEST_IN_LEAF,
                    1.0,
                    seeds)));
  }

  /**
   * Does work in one thread: Smile's numbers depend on which of several threads searches a split,
   * as each has a generator of its own.
   */
  private static <T> T alone(Callable<T> work) {
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      return pool.submit(work).join();
    } finally {
      pool.shutdown();
    }
  }

  private static DataFrame frame(double[][] x) {
    String[] names = IntStream.range(0, x[0].length).mapToObj(i -> "x" + i).toArray(String[]::new);
    return DataFrame.of(x, names);
  }

  /** The share of variation that trees explain in rows which they were not grown from. */
  double outOfBag() {
    return forest.metrics().r2;
  }

  double[] predict(double[][] x) {
    DataFrame frame = withMetric(x);
    return IntStream.range(0, x.length)
        .mapToDouble(row -> forest.predict(frame.get(row)))
        .toArray();
  }

  /** The contribution of each parameter to the prediction for each row. */
  double[][] shap(double[][] x) {
    DataFrame frame = withMetric(x);
    double[][] out = new double[x.length][];
    for (int row = 0; row < x.length; row++) {
      Tuple tuple = frame.get(row);
      out[row] = forest.shap(tuple);
    }
    return out;
  }

  /** Smile looks for the metric in what it is to predict, too. */
  private static DataFrame withMetric(double[][] x) {
    return frame(x).merge(DoubleVector.of(METRIC, new double[x.length]));
  }
}
