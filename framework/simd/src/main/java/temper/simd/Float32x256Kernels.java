package temper.simd;

import java.util.Arrays;
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
  private final Float32x256FilterGradients filterGradients = new Float32x256FilterGradients();
  private final Float32x256Convolutions convolutions = new Float32x256Convolutions();
  private final Float32x256Normalizations normalizations = new Float32x256Normalizations();
  private final Float32x256Elements elements = new Float32x256Elements();
  private final Float32x256Pools pools = new Float32x256Pools();
  private final float[] lanes = new float[LANES];
  private float[] constant = new float[0];

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
    filterGradients.compute(shape, input, outputGradient, filterGradient);
  }

  @Override
  public void maxPool(Pooling shape, Tensor input, Tensor output, int[] winners) {
    pools.maxPool(shape, input, output, winners);
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
    pools.averagePool(shape, input, output);
  }

  @Override
  public void averagePoolGradient(Pooling shape, Tensor outputGradient, Tensor inputGradient) {
    pools.averagePoolGradient(shape, outputGradient, inputGradient);
  }

  @Override
  public void batchNormalize(
      Channels shape, Tensor x, Tensor scaleAndShift, double epsilon, Tensor y, Tensor moments) {
    if (shape.plane() < LANES) {
      scalar.batchNormalize(shape, x, scaleAndShift, epsilon, y, moments);
    } else {
      normalizations.batchNormalize(shape, x, scaleAndShift, epsilon, y, moments);
    }
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
    if (shape.plane() < LANES) {
      scalar.batchNormalizeGradient(
          shape, x, scaleAndShift, moments, outputGradient, inputGradient, scaleAndShiftGradient);
    } else {
      normalizations.batchNormalizeGradient(
          shape, x, scaleAndShift, moments, outputGradient, inputGradient, scaleAndShiftGradient);
    }
  }

  @Override
  public void sumByChannel(Channels shape, Tensor x, Tensor sums) {
    if (shape.plane() == 1) {
      normalizations.sumRows(shape, x, sums);
    } else if (shape.plane() < LANES) {
      scalar.sumByChannel(shape, x, sums);
    } else {
      normalizations.sumByChannel(shape, x, sums);
    }
  }

  @Override
  public void addByChannel(Channels shape, Tensor x, Tensor shift, Tensor y) {
    if (shape.plane() == 1) {
      normalizations.addRow(shape, x, shift, y);
    } else if (shape.plane() < LANES) {
      scalar.addByChannel(shape, x, shift, y);
    } else {
      normalizations.addByChannel(shape, x, shift, y);
    }
  }

  @Override
  public void sumChannelWindow(Channels shape, int window, Tensor x, Tensor y) {
    if (shape.plane() < LANES) {
      scalar.sumChannelWindow(shape, window, x, y);
    } else {
      normalizations.sumChannelWindow(shape, window, x, y);
    }
  }

  @Override
  public void apply(UnaryFunction function, Tensor x, Tensor y) {
    if (Float32x256Elements.has(function)) {
      elements.apply(function, x, y);
    } else {
      scalar.apply(function, x, y);
    }
  }

  @Override
  public void apply(BinaryFunction function, Tensor a, Tensor b, Tensor out) {
    elements.apply(
        function,
        out.size(),
        a.floats(),
        a.offset(),
        b.floats(),
        b.offset(),
        out.floats(),
        out.offset());
  }

  @Override
  public void apply(
      BinaryFunction function, Tensor a, Broadcast readA, Tensor b, Broadcast readB, Tensor out) {
    int row = readA.identity() ? rowLength(readB) : 0;
    int repeated = readA.identity() ? repeatedLength(readB) : 0;
    if (row >= LANES) {
      for (int at = 0; at < out.size(); at += row) {
        elements.apply(
            function,
            row,
            a.floats(),
            a.offset() + at,
            b.floats(),
            b.offset(),
            out.floats(),
            out.offset() + at);
      }
    } else if (repeated >= LANES) {
      applyToRows(function, repeated, a, b, readB, out);
    } else {
      scalar.apply(function, a, readA, b, readB, out);
    }
  }

  /** Each row of the left operand with one number. */
  private void applyToRows(
      BinaryFunction function, int length, Tensor a, Tensor b, Broadcast readB, Tensor out) {
    if (constant.length < length) {
      constant = new float[length];
    }
    for (int row = 0; row * length < out.size(); row++) {
      Arrays.fill(constant, 0, length, b.floats()[b.offset() + position(readB, length, row)]);
      elements.apply(
          function,
          length,
          a.floats(),
          a.offset() + row * length,
          constant,
          0,
          out.floats(),
          out.offset() + row * length);
    }
  }

  /** Where the number stands that a row of the result reads, rows being its last axes. */
  private static int position(Broadcast read, int length, int row) {
    int axis = read.result().rank() - 1;
    for (int rest = length; rest > 1; axis--) {
      rest /= read.result().length(axis);
    }
    int position = 0;
    for (int rest = row; axis >= 0; axis--) {
      position += rest % read.result().length(axis) * read.stride(axis);
      rest /= read.result().length(axis);
    }
    return position;
  }

  @Override
  public void repeat(Broadcast read, Tensor x, Tensor out) {
    scalar.repeat(read, x, out);
  }

  @Override
  public void sumRepeated(Broadcast read, Tensor x, Tensor out) {
    int row = repeatedLength(read);
    if (row < LANES || row * out.size() != x.size()) {
      scalar.sumRepeated(read, x, out);
      return;
    }
    // Only trailing axes repeat: each row is summed in lanes.
    for (int i = 0; i < out.size(); i++) {
      Arrays.fill(lanes, 0f);
      Float32x256Sums.add(row, x.floats(), x.offset() + i * row, lanes);
      out.floats()[out.offset() + i] = Float32x256Sums.total(lanes);
    }
  }

  @Override
  public void affine(double scale, Tensor x, double shift, Tensor y) {
    elements.affine(scale, x, shift, y);
  }

  @Override
  public void accumulate(double scale, Tensor x, double decay, Tensor y) {
    elements.accumulate(scale, x, decay, y);
  }

  @Override
  public void accumulateSquares(double scale, Tensor x, double decay, Tensor y) {
    elements.accumulateSquares(scale, x, decay, y);
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
    Arrays.fill(lanes, 0f);
    Float32x256Sums.add(x.size(), x.floats(), x.offset(), lanes);
    return Float32x256Sums.total(lanes);
  }

  @Override
  public double dot(Tensor x, Tensor y) {
    Arrays.fill(lanes, 0f);
    // Deviations from 0 are the values themselves.
    Float32x256Sums.addProducts(
        x.size(), x.floats(), x.offset(), 0f, y.floats(), y.offset(), lanes);
    return Float32x256Sums.total(lanes);
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

  /** How often in a row each element of the operand is read, its trailing axes repeating. */
  private static int repeatedLength(Broadcast read) {
    int axis = read.result().rank();
    int length = 1;
    while (axis > 0 && (read.stride(axis - 1) == 0 || read.result().length(axis - 1) == 1)) {
      axis--;
      length *= read.result().length(axis);
    }
    return length;
  }

  /** The operand's length if only leading axes repeat, else 0. */
  private static int rowLength(Broadcast read) {
    int axis = read.result().rank();
    int length = 1;
    while (axis > 0 && (read.stride(axis - 1) == length || read.result().length(axis - 1) == 1)) {
      axis--;
      length *= read.result().length(axis);
    }
    for (int i = 0; i < axis; i++) {
      if (read.stride(i) != 0) {
        return 0;
      }
    }
    return length;
  }
}
