package temper.studies.convexlinearregression;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;

/** Where the effect begins and ends: ratio of curvatures by rate by stopping loss. */
final class PhaseDiagram implements Experiment<PhaseDiagram.Params> {

  static final String NAME = "phase-diagram";

  /** Stopping losses, one map each. */
  static final double[] LOSSES = {0.1, 1e-2, 1e-4};

  private static final double WIDEST = 1000;

  /**
   * Two directions; the steep one has train and test curvature 1, the start is one in each.
   *
   * @param spread steep over flat train curvature
   * @param rate the large rate over the stability bound
   * @param delta share of the final loss that the flat direction may carry
   * @param loss train loss at which both runs end
   */
  record Params(
      @Doc("steep over flat train curvature") @Range(min = 1) double spread,
      @Doc("large rate over the stability bound")
          @Range(min = 0, minOpen = true, max = 1, maxOpen = true)
          double rate,
      @Doc("share of the final loss that the flat direction may carry") @Positive double delta,
      @Doc("train loss at which both runs end") @Positive double loss) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "The comparison over ratio of curvatures, rate and stopping loss.";
  }

  @Override
  public Params defaults() {
    return new Params(10, 0.95, 0.01, 1e-3);
  }

  @Override
  public List<Column> metrics() {
    return Comparison.METRICS;
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    int size =
        switch (profile) {
          case SMOKE -> 8;
          case QUICK -> 24;
          case FULL -> 40;
        };
    Params d = defaults();
    return Design.of(
        DoubleStream.of(LOSSES)
            .boxed()
            .flatMap(
                loss ->
                    IntStream.range(0, size * size)
                        .mapToObj(
                            i ->
                                new Params(
                                    spread(i / size, size), rate(i % size, size), d.delta, loss)))
            .toList(),
        1);
  }

  /** Ratios of curvatures from 1 to 1000 at equal ratios. */
  private static double spread(int index, int size) {
    return StableMath.pow(WIDEST, (double) index / (size - 1));
  }

  /** Rates from 0.4 up to just below the stability bound at equal differences. */
  private static double rate(int index, int size) {
    return 0.4 + 0.6 * (index + 0.5) / size;
  }

  @Override
  public void run(Params p, Trial trial) {
    QuadraticLoss train = QuadraticLoss.of(1, 1 / p.spread);
    QuadraticLoss test = QuadraticLoss.of(1, 1);
    Comparison.Setting setting = new Comparison.Setting(p.rate, p.delta, p.loss);
    Comparison.of(train, test::at, new double[] {1, 1}, setting).report(trial);
  }
}
