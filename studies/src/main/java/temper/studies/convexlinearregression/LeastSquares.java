package temper.studies.convexlinearregression;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import temper.lab.study.Column;
import temper.lab.study.TableSchema;
import temper.lab.study.Trial;
import temper.numerics.StableMath;

/**
 * Least squares on real data from weights of 0, in the eigenbasis of the train inputs.
 *
 * <p>With <i>S = X'X / n = V diag(c) V'</i> the train loss <i>|Xw - y|^2 / n</i> is its minimum
 * plus <i>sum of c_j a_j^2</i>, where <i>a = V'(w - w*)</i> and <i>w*</i> is the least-squares
 * solution of least length. Directions whose curvature is below 1e-12 of the largest never move and
 * are left out. The stopping loss is a share of the loss above the minimum at the start.
 */
final class LeastSquares {

  static final String STOPS = "stops";

  /** Shares of the loss above the minimum at which both runs are stopped for the figure. */
  static final double[] SHARES = {0.3, 0.1, 0.03, 0.01, 0.003, 0.001};

  static final List<Column> METRICS =
      List.of(
          Column.number("flow_test", "mean square test error of gradient flow"),
          Column.number("annealed_test", "mean square test error of the annealed run"),
          Column.number("log_ratio", "logarithm of flow_test over annealed_test"),
          Column.integer("switch_step", "steps at the large rate").in("steps"),
          Column.number(
              "slow_share",
              "share of the final loss of gradient flow in directions that shrink more slowly at"
                  + " the large rate than the steepest one"));

  static final List<TableSchema> TABLES =
      List.of(
          new TableSchema(
              STOPS,
              "One row for each stopping loss.",
              List.of(
                  Column.number("share", "loss above the minimum at the end over the start's"),
                  Column.number("flow", "mean square test error of gradient flow"),
                  Column.number("annealed", "mean square test error of the annealed run"),
                  Column.number("log_ratio", "logarithm of flow over annealed"),
                  Column.integer("switch_step", "steps at the large rate").in("steps"))));

  private static final double NEGLIGIBLE = 1e-12;

  private final QuadraticLoss train;
  private final double[] start;
  private final double[][] testInputs;
  private final double[] testResiduals;

  /**
   * A problem.
   *
   * @param inputs train inputs, one row each
   * @param labels train labels
   * @param testInputs test inputs, one row each
   * @param testLabels test labels
   */
  LeastSquares(double[][] inputs, double[] labels, double[][] testInputs, double[] testLabels) {
    int n = inputs.length;
    DMatrixRMaj x = new DMatrixRMaj(inputs);
    DMatrixRMaj covariance = new DMatrixRMaj(x.getNumCols(), x.getNumCols());
    CommonOps_DDRM.multTransA(1.0 / n, x, x, covariance);
    EigenSystem eigen = EigenSystem.of(covariance);
    double[] values = eigen.values();
    int rank = (int) Arrays.stream(values).filter(v -> v > NEGLIGIBLE * values[0]).count();
    double[] moment = new double[x.getNumCols()];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < moment.length; j++) {
        moment[j] += inputs[i][j] * labels[i] / n;
      }
    }
    double[] solution = eigen.project(moment);
    this.start = new double[rank];
    for (int j = 0; j < rank; j++) {
      start[j] = -solution[j] / values[j];
    }
    this.train = QuadraticLoss.of(Arrays.copyOf(values, rank));
    this.testInputs = new double[testInputs.length][];
    this.testResiduals = new double[testInputs.length];
    for (int i = 0; i < testInputs.length; i++) {
      double[] z = Arrays.copyOf(eigen.project(testInputs[i]), rank);
      this.testInputs[i] = z;
      double residual = -testLabels[i];
      for (int j = 0; j < rank; j++) {
        residual -= z[j] * start[j];
      }
      testResiduals[i] = residual;
    }
  }

  /** The mean square test error at a distance from the least-squares solution. */
  double test(double[] distance) {
    double sum = 0;
    for (int i = 0; i < testInputs.length; i++) {
      double residual = testResiduals[i];
      for (int j = 0; j < distance.length; j++) {
        residual += testInputs[i][j] * distance[j];
      }
      sum += residual * residual;
    }
    return sum / testInputs.length;
  }

  /** Compares at one share of the loss above the minimum. */
  Comparison compare(double rate, double delta, double share) {
    Comparison.Setting setting = new Comparison.Setting(rate, delta, share * train.at(start));
    return Comparison.of(train, this::test, start, setting);
  }

  /** Compares at the registered share and at all {@link #SHARES}. */
  void report(Trial trial, double rate, double delta, double share) {
    for (double stop : SHARES) {
      Comparison c = compare(rate, delta, stop);
      trial.row(
          STOPS,
          stop,
          c.flowTest(),
          c.annealedTest(),
          StableMath.log(c.ratio()),
          (long) c.run().steps());
    }
    Comparison c = compare(rate, delta, share);
    trial.metric("flow_test", c.flowTest());
    trial.metric("annealed_test", c.annealedTest());
    trial.metric("log_ratio", StableMath.log(c.ratio()));
    trial.metric("switch_step", (long) c.run().steps());
    trial.metric("slow_share", slowShare(rate, share));
  }

  /**
   * The share of the loss above the minimum, where gradient flow is stopped, in directions of
   * curvature below <i>c_1 (1 - rate) / rate</i>: for them |1 - 2 rate c_j / c_1| is larger than
   * for the steepest direction, so that the large rate does not finish them first.
   */
  private double slowShare(double rate, double share) {
    double level = share * train.at(start);
    double[] end = new GradientFlow(train).downTo(start, level);
    double bound = train.steepest() * (1 - rate) / rate;
    double slow = 0;
    for (int j = 0; j < end.length; j++) {
      if (train.curvature(j) < bound) {
        slow += train.curvature(j) * end[j] * end[j];
      }
    }
    return slow / level;
  }
}
