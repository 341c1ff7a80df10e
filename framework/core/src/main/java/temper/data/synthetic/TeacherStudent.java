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
import temper.plugin.Source;
import temper.random.RandomStream;

/**
 * Gaussian inputs whose targets come from a random two-layer network, the teacher.
 *
 * <p>Inputs are {@code x ~ N(0, I)} in d dimensions. The teacher is {@code f(x) = sqrt(2 / h) sum_j
 * a_j max(0, <w_j, x>)} with h hidden units, {@code w_j ~ N(0, I / d)} and {@code a_j ~ N(0, 1)},
 * so that the mean of f(x)^2 over teachers and inputs is 1. For values the target is {@code f(x) +
 * N(0, noise^2)}; for signs the label is 1 where {@code f(x) > 0} and 0 elsewhere. Noise disturbs
 * train examples alone: test examples are what the teacher says; for signs {@code noise} is the
 * probability that a train label is replaced.
 *
 * <p>Source: Saad, Solla (1995), On-line learning in soft committee machines, Physical Review E 52.
 * Differs: ReLU units with random second layer in place of the error function and ones.
 *
 * @since 0.1
 */
@AutoService(DatasetPlugin.class)
@SuppressWarnings("rawtypes") // ServiceLoader knows the kind without its parameters.
public final class TeacherStudent implements GeneratedDataset<TeacherStudent.Parameters> {

  /** What is to be learned of the teacher. */
  public enum Output {
    /** Its value, a target. */
    VALUE,
    /** Its sign, a label. */
    SIGN
  }

  /**
   * Parameters.
   *
   * @param train number of train examples
   * @param test number of test examples
   * @param dimension number of features, d
   * @param hidden number of hidden units of the teacher, h
   * @param output what is to be learned of the teacher
   * @param noise standard deviation of the noise on train targets; of signs the probability that a
   *     train label is replaced
   * @since 0.1
   */
  public record Parameters(
      @Doc("Number of train examples") @Positive int train,
      @Doc("Number of test examples") @Positive int test,
      @Doc("Number of features, d") @Positive int dimension,
      @Doc("Number of hidden units of the teacher, h") @Positive int hidden,
      @Doc("What is to be learned of the teacher: value, sign") Output output,
      @Doc(
              "Standard deviation of train targets' noise; of signs the share of train labels replaced")
          @NonNegative
          double noise) {

    /**
     * Checks what parameters ask of each other.
     *
     * @throws IllegalArgumentException if noise is no probability where it must be one, or there
     *     are too many values
     */
    public Parameters {
      if (output == Output.SIGN && noise > 1) {
        throw new IllegalArgumentException("noise of signs must be in [0, 1], got " + noise);
      }
      Draws.requireFits(Math.max(train, test), dimension);
    }
  }

  /** For ServiceLoader. */
  public TeacherStudent() {}

  @Override
  public String name() {
    return "teacher-student";
  }

  @Override
  public String summary() {
    return "Gaussian inputs whose targets a random two-layer network gives.";
  }

  @Override
  public Source source() {
    return new Source(
        "Saad, Solla",
        1995,
        "On-line learning in soft committee machines",
        "doi:10.1103/PhysRevE.52.4225");
  }

  @Override
  public Parameters defaults() {
    return new Parameters(1000, 1000, 20, 5, Output.VALUE, 0.1);
  }

  @Override
  public List<Example<Parameters>> examples() {
    return List.of(
        new Example<>("defaults", defaults()),
        new Example<>("signs", new Parameters(300, 200, 10, 3, Output.SIGN, 0.1)));
  }

  @Override
  public Dataset generate(Parameters p, Streams streams) {
    RandomStream random = streams.stream("data-teacher");
    double[][] weights = new double[p.hidden][p.dimension];
    double[] second = new double[p.hidden];
    for (int j = 0; j < p.hidden; j++) {
      random.fillGaussian(weights[j]);
      second[j] = random.gaussian();
    }
    double scale = Math.sqrt(2.0 / p.hidden) / Math.sqrt(p.dimension);
    RandomStream noise = streams.stream("data-label-noise");
    RandomStream train = streams.stream("data-train");
    RandomStream test = streams.stream("data-test");
    if (p.output == Output.SIGN) {
      Examples clean = signs(p, p.train, train, weights, second);
      return new Dataset(
          name(),
          p.noise > 0 ? Subsets.withLabelNoise(clean, p.noise, 2, noise) : clean,
          signs(p, p.test, test, weights, second),
          List.of("-1", "+1"));
    }
    return Draws.regression(
        name(),
        values(p, p.train, train, weights, second, scale, noise),
        values(p, p.test, test, weights, second, scale, null));
  }

  private static Examples signs(
      Parameters p, int rows, RandomStream stream, double[][] weights, double[] second) {
    return Draws.labelled(
        rows,
        p.dimension,
        stream,
        (random, features, offset) ->
            teach(random, p.dimension, features, offset, weights, second) > 0 ? 1 : 0);
  }

  private static Examples values(
      Parameters p,
      int rows,
      RandomStream stream,
      double[][] weights,
      double[] second,
      double scale,
      @org.jspecify.annotations.Nullable RandomStream noise) {
    return Draws.valued(
        rows,
        p.dimension,
        stream,
        (random, features, offset) ->
            scale * teach(random, p.dimension, features, offset, weights, second)
                + (noise == null ? 0 : p.noise * noise.gaussian()));
  }

  /** Draws an input and gives the teacher's value but for its scale. */
  private static double teach(
      RandomStream random,
      int dimension,
      double[] features,
      int offset,
      double[][] weights,
      double[] second) {
    for (int i = 0; i < dimension; i++) {
      features[offset + i] = random.gaussian();
    }
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += second[j] * Math.max(0, Draws.dot(weights[j], features, offset));
    }
    return sum;
  }
}
