package temper.studies.sharpminima;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.studies.fullbatch.FeedForward;
import temper.studies.fullbatch.SymmetricEigen;

/**
 * Gradient descent from scaled minima at one rate: up to which scale does it stay? By the quadratic
 * approximation, as long as rate times the largest eigenvalue is below 2.
 */
final class StabilityEdge implements Experiment<StabilityEdge.Params> {

  static final String NAME = "stability-edge";
  static final String RUNS = "runs";
  static final String PATHS = "paths";
  static final String PLANE = "plane";

  /** Scales of the runs over the one at the predicted edge. */
  static final double[] RELATIVE = {0.5, 0.8, 0.9, 0.95, 0.98, 1.02, 1.05, 1.1, 1.25, 2};

  /** Those of the runs whose paths are drawn. */
  static final List<Double> DRAWN = List.of(0.5, 1.05, 1.25);

  /** The excess of the loss at the start of a run, as a share of the loss at the minimum. */
  private static final double KICK = 1e-10;

  /** A run has left when that excess has grown by this factor. */
  private static final double LEFT = 1e3;

  /**
   * One network.
   *
   * @param steps of the training
   * @param rate of gradient descent from the scaled minima
   * @param descent steps of that descent
   */
  record Params(
      @Doc(value = "steps of the training", unit = "steps") @Range(min = 1) int steps,
      @Doc("learning rate from the scaled minima") @Positive double rate,
      @Doc(value = "steps of gradient descent from them", unit = "steps") @Range(min = 1)
          int descent) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "From which scaled minima gradient descent at one rate runs away.";
  }

  @Override
  public Params defaults() {
    return new Params(20_000, 0.02, 2_000);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("edge", "scale at which rate times largest eigenvalue is 2"),
        Column.number("asymptotic_edge", "the same from the second layer's curvature alone"),
        Column.integer("agreeing", "runs that stay below the edge or leave above it"),
        Column.integer("runs", "number of runs"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            RUNS,
            "One row for each run.",
            List.of(
                Column.number("relative", "scale over that at the edge"),
                Column.number("alpha", "scale"),
                Column.number("product", "rate times the largest eigenvalue"),
                Column.number("growth", "largest excess of the loss over that at the start"),
                Column.truth("left", "whether the run left the minimum"),
                Column.number("end_product", "rate times the largest eigenvalue at the end"),
                Column.number("end_loss", "train loss at the end"))),
        new TableSchema(
            PATHS,
            "Lengths of both layers along some runs; first replicate.",
            List.of(
                Column.number("relative", "scale over that at the edge"),
                Column.integer("step", "number of the step").in("steps"),
                Column.number("first", "length of the first layer over that at the minimum"),
                Column.number("second", "length of the second layer over that at the minimum"),
                Column.number("loss", "train loss"))),
        new TableSchema(
            PLANE,
            "Loss with both layers multiplied by factors of their own; first replicate.",
            List.of(
                Column.number("first", "factor of the first layer"),
                Column.number("second", "factor of the second layer"),
                Column.number("loss", "train loss"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    Params cell = profile == Profile.SMOKE ? new Params(2_000, d.rate, 500) : d;
    return Design.single(cell, Replicates.networks(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    FeedForward network = FeedForward.homogeneous(4, 6, 1);
    Minimum minimum = Minimum.train(network, 0.1, p.steps, trial);
    DMatrixRMaj hessian = minimum.train().hessian(minimum.parameters());
    double edge = edge(network, hessian, 2 / p.rate);
    double second = SymmetricEigen.of(ScaleTransform.block(network, hessian, 1)).largest();
    int agreeing = 0;
    for (int i = 0; i < RELATIVE.length; i++) {
      Descent run = new Descent(minimum, RELATIVE[i] * edge, p, RELATIVE[i]);
      agreeing += run.follow(hessian, trial) == RELATIVE[i] > 1 ? 1 : 0;
      trial.progress(0.5 + 0.5 * (i + 1) / RELATIVE.length);
    }
    if (trial.replicate() == 0) {
      plane(minimum, trial);
    }
    trial.metric("edge", edge);
    trial.metric("asymptotic_edge", Math.sqrt(2 / (p.rate * second)));
    trial.metric("agreeing", (long) agreeing);
    trial.metric("runs", (long) RELATIVE.length);
  }

  private static void plane(Minimum minimum, Trial trial) {
    for (int row = -21; row <= 21; row++) {
      for (int column = -9; column <= 21; column++) {
        double first = StableMath.pow(10, column / 16.0);
        double second = StableMath.pow(10, row / 16.0);
        double[] point =
            new ScaleTransform(minimum.network(), new double[] {first, second})
                .apply(minimum.parameters());
        trial.row(PLANE, first, second, minimum.train().at(point));
      }
    }
  }

  /** The scale above 1 at which the largest eigenvalue has a value, by bisection. */
  private static double edge(FeedForward network, DMatrixRMaj hessian, double wanted) {
    double low = 1;
    double high = 2;
    while (largest(network, hessian, high) < wanted) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (largest(network, hessian, middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double largest(FeedForward network, DMatrixRMaj hessian, double alpha) {
    return SymmetricEigen.of(ScaleTransform.ofTwoLayers(network, alpha).hessian(hessian)).largest();
  }

  /** One run from a scaled minimum, begun a little off it in the steepest direction. */
  private record Descent(Minimum minimum, double alpha, Params p, double relative) {

    /** Whether the run left. */
    boolean follow(DMatrixRMaj hessian, Trial trial) {
      FeedForward network = minimum.network();
      ScaleTransform transform = ScaleTransform.ofTwoLayers(network, alpha);
      SymmetricEigen eigen = SymmetricEigen.of(transform.hessian(hessian));
      double[] point = transform.apply(minimum.parameters());
      double base = minimum.train().at(point);
      double kick = Math.sqrt(2 * KICK * base / eigen.largest());
      double[] top = eigen.top();
      for (int i = 0; i < point.length; i++) {
        point[i] += kick * top[i];
      }
      double[] scratch = new double[point.length];
      double largest = 0;
      boolean drawn = trial.replicate() == 0 && DRAWN.contains(relative);
      for (int step = 0; step <= p.descent; step++) {
        if (drawn && (step <= 200 || step % 50 == 0)) {
          write(point, step, trial);
        }
        double loss = minimum.train().descend(point, p.rate, scratch);
        largest = Math.max(largest, loss - base);
        if (!(loss < 1e6)) {
          break;
        }
      }
      double growth = largest / (KICK * base);
      boolean left = !(growth < LEFT);
      double product = p.rate * eigen.largest();
      double end = p.rate * minimum.train().extremes(point, trial.stream("lanczos")).largest();
      double loss = minimum.train().at(point);
      trial.row(RUNS, relative, alpha, product, growth, left, end, loss);
      return left;
    }

    private void write(double[] point, int step, Trial trial) {
      FeedForward network = minimum.network();
      double[] centre = minimum.parameters();
      int middle = network.start(1);
      trial.row(
          PATHS,
          relative,
          (long) step,
          Minimum.length(point, 0, middle) / Minimum.length(centre, 0, middle),
          Minimum.length(point, middle, point.length)
              / Minimum.length(centre, middle, point.length),
          minimum.train().at(point));
    }
  }
}
