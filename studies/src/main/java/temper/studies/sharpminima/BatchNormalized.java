package temper.studies.sharpminima;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import temper.autodiff.BatchNormalization;
import temper.autodiff.Elementwise;
import temper.autodiff.Matrices;
import temper.autodiff.Reductions;
import temper.autodiff.Reshaping;
import temper.autodiff.Variable;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.DivergedException;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Range;
import temper.random.RandomStream;
import temper.studies.fullbatch.FeedForward;
import temper.studies.fullbatch.FullBatchLoss;
import temper.studies.fullbatch.SymmetricEigen;
import temper.tensor.Shape;
import temper.tensor.UnaryFunction;

/**
 * A network whose hidden units are normalised over the batch: multiplying the first layer by c
 * leaves its function as it is and divides that layer's Hessian by the square of c.
 */
final class BatchNormalized implements Experiment<BatchNormalized.Params> {

  static final String NAME = "batch-normalized";
  static final String SCALES = "scales";

  /** So small that what it adds to a variance is rounding. */
  private static final double EPSILON = 1e-14;

  private static final int EXAMPLES = 100;

  /**
   * One network.
   *
   * @param inputs number of inputs
   * @param hidden number of hidden units
   * @param steps of gradient descent
   */
  record Params(
      @Doc("number of inputs") @Range(min = 2) int inputs,
      @Doc("number of hidden units") @Range(min = 1) int hidden,
      @Doc(value = "steps of the training", unit = "steps") @Range(min = 1) int steps) {

    int weights() {
      return inputs * hidden;
    }

    /** The first layer, scale and shift of the normalisation, and the second layer. */
    int size() {
      return weights() + 3 * hidden;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Curvature of a network with batch normalisation against the size of its weights.";
  }

  @Override
  public Params defaults() {
    return new Params(4, 6, 2_000);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("loss", "train loss at the end of training"),
        Column.number("change", "largest relative change of the loss under scaling"),
        Column.number("error", "largest relative error of curvature times square of the factor"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            SCALES,
            "One row for each factor.",
            List.of(
                Column.number("factor", "by which the first layer is multiplied"),
                Column.number("loss", "train loss"),
                Column.number("curvature", "largest eigenvalue of the first layer's Hessian"),
                Column.number("whole", "largest eigenvalue of the whole Hessian"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    int steps = profile == Profile.SMOKE ? 200 : d.steps;
    return Design.single(new Params(d.inputs, d.hidden, steps), Replicates.networks(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    FullBatchLoss loss = loss(p, trial);
    double[] point = start(p, trial.stream("init"));
    double[] scratch = new double[point.length];
    for (int step = 0; step < p.steps; step++) {
      double value = loss.descend(point, 0.1, scratch);
      if (!Double.isFinite(value)) {
        throw new DivergedException("the train loss was " + value + " at step " + step);
      }
      trial.progress(0.9 * step / p.steps);
    }
    double base = loss.at(point);
    double curvature = first(p, loss.hessian(point));
    double change = 0;
    double error = 0;
    for (int k = -4; k <= 4; k++) {
      double factor = StableMath.pow(10, k / 2.0);
      double[] scaled = point.clone();
      for (int i = 0; i < p.weights(); i++) {
        scaled[i] *= factor;
      }
      DMatrixRMaj hessian = loss.hessian(scaled);
      double here = first(p, hessian);
      change = Math.max(change, Math.abs(loss.at(scaled) / base - 1));
      error = Math.max(error, Math.abs(here * factor * factor / curvature - 1));
      trial.row(SCALES, factor, loss.at(scaled), here, SymmetricEigen.of(hessian).largest());
    }
    trial.metric("loss", base);
    trial.metric("change", change);
    trial.metric("error", error);
  }

  private static double[] start(Params p, RandomStream stream) {
    double[] point = new double[p.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = stream.gaussian() / Math.sqrt(i < p.weights() ? p.inputs : p.hidden);
    }
    Arrays.fill(point, p.weights(), p.weights() + p.hidden, 1);
    Arrays.fill(point, p.weights() + p.hidden, p.weights() + 2 * p.hidden, 0);
    return point;
  }

  private static double first(Params p, DMatrixRMaj hessian) {
    return SymmetricEigen.of(
            ScaleTransform.block(FeedForward.homogeneous(p.inputs, p.hidden), hessian, 0))
        .largest();
  }

  private static FullBatchLoss loss(Params p, Trial trial) {
    double[][] inputs = new double[EXAMPLES][p.inputs];
    double[][] targets = new double[EXAMPLES][1];
    Minimum.draw(inputs, targets, trial);
    return new FullBatchLoss(
        p.size(),
        parameters -> {
          Variable x = FeedForward.given("inputs", parameters, inputs);
          Variable weights = Reshaping.slice(parameters, 0, Shape.of(p.hidden, p.inputs));
          Variable scaling = Reshaping.slice(parameters, p.weights(), Shape.of(2, p.hidden));
          int last = p.weights() + 2 * p.hidden;
          Variable outer = Reshaping.slice(parameters, last, Shape.of(1, p.hidden));
          Variable sums = Matrices.multiply(x, false, weights, true);
          Variable normal = BatchNormalization.byBatch(sums, scaling, EPSILON);
          Variable units = Elementwise.apply(UnaryFunction.RELU, normal);
          Variable outputs = Matrices.multiply(units, false, outer, true);
          Variable wanted = FeedForward.given("targets", parameters, targets);
          Variable errors = Elementwise.subtract(outputs, wanted);
          return Elementwise.scale(0.5, Reductions.mean(Elementwise.square(errors)));
        });
  }
}
