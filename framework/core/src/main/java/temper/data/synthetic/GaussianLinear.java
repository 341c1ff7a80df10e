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
 * Linear regression on Gaussian inputs.
 *
 * <p>Inputs are {@code x ~ N(0, diag(l_1 ... l_d))} with {@code l_i = condition^(-(i - 1) / (d -
 * 1))}: variances fall geometrically from 1 to {@code 1 / condition}, the condition number of the
 * population. Weights b are a uniform direction; the target is {@code <b, x> + N(0, noise^2)} for
 * train and test examples alike, so that the least possible mean squared error is {@code noise^2}.
 *
 * <p>Source: folklore.
 *
 * @since 0.1
 */
@AutoService(DatasetPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class GaussianLinear implements GeneratedDataset<GaussianLinear.Parameters> {

  /**
   * Parameters.
   *
   * @param train number of train examples
   * @param test number of test examples
   * @param dimension number of features, d
   * @param condition largest over smallest variance of a feature
   * @param noise standard deviation of the noise on targets
   * @since 0.1
   */
  public record Parameters(
      @Doc("Number of train examples") @Positive int train,
      @Doc("Number of test examples") @Positive int test,
      @Doc("Number of features, d") @Positive int dimension,
      @Doc("Largest over smallest variance of a feature") @Range(min = 1, max = 1e12)
          double condition,
      @Doc("Standard deviation of the noise on targets") @NonNegative double noise) {

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if there are too many values
     */
    public Parameters {
      Draws.requireFits(Math.max(train, test), dimension);
    }

    double deviation(int feature) {
      return dimension == 1 ? 1 : StableMath.pow(condition, -0.5 * feature / (dimension - 1.0));
    }
  }

  /** For ServiceLoader. */
  public GaussianLinear() {}

  @Override
  public String name() {
    return "gaussian-linear";
  }

  @Override
  public String summary() {
    return "Linear regression on Gaussian inputs of a given condition number.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(100, 1000, 20, 100, 0.1);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("one feature", new Parameters(50, 50, 1, 1, 0)));
  }

  @Override
  public Dataset generate(Parameters p, Streams streams) {
    double[] weights = Draws.direction(streams.stream("data-weights"), p.dimension);
    double[] deviations = new double[p.dimension];
    for (int i = 0; i < p.dimension; i++) {
      deviations[i] = p.deviation(i);
    }
    return Draws.regression(
        name(),
        draw(p, p.train, streams.stream("data-train"), weights, deviations),
        draw(p, p.test, streams.stream("data-test"), weights, deviations));
  }

  private static Examples draw(
      Parameters p, int rows, RandomStream stream, double[] weights, double[] deviations) {
    return Draws.valued(
        rows,
        p.dimension,
        stream,
        (random, features, offset) -> {
          for (int i = 0; i < p.dimension; i++) {
            features[offset + i] = deviations[i] * random.gaussian();
          }
          return Draws.dot(weights, features, offset) + p.noise * random.gaussian();
        });
  }
}
