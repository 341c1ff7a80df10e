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
import temper.plugin.Range;
import temper.random.RandomStream;

/**
 * Overparametrised least squares without noise: along which eigenvectors does the error lie when
 * stochastic and full gradient descent at the same rate have come down to the same train loss?
 *
 * <p>Inputs are <i>x_i = r_i g_i / sqrt(d)</i> with <i>g_i ~ N(0, I_d)</i> and <i>r_i^2</i>
 * log-uniform, so that single samples differ in their curvature <i>|x_i|^2</i>. Runs are followed
 * in the residuals <i>u = X e</i>: with the Gram matrix <i>G = X X'</i> a step on sample <i>i</i>
 * is <i>u &lt;- u - 2 rate u_i G_i</i>, the train loss is <i>|u|^2 / n</i>, and the part of the
 * error in the span of the inputs has the square <i>u' G^-1 u</i>. The Rayleigh quotient of that
 * part is the train loss over its square.
 */
final class StochasticDirection implements Experiment<StochasticDirection.Params> {

  static final String NAME = "stochastic-direction";

  /**
   * The rate of the claim. It is above 1 / (1 + 1 / spread), the threshold at which a single sample
   * of the smallest square is finished as fast as one of the largest.
   */
  static final double MODERATE = 0.95;

  /**
   * One problem.
   *
   * @param n number of train samples
   * @param dimension number of weights, at least n
   * @param spread largest over smallest expected square of an input
   * @param rate the rate over the inverse of the largest square of an input
   * @param epochs passes over the samples at that rate before annealing
   * @param loss train loss at which both runs end, over the one at the start
   */
  record Params(
      @Doc("number of train samples") @Range(min = 2) int n,
      @Doc("number of weights") @Range(min = 2) int dimension,
      @Doc("largest over smallest expected square of an input") @Range(min = 1) double spread,
      @Doc("rate over the inverse of the largest square of an input")
          @Range(min = 0, minOpen = true, max = 1)
          double rate,
      @Doc(value = "passes over the samples before annealing", unit = "epochs") @Range(min = 1)
          int epochs,
      @Doc("train loss at which both runs end over the one at the start")
          @Range(min = 0, minOpen = true, max = 1, maxOpen = true)
          double loss) {

    /**
     * Checks that the problem is overparametrised.
     *
     * @throws IllegalArgumentException if there are more samples than weights
     */
    Params {
      if (n > dimension) {
        throw new IllegalArgumentException(
            "dimension must be at least n = " + n + ", got " + dimension);
      }
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Rayleigh quotient of the error that stochastic and full gradient descent leave at equal"
        + " train loss.";
  }

  @Override
  public Params defaults() {
    return new Params(50, 200, 10, MODERATE, 100, 1e-3);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number(
            "full_quotient", "Rayleigh quotient over its largest value, full gradient descent"),
        Column.number("stochastic_quotient", "the same for stochastic gradient descent"),
        Column.number("log_quotient_ratio", "logarithm of stochastic over full"),
        Column.number(
            "error_ratio", "square error of full over that of stochastic descent, in the span"),
        Column.integer("epochs_made", "passes at the given rate before annealing").in("epochs"));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    return Design.of(
        DoubleStream.of(0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9, MODERATE)
            .mapToObj(rate -> new Params(d.n, d.dimension, d.spread, rate, d.epochs, d.loss))
            .toList(),
        Replicates.paired(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    double[][] gram = gram(p, trial);
    EigenSystem eigen = EigenSystem.of(new DMatrixRMaj(gram));
    double[] values = eigen.values();
    double[] start = start(eigen, trial.stream("target"));
    double level = p.loss * square(start) / p.n;
    double largest = 0;
    for (int i = 0; i < p.n; i++) {
      largest = Math.max(largest, gram[i][i]);
    }
    double rate = p.rate / largest;

    double[] full = fullDescent(eigen.project(start), values, rate, p, level);
    double[] residual = start.clone();
    int epochs = stochastic(residual, gram, rate, p, level, trial.stream("order"));
    double[] stochastic = flow(eigen.project(residual), values, p.n, level);
    double fullQuotient = quotient(full, values);
    double stochasticQuotient = quotient(stochastic, values);
    trial.metric("full_quotient", fullQuotient);
    trial.metric("stochastic_quotient", stochasticQuotient);
    trial.metric("log_quotient_ratio", StableMath.log(stochasticQuotient / fullQuotient));
    trial.metric("error_ratio", stochasticQuotient / fullQuotient);
    trial.metric("epochs_made", (long) epochs);
  }

  private static double[][] gram(Params p, Trial trial) {
    RandomStream stream = trial.stream("inputs");
    double[][] x = new double[p.n][p.dimension];
    for (double[] row : x) {
      double square = StableMath.exp(-stream.uniform() * StableMath.log(p.spread));
      double scale = Math.sqrt(square / p.dimension);
      for (int j = 0; j < row.length; j++) {
        row[j] = scale * stream.gaussian();
      }
    }
    double[][] gram = new double[p.n][p.n];
    for (int i = 0; i < p.n; i++) {
      for (int k = 0; k <= i; k++) {
        double sum = 0;
        for (int j = 0; j < p.dimension; j++) {
          sum += x[i][j] * x[k][j];
        }
        gram[i][k] = sum;
        gram[k][i] = sum;
      }
    }
    return gram;
  }

  /** The residuals of an error that is isotropic in the span of the inputs. */
  private static double[] start(EigenSystem eigen, RandomStream stream) {
    double[] coordinates = eigen.values();
    for (int j = 0; j < coordinates.length; j++) {
      coordinates[j] = Math.sqrt(coordinates[j]) * stream.gaussian();
    }
    return eigen.expand(coordinates);
  }

  /** Stochastic descent in shuffled passes; keeps to the last pass whose end is above the level. */
  private static int stochastic(
      double[] residual, double[][] gram, double rate, Params p, double level, RandomStream order) {
    double[] next = residual.clone();
    for (int epoch = 0; epoch < p.epochs; epoch++) {
      for (int i : order.permutation(p.n)) {
        double step = 2 * rate * next[i];
        for (int k = 0; k < p.n; k++) {
          next[k] -= step * gram[i][k];
        }
      }
      if (!(square(next) / p.n >= level)) {
        return epoch;
      }
      System.arraycopy(next, 0, residual, 0, p.n);
    }
    return p.epochs;
  }

  private static double[] fullDescent(
      double[] start, double[] values, double rate, Params p, double level) {
    double[] a = start.clone();
    double[] next = start.clone();
    for (long step = 0; step < (long) p.epochs * p.n; step++) {
      for (int j = 0; j < next.length; j++) {
        next[j] *= 1 - 2 * rate * values[j] / p.n;
      }
      if (!(square(next) / p.n >= level)) {
        break;
      }
      System.arraycopy(next, 0, a, 0, a.length);
    }
    return flow(a, values, p.n, level);
  }

  /** Gradient flow of the residuals' coordinates down to a train loss. */
  private static double[] flow(double[] start, double[] values, int n, double level) {
    double[] error = new double[start.length];
    double[] curvatures = new double[start.length];
    for (int j = 0; j < error.length; j++) {
      error[j] = start[j] / Math.sqrt(values[j]);
      curvatures[j] = values[j] / n;
    }
    double[] end = new GradientFlow(QuadraticLoss.of(curvatures)).downTo(error, level);
    for (int j = 0; j < end.length; j++) {
      end[j] *= Math.sqrt(values[j]);
    }
    return end;
  }

  /** The Rayleigh quotient of the error over the largest curvature. */
  private static double quotient(double[] a, double[] values) {
    double error = 0;
    for (int j = 0; j < a.length; j++) {
      error += a[j] * a[j] / values[j];
    }
    return square(a) / error / values[0];
  }

  private static double square(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return sum;
  }
}
