package temper.data.synthetic;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.data.Examples;
import temper.data.GeneratedDataset;
import temper.data.Streams;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.random.RandomStream;

/**
 * Two classes that can be told apart by either of two patterns: P is easy to fit and hard to
 * generalise, Q hard to fit and easy to generalise.
 *
 * <p>A label y is +1 (label 1) or -1 (label 0) with equal probability; x consists of two parts.
 * With probability {@code onlyP} the first is drawn from P and the second is 0; with probability
 * {@code onlyQ} the first is 0 and the second is drawn from Q; otherwise both are drawn.
 *
 * <ul>
 *   <li>P, d features: {@code y w / sqrt(d) + z'} with {@code z' ~ N(0, I / d)} conditioned on
 *       {@code y <w, z'> >= 0}, w being a unit vector that is drawn uniformly. So {@code <w, x> = y
 *       (1 + |g|) / sqrt(d)} with standard Gaussian g, and the rest is noise.
 *   <li>Q, d features or two: {@code a s z} for y = +1 and {@code a s (z + b r v)} for y = -1, with
 *       a uniform on [alpha, 1), b = +1 or -1 with equal probability, and orthogonal unit vectors z
 *       and v that are drawn uniformly. No linear function tells these classes apart. With {@code
 *       planar} features are the coordinates in the basis (z, v), so that the second part has two
 *       features; what a network with rotation-invariant initial weights learns is the same.
 * </ul>
 *
 * <p>Which parts an example has can be read off it: a part that was not drawn is exactly 0.
 *
 * <p>Source: Li, Wei, Ma (2019), Towards Explaining the Regularization Effect of Initial Large
 * Learning Rate in Training Neural Networks, section 3. Differs: scale s and alpha are 1 and 0
 * there; the paper's assumption is {@code r = d^(-3/4)}.
 *
 * @since 0.1
 */
@AutoService(DatasetPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class LiWeiMa implements GeneratedDataset<LiWeiMa.Parameters> {

  /**
   * Parameters.
   *
   * @param train number of train examples
   * @param test number of test examples
   * @param dimension number of features of a part, d
   * @param onlyP probability that an example has pattern P alone
   * @param onlyQ probability that an example has pattern Q alone
   * @param scale length s of z
   * @param radius length r of the step that tells the classes of Q apart, over that of z
   * @param alpha least factor of an example of Q
   * @param planar whether the second part is written in the plane in which it lies
   * @since 0.1
   */
  public record Parameters(
      @Doc("Number of train examples") @Positive int train,
      @Doc("Number of test examples") @Positive int test,
      @Doc("Number of features of a part, d") @Range(min = 2, max = 100_000) int dimension,
      @Doc("Probability that an example has pattern P alone") @Range(min = 0, max = 1) double onlyP,
      @Doc("Probability that an example has pattern Q alone") @Range(min = 0, max = 1) double onlyQ,
      @Doc("Length s of z") @Positive double scale,
      @Doc("Length r of the step that tells the classes of Q apart, over that of z") @Positive
          double radius,
      @Doc("Least factor of an example of Q") @Range(min = 0, max = 1, maxOpen = true) double alpha,
      @Doc("Whether the second part is written in the plane in which it lies") boolean planar) {

    /**
     * Checks what parameters ask of each other.
     *
     * @throws IllegalArgumentException if probabilities add to more than 1, or there are too many
     *     values
     */
    public Parameters {
      if (onlyP + onlyQ > 1) {
        throw new IllegalArgumentException(
            "onlyP + onlyQ must be <= 1, got " + onlyP + " + " + onlyQ);
      }
      Draws.requireFits(Math.max(train, test), 2 * dimension);
    }

    /**
     * The number of features of both parts.
     *
     * @return {@code 2 d}, or {@code d + 2} in the plane
     */
    public int columns() {
      return dimension + (planar ? 2 : dimension);
    }
  }

  /** For ServiceLoader. */
  public LiWeiMa() {}

  @Override
  public String name() {
    return "li-wei-ma";
  }

  @Override
  public String summary() {
    return "Two patterns: one easy to fit and hard to generalise, one the other way round.";
  }

  @Override
  public Source source() {
    return new Source(
        "Li, Wei, Ma",
        2019,
        "Towards Explaining the Regularization Effect of Initial Large Learning Rate in Training"
            + " Neural Networks",
        "arXiv:1907.04595");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(400, 4000, 300, 0.025, 0.2, 8, 0.5, 0.5, true);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults: a reduced setting in the plane", defaults()),
        new Example<>(
            "as in the paper, in all dimensions",
            new Parameters(200, 100, 50, 0.1, 0.3, 1, 0.0532, 0, false)));
  }

  @Override
  public Dataset generate(Parameters p, Streams streams) {
    RandomStream pattern = streams.stream("data-pattern");
    double[] w = Draws.direction(pattern, p.dimension);
    double[] z = p.planar ? new double[] {1, 0} : Draws.direction(pattern, p.dimension);
    double[] v = p.planar ? new double[] {0, 1} : orthogonal(pattern, z);
    return new Dataset(
        name(),
        draw(p, p.train, streams.stream("data-train"), w, z, v),
        draw(p, p.test, streams.stream("data-test"), w, z, v),
        List.of("-1", "+1"));
  }

  /** A uniform direction among those orthogonal to another. */
  private static double[] orthogonal(RandomStream stream, double[] z) {
    double[] out = Draws.direction(stream, z.length);
    double along = Draws.dot(z, out, 0);
    for (int i = 0; i < out.length; i++) {
      out[i] -= along * z[i];
    }
    double norm = Math.sqrt(Draws.dot(out, out, 0));
    for (int i = 0; i < out.length; i++) {
      out[i] /= norm;
    }
    return out;
  }

  private static Examples draw(
      Parameters p, int rows, RandomStream stream, double[] w, double[] z, double[] v) {
    return Draws.labelled(
        rows,
        p.columns(),
        stream,
        (random, features, offset) -> {
          int label = random.nextInt(2);
          double parts = random.uniform();
          if (!(parts >= p.onlyP && parts < p.onlyP + p.onlyQ)) {
            drawP(random, 2 * label - 1, w, features, offset);
          }
          if (parts >= p.onlyP) {
            drawQ(p, random, label, z, v, features, offset + p.dimension);
          }
          return label;
        });
  }

  private static void drawP(RandomStream random, int y, double[] w, double[] features, int offset) {
    double unit = 1 / Math.sqrt(w.length);
    for (int i = 0; i < w.length; i++) {
      features[offset + i] = unit * random.gaussian();
    }
    double along = Draws.dot(w, features, offset);
    // Reflecting what lies on the wrong side is the same as conditioning on the right one.
    double wanted = y * (unit + Math.abs(along));
    for (int i = 0; i < w.length; i++) {
      features[offset + i] += (wanted - along) * w[i];
    }
  }

  private static void drawQ(
      Parameters p,
      RandomStream random,
      int label,
      double[] z,
      double[] v,
      double[] features,
      int offset) {
    double factor = p.scale * (p.alpha + (1 - p.alpha) * random.uniform());
    double sign = random.nextBoolean() ? 1 : -1;
    double step = label == 1 ? 0 : sign * p.radius;
    for (int i = 0; i < z.length; i++) {
      features[offset + i] = factor * (z[i] + step * v[i]);
    }
  }
}
