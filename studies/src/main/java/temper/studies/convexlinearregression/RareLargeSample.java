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

/**
 * Train samples that hardly ever see what makes one direction matter: <i>x = e_1</i> with
 * probability 1/2, <i>x = scale e_2</i> with probability <i>(1 - rare) / 2</i>, <i>x = e_2 /
 * sqrt(rare)</i> with probability <i>rare / 2</i>.
 */
final class RareLargeSample implements Experiment<RareLargeSample.Params> {

  static final String NAME = "rare-large-sample";

  /**
   * One population.
   *
   * @param n number of train samples
   * @param rare probability of a large sample among those of the second direction
   * @param scale length of a common sample of the second direction
   * @param rate the large rate over the stability bound
   * @param delta share of the final loss that the flat direction may carry
   * @param loss train loss at which both runs end
   */
  record Params(
      @Doc("number of train samples") @Range(min = 1) int n,
      @Doc("probability of a large sample among those of the second direction")
          @Range(min = 0, minOpen = true, max = 1)
          double rare,
      @Doc("length of a common sample of the second direction") @Positive double scale,
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
    return "Any ratio with high probability: rare large samples that the train set does not see.";
  }

  @Override
  public Params defaults() {
    return new Params(100, 1e-4, 0.3, 0.999, 0.01, 1e-3);
  }

  @Override
  public List<Column> metrics() {
    List<Column> columns = new ArrayList<>(Comparison.METRICS);
    columns.add(Column.integer("large", "large samples in the train set").in("samples"));
    columns.add(Column.number("relative", "the ratio times the square of the common length"));
    return List.copyOf(columns);
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    return Design.of(
        List.of(d, new Params(50, 2e-4, 0.2, d.rate, d.delta, d.loss)), Replicates.draws(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    RandomStream stream = trial.stream("sample");
    int first = 0;
    int large = 0;
    for (int i = 0; i < p.n; i++) {
      double direction = stream.uniform();
      double size = stream.uniform();
      if (direction < 0.5) {
        first++;
      } else if (size < p.rare) {
        large++;
      }
    }
    int common = p.n - first - large;
    QuadraticLoss train =
        QuadraticLoss.of((double) first / p.n, (p.scale * p.scale * common + large / p.rare) / p.n);
    QuadraticLoss test = QuadraticLoss.of(0.5, (p.scale * p.scale * (1 - p.rare) + 1) / 2);
    Comparison.Setting setting = new Comparison.Setting(p.rate, p.delta, p.loss);
    Comparison comparison = Comparison.of(train, test::at, new double[] {1, 1}, setting);
    comparison.report(trial);
    trial.metric("large", (long) large);
    trial.metric("relative", comparison.ratio() * p.scale * p.scale);
  }
}
