package temper.tensor;

/** The kernels in plain Java: what every other provider must equal to the bit. */
final class ScalarFloat32Kernels implements Kernels {

  private final Float32Gemm gemm = new Float32Gemm();
  private final Float32Convolutions convolutions = new Float32Convolutions();
  private final Float32Normalizations normalizations = new Float32Normalizations();
  private final Float32Broadcasts broadcasts = new Float32Broadcasts();
  private final Float32Rows rows = new Float32Rows();

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
    Float32Pools.maxPool(shape, input, output, winners);
  }

  @Override
  public void maxPoolScatter(
      Pooling shape, Tensor outputGradient, int[] winners, Tensor inputGradient) {
    Float32Pools.maxPoolScatter(shape, outputGradient, winners, inputGradient);
  }

  @Override
  public void maxPoolGather(Pooling shape, Tensor input, int[] winners, Tensor output) {
    Float32Pools.maxPoolGather(shape, input, winners, output);
  }

  @Override
  public void averagePool(Pooling shape, Tensor input, Tensor output) {
    Float32Pools.averagePool(shape, input, output);
  }

  @Override
  public void averagePoolGradient(Pooling shape, Tensor outputGradient, Tensor inputGradient) {
    Float32Pools.averagePoolGradient(shape, outputGradient, inputGradient);
  }

  @Override
  public void batchNormalize(
      Channels shape, Tensor x, Tensor scaleAndShift, double epsilon, Tensor y, Tensor moments) {
    normalizations.batchNormalize(shape, x, scaleAndShift, epsilon, y, moments);
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
    normalizations.batchNormalizeGradient(
        shape, x, scaleAndShift, moments, outputGradient, inputGradient, scaleAndShiftGradient);
  }

  @Override
  public void sumByChannel(Channels shape, Tensor x, Tensor sums) {
    normalizations.sumByChannel(shape, x, sums);
  }

  @Override
  public void addByChannel(Channels shape, Tensor x, Tensor shift, Tensor y) {
    Float32Normalizations.addByChannel(shape, x, shift, y);
  }

  @Override
  public void sumChannelWindow(Channels shape, int window, Tensor x, Tensor y) {
    Float32Normalizations.sumChannelWindow(shape, window, x, y);
  }

  @Override
  public void apply(UnaryFunction function, Tensor x, Tensor y) {
    Float32Elements.apply(function, x, y);
  }

  @Override
  public void apply(BinaryFunction function, Tensor a, Tensor b, Tensor out) {
    Float32Elements.apply(
        function,
        out.size(),
        a.floats(),
        a.offset(),
        1,
        b.floats(),
        b.offset(),
        1,
        out.floats(),
        out.offset());
  }

  @Override
  public void apply(
      BinaryFunction function, Tensor a, Broadcast readA, Tensor b, Broadcast readB, Tensor out) {
    broadcasts.apply(function, a, readA, b, readB, out);
  }

  @Override
  public void repeat(Broadcast read, Tensor x, Tensor out) {
    broadcasts.repeat(read, x, out);
  }

  @Override
  public void sumRepeated(Broadcast read, Tensor x, Tensor out) {
    broadcasts.sumRepeated(read, x, out);
  }

  @Override
  public void affine(double scale, Tensor x, double shift, Tensor y) {
    Float32Elements.affine(scale, x, shift, y);
  }

  @Override
  public void accumulate(double scale, Tensor x, double decay, Tensor y) {
    Float32Elements.accumulate(scale, x, decay, y);
  }

  @Override
  public void accumulateSquares(double scale, Tensor x, double decay, Tensor y) {
    Float32Elements.accumulateSquares(scale, x, decay, y);
  }

  @Override
  public void divideByRoot(
      double scale, Tensor x, double correction, Tensor v, double epsilon, Tensor y) {
    Float32Elements.divideByRoot(scale, x, correction, v, epsilon, y);
  }

  @Override
  public void power(Tensor x, double exponent, Tensor y) {
    Float32Elements.power(x, exponent, y);
  }

  @Override
  public double sum(Tensor x) {
    return rows.sum(x);
  }

  @Override
  public double dot(Tensor x, Tensor y) {
    return rows.dot(x, y);
  }

  @Override
  public void transpose(int rows, int columns, Tensor x, Tensor y) {
    Float32Arrays.transpose(rows, columns, x.floats(), x.offset(), y.floats(), y.offset());
  }

  @Override
  public void softmax(int columns, Tensor x, Tensor y) {
    rows.softmax(columns, x, y);
  }

  @Override
  public void softmaxCrossEntropy(
      int columns, Tensor logits, int[] labels, Tensor losses, Tensor probabilities) {
    rows.softmaxCrossEntropy(columns, logits, labels, losses, probabilities);
  }

  @Override
  public void softmaxCrossEntropyGradient(
      int columns,
      Tensor probabilities,
      int[] labels,
      Tensor lossGradients,
      Tensor logitGradients) {
    Float32Rows.softmaxCrossEntropyGradient(
        columns, probabilities, labels, lossGradients, logitGradients);
  }
}
