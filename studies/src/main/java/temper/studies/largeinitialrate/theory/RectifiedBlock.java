package temper.studies.largeinitialrate.theory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import temper.random.RandomStream;
import temper.tensor.Gemm;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * Rectified linear neurons with fixed output weights {@code +-1 / sqrt(m)}: {@code f(x) = sum_j u_j
 * max(0, w_j . x)}. Neurons 2i and 2i + 1 begin with equal weights and have opposite signs, so that
 * f is 0 at the start.
 */
final class RectifiedBlock implements FirstBlock {

  private final Kernels kernels;
  private final TwoPatterns train;
  private final TwoPatterns test;
  private final int neurons;
  private final double output;
  private final Tensor weights;
  private final Tensor gradient;
  private final Tensor noise;

  /** Inputs of activations; in a step overwritten by the derivatives of the loss in them. */
  private final Tensor activations;

  private final Gemm forward;
  private final Gemm backward;
  private final double[] testOutputs;
  private RandomStream stream;

  /**
   * A block with random weights.
   *
   * @param train train examples
   * @param test test examples
   * @param neurons how many, even
   * @param deviation standard deviation of weights
   * @param initial where weights come from
   * @param stream where noise comes from
   * @param kernels for matrix products
   */
  RectifiedBlock(
      TwoPatterns train,
      TwoPatterns test,
      int neurons,
      double deviation,
      RandomStream initial,
      RandomStream stream,
      Kernels kernels) {
    this.kernels = kernels;
    this.train = train;
    this.test = test;
    this.neurons = neurons;
    this.output = 1 / Math.sqrt(neurons);
    this.stream = stream;
    int dimension = train.first().shape().length(1);
    int rows = train.firstRows().length;
    weights = zeros(neurons, dimension);
    gradient = zeros(neurons, dimension);
    noise = zeros(neurons, dimension);
    activations = zeros(rows, neurons);
    forward = new Gemm(rows, neurons, dimension, false, true, false);
    backward = new Gemm(neurons, dimension, rows, true, false, false);
    testOutputs = new double[test.firstRows().length];
    for (int pair = 0; pair < neurons; pair += 2) {
      for (int column = 0; column < dimension; column++) {
        double weight = deviation * initial.gaussian();
        weights.set(pair * dimension + column, weight);
        weights.set((pair + 1) * dimension + column, weight);
      }
    }
  }

  private static Tensor zeros(int rows, int columns) {
    return Tensor.zeros(Precision.FLOAT32, Shape.of(rows, columns));
  }

  @Override
  public void addTo(double[] outputs) {
    kernels.multiply(forward, train.first(), weights, activations);
    int[] rows = train.firstRows();
    for (int i = 0; i < rows.length; i++) {
      outputs[rows[i]] += output(activations.floats(), i);
    }
  }

  private double output(float[] inputs, int row) {
    double sum = 0;
    for (int j = row * neurons; j < (row + 1) * neurons; j += 2) {
      sum += Math.max(0, inputs[j]);
      sum -= Math.max(0, inputs[j + 1]);
    }
    return output * sum;
  }

  @Override
  public void descend(double[] slopes, double rate, double decay, double deviation) {
    int[] rows = train.firstRows();
    float[] inputs = activations.floats();
    for (int i = 0; i < rows.length; i++) {
      float slope = (float) (output * slopes[rows[i]]);
      for (int j = i * neurons; j < (i + 1) * neurons; j += 2) {
        inputs[j] = inputs[j] > 0 ? slope : 0;
        inputs[j + 1] = inputs[j + 1] > 0 ? -slope : 0;
      }
    }
    kernels.multiply(backward, activations, train.first(), gradient);
    kernels.accumulate(-rate, gradient, 1 - rate * decay, weights);
    if (deviation > 0) {
      stream.fillGaussian(noise.floats());
      kernels.accumulate(-rate * deviation, noise, 1, weights);
    }
  }

  @Override
  public double[] testOutputs() {
    Tensor inputs = zeros(testOutputs.length, neurons);
    Gemm shape = new Gemm(testOutputs.length, neurons, forward.k(), false, true, false);
    kernels.multiply(shape, test.first(), weights, inputs);
    for (int i = 0; i < testOutputs.length; i++) {
      testOutputs[i] = output(inputs.floats(), i);
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
