package temper.studies.sharpminima;

import java.util.List;
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
import temper.random.RandomStream;
import temper.studies.fullbatch.FeedForward;

/**
 * The volume around a minimum in which the loss stays below a level: boxes along the orbit of the
 * minimum, each the image of one small box, so far apart that no two meet.
 *
 * <p>The scale of the k-th box is <i>s^k</i> with <i>s</i> just above <i>(m + r) / (m - r)</i>,
 * where <i>m</i> is the largest weight of the first layer in size and <i>r</i> the half width of
 * the first box, as in the proof of theorem 2.
 */
final class OrbitVolume implements Experiment<OrbitVolume.Params> {

  static final String NAME = "orbit-volume";
  static final String BOXES = "boxes";

  private static final double LN10 = StableMath.log(10);

  /**
   * One network.
   *
   * @param hidden number of hidden units
   * @param steps of the training
   * @param rise by which the loss may exceed that of the minimum
   * @param largest scale of the last box
   * @param samples random points in each box
   */
  record Params(
      @Doc("number of hidden units") @Range(min = 1) int hidden,
      @Doc(value = "steps of the training", unit = "steps") @Range(min = 1) int steps,
      @Doc("rise of the loss that is allowed") @Positive double rise,
      @Doc("scale of the last box") @Range(min = 1, minOpen = true) double largest,
      @Doc("random points in each box") @Range(min = 1) int samples) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Volume of low loss along the orbit of a minimum under scaling.";
  }

  @Override
  public Params defaults() {
    return new Params(6, 20_000, 0.05, 1e6, 400);
  }

  @Override
  public List<Column> metrics() {
    return List.of(
        Column.number("loss", "train loss at the minimum"),
        Column.number("half_width", "half width of the first box"),
        Column.number("ratio", "scale of a box over that of the one before"),
        Column.integer("boxes", "number of boxes up to the largest scale"),
        Column.number("separation", "least gap between neighbours over the width of the first box"),
        Column.number("change", "largest relative change of the loss along the orbit"),
        Column.integer("samples_inside", "random points whose loss is below the level"),
        Column.integer("samples_drawn", "random points"),
        Column.number("growth", "least volume of a box over that of the one before"));
  }

  @Override
  public List<TableSchema> tables() {
    return List.of(
        new TableSchema(
            BOXES,
            "Boxes whose number is a power of two, and the last one.",
            List.of(
                Column.integer("box", "number of the box, from 0"),
                Column.number("alpha", "its scale"),
                Column.number("norm", "distance of its centre from 0"),
                Column.number("loss", "train loss at its centre"),
                Column.number("log_volume", "decimal logarithm of its volume over the first's"),
                Column.number("log_total", "the same of the volume of all boxes so far"))));
  }

  @Override
  public Design<Params> design(Profile profile, Tables earlier) {
    Params d = defaults();
    Params cell = profile == Profile.SMOKE ? new Params(d.hidden, 2_000, d.rise, d.largest, 20) : d;
    return Design.single(cell, Replicates.networks(profile));
  }

  @Override
  public void run(Params p, Trial trial) {
    FeedForward network = FeedForward.homogeneous(4, p.hidden, 1);
    Minimum minimum = Minimum.train(network, 0.1, p.steps, trial);
    double base = minimum.train().at(minimum.parameters());
    double half = halfWidth(minimum, base + p.rise, p, trial);
    double weight = 0;
    for (int i = 0; i < network.start(1); i++) {
      weight = Math.max(weight, Math.abs(minimum.parameters()[i]));
    }
    double ratio = 1.01 * (weight + half) / (weight - half);
    int boxes = 1 + (int) Math.floor(StableMath.log(p.largest) / StableMath.log(ratio));
    new Walk(minimum, base, half, ratio, boxes, weight, p, trial).run();
  }

  /** Half the width of the widest box, up to a factor of 2, whose random corners are low. */
  private static double halfWidth(Minimum minimum, double level, Params p, Trial trial) {
    double half = 0.5;
    RandomStream stream = trial.stream("corners");
    while (half > 0) {
      boolean low = true;
      for (int k = 0; k < p.samples && low; k++) {
        double[] corner = minimum.parameters().clone();
        for (int i = 0; i < corner.length; i++) {
          corner[i] += stream.nextBoolean() ? half : -half;
        }
        // A margin of a half, as only some of the corners are looked at.
        low = minimum.train().at(corner) < level - p.rise / 2;
      }
      if (low) {
        return half;
      }
      half /= 2;
    }
    throw new IllegalStateException("no box around a minimum of a continuous loss");
  }

  /** The way from box to box. */
  private record Walk(
      Minimum minimum,
      double base,
      double half,
      double ratio,
      int boxes,
      double weight,
      Params p,
      Trial trial) {

    void run() {
      FeedForward network = minimum.network();
      int first = network.start(1);
      int second = network.size() - first;
      RandomStream stream = trial.stream("points");
      double change = 0;
      double separation = Double.POSITIVE_INFINITY;
      long inside = 0;
      double total = Double.NEGATIVE_INFINITY;
      double growth = Double.POSITIVE_INFINITY;
      double before = Double.NaN;
      for (int box = 0; box < boxes; box++) {
        double alpha = StableMath.pow(ratio, box);
        ScaleTransform transform = ScaleTransform.ofTwoLayers(network, alpha);
        double[] centre = transform.apply(minimum.parameters());
        double loss = minimum.train().at(centre);
        change = Math.max(change, Math.abs(loss - base) / base);
        double next = alpha * ratio;
        double gap = next * (weight - half) - alpha * (weight + half);
        separation = Math.min(separation, gap / (2 * half));
        inside += inside(transform, stream);
        double volume = (first - second) * StableMath.log(alpha);
        growth = box == 0 ? growth : Math.min(growth, StableMath.exp(volume - before));
        before = volume;
        total = box == 0 ? volume : sumOfExponentials(total, volume);
        if (Integer.bitCount(box) <= 1 || box == boxes - 1) {
          double norm = Minimum.length(centre);
          trial.row(BOXES, (long) box, alpha, norm, loss, volume / LN10, total / LN10);
        }
        trial.progress(0.5 + 0.5 * (box + 1) / boxes);
      }
      trial.metric("loss", base);
      trial.metric("half_width", half);
      trial.metric("ratio", ratio);
      trial.metric("boxes", (long) boxes);
      trial.metric("separation", separation);
      trial.metric("change", change);
      trial.metric("samples_inside", inside);
      trial.metric("samples_drawn", (long) boxes * p.samples);
      trial.metric("growth", growth);
    }

    /** How many random points of a box are below the level. */
    private long inside(ScaleTransform transform, RandomStream stream) {
      long inside = 0;
      for (int k = 0; k < p.samples; k++) {
        double[] point = minimum.parameters().clone();
        for (int i = 0; i < point.length; i++) {
          point[i] += half * (2 * stream.uniform() - 1);
        }
        inside += minimum.train().at(transform.apply(point)) < base + p.rise ? 1 : 0;
      }
      return inside;
    }

    private static double sumOfExponentials(double x, double y) {
      double larger = Math.max(x, y);
      return larger + StableMath.log(StableMath.exp(x - larger) + StableMath.exp(y - larger));
    }
  }
}
