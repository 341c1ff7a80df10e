package temper.studies.convexlinearregression;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
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
import temper.random.RandomStream;

/**
 * Kernel regression without a ridge: along which eigenvectors of the kernel matrix does the
 * residual lie when gradient descent at a large rate that is annealed, and gradient flow, have come
 * down to the same train loss?
 *
 * <p>With the Gaussian kernel <i>K_ij = exp(-|x_i - x_j|^2 / (2 width^2))</i> of n inputs, uniform
 * on a cube, a step of descent in function space moves the residual to <i>(I - 2 rate K / n) r</i>.
 * In the eigenbasis of <i>K / n = V diag(c) V'</i> the residual has the coordinates <i>sqrt(c_j)
 * e_j</i>, where <i>e</i> is the error of the function in the eigenfunctions, isotropic at the
 * start, and the train loss is <i>sum of c_j e_j^2</i>.
 */
final class KernelResidual implements Experiment<KernelResidual.Params> {

  static final String NAME = "kernel-residual";

  /** The train loss of the claim, over the one at the start. */
  static final double STOP = 0.1;

  /**
   * One problem.
   *
   * @param n number of train samples
   * @param dimension number of inputs of a sample
   * @param width width of the kernel
   * @param rate the large rate over the stability bound, the inverse of the largest curvature
   * @param steps steps at the large rate at most
   * @param loss train loss at which both runs end, over the one at the start
   */
  record Params(
      @Doc("number of train samples") @Range(min = 2) int n,
      @Doc("number of inputs of a sample") @Range(min = 1) int dimension,
      @Doc("width of the kernel, where inputs are from -1 to 1") @Positive double width,
      @Doc("large rate over the stability bound") @Range(min = 0, minOpen = true, max = 1)
          double rate,
      @Doc(value = "steps at the large rate at most", unit = "steps") @Range(min = 1) int steps,
      @Doc("train loss at which both runs end over the one at the start")
          @Range(min = 0, minOpen = true, max = 1, maxOpen = true)
          double loss) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Kernel regression: the eigenvectors along which the residual lies at equal train loss.";
  }

  @Override
  public Params defaults() {
    return new Params(200, 2, 1, 0.99, 10_000, STOP);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number(
            "large_share", "share of the train loss in the first eigenvector, large rate"),
        Column.number("flow_share", "the same for gradient flow"),
        Column.number(
            "log_quotient_ratio",
            "logarithm of the ratio of Rayleigh quotients, train loss over squared error: large"
                + " rate over flow"),
        Column.number("slow_share", "share of the first train loss below a hundredth of c_1"),
        Column.integer("steps_made", "steps at the large rate before annealing").in("steps"));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    return Design.of(
        DoubleStream.of(0.3, STOP, 0.03, 0.01, 1e-3)
            .mapToObj(loss -> new Params(d.n, d.dimension, d.width, d.rate, d.steps, loss))
            .toList(),
        Replicates.paired(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    QuadraticLoss loss = EigenSystem.of(kernel(p, trial.stream("inputs"))).loss();
    RandomStream target = trial.stream("target");
    double[] start = new double[p.n];
    for (int j = 0; j < p.n; j++) {
      start[j] = target.gaussian();
    }
    double level = p.loss * loss.at(start);
    GradientFlow flow = new GradientFlow(loss);
    double[] large = start.clone();
    int steps = large(large, loss, level, p);
    double[] annealed = flow.downTo(large, level);
    double[] flowed = flow.downTo(start, level);
    trial.metric("large_share", firstShare(annealed, loss));
    trial.metric("flow_share", firstShare(flowed, loss));
    trial.metric(
        "log_quotient_ratio",
        StableMath.log(loss.at(annealed) / square(annealed) / (loss.at(flowed) / square(flowed))));
    trial.metric("slow_share", slowShare(start, loss));
    trial.metric("steps_made", (long) steps);
  }

  /** The kernel matrix over n. */
  static DMatrixRMaj kernel(Params p, RandomStream stream) {
    double[][] x = new double[p.n][p.dimension];
    for (double[] row : x) {
      for (int j = 0; j < row.length; j++) {
        row[j] = 2 * stream.uniform() - 1;
      }
    }
    double[][] kernel = new double[p.n][p.n];
    for (int i = 0; i < p.n; i++) {
      for (int k = 0; k <= i; k++) {
        double distance = 0;
        for (int j = 0; j < p.dimension; j++) {
          distance += (x[i][j] - x[k][j]) * (x[i][j] - x[k][j]);
        }
        kernel[i][k] = StableMath.exp(-distance / (2 * p.width * p.width)) / p.n;
        kernel[k][i] = kernel[i][k];
      }
    }
    return new DMatrixRMaj(kernel);
  }

  /** Descends at the large rate as long as the loss is not below the level; returns the steps. */
  static int large(double[] error, QuadraticLoss loss, double level, Params p) {
    GradientDescent descent = new GradientDescent(loss, p.rate / loss.steepest());
    double[] next = error.clone();
    for (int step = 0; step < p.steps; step++) {
      descent.step(next);
      if (!(loss.at(next) >= level)) {
        return step;
      }
      System.arraycopy(next, 0, error, 0, error.length);
    }
    return p.steps;
  }

  /** The share of the loss in the steepest direction, which is the first. */
  private static double firstShare(double[] error, QuadraticLoss loss) {
    return loss.curvature(0) * error[0] * error[0] / loss.at(error);
  }

  /** The share of the loss in directions that a rate near the bound leaves behind the steepest. */
  private static double slowShare(double[] error, QuadraticLoss loss) {
    double bound = loss.steepest() / 100;
    double slow = 0;
    for (int j = 0; j < error.length; j++) {
      if (loss.curvature(j) < bound) {
        slow += loss.curvature(j) * error[j] * error[j];
      }
    }
    return slow / loss.at(error);
  }

  private static double square(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return sum;
  }
}
