package temper.studies.convexlinearregression;

import java.util.ArrayList;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.random.RandomStream;

/** Train samples of a fair coin between two unit vectors; one direction is seen more often. */
final class CoinSample implements Experiment<CoinSample.Params> {

  static final String NAME = "coin-sample";
  static final int[] SIZES = {3, 4, 6, 8, 10, 16, 32, 100, 1000};

  /** Stopping loss of the statement of the introduction. */
  static final double LATE_LOSS = 1e-4;

  /**
   * One sample size.
   *
   * @param n number of train samples
   * @param rate the large rate over the stability bound
   * @param delta share of the final loss that the flat direction may carry
   * @param loss train loss at which both runs end
   */
  record Params(
      @Doc("number of train samples") @Range(min = 1) int n,
      @Doc("large rate over the stability bound") @Range(min = 0, minOpen = true, max = 1)
          double rate,
      @Doc("share of the final loss that the flat direction may carry") @Positive double delta,
      @Doc("train loss at which both runs end") @Positive double loss) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Test loss of flow over that of the annealed run for samples of a fair coin between two"
        + " directions.";
  }

  @Override
  public Params defaults() {
    return new Params(3, 0.99, 0.01, 1e-3);
  }

  @Override
  public List<Column> metrics() {
    List<Column> columns = new ArrayList<>(Comparison.METRICS);
    columns.add(Column.integer("seen", "samples of the first direction").in("samples"));
    columns.add(Column.truth("degenerate", "whether one direction was never seen"));
    return List.copyOf(columns);
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    List<Params> cells = new ArrayList<>();
    for (int n : SIZES) {
      cells.add(new Params(n, d.rate, d.delta, d.loss));
    }
    cells.add(new Params(d.n, d.rate, d.delta, LATE_LOSS));
    return Design.of(cells, Replicates.draws(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    RandomStream stream = trial.stream("sample");
    int seen = 0;
    for (int i = 0; i < p.n; i++) {
      seen += stream.nextBoolean() ? 1 : 0;
    }
    trial.metric("seen", (long) seen);
    trial.metric("degenerate", seen == 0 || seen == p.n);
    compare(seen, p).report(trial);
  }

  /** Compares on a train set in which the first direction was seen a number of times. */
  static Comparison compare(int seen, Params p) {
    double share = (double) seen / p.n;
    QuadraticLoss train = QuadraticLoss.of(share, 1 - share);
    QuadraticLoss test = QuadraticLoss.of(0.5, 0.5);
    Comparison.Setting setting = new Comparison.Setting(p.rate, p.delta, p.loss);
    return Comparison.of(train, test::at, new double[] {1, 1}, setting);
  }
}
