package temper.studies.convexlinearregression;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.Range;
import temper.random.RandomStream;

/**
 * The closed form of gradient flow by eigendecomposition against a numerical integration of
 * <i>de/dt = -2 S e</i> in the coordinates of the weights.
 */
final class FlowCheck implements Experiment<FlowCheck.Params> {

  static final String NAME = "flow-check";
  static final String ENDS = "ends";

  private static final double TOLERANCE = 1e-12;

  /**
   * One problem with Gaussian inputs.
   *
   * @param dimension number of weights
   * @param n number of train samples
   * @param loss train loss at the end over the one at the start
   */
  record Params(
      @Doc("number of weights") @Range(min = 1) int dimension,
      @Doc("number of train samples") @Range(min = 1) int n,
      @Doc("train loss at the end over the one at the start")
          @Range(min = 0, minOpen = true, max = 1, maxOpen = true)
          double loss) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Gradient flow by eigendecomposition against a Dormand-Prince integration.";
  }

  @Override
  public Params defaults() {
    return new Params(5, 20, 1e-3);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("time", "time at which the wanted loss is reached"),
        Column.number("difference", "largest difference of the end points over the start's length"),
        Column.number("loss_difference", "relative difference of the train losses at the end"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            ENDS,
            "One row for each weight.",
            List.of(
                Column.integer("weight", "number of the weight"),
                Column.number("closed_form", "its error by eigendecomposition"),
                Column.number("integrated", "its error by integration"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    return Design.of(
        IntStream.of(2, 5, 10)
            .mapToObj(dimension -> new Params(dimension, 4 * dimension, d.loss))
            .toList(),
        profile == Profile.SMOKE ? 2 : 10);
  }

  @Override
  public void run(Params p, Trial trial) {
    RandomStream stream = trial.stream("inputs");
    DMatrixRMaj x = new DMatrixRMaj(p.n, p.dimension);
    stream.fillGaussian(x.getData());
    DMatrixRMaj covariance = new DMatrixRMaj(p.dimension, p.dimension);
    CommonOps_DDRM.multTransA(1.0 / p.n, x, x, covariance);
    double[] start = new double[p.dimension];
    Arrays.fill(start, 1);

    EigenSystem eigen = EigenSystem.of(covariance);
    QuadraticLoss loss = eigen.loss();
    double[] projected = eigen.project(start);
    GradientFlow flow = new GradientFlow(loss);
    double time = flow.timeTo(projected, p.loss * loss.at(projected));
    double[] closed = eigen.expand(flow.at(projected, time));
    double[] integrated = integrate(covariance, start, time);
    double difference = 0;
    for (int i = 0; i < p.dimension; i++) {
      difference = Math.max(difference, Math.abs(closed[i] - integrated[i]));
      trial.row(ENDS, (long) i, closed[i], integrated[i]);
    }
    double wanted = loss.at(eigen.project(closed));
    double found = loss.at(eigen.project(integrated));
    trial.metric("time", time);
    trial.metric("difference", difference / Math.sqrt(p.dimension));
    trial.metric("loss_difference", Math.abs(found - wanted) / wanted);
  }

  /** Integrates <i>de/dt = -2 S e</i> by the Dormand-Prince method of order 8. */
  static double[] integrate(DMatrixRMaj covariance, double[] start, double time) {
    int d = start.length;
    FirstOrderDifferentialEquations equations =
        new FirstOrderDifferentialEquations() {
          @Override
          public int getDimension() {
            return d;
          }

          @Override
          public void computeDerivatives(double t, double[] e, double[] derivative) {
            for (int i = 0; i < d; i++) {
              double sum = 0;
              for (int j = 0; j < d; j++) {
                sum += covariance.get(i, j) * e[j];
              }
              derivative[i] = -2 * sum;
            }
          }
        };
    double[] end = new double[d];
    new DormandPrince853Integrator(1e-12, time, TOLERANCE, TOLERANCE)
        .integrate(equations, 0, start, time, end);
    return end;
  }
}
