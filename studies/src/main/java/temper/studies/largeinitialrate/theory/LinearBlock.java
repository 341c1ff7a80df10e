package temper.studies.largeinitialrate.theory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.IntStream;
import temper.random.RandomStream;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * A linear stand-in for the first block, {@code f(x) = sqrt(1/2) w . x} with w = 0 at the start. A
 * step on an example changes its own output as much as with many rectified neurons, of which half
 * are active on it; what it changes on other examples is up to twice as much, as on those only a
 * quarter to a half are active with it.
 */
final class LinearBlock implements FirstBlock {

  private static final double HALF = Math.sqrt(0.5);

  private final Kernels kernels;
  private final int[] rows;
  private final Tensor[] train;
  private final Tensor[] test;
  private final Tensor weights;
  private final Tensor gradient;
  private final Tensor noise;
  private final double[] testOutputs;
  private RandomStream stream;

  /**
   * A block of weight 0.
   *
   * @param train train examples
   * @param test test examples
   * @param stream where noise comes from
   * @param kernels for inner products
   */
  LinearBlock(TwoPatterns train, TwoPatterns test, RandomStream stream, Kernels kernels) {
    this.kernels = kernels;
    this.stream = stream;
    this.rows = train.firstRows();
    this.train = rowsOf(train.first());
    this.test = rowsOf(test.first());
    Shape shape = Shape.of(train.first().shape().length(1));
    weights = Tensor.zeros(Precision.FLOAT32, shape);
    gradient = Tensor.zeros(Precision.FLOAT32, shape);
    noise = Tensor.zeros(Precision.FLOAT32, shape);
    testOutputs = new double[this.test.length];
  }

  private static Tensor[] rowsOf(Tensor matrix) {
    int columns = matrix.shape().length(1);
    return IntStream.range(0, matrix.shape().length(0))
        .mapToObj(row -> matrix.view(row * columns, Shape.of(columns)))
        .toArray(Tensor[]::new);
  }

  @Override
  public void addTo(double[] outputs) {
    for (int i = 0; i < rows.length; i++) {
      outputs[rows[i]] += HALF * kernels.dot(train[i], weights);
    }
  }

  @Override
  public void descend(double[] slopes, double rate, double decay, double deviation) {
    gradient.fill(0);
    for (int i = 0; i < rows.length; i++) {
      kernels.accumulate(HALF * slopes[rows[i]], train[i], 1, gradient);
    }
    kernels.accumulate(-rate, gradient, 1 - rate * decay, weights);
    if (deviation > 0) {
      stream.fillGaussian(noise.floats());
      kernels.accumulate(-rate * deviation, noise, 1, weights);
    }
  }

  @Override
  public double[] testOutputs() {
    for (int i = 0; i < test.length; i++) {
      testOutputs[i] = HALF * kernels.dot(test[i], weights);
    }
    return testOutputs;
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    for (float weight : weights.floats()) {
      out.writeFloat(weight);
    }
    stream.writeTo(out);
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    for (int i = 0; i < weights.size(); i++) {
      weights.floats()[i] = in.readFloat();
    }
    stream = RandomStream.readFrom(in);
  }
}
