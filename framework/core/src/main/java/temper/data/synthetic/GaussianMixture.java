package temper.data.synthetic;

import com.google.auto.service.AutoService;
import java.util.List;
import temper.data.Dataset;
import temper.data.DatasetPlugin;
import temper.data.Examples;
import temper.data.GeneratedDataset;
import temper.data.Streams;
import temper.data.Subsets;
import temper.plugin.Doc;
import temper.plugin.Example;
import temper.plugin.NonNegative;
import temper.plugin.Positive;
import temper.plugin.Range;
import temper.plugin.Source;
import temper.random.RandomStream;

/**
 * A mixture of spherical Gaussian distributions, one for each class.
 *
 * <p>A label c is uniform on the k classes; features are {@code x ~ N(m_c, I)} in d dimensions with
 * {@code m_c = separation / sqrt(2) e_c}, e_c being the unit vector of coordinate c, so that any
 * two means are {@code separation} apart. For two classes the least possible error is {@code
 * Phi(-separation / 2)}; coordinates from k on carry nothing. Labels of train examples are then
 * replaced with probability {@code labelNoise}.
 *
 * <p>Source: folklore; the least error after Duda, Hart, Stork, Pattern Classification, section
 * 2.6.1.
 *
 * @since 0.1
 */
@AutoService(DatasetPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class GaussianMixture implements GeneratedDataset<GaussianMixture.Parameters> {

  /**
   * Parameters.
   *
   * @param train number of train examples
   * @param test number of test examples
   * @param classes number of classes
   * @param dimension number of features, at least as many as classes
   * @param separation distance of any two means, in standard deviations
   * @param labelNoise probability that the label of a train example is replaced by another
   * @since 0.1
   */
  public record Parameters(
      @Doc("Number of train examples") @Positive int train,
      @Doc("Number of test examples") @Positive int test,
      @Doc("Number of classes") @Range(min = 2, max = 1000) int classes,
      @Doc("Number of features, at least as many as classes") @Positive int dimension,
      @Doc("Distance of any two means, in standard deviations") @NonNegative double separation,
      @Doc("Probability that the label of a train example is replaced by another")
          @Range(min = 0, max = 1)
          double labelNoise) {

    /**
     * Checks what parameters ask of each other.
     *
     * @throws IllegalArgumentException if there are fewer features than classes or too many values
     */
    public Parameters {
      if (dimension < classes) {
        throw new IllegalArgumentException(
            "dimension must be >= classes (" + classes + "), got " + dimension);
      }
      Draws.requireFits(Math.max(train, test), dimension);
    }
  }

  /** For ServiceLoader. */
  public GaussianMixture() {}

  @Override
  public String name() {
    return "gaussian-mixture";
  }

  @Override
  public String summary() {
    return "Spherical Gaussian classes at equal distances.";
  }

  @Override
  public Source source() {
    return Source.FOLKLORE;
  }

  @Override
  public Parameters defaults() {
    return new Parameters(1000, 1000, 2, 20, 3, 0);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("ten classes, noisy", new Parameters(500, 300, 10, 12, 4, 0.2)));
  }

  @Override
  public Dataset generate(Parameters p, Streams streams) {
    Examples train = draw(p, p.train, streams.stream("data-train"));
    if (p.labelNoise > 0) {
      train =
          Subsets.withLabelNoise(
              train, p.labelNoise, p.classes, streams.stream("data-label-noise"));
    }
    Examples test = draw(p, p.test, streams.stream("data-test"));
    return Draws.dataset(name(), train, test, p.classes);
  }

  private static Examples draw(Parameters p, int rows, RandomStream stream) {
    double shift = p.separation / Math.sqrt(2);
    return Draws.labelled(
        rows,
        p.dimension,
        stream,
        (random, features, offset) -> {
          int label = random.nextInt(p.classes);
          for (int i = 0; i < p.dimension; i++) {
            features[offset + i] = random.gaussian() + (i == label ? shift : 0);
          }
          return label;
        });
  }
}
