package temper.studies.convexlinearregression;

import java.util.List;
import java.util.stream.DoubleStream;
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
 * Labels with noise: both runs go to the least-squares solution instead of the truth, so that a
 * stop below the noise has nothing left to gain.
 *
 * <p>With a fixed design of train curvatures <i>c_i</i>, n samples and noise <i>sigma</i>, the
 * least-squares solution misses the truth by <i>z_i ~ N(0, sigma^2 / (n c_i))</i>, independently.
 * The train loss above its minimum is <i>sum of c_i a_i^2</i>, where <i>a</i> is the distance from
 * the least-squares solution; the test loss above its minimum is <i>sum of (a_i + z_i)^2</i>.
 */
final class LabelNoise implements Experiment<LabelNoise.Params> {

  static final String NAME = "label-noise";

  /** Stopping losses of the claim, in units of sigma^2 d / n. */
  static final double EARLY = 100;

  static final double LATE = 0.01;

  private static final int DIRECTIONS = 2;

  /**
   * One stop.
   *
   * @param multiple train loss above its minimum at which both runs end, in units of sigma^2 d / n
   * @param noise standard deviation of the noise of a label
   * @param n number of train samples
   * @param flat train curvature of the flat direction
   * @param rate the large rate over the stability bound
   * @param delta share of the final loss that the flat direction may carry
   */
  record Params(
      @Doc("train loss above its minimum at the end, in units of noise^2 d / n") @Positive
          double multiple,
      @Doc("standard deviation of the noise of a label") @Positive double noise,
      @Doc("number of train samples") @Range(min = 1) int n,
      @Doc("train curvature of the flat direction") @Range(min = 0, minOpen = true, max = 1)
          double flat,
      @Doc("large rate over the stability bound") @Range(min = 0, minOpen = true, max = 1)
          double rate,
      @Doc("share of the final loss that the flat direction may carry") @Positive double delta) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "The comparison with noise in the labels, against the stopping loss in units of the"
        + " noise.";
  }

  @Override
  public Params defaults() {
    return new Params(1, 0.05, 100, 0.1, 0.99, 0.01);
  }

  @Override
  public List<Column> metrics() {
    return Comparison.METRICS;
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    return Design.of(
        DoubleStream.of(1000, EARLY, 10, 1, 0.1, LATE)
            .mapToObj(level -> new Params(level, d.noise, d.n, d.flat, d.rate, d.delta))
            .toList(),
        Replicates.draws(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    RandomStream stream = trial.stream("noise");
    double[] curvatures = {1, p.flat};
    double[] miss = new double[DIRECTIONS];
    double[] start = new double[DIRECTIONS];
    for (int i = 0; i < DIRECTIONS; i++) {
      miss[i] = p.noise * stream.gaussian() / Math.sqrt(p.n * curvatures[i]);
      start[i] = -1 - miss[i];
    }
    double loss = p.multiple * p.noise * p.noise * DIRECTIONS / p.n;
    Comparison.Setting setting = new Comparison.Setting(p.rate, p.delta, loss);
    Comparison.of(QuadraticLoss.of(curvatures), a -> distance(a, miss), start, setting)
        .report(trial);
  }

  private static double distance(double[] a, double[] miss) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] + miss[i]) * (a[i] + miss[i]);
    }
    return sum;
  }
}
