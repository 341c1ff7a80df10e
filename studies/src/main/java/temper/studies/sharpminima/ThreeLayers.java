package temper.studies.sharpminima;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.lab.study.Trial;
import temper.plugin.Doc;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.studies.fullbatch.FeedForward;
import temper.studies.fullbatch.SymmetricEigen;

/**
 * A network of three layers whose Hessian is made large in many directions at once: the smallest
 * layer is multiplied by <i>b^2</i> and the other two by <i>1 / b</i>, whose part of the Hessian
 * grows as <i>b^2</i>.
 */
final class ThreeLayers implements Experiment<ThreeLayers.Params> {

  static final String NAME = "three-layers";
  static final String SPECTRUM = "spectrum";

  /** An eigenvalue below this share of the largest one does not count towards the rank. */
  private static final double RANK_TOLERANCE = 1e-6;

  /** By how much the scale exceeds the one that the theorem needs. */
  private static final double MARGIN = 1.01;

  /**
   * One network.
   *
   * @param first hidden units of the first layer
   * @param second hidden units of the second layer
   * @param steps of the training
   * @param multiple of the largest eigenvalue which many are to exceed
   */
  record Params(
      @Doc("hidden units of the first layer") @Range(min = 1) int first,
      @Doc("hidden units of the second layer") @Range(min = 1) int second,
      @Doc(value = "steps of the training", unit = "steps") @Range(min = 1) int steps,
      @Doc("multiple of the largest eigenvalue that is to be exceeded") @Positive
          double multiple) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "How many eigenvalues of a Hessian scaling can make large at once.";
  }

  @Override
  public Params defaults() {
    return new Params(5, 4, 20_000, 10);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("loss", "train loss at the minimum"),
        Column.integer("rank", "numerical rank of the Hessian there"),
        Column.integer("smallest_layer", "parameters of the smallest layer"),
        Column.number("scale", "the factor b"),
        Column.number("bound", "what eigenvalues are to exceed"),
        Column.integer("large", "eigenvalues above it after scaling"),
        Column.integer("excess", "of these, more than rank less smallest layer"),
        Column.number("difference", "largest change of an output, relative"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            SPECTRUM,
            "Eigenvalues before and after scaling, in falling order; first replicate.",
            List.of(
                Column.integer("index", "from 1"),
                Column.number("before", "eigenvalue at the minimum"),
                Column.number("after", "eigenvalue at the scaled minimum"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    int steps = profile == Profile.SMOKE ? 2_000 : d.steps;
    return Design.single(
        new Params(d.first, d.second, steps, d.multiple), Replicates.networks(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    FeedForward network = FeedForward.homogeneous(4, p.first, p.second, 1);
    Minimum minimum = Minimum.train(network, 0.05, p.steps, trial);
    DMatrixRMaj hessian = minimum.train().hessian(minimum.parameters());
    double[] before = SymmetricEigen.of(hessian).values();
    int rank = above(before, RANK_TOLERANCE * before[0]);
    int smallest = smallestLayer(network);
    int smallestSize = network.start(smallest + 1) - network.start(smallest);
    double bound = p.multiple * before[0];
    int wanted = Math.max(1, rank - smallestSize);
    double weakest = SymmetricEigen.of(without(network, hessian, smallest)).values()[wanted - 1];
    double scale = MARGIN * Math.sqrt(bound / weakest);
    double[] factors = new double[network.layers()];
    Arrays.fill(factors, 1 / scale);
    factors[smallest] = scale * scale;
    double[] point = new ScaleTransform(network, factors).apply(minimum.parameters());
    double[] after = SymmetricEigen.of(minimum.train().hessian(point)).values();
    int large = above(after, bound);
    trial.metric("loss", minimum.train().at(minimum.parameters()));
    trial.metric("rank", (long) rank);
    trial.metric("smallest_layer", (long) smallestSize);
    trial.metric("scale", scale);
    trial.metric("bound", bound);
    trial.metric("large", (long) large);
    trial.metric("excess", (long) large - (rank - smallestSize));
    trial.metric("difference", difference(minimum, point));
    for (int i = 0; i < before.length && trial.replicate() == 0; i++) {
      trial.row(SPECTRUM, i + 1L, before[i], after[i]);
    }
  }

  private static double difference(Minimum minimum, double[] point) {
    double[] before = minimum.outputs(minimum.parameters());
    double[] after = minimum.outputs(point);
    double largest = 0;
    double change = 0;
    for (int i = 0; i < before.length; i++) {
      largest = Math.max(largest, Math.abs(before[i]));
      change = Math.max(change, Math.abs(after[i] - before[i]));
    }
    return change / largest;
  }

  private static int above(double[] values, double bound) {
    return (int) Arrays.stream(values).filter(v -> v > bound).count();
  }

  private static int smallestLayer(FeedForward network) {
    int smallest = 0;
    for (int layer = 1; layer < network.layers(); layer++) {
      int size = network.start(layer + 1) - network.start(layer);
      if (size < network.start(smallest + 1) - network.start(smallest)) {
        smallest = layer;
      }
    }
    return smallest;
  }

  /** The Hessian without the rows and columns of one layer. */
  private static DMatrixRMaj without(FeedForward network, DMatrixRMaj hessian, int layer) {
    int from = network.start(layer);
    int gap = network.start(layer + 1) - from;
    int size = network.size() - gap;
    DMatrixRMaj rest = new DMatrixRMaj(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        rest.set(i, j, hessian.get(i < from ? i : i + gap, j < from ? j : j + gap));
      }
    }
    return rest;
  }
}
