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
import temper.plugin.Source;
import temper.random.RandomStream;

/**
 * Two interlocked half circles in the plane.
 *
 * <p>A label is 0 or 1 with equal probability, a is uniform on [0, pi); the point is {@code (cos a,
 * sin a)} for label 0 and {@code (1 - cos a, 1/2 - sin a)} for label 1, plus {@code N(0, noise^2)}
 * on each coordinate.
 *
 * <p>Source: folklore. Differs: scikit-learn's make_moons spaces the angles evenly and draws as
 * many of each class.
 *
 * @since 0.1
 */
@AutoService(DatasetPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class TwoMoons implements GeneratedDataset<TwoMoons.Parameters> {

  /**
   * Parameters.
   *
   * @param train number of train examples
   * @param test number of test examples
   * @param noise standard deviation of the noise on each coordinate; a half circle has radius 1
   * @since 0.1
   */
  public record Parameters(
      @Doc("Number of train examples") @Positive int train,
      @Doc("Number of test examples") @Positive int test,
      @Doc("Standard deviation of the noise on each coordinate; a half circle has radius 1")
          @NonNegative
          double noise) {}

  /** For ServiceLoader. */
  public TwoMoons() {}

  @Override
  public String name() {
    return "two-moons";
  }

  @Override
  public String summary() {
    return "Two interlocked half circles in the plane.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(1000, 1000, 0.1);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("without noise", new Parameters(200, 100, 0)));
  }

  @Override
  public Dataset generate(Parameters p, Streams streams) {
    return Draws.dataset(
        name(),
        draw(p, p.train, streams.stream("data-train")),
        draw(p, p.test, streams.stream("data-test")),
        2);
  }

  private static Examples draw(Parameters p, int rows, RandomStream stream) {
    return Draws.labelled(
        rows,
        2,
        stream,
        (random, features, offset) -> {
          int label = random.nextInt(2);
          double angle = Math.PI * random.uniform();
          double x = StableMath.cos(angle);
          double y = StableMath.sin(angle);
          features[offset] = (label == 0 ? x : 1 - x) + p.noise * random.gaussian();
          features[offset + 1] = (label == 0 ? y : 0.5 - y) + p.noise * random.gaussian();
          return label;
        });
  }
}
