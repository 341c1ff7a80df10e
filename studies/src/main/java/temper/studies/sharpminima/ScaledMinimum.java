package temper.studies.sharpminima;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
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

/** One trained network of two layers at many scales of its layers against one another. */
final class ScaledMinimum implements Experiment<ScaledMinimum.Params> {

  static final String NAME = "scaled-minimum";
  static final String SCALES = "scales";
  static final String SLICES = "slices";

  /** Factors of the first layer, two to a decade. */
  static final double[] ALPHAS =
      IntStream.rangeClosed(-6, 6).mapToDouble(k -> StableMath.pow(10, k / 2.0)).toArray();

  private static final double[] SLICED = {ALPHAS[4], ALPHAS[6], ALPHAS[8]};
  private static final int DIRECTIONS = 20;

  /**
   * One network.
   *
   * @param inputs number of inputs
   * @param hidden number of hidden units
   * @param rate of gradient descent
   * @param steps of gradient descent
   * @param radius of the ball of the sharpness
   * @param restarts of the ascent that finds it
   * @param ascent steps of each ascent
   */
  record Params(
      @Doc("number of inputs") @Range(min = 2) int inputs,
      @Doc("number of hidden units") @Range(min = 1) int hidden,
      @Doc("learning rate of the training") @Positive double rate,
      @Doc(value = "steps of the training", unit = "steps") @Range(min = 1) int steps,
      @Doc("radius of the ball in which sharpness is measured") @Positive double radius,
      @Doc("random starts of the ascent in that ball") @Range(min = 1) int restarts,
      @Doc(value = "steps of each ascent", unit = "steps") @Range(min = 1) int ascent) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Loss, sharpness and scale-invariant measures of one function at many scales of its"
        + " layers.";
  }

  @Override
  public Params defaults() {
    return new Params(4, 6, 0.1, 20_000, 0.05, 6, 300);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("loss", "train loss at the end of training"),
        Column.number("slope", "length of the gradient there"),
        Column.number("first_curvature", "largest eigenvalue of the first layer's Hessian"),
        Column.number("second_curvature", "largest eigenvalue of the second layer's Hessian"),
        Column.number("zero_loss", "train loss of the function 0"),
        Column.number("killed_loss", "train loss where the scaled first layer is put to 0"),
        Column.number("killed_distance", "how far that is from the scaled minimum"),
        Column.number("sharpness_bound", "sharpness that follows: rise over 1 + loss"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            SCALES,
            "One row for each scale.",
            List.of(
                Column.number("alpha", "factor of the first layer, inverse one of the second"),
                Column.number("difference", "largest change of an output, train and test"),
                Column.number("train", "train loss"),
                Column.number("test", "test loss"),
                Column.number("curvature", "largest eigenvalue of the Hessian, by products"),
                Column.number("predicted", "the same, from the Hessian before scaling"),
                Column.number("trace", "trace of the Hessian"),
                Column.number("sharpness", "largest rise in the ball that was found, normalised"),
                Column.number("estimate", "the same by the quadratic approximation"),
                Column.number("path_norm", "path norm"),
                Column.number("fisher_rao", "Fisher-Rao norm"),
                Column.number("adaptive", "largest eigenvalue in units of the parameters"),
                Column.number("filter", "curvature along filter-normalised directions"))),
        new TableSchema(
            SLICES,
            "Loss along one random direction of length 1; first replicate.",
            List.of(
                Column.number("alpha", "factor of the first layer"),
                Column.number("distance", "signed distance from the minimum"),
                Column.number("loss", "train loss"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    Params cell =
        profile == Profile.SMOKE
            ? new Params(d.inputs, d.hidden, d.rate, 2_000, d.radius, 2, 100)
            : d;
    return Design.single(cell, Replicates.networks(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    FeedForward network = FeedForward.homogeneous(p.inputs, p.hidden, 1);
    Minimum minimum = Minimum.train(network, p.rate, p.steps, trial);
    DMatrixRMaj hessian = minimum.train().hessian(minimum.parameters());
    double loss = minimum.train().at(minimum.parameters());
    double[] slope = new double[network.size()];
    minimum.train().gradient(minimum.parameters(), slope);
    trial.metric("loss", loss);
    trial.metric("slope", Minimum.length(slope));
    DMatrixRMaj first = ScaleTransform.block(network, hessian, 0);
    DMatrixRMaj second = ScaleTransform.block(network, hessian, 1);
    trial.metric("first_curvature", SymmetricEigen.of(first).largest());
    trial.metric("second_curvature", SymmetricEigen.of(second).largest());
    killFirstLayer(minimum, loss, p, trial);
    for (int i = 0; i < ALPHAS.length; i++) {
      scale(minimum, hessian, ALPHAS[i], p, trial);
      trial.progress(0.5 + 0.5 * (i + 1) / ALPHAS.length);
    }
    if (trial.replicate() == 0) {
      slices(minimum, trial);
    }
  }

  /** The bound of the sharpness by the scale at which the first layer is as long as the radius. */
  private static void killFirstLayer(Minimum minimum, double loss, Params p, Trial trial) {
    FeedForward network = minimum.network();
    double length = Minimum.length(minimum.parameters(), 0, network.start(1));
    double[] scaled =
        ScaleTransform.ofTwoLayers(network, p.radius / length).apply(minimum.parameters());
    double[] killed = scaled.clone();
    Arrays.fill(killed, 0, network.start(1), 0);
    double killedLoss = minimum.train().at(killed);
    double base = minimum.train().at(scaled);
    trial.metric("zero_loss", minimum.train().at(new double[network.size()]));
    trial.metric("killed_loss", killedLoss);
    trial.metric("killed_distance", Minimum.length(scaled, 0, network.start(1)));
    trial.metric("sharpness_bound", (killedLoss - base) / (1 + loss));
  }

  private static void scale(
      Minimum minimum, DMatrixRMaj hessian, double alpha, Params p, Trial trial) {
    FeedForward network = minimum.network();
    ScaleTransform transform = ScaleTransform.ofTwoLayers(network, alpha);
    double[] point = transform.apply(minimum.parameters());
    double[] before = minimum.outputs(minimum.parameters());
    double[] after = minimum.outputs(point);
    double difference = 0;
    for (int i = 0; i < before.length; i++) {
      difference = Math.max(difference, Math.abs(after[i] - before[i]));
    }
    DMatrixRMaj here = minimum.train().hessian(point);
    double loss = minimum.train().at(point);
    double curvature = minimum.train().extremes(point, trial.stream("lanczos")).largest();
    Sharpness sharpness = new Sharpness(p.radius, p.restarts, p.ascent);
    double[][] train = Arrays.copyOf(minimum.examples(), Minimum.TRAIN);
    trial.row(
        SCALES,
        alpha,
        difference,
        loss,
        minimum.test().at(point),
        curvature,
        SymmetricEigen.of(transform.hessian(hessian)).largest(),
        CommonOps_DDRM.trace(here),
        sharpness.of(minimum.train(), point, trial.stream("ascent")),
        sharpness.estimate(curvature, loss),
        InvariantMeasures.pathNorm(network, point),
        InvariantMeasures.fisherRao(network, point, train),
        InvariantMeasures.adaptive(here, point),
        InvariantMeasures.filterNormalized(
            network, minimum.train(), point, DIRECTIONS, trial.stream("directions")));
  }

  private static void slices(Minimum minimum, Trial trial) {
    double[] direction = new double[minimum.network().size()];
    trial.stream("slice").fillGaussian(direction);
    double length = Minimum.length(direction);
    for (double alpha : SLICED) {
      double[] point =
          ScaleTransform.ofTwoLayers(minimum.network(), alpha).apply(minimum.parameters());
      for (int i = -40; i <= 40; i++) {
        double distance = i / 40.0;
        double[] moved = InvariantMeasures.along(point, direction, distance / length);
        trial.row(SLICES, alpha, distance, minimum.train().at(moved));
      }
    }
  }
}
