package temper.simd;

import temper.tensor.BinaryFunction;
import temper.tensor.Broadcast;
import temper.tensor.Channels;
import temper.tensor.Convolution;
import temper.tensor.Gemm;
import temper.tensor.Kernels;
import temper.tensor.Pooling;
import temper.tensor.Precision;
import temper.tensor.ScalarKernelProvider;
import temper.tensor.Tensor;
import temper.tensor.UnaryFunction;

/**
 * The kernels in vectors. What C2 vectorises by itself, or what would gain nothing, is left to the
 * scalar kernels.
 */
final class Float32x256Kernels implements Kernels {

  private final Kernels scalar = new ScalarKernelProvider().create(Precision.FLOAT32);
  private final Float32x256Gemm gemm = new Float32x256Gemm();
  private final Float32x256Convolutions convolutions = new Float32x256Convolutions(gemm);

  @Override
  public Precision precision() {
    return Precision.FLOAT32;
  }

  @Override
  public void multiply(Gemm shape, Tensor a, Tensor b, Tensor c) {
    gemm.multiply(shape, a, b, c);
  }

  @Override
  public void convolve(Convolution shape, Tensor input, Tensor filter, Tensor output) {
    convolutions.convolve(shape, input, filter, output);
  }

  @Override
  public void convolveInputGradient(
      Convolution shape, Tensor outputGradient, Tensor filter, Tensor inputGradient) {
    convolutions.convolveInputGradient(shape, outputGradient, filter, inputGradient);
  }

  @Override
  public void convolveFilterGradient(
      Convolution shape, Tensor input, Tensor outputGradient, Tensor filterGradient) {
    convolutions.convolveFilterGradient(shape, input, outputGradient, filterGradient);
  }

  @Override
  public void maxPool(Pooling shape, Tensor input, Tensor output, int[] winners) {
    scalar.maxPool(shape, input, output, winners);
  }

  @Override
  public void maxPoolScatter(
      Pooling shape, Tensor outputGradient, int[] winners, Tensor inputGradient) {
    scalar.maxPoolScatter(shape, outputGradient, winners, inputGradient);
  }

  @Override
  public void maxPoolGather(Pooling shape, Tensor input, int[] winners, Tensor output) {
    scalar.maxPoolGather(shape, input, winners, output);
  }

  @Override
  public void averagePool(Pooling shape, Tensor input, Tensor output) {
    scalar.averagePool(shape, input, output);
  }

  @Override
  public void averagePoolGradient(Pooling shape, Tensor outputGradient, Tensor inputGradient) {
    scalar.averagePoolGradient(shape, outputGradient, inputGradient);
  }

  @Override
  public void batchNormalize(
      Channels shape, Tensor x, Tensor scaleAndShift, double epsilon, Tensor y, Tensor moments) {
    scalar.batchNormalize(shape, x, scaleAndShift, epsilon, y, moments);
  }

  @Override
  public void batchNormalizeGradient(
      Channels shape,
      Tensor x,
      Tensor scaleAndShift,
      Tensor moments,
      Tensor outputGradient,
      Tensor inputGradient,
      Tensor scaleAndShiftGradient) {
    scalar.batchNormalizeGradient(
        shape, x, scaleAndShift, moments, outputGradient, inputGradient, scaleAndShiftGradient);
  }

  @Override
  public void sumByChannel(Channels shape, Tensor x, Tensor sums) {
    scalar.sumByChannel(shape, x, sums);
  }

  @Override
  public void addByChannel(Channels shape, Tensor x, Tensor shift, Tensor y) {
    scalar.addByChannel(shape, x, shift, y);
  }

  @Override
  public void sumChannelWindow(Channels shape, int window, Tensor x, Tensor y) {
    scalar.sumChannelWindow(shape, window, x, y);
  }

  @Override
  public void apply(UnaryFunction function, Tensor x, Tensor y) {
    scalar.apply(function, x, y);
  }

  @Override
  public void apply(BinaryFunction function, Tensor a, Tensor b, Tensor out) {
    scalar.apply(function, a, b, out);
  }

  @Override
  public void apply(
      BinaryFunction function, Tensor a, Broadcast readA, Tensor b, Broadcast readB, Tensor out) {
    scalar.apply(function, a, readA, b, readB, out);
  }

  @Override
  public void repeat(Broadcast read, Tensor x, Tensor out) {
    scalar.repeat(read, x, out);
  }

  @Override
  public void sumRepeated(Broadcast read, Tensor x, Tensor out) {
    scalar.sumRepeated(read, x, out);
  }

  @Override
  public void affine(double scale, Tensor x, double shift, Tensor y) {
    scalar.affine(scale, x, shift, y);
  }

  @Override
  public void accumulate(double scale, Tensor x, double decay, Tensor y) {
    scalar.accumulate(scale, x, decay, y);
  }

  @Override
  public void accumulateSquares(double scale, Tensor x, double decay, Tensor y) {
    scalar.accumulateSquares(scale, x, decay, y);
  }

  @Override
  public void divideByRoot(
      double scale, Tensor x, double correction, Tensor v, double epsilon, Tensor y) {
    scalar.divideByRoot(scale, x, correction, v, epsilon, y);
  }

  @Override
  public void power(Tensor x, double exponent, Tensor y) {
    scalar.power(x, exponent, y);
  }

  @Override
  public double sum(Tensor x) {
    return scalar.sum(x);
  }

  @Override
  public double dot(Tensor x, Tensor y) {
    return scalar.dot(x, y);
  }

  @Override
  public void transpose(int rows, int columns, Tensor x, Tensor y) {
    scalar.transpose(rows, columns, x, y);
  }

  @Override
  public void softmax(int columns, Tensor x, Tensor y) {
    scalar.softmax(columns, x, y);
  }

  @Override
  public void softmaxCrossEntropy(
      int columns, Tensor logits, int[] labels, Tensor losses, Tensor probabilities) {
    scalar.softmaxCrossEntropy(columns, logits, labels, losses, probabilities);
  }

  @Override
  public void softmaxCrossEntropyGradient(
      int columns,
      Tensor probabilities,
      int[] labels,
      Tensor lossGradients,
      Tensor logitGradients) {
    scalar.softmaxCrossEntropyGradient(
        columns, probabilities, labels, lossGradients, logitGradients);
  }
}
