package temper.tensor;

/**
 * Everything that is computed with tensors of one precision.
 *
 * <p>An instance belongs to one thread: it owns the working space of its kernels, so that a call
 * allocates nothing once it has seen its largest operands. All results are fixed to the bit by the
 * rules in the {@linkplain temper.tensor package description}, whoever provides the kernels.
 *
 * <p>Tensors are of this precision and of the sizes that the geometry asks for; they are not
 * checked here. Unless said otherwise an output is overwritten, may not overlap an input, and
 * inputs are not modified. Element-by-element functions may write over their first input.
 *
 * @since 0.2
 */
public interface Kernels {

  /** Virtual lanes of a sum, whatever the width of the hardware's vectors. */
  int LANES = 16;

  /**
   * The precision of every operand.
   *
   * @return float32 or float64
   */
  Precision precision();

  /**
   * A matrix product.
   *
   * @param shape its geometry
   * @param a the left matrix
   * @param b the right matrix
   * @param c the product, or what the product is added to
   */
  void multiply(Gemm shape, Tensor a, Tensor b, Tensor c);

  /**
   * A convolution.
   *
   * @param shape its geometry
   * @param input [batch, inputs, height, width]
   * @param filter [outputs, inputs, kernel, kernel]
   * @param output [batch, outputs, outputHeight, outputWidth]
   */
  void convolve(Convolution shape, Tensor input, Tensor filter, Tensor output);

  /**
   * The adjoint of a convolution in its input.
   *
   * <p>An element sums over (output channel, y, x) of the outputs, outermost first, in blocks as a
   * matrix product does: over those positions that a filter at whole strides would read it from, of
   * which those outside the output count as zeros that take part in the sum.
   *
   * @param shape the convolution's geometry
   * @param outputGradient [batch, outputs, outputHeight, outputWidth]
   * @param filter [outputs, inputs, kernel, kernel]
   * @param inputGradient [batch, inputs, height, width]
   */
  void convolveInputGradient(
      Convolution shape, Tensor outputGradient, Tensor filter, Tensor inputGradient);

  /**
   * The adjoint of a convolution in its filter.
   *
   * <p>An element sums over (image, y, x) of the output, outermost first, in blocks as a matrix
   * product does.
   *
   * @param shape the convolution's geometry
   * @param input [batch, inputs, height, width]
   * @param outputGradient [batch, outputs, outputHeight, outputWidth]
   * @param filterGradient [outputs, inputs, kernel, kernel]
   */
  void convolveFilterGradient(
      Convolution shape, Tensor input, Tensor outputGradient, Tensor filterGradient);

  /**
   * The largest value of each window, and where it stands.
   *
   * @param shape the geometry
   * @param input [planes, height, width]
   * @param output [planes, outputHeight, outputWidth]
   * @param winners for each output the index within its input plane of the first largest value in
   *     row-major order; a NaN wins; overwritten
   */
  void maxPool(Pooling shape, Tensor input, Tensor output, int[] winners);

  /**
   * The adjoint of reading the winners of windows: each output's gradient is added where its winner
   * stands, in the outputs' order.
   *
   * @param shape the geometry
   * @param outputGradient [planes, outputHeight, outputWidth]
   * @param winners from {@link #maxPool}
   * @param inputGradient [planes, height, width]
   */
  void maxPoolScatter(Pooling shape, Tensor outputGradient, int[] winners, Tensor inputGradient);

  /**
   * Reads the values at the winners of windows.
   *
   * @param shape the geometry
   * @param input [planes, height, width]
   * @param winners from {@link #maxPool}
   * @param output [planes, outputHeight, outputWidth]
   */
  void maxPoolGather(Pooling shape, Tensor input, int[] winners, Tensor output);

  /**
   * The mean of each window: the sum in row-major order over positions inside the image, times the
   * rounded reciprocal of the number of positions inside the padded image.
   *
   * @param shape the geometry
   * @param input [planes, height, width]
   * @param output [planes, outputHeight, outputWidth]
   */
  void averagePool(Pooling shape, Tensor input, Tensor output);

  /**
   * The adjoint of {@link #averagePool}: each output's gradient, times its window's reciprocal, is
   * added to the window's positions in the outputs' order.
   *
   * @param shape the geometry
   * @param outputGradient [planes, outputHeight, outputWidth]
   * @param inputGradient [planes, height, width]
   */
  void averagePoolGradient(Pooling shape, Tensor outputGradient, Tensor inputGradient);

  /**
   * Batch normalisation: {@code y = (x - mean) * inverseDeviation * scale + shift} by channel, with
   * {@code inverseDeviation = 1 / sqrt(variance + epsilon)} and the variance divided by the number
   * of values.
   *
   * <p>Sums over a channel put plane position p into lane p mod {@value #LANES}, examples in order.
   * Source: S. Ioffe and C. Szegedy, Batch normalization, ICML (2015), algorithm 1.
   *
   * @param shape the geometry
   * @param x [batch, channels, plane]
   * @param scaleAndShift [2, channels]
   * @param epsilon added to the variance, {@code > 0}
   * @param y [batch, channels, plane]
   * @param moments [2, channels]: the mean and the inverse deviation; overwritten
   */
  void batchNormalize(
      Channels shape, Tensor x, Tensor scaleAndShift, double epsilon, Tensor y, Tensor moments);

  /**
   * The adjoint of {@link #batchNormalize}.
   *
   * @param shape the geometry
   * @param x the input
   * @param scaleAndShift [2, channels]
   * @param moments [2, channels] from the forward call
   * @param outputGradient [batch, channels, plane]
   * @param inputGradient [batch, channels, plane]
   * @param scaleAndShiftGradient [2, channels]
   */
  void batchNormalizeGradient(
      Channels shape,
      Tensor x,
      Tensor scaleAndShift,
      Tensor moments,
      Tensor outputGradient,
      Tensor inputGradient,
      Tensor scaleAndShiftGradient);

  /**
   * The sum of each channel over examples and positions, in the lanes of {@link #batchNormalize}.
   *
   * @param shape the geometry
   * @param x [batch, channels, plane]
   * @param sums [channels]
   */
  void sumByChannel(Channels shape, Tensor x, Tensor sums);

  /**
   * Adds a number to each channel.
   *
   * @param shape the geometry
   * @param x [batch, channels, plane]; may be the output
   * @param shift [channels]
   * @param y [batch, channels, plane]
   */
  void addByChannel(Channels shape, Tensor x, Tensor shift, Tensor y);

  /**
   * The sum over a window of neighbouring channels at each position, in the channels' order:
   * channels c - window/2 to c + window/2 that exist.
   *
   * @param shape the geometry
   * @param window an odd number of channels
   * @param x [batch, channels, plane]
   * @param y [batch, channels, plane]
   */
  void sumChannelWindow(Channels shape, int window, Tensor x, Tensor y);

  /**
   * A function of each element.
   *
   * @param function the function
   * @param x any shape
   * @param y as many elements; may be x
   */
  void apply(UnaryFunction function, Tensor x, Tensor y);

  /**
   * A function of each pair of elements.
   *
   * @param function the function
   * @param a any shape
   * @param b as many elements
   * @param out as many elements; may be a or b
   */
  void apply(BinaryFunction function, Tensor a, Tensor b, Tensor out);

  /**
   * A function of each pair of elements, operands repeated as NumPy does.
   *
   * @param function the function
   * @param a the left operand
   * @param readA how it is read
   * @param b the right operand
   * @param readB how it is read, to the same result
   * @param out the result's shape
   */
  void apply(
      BinaryFunction function, Tensor a, Broadcast readA, Tensor b, Broadcast readB, Tensor out);

  /**
   * Repeats an operand.
   *
   * @param read how it is read
   * @param x the operand's shape
   * @param out the result's shape
   */
  void repeat(Broadcast read, Tensor x, Tensor out);

  /**
   * The adjoint of {@link #repeat}: sums over what was repeated. Where only leading axes repeat,
   * rows are added in order; where only trailing axes, or all, repeat, each row is summed in lanes;
   * otherwise elements are added in row-major order.
   *
   * @param read how the operand was read
   * @param x the result's shape
   * @param out the operand's shape
   */
  void sumRepeated(Broadcast read, Tensor x, Tensor out);

  /**
   * {@code y = scale x + shift}, one fused multiply-add for each element.
   *
   * @param scale factor, rounded to this precision
   * @param x any shape
   * @param shift summand, rounded to this precision
   * @param y as many elements; may be x
   */
  void affine(double scale, Tensor x, double shift, Tensor y);

  /**
   * {@code y = fma(scale, x, decay * y)} for each element.
   *
   * @param scale factor of x, rounded to this precision
   * @param x any shape
   * @param decay factor of y, rounded to this precision; with 1, y keeps its bits
   * @param y as many elements; updated
   */
  void accumulate(double scale, Tensor x, double decay, Tensor y);

  /**
   * {@code y = fma(scale * x, x, decay * y)} for each element.
   *
   * @param scale factor of x squared, rounded to this precision
   * @param x any shape
   * @param decay factor of y, rounded to this precision
   * @param y as many elements; updated
   */
  void accumulateSquares(double scale, Tensor x, double decay, Tensor y);

  /**
   * {@code y = scale x / (sqrt(correction v) + epsilon)} for each element: the step of Adam and its
   * kin.
   *
   * @param scale factor of x, rounded to this precision
   * @param x any shape
   * @param correction factor of v, rounded to this precision
   * @param v as many elements, {@code >= 0}
   * @param epsilon added to the root, rounded to this precision
   * @param y as many elements; may be x
   */
  void divideByRoot(double scale, Tensor x, double correction, Tensor v, double epsilon, Tensor y);

  /**
   * {@code x} to a constant power for each element, by way of float64.
   *
   * @param x any shape
   * @param exponent the power
   * @param y as many elements; may be x
   */
  void power(Tensor x, double exponent, Tensor y);

  /**
   * The sum of all elements, in lanes.
   *
   * @param x any shape
   * @return the sum, a number of this precision
   */
  double sum(Tensor x);

  /**
   * The inner product of two tensors, in lanes, fused.
   *
   * @param x any shape
   * @param y as many elements
   * @return the sum of products, a number of this precision
   */
  double dot(Tensor x, Tensor y);

  /**
   * Transposes a matrix.
   *
   * @param rows rows of x
   * @param columns columns of x
   * @param x [rows, columns]
   * @param y [columns, rows]
   */
  void transpose(int rows, int columns, Tensor x, Tensor y);

  /**
   * The softmax of each row: the largest element is taken off first, the sum runs in lanes.
   *
   * @param columns the length of a row, {@code >= 1}
   * @param x [rows, columns]
   * @param y [rows, columns]
   */
  void softmax(int columns, Tensor x, Tensor y);

  /**
   * The cross-entropy {@code log(sum of e^x) - x[label]} of each row, and its softmax.
   *
   * @param columns the number of classes, {@code >= 1}
   * @param logits [rows, columns]
   * @param labels the class of each row, from 0 to columns - 1
   * @param losses [rows]
   * @param probabilities [rows, columns]
   */
  void softmaxCrossEntropy(
      int columns, Tensor logits, int[] labels, Tensor losses, Tensor probabilities);

  /**
   * The adjoint of the cross-entropy: {@code (probability - [is the label]) * gradient of the row}.
   *
   * @param columns the number of classes
   * @param probabilities [rows, columns] from the forward call
   * @param labels the class of each row
   * @param lossGradients [rows]
   * @param logitGradients [rows, columns]
   */
  void softmaxCrossEntropyGradient(
      int columns, Tensor probabilities, int[] labels, Tensor lossGradients, Tensor logitGradients);
}
