package temper.data.synthetic;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.data.Examples;
import temper.data.GeneratedDataset;
import temper.data.Streams;
import temper.numerics.StableMath;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.random.RandomStream;

/**
 * Interlocked spirals in the plane, one for each class.
 *
 * <p>A label c is uniform on the k classes, t is uniform on [0, 1); the point is {@code t (cos a,
 * sin a)} with {@code a = 2 pi (turns t + c / k)}, plus {@code N(0, noise^2)} on each coordinate.
 *
 * <p>Source: Lang, Witbrock (1988), Learning to Tell Two Spirals Apart, Connectionist Models Summer
 * School. Differs: their points are 97 fixed ones on each of two spirals of three turns.
 *
 * @since 0.1
 */
@AutoService(DatasetPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class Spirals implements GeneratedDataset<Spirals.Parameters> {

  /**
   * Parameters.
   *
   * @param train number of train examples
   * @param test number of test examples
   * @param classes number of spirals
   * @param turns number of turns of a spiral
   * @param noise standard deviation of the noise on each coordinate; a spiral has radius 1
   * @since 0.1
   */
  public record Parameters(
      @Doc("Number of train examples") @Positive int train,
      @Doc("Number of test examples") @Positive int test,
      @Doc("Number of spirals") @Range(min = 2, max = 100) int classes,
      @Doc("Number of turns of a spiral") @NonNegative double turns,
      @Doc("Standard deviation of the noise on each coordinate; a spiral has radius 1") @NonNegative
          double noise) {}

  /** For ServiceLoader. */
  public Spirals() {}

  @Override
  public String name() {
    return "spirals";
  }

  @Override
  public String summary() {
    return "Interlocked spirals in the plane.";
  }

  @Override
  public Source source() {
    return new Source("Lang, Witbrock", 1988, "Learning to Tell Two Spirals Apart", "");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(1000, 1000, 2, 1.5, 0.02);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("three arms", new Parameters(300, 200, 3, 1, 0.1)));
  }

  @Override
  public Dataset generate(Parameters p, Streams streams) {
    return Draws.dataset(
        name(),
        draw(p, p.train, streams.stream("data-train")),
        draw(p, p.test, streams.stream("data-test")),
        p.classes);
  }

  private static Examples draw(Parameters p, int rows, RandomStream stream) {
    return Draws.labelled(
        rows,
        2,
        stream,
        (random, features, offset) -> {
          int label = random.nextInt(p.classes);
          double t = random.uniform();
          double angle = 2 * Math.PI * (p.turns * t + (double) label / p.classes);
          features[offset] = t * StableMath.cos(angle) + p.noise * random.gaussian();
          features[offset + 1] = t * StableMath.sin(angle) + p.noise * random.gaussian();
          return label;
        });
  }
}
