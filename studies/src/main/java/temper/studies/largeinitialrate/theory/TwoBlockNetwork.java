package temper.studies.largeinitialrate.theory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import temper.data.Dataset;
import temper.data.Streams;
import temper.data.synthetic.LiWeiMa;
import temper.numerics.StableMath;
import temper.random.RandomStream;
import temper.tensor.KernelProvider;
import temper.tensor.KernelProviders;
import temper.tensor.Kernels;
import temper.tensor.Precision;

/**
 * The network of the theory with its examples: one block sees the first pattern, the other the
 * second, and the output is the sum of both. The loss is the logistic one, {@code ln(1 + e^(-y
 * f))}, averaged over all train examples.
 */
final class TwoBlockNetwork {

  private static final KernelProvider KERNELS = KernelProviders.best();

  private final TwoPatterns train;
  private final TwoPatterns test;
  private final int[] kinds;
  private final int[] sizes = new int[TwoPatterns.KINDS];
  private final FirstBlock first;
  private final SecondBlock second;
  private final double[] outputs;
  private final double[] slopes;
  private final double[] directions = new double[TwoPatterns.DIRECTIONS];
  private final double[] directionSlopes = new double[TwoPatterns.DIRECTIONS];

  private TwoBlockNetwork(
      TwoPatterns train, TwoPatterns test, FirstBlock first, SecondBlock second) {
    this.train = train;
    this.test = test;
    this.first = first;
    this.second = second;
    this.kinds = train.kinds();
    for (int kind : kinds) {
      sizes[kind]++;
    }
    outputs = new double[train.rows()];
    slopes = new double[train.rows()];
  }

  /** Draws examples and weights; all arms of a replicate draw the same. */
  static TwoBlockNetwork draw(TheoryParameters p, Streams streams) {
    Dataset data = new LiWeiMa().generate(p.sample().data(), streams);
    TwoPatterns train = TwoPatterns.of(data.train(), p.sample().scale());
    TwoPatterns test = TwoPatterns.of(data.test(), p.sample().scale());
    Kernels kernels = KERNELS.create(Precision.FLOAT32);
    TheoryParameters.Network network = p.network();
    RandomStream firstNoise = streams.stream("gradient-noise", 1);
    FirstBlock first =
        network.first() == 0
            ? new LinearBlock(train, test, firstNoise, kernels)
            : new RectifiedBlock(
                train,
                test,
                network.first(),
                network.deviation(),
                streams.stream("init", 1),
                firstNoise,
                kernels);
    SecondBlock second =
        new SecondBlock(
            p.sample().scale(),
            p.sample().radius(),
            network.second(),
            network.deviation(),
            new SecondBlock.Random(
                streams.stream("init", 2),
                streams.stream("gradient-noise", 2),
                streams.stream("activation-noise")));
    return new TwoBlockNetwork(train, test, first, second);
  }

  /** The share of train examples that have the second pattern alone. */
  double onlySecond() {
    return (double) sizes[TwoPatterns.SECOND_ALONE] / train.rows();
  }

  /**
   * Computes train losses and the derivatives that a step needs.
   *
   * @param activationNoise deviation of the noise before activations of the second block
   */
  Losses losses(double activationNoise) {
    Arrays.fill(outputs, 0);
    first.addTo(outputs);
    second.trainOutputs(activationNoise, directions);
    Arrays.fill(directionSlopes, 0);
    double[] sums = new double[sizes.length];
    int rows = train.rows();
    for (int row = 0; row < rows; row++) {
      boolean hasSecond = train.hasSecond(row);
      double output = outputs[row];
      if (hasSecond) {
        output += train.factor(row) * directions[train.direction(row)];
      }
      double margin = train.sign(row) * output;
      sums[kinds[row]] += StableMath.softplus(-margin);
      slopes[row] = -train.sign(row) * StableMath.sigmoid(-margin) / rows;
      if (hasSecond) {
        directionSlopes[train.direction(row)] += slopes[row] * train.factor(row);
      }
    }
    return new Losses(
        (sums[0] + sums[1] + sums[2]) / rows,
        sums[TwoPatterns.FIRST_ALONE] / sizes[TwoPatterns.FIRST_ALONE],
        sums[TwoPatterns.SECOND_ALONE] / sizes[TwoPatterns.SECOND_ALONE],
        sums[TwoPatterns.BOTH] / sizes[TwoPatterns.BOTH]);
  }

  /** A step of gradient descent from the last {@link #losses}. */
  void descend(double rate, TheoryParameters.Descent descent, double noise, double secondNoise) {
    first.descend(slopes, rate, descent.firstDecay(), noise);
    second.descend(directionSlopes, rate, descent.secondDecay(), secondNoise);
  }

  /** Errors on the test examples, without noise. */
  Errors errors() {
    double[] firstOutputs = first.testOutputs();
    second.testOutputs(directions);
    int[] firstRows = test.firstRows();
    double[] sum = new double[test.rows()];
    int firstErrors = 0;
    for (int i = 0; i < firstRows.length; i++) {
      int row = firstRows[i];
      firstErrors += test.sign(row) * firstOutputs[i] > 0 ? 0 : 1;
      sum[row] = firstOutputs[i];
    }
    int secondRows = 0;
    int secondErrors = 0;
    int errors = 0;
    for (int row = 0; row < sum.length; row++) {
      if (test.hasSecond(row)) {
        double output = test.factor(row) * directions[test.direction(row)];
        secondRows++;
        secondErrors += test.sign(row) * output > 0 ? 0 : 1;
        sum[row] += output;
      }
      errors += test.sign(row) * sum[row] > 0 ? 0 : 1;
    }
    return new Errors(
        (double) firstErrors / firstRows.length,
        (double) secondErrors / secondRows,
        (double) errors / sum.length,
        second.dead());
  }

  void writeTo(DataOutput out) throws IOException {
    first.writeTo(out);
    second.writeTo(out);
  }

  void readFrom(DataInput in) throws IOException {
    first.readFrom(in);
    second.readFrom(in);
  }

  /**
   * Mean train losses.
   *
   * @param all of all examples
   * @param first of those with the first pattern alone; NaN if there are none
   * @param second of those with the second pattern alone; NaN if there are none
   * @param both of those with both; NaN if there are none
   */
  record Losses(double all, double first, double second, double both) {}

  /**
   * Shares of test examples whose output has the wrong sign or none.
   *
   * @param first of the first block's outputs alone, among examples with the first pattern
   * @param second of the second block's outputs alone, among examples with the second pattern
   * @param all of all examples
   * @param dead share of the second block's neurons that are active on no example
   */
  record Errors(double first, double second, double all, double dead) {}
}
