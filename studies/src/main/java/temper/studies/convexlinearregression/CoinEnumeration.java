package temper.studies.convexlinearregression;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;

/** Every train sample of the fair coin with its probability. */
final class CoinEnumeration implements Experiment<CoinSample.Params> {

  static final String NAME = "coin-enumeration";
  static final String SPLITS = "splits";

  private final CoinSample sample = new CoinSample();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "The comparison for every split of the sample between the two directions.";
  }

  @Override
  public CoinSample.Params defaults() {
    return sample.defaults();
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("degenerate_probability", "probability that one direction is never seen"),
        Column.number("equal_probability", "probability that both are seen equally often"),
        Column.number("lowest_ratio", "lowest ratio of the splits that see both directions"),
        Column.number("median_ratio", "median ratio given that both directions are seen"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            SPLITS,
            "One row for each split that sees both directions.",
            List.of(
                Column.integer("seen", "samples of the first direction").in("samples"),
                Column.number("probability", "probability of the split"),
                Column.number("ratio", "test loss of flow over that of the annealed run"))));
  }

  @Override
  public Design<CoinSample.Params> design(Profile profile, Tables earlier) {
    CoinSample.Params d = defaults();
    List<CoinSample.Params> cells = new ArrayList<>();
    for (int n : CoinSample.SIZES) {
      cells.add(new CoinSample.Params(n, d.rate(), d.delta(), d.loss()));
    }
    cells.add(new CoinSample.Params(d.n(), d.rate(), d.delta(), CoinSample.LATE_LOSS));
    return Design.of(cells, 1);
  }

  @Override
  public void run(CoinSample.Params p, Trial trial) {
    double[] probability = binomialHalf(p.n());
    double lowest = Double.POSITIVE_INFINITY;
    List<double[]> splits = new ArrayList<>();
    for (int seen = 1; seen < p.n(); seen++) {
      double ratio = CoinSample.compare(seen, p).ratio();
      lowest = Math.min(lowest, ratio);
      splits.add(new double[] {ratio, probability[seen]});
      trial.row(SPLITS, (long) seen, probability[seen], ratio);
    }
    trial.metric("degenerate_probability", probability[0] + probability[p.n()]);
    trial.metric("equal_probability", p.n() % 2 == 0 ? probability[p.n() / 2] : 0.0);
    trial.metric("lowest_ratio", lowest);
    trial.metric("median_ratio", weightedMedian(splits));
  }

  /**
   * The probabilities of 0 to n heads of a fair coin, <i>C(n, k) / 2^n</i>. Exact for small n, and
   * above the smallest normal number for n up to 1000.
   */
  static double[] binomialHalf(int n) {
    double[] p = new double[n + 1];
    p[0] = Math.scalb(1.0, -n);
    for (int k = 0; k < n; k++) {
      p[k + 1] = p[k] * (n - k) / (k + 1);
    }
    return p;
  }

  private static double weightedMedian(List<double[]> valuesAndWeights) {
    List<double[]> sorted = new ArrayList<>(valuesAndWeights);
    sorted.sort((a, b) -> Double.compare(a[0], b[0]));
    double total = 0;
    for (double[] pair : sorted) {
      total += pair[1];
    }
    double below = 0;
    for (double[] pair : sorted) {
      below += pair[1];
      if (below >= total / 2) {
        return pair[0];
      }
    }
    return Double.NaN;
  }
}
