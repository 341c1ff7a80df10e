package temper.studies.convexlinearregression;

import java.util.Arrays;
import java.util.List;
import temper.data.Examples;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;

/**
 * Benign and malignant samples of the Wisconsin breast cancer data by least squares on their
 * measurements, standardised by the train samples, and a constant.
 */
final class TabularClasses implements Experiment<TabularClasses.Params> {

  static final String NAME = "tabular-classes";
  static final String DATA = "breast-cancer-wisconsin";

  /**
   * One split.
   *
   * @param n number of train samples; all others are test samples
   * @param rate the large rate over the stability bound
   * @param delta share of the final loss that flat directions may carry
   * @param loss loss above the minimum at the end over the start's
   */
  record Params(
      @Doc("number of train samples; all others are test samples") @Range(min = 2, max = 568) int n,
      @Doc("large rate over the stability bound") @Range(min = 0, minOpen = true, max = 1)
          double rate,
      @Doc("share of the final loss that flat directions may carry") @Positive double delta,
      @Doc("loss above the minimum at the end over the start's")
          @Range(min = 0, minOpen = true, max = 1, maxOpen = true)
          double loss) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "The comparison on the Wisconsin breast cancer data.";
  }

  @Override
  public Params defaults() {
    return new Params(100, 0.99, 0.01, 0.01);
  }

  @Override
  public List<Column> metrics() {
    return LeastSquares.METRICS;
  }

  @Override
  public List<TableSchema> tables() {
    return LeastSquares.TABLES;
  }

  @Override
  public List<String> datasets() {
    return List.of(DATA);
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    return Design.single(defaults(), Replicates.paired(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    Examples all = trial.dataset(DATA).train();
    int[] order = trial.stream("split").permutation(all.rows());
    int columns = all.columns();
    double[][] inputs = new double[all.rows()][columns + 1];
    double[] labels = new double[all.rows()];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(all.row(order[i]), 0, inputs[i], 0, columns);
      inputs[i][columns] = 1;
      labels[i] = all.label(order[i]) == 0 ? -1 : 1;
    }
    for (int column = 0; column < columns; column++) {
      standardise(inputs, column, p.n);
    }
    new LeastSquares(
            Arrays.copyOf(inputs, p.n),
            Arrays.copyOf(labels, p.n),
            Arrays.copyOfRange(inputs, p.n, inputs.length),
            Arrays.copyOfRange(labels, p.n, labels.length))
        .report(trial, p.rate, p.delta, p.loss);
  }

  /** Gives a column mean 0 and variance 1 over the first rows. */
  private static void standardise(double[][] inputs, int column, int rows) {
    double mean = 0;
    for (int i = 0; i < rows; i++) {
      mean += inputs[i][column] / rows;
    }
    double variance = 0;
    for (int i = 0; i < rows; i++) {
      double difference = inputs[i][column] - mean;
      variance += difference * difference / rows;
    }
    double deviation = variance > 0 ? Math.sqrt(variance) : 1;
    for (double[] row : inputs) {
      row[column] = (row[column] - mean) / deviation;
    }
  }
}
