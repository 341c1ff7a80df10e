package temper.lab.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import temper.lab.plot.Scales;
import temper.lab.store.CsvTables;
import temper.lab.study.chart.Axis;
import temper.numerics.NumberText;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/**
 * How much each swept parameter mattered for a metric.
 *
 * <p>A random forest learns the metric from the parameters. What a parameter contributes to a
 * prediction is its SHAP value; their mean size ranks the parameters. As a check the same forest is
 * grown from two thirds of the rows, and each parameter is shuffled in the others: what the forest
 * then explains less is the permutation importance. If the forest explains no more than forests of
 * a shuffled metric do, nothing is ranked.
 *
 * <p>Sources: L. Breiman, Random Forests, Machine Learning 45 (2001) 5-32; S. Lundberg and S.-I.
 * Lee, A Unified Approach to Interpreting Model Predictions, NeurIPS 2017.
 *
 * @param experiment name of the experiment
 * @param metric name of the metric
 * @param logarithmic whether the logarithm of the metric was learned, as it spans decades
 * @param rows trials that were learned from
 * @param leftOut trials that did not end ok or have no value
 * @param explained out-of-bag R²: the share of variation that is explained in unseen trials
 * @param chance the largest R² of forests of a shuffled metric
 * @param parameters the parameters, the most important first
 * @since 0.1
 */
public record Importance(
    String experiment,
    String metric,
    boolean logarithmic,
    int rows,
    int leftOut,
    double explained,
    double chance,
    List<Parameter> parameters) {

  /** Less than this is nothing, however sure it may be. */
  public static final double LEAST_EXPLAINED = 0.01;

  /** Fewer trials than these say nothing. */
  public static final int FEWEST_ROWS = 20;

  private static final int TREES = 100;
  private static final int FEW_TREES = 40;
  private static final int SHUFFLES = 3;
  private static final int MOST_SHAP_ROWS = 150;

  /** Copies the list. */
  public Importance {
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter.
   *
   * @param name its name
   * @param shap mean size of its SHAP values, in units of the metric or of its logarithm
   * @param share its part in the sum of those of all parameters
   * @param permutation R² that is lost when it is shuffled in unseen trials
   * @param trend rank correlation of its values with their SHAP values: how far the metric rises
   *     with it; NaN for a parameter of words
   * @param values its values in the rows that are drawn
   * @param contributions its SHAP values in those rows
   */
  public record Parameter(
      String name,
      double shap,
      double share,
      double permutation,
      double trend,
      List<Double> values,
      List<Double> contributions) {

    /** Copies the lists. */
    public Parameter {
      values = List.copyOf(values);
      contributions = List.copyOf(contributions);
    }
  }

  /**
   * Whether the forest explains enough for its parameters to be ranked.
   *
   * @return false if it explains no more than chance does
   */
  public boolean ranked() {
    return explained >= LEAST_EXPLAINED && explained > chance;
  }

  /**
   * The importance of the swept parameters.
   *
   * @param tables the tables of a result
   * @param experiment name of a complete experiment
   * @param metric name of one of its metrics of numbers
   * @return how much each parameter mattered
   * @throws IllegalArgumentException if no parameter varies, the metric does not, or too few trials
   *     ended ok
   */
  public static Importance of(CsvTables tables, String experiment, String metric) {
    Features features = Features.of(tables, experiment, metric);
    if (features.names().isEmpty()) {
      throw new IllegalArgumentException(
          "no parameter of '" + experiment + "' differs between cells");
    }
    if (features.y().length < FEWEST_ROWS) {
      throw new IllegalArgumentException(
          "only "
              + features.y().length
              + " trials of '"
              + experiment
              + "' have a value of '"
              + metric
              + "'; a forest needs at least "
              + FEWEST_ROWS);
    }
    if (Arrays.stream(features.y()).distinct().limit(2).count() < 2) {
      throw new IllegalArgumentException(
          "'%s' is %s in all trials of '%s'"
              .formatted(metric, NumberText.format(features.y()[0]), experiment));
    }
    boolean log = Scales.ofValues(features.y()) == Axis.Scale.LOG;
    Features learned =
        log ? features.with(Arrays.stream(features.y()).map(StrictMath::log).toArray()) : features;
    return of(experiment, metric, log, learned);
  }

  static Importance of(String experiment, String metric, boolean log, Features features) {
    StreamRoot root = new StreamRoot("importance");
    Forest forest =
        Forest.fit(
            features.x(), features.y(), TREES, root.stream(experiment, 0, metric + " forest"));
    double chance = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < SHUFFLES; i++) {
      RandomStream stream = root.stream(experiment, i, metric + " chance");
      double[] shuffled = shuffled(features.y(), stream);
      chance = Math.max(chance, Forest.fit(features.x(), shuffled, FEW_TREES, stream).outOfBag());
    }
    double[][] drawn = features.distinct(MOST_SHAP_ROWS);
    double[][] shap = forest.shap(drawn);
    double[] lost = permutation(features, root.stream(experiment, 0, metric + " permutation"));
    int count = features.names().size();
    double[] size = new double[count];
    for (int i = 0; i < count; i++) {
      int column = i;
      size[i] = Arrays.stream(shap).mapToDouble(row -> Math.abs(row[column])).average().orElse(0);
    }
    double sum = Arrays.stream(size).sum();
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int column = i;
      double[] values = Arrays.stream(drawn).mapToDouble(row -> row[column]).toArray();
      double[] contributions = Arrays.stream(shap).mapToDouble(row -> row[column]).toArray();
      parameters.add(
          new Parameter(
              features.names().get(i),
              size[i],
              sum > 0 ? size[i] / sum : 0,
              lost[i],
              features.values().get(i).isEmpty() ? correlation(values, contributions) : Double.NaN,
              Arrays.stream(values).boxed().toList(),
              Arrays.stream(contributions).boxed().toList()));
    }
    parameters.sort(Comparator.comparingDouble(Parameter::shap).reversed());
    return new Importance(
        experiment,
        metric,
        log,
        features.y().length,
        features.leftOut(),
        forest.outOfBag(),
        chance,
        parameters);
  }

  private static double[] shuffled(double[] values, RandomStream stream) {
    return Arrays.stream(stream.permutation(values.length)).mapToDouble(i -> values[i]).toArray();
  }

  /** R² that each parameter is worth in a third of the rows, which the forest was not shown. */
  private static double[] permutation(Features features, RandomStream stream) {
    int n = features.y().length;
    int[] order = stream.permutation(n);
    int held = n / 3;
    double[][] x = rows(features.x(), order, held, n);
    Forest forest = Forest.fit(x, values(features.y(), order, held, n), FEW_TREES, stream);
    double[][] unseen = rows(features.x(), order, 0, held);
    double[] y = values(features.y(), order, 0, held);
    double whole = explained(forest, unseen, y);
    double[] lost = new double[features.names().size()];
    for (int column = 0; column < lost.length; column++) {
      for (int i = 0; i < SHUFFLES; i++) {
        lost[column] += whole - explained(forest, shuffled(unseen, column, stream), y);
      }
      lost[column] /= SHUFFLES;
    }
    return lost;
  }

  private static double[][] rows(double[][] all, int[] order, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> all[order[i]]).toArray(double[][]::new);
  }

  private static double[] values(double[] all, int[] order, int from, int to) {
    return IntStream.range(from, to).mapToDouble(i -> all[order[i]]).toArray();
  }

  private static double[][] shuffled(double[][] x, int column, RandomStream stream) {
    double[] values = shuffled(Arrays.stream(x).mapToDouble(row -> row[column]).toArray(), stream);
    double[][] copy = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      copy[i] = x[i].clone();
      copy[i][column] = values[i];
    }
    return copy;
  }

  private static double explained(Forest forest, double[][] x, double[] y) {
    double[] predicted = forest.predict(x);
    double mean = Arrays.stream(y).average().orElse(0);
    double rest = 0;
    double all = 0;
    for (int i = 0; i < y.length; i++) {
      rest += (y[i] - predicted[i]) * (y[i] - predicted[i]);
      all += (y[i] - mean) * (y[i] - mean);
    }
    return all == 0 ? 0 : 1 - rest / all;
  }

  /** Spearman's rank correlation; 0 where one of both does not vary. */
  private static double correlation(double[] a, double[] b) {
    double ranks = a.length < 2 ? 0 : new SpearmansCorrelation().correlation(a, b);
    return Double.isNaN(ranks) ? 0 : ranks;
  }
}
