package temper.studies.convexlinearregression;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
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
 * Train samples of <i>x ~ N(0, I_2)</i>: few samples distort an isotropic population. The samples
 * of a replicate are nested, a larger one begins with the smaller ones.
 */
final class GaussianSample implements Experiment<GaussianSample.Params> {

  static final String NAME = "gaussian-sample";
  static final int[] SIZES = {2, 3, 4, 5, 10, 20, 50, 200};

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
    return "Test loss of flow over that of the annealed run for Gaussian train samples.";
  }

  @Override
  public Params defaults() {
    return new Params(5, 0.99, 0.01, 1e-3);
  }

  @Override
  public List<Column> metrics() {
    return Comparison.METRICS;
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    return Design.of(
        IntStream.of(SIZES).mapToObj(n -> new Params(n, d.rate, d.delta, d.loss)).toList(),
        Replicates.medians(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    RandomStream stream = trial.stream("sample");
    DMatrixRMaj covariance = new DMatrixRMaj(2, 2);
    double[] x = new double[2];
    for (int sample = 0; sample < p.n; sample++) {
      x[0] = stream.gaussian();
      x[1] = stream.gaussian();
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          covariance.add(i, j, x[i] * x[j] / p.n);
        }
      }
    }
    EigenSystem eigen = EigenSystem.of(covariance);
    double[] start = eigen.project(new double[] {1, 1});
    // An isotropic population has the loss |e|^2 in every orthonormal basis.
    QuadraticLoss test = QuadraticLoss.of(1, 1);
    Comparison.Setting setting = new Comparison.Setting(p.rate, p.delta, p.loss);
    Comparison.of(eigen.loss(), test::at, start, setting).report(trial);
  }
}
