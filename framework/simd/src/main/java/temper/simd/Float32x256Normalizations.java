package temper.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import temper.tensor.Channels;
import temper.tensor.Elementary;
import temper.tensor.Kernels;
import temper.tensor.Tensor;

/** Batch normalisation and sums by channel, for planes of at least one vector. */
@SuppressWarnings("cast") // In float64 the casts to the precision do nothing.
final class Float32x256Normalizations {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
  private static final int LENGTH = SPECIES.length();

  private static final int LANES = Kernels.LANES;

  /** Those of two sums. */
  private final float[] lanes = new float[2 * LANES];

  /** Values of a channel; 1 if there are none, so that moments of nothing are numbers. */
  private static float count(Channels shape) {
    return Math.max(1, shape.batch() * shape.plane());
  }

  void batchNormalize(
      Channels shape, Tensor x, Tensor scaleAndShift, double epsilon, Tensor y, Tensor moments) {
    int channels = shape.channels();
    float count = count(shape);
    float[] results = moments.floats();
    for (int c = 0; c < channels; c += 2) {
      // Of an odd number the last one is taken with itself.
      int other = Math.min(c + 1, channels - 1);
      addTwoChannels(shape, x, c, other);
      float mean = Float32x256Sums.total(lanes) / count;
      float otherMean = Float32x256Sums.total(lanes, LANES) / count;
      addTwoSquares(shape, x, c, mean, other, otherMean);
      float variance = Float32x256Sums.total(lanes) / count;
      float otherVariance = Float32x256Sums.total(lanes, LANES) / count;
      results[moments.offset() + c] = mean;
      results[moments.offset() + other] = otherMean;
      int at = moments.offset() + channels;
      results[at + c] = 1f / Elementary.sqrt(variance + (float) epsilon);
      results[at + other] = 1f / Elementary.sqrt(otherVariance + (float) epsilon);
      normalize(shape, x, scaleAndShift, moments, c, y);
      if (other > c) {
        normalize(shape, x, scaleAndShift, moments, other, y);
      }
    }
  }

  private void addTwoChannels(Channels shape, Tensor x, int c, int other) {
    Arrays.fill(lanes, 0f);
    int plane = shape.plane();
    for (int b = 0; b < shape.batch(); b++) {
      int at = x.offset() + b * shape.channels() * plane;
      Float32x256Sums.addTwo(plane, x.floats(), at + c * plane, at + other * plane, lanes);
    }
  }

  private void addTwoSquares(
      Channels shape, Tensor x, int c, float mean, int other, float otherMean) {
    Arrays.fill(lanes, 0f);
    int plane = shape.plane();
    for (int b = 0; b < shape.batch(); b++) {
      int at = x.offset() + b * shape.channels() * plane;
      Float32x256Sums.addTwoSquares(
          plane, x.floats(), at + c * plane, mean, at + other * plane, otherMean, lanes);
    }
  }

  private static void normalize(
      Channels shape, Tensor x, Tensor scaleAndShift, Tensor moments, int c, Tensor y) {
    int channels = shape.channels();
    int plane = shape.plane();
    float mean = moments.floats()[moments.offset() + c];
    float inverse = moments.floats()[moments.offset() + channels + c];
    float factor = inverse * scaleAndShift.floats()[scaleAndShift.offset() + c];
    float shift = scaleAndShift.floats()[scaleAndShift.offset() + channels + c];
    for (int b = 0; b < shape.batch(); b++) {
      int at = (b * channels + c) * plane;
      normalize(
          plane, mean, factor, shift, x.floats(), x.offset() + at, y.floats(), y.offset() + at);
    }
  }

  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  private static void normalize(
      int n, float mean, float factor, float shift, float[] x, int from, float[] y, int to) {
    FloatVector factors = FloatVector.broadcast(SPECIES, factor);
    FloatVector shifts = FloatVector.broadcast(SPECIES, shift);
    int i = 0;
    for (; i + LENGTH <= n; i += LENGTH) {
      FloatVector.fromArray(SPECIES, x, from + i)
          .sub(mean)
          .fma(factors, shifts)
          .intoArray(y, to + i);
    }
    for (; i < n; i++) {
      y[to + i] = Math.fma(x[from + i] - mean, factor, shift);
    }
  }

  void batchNormalizeGradient(
      Channels shape,
      Tensor x,
      Tensor scaleAndShift,
      Tensor moments,
      Tensor outputGradient,
      Tensor inputGradient,
      Tensor scaleAndShiftGradient) {
    int channels = shape.channels();
    int plane = shape.plane();
    float count = count(shape);
    for (int c = 0; c < channels; c++) {
      float mean = moments.floats()[moments.offset() + c];
      float inverse = moments.floats()[moments.offset() + channels + c];
      Arrays.fill(lanes, 0f);
      for (int b = 0; b < shape.batch(); b++) {
        int at = (b * channels + c) * plane;
        Float32x256Sums.addWithProducts(
            plane,
            x.floats(),
            x.offset() + at,
            mean,
            outputGradient.floats(),
            outputGradient.offset() + at,
            lanes);
      }
      float shiftGradient = Float32x256Sums.total(lanes);
      float scaleGradient = Float32x256Sums.total(lanes, LANES) * inverse;
      float[] gradients = scaleAndShiftGradient.floats();
      gradients[scaleAndShiftGradient.offset() + c] = scaleGradient;
      gradients[scaleAndShiftGradient.offset() + channels + c] = shiftGradient;
      float factor = inverse * scaleAndShift.floats()[scaleAndShift.offset() + c];
      float meanGradient = shiftGradient / count;
      float slope = -(inverse * scaleGradient / count);
      for (int b = 0; b < shape.batch(); b++) {
        int at = (b * channels + c) * plane;
        spread(plane, mean, slope, meanGradient, factor, x, outputGradient, inputGradient, at);
      }
    }
  }

  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  private static void spread(
      int n,
      float mean,
      float slope,
      float meanGradient,
      float factor,
      Tensor inputs,
      Tensor gradients,
      Tensor results,
      int at) {
    float[] x = inputs.floats();
    float[] gradient = gradients.floats();
    float[] result = results.floats();
    int xAt = inputs.offset() + at;
    int gradientAt = gradients.offset() + at;
    int resultAt = results.offset() + at;
    FloatVector slopes = FloatVector.broadcast(SPECIES, slope);
    int i = 0;
    for (; i + LENGTH <= n; i += LENGTH) {
      FloatVector rest = FloatVector.fromArray(SPECIES, gradient, gradientAt + i).sub(meanGradient);
      FloatVector.fromArray(SPECIES, x, xAt + i)
          .sub(mean)
          .fma(slopes, rest)
          .mul(factor)
          .intoArray(result, resultAt + i);
    }
    for (; i < n; i++) {
      float rest = gradient[gradientAt + i] - meanGradient;
      result[resultAt + i] = Math.fma(x[xAt + i] - mean, slope, rest) * factor;
    }
  }

  void sumByChannel(Channels shape, Tensor x, Tensor sums) {
    for (int c = 0; c < shape.channels(); c += 2) {
      int other = Math.min(c + 1, shape.channels() - 1);
      addTwoChannels(shape, x, c, other);
      sums.floats()[sums.offset() + c] = Float32x256Sums.total(lanes);
      sums.floats()[sums.offset() + other] = Float32x256Sums.total(lanes, LANES);
    }
  }

  /** Of planes of one value: rows are added, and of each lane there is but the first. */
  void sumRows(Channels shape, Tensor x, Tensor sums) {
    int channels = shape.channels();
    float[] from = x.floats();
    float[] to = sums.floats();
    int c = 0;
    for (; c + 2 * LENGTH <= channels; c += 2 * LENGTH) {
      FloatVector sum = FloatVector.zero(SPECIES);
      FloatVector otherSum = FloatVector.zero(SPECIES);
      int at = x.offset() + c;
      for (int b = 0; b < shape.batch(); b++) {
        sum = sum.add(FloatVector.fromArray(SPECIES, from, at));
        otherSum = otherSum.add(FloatVector.fromArray(SPECIES, from, at + LENGTH));
        at += channels;
      }
      sum.intoArray(to, sums.offset() + c);
      otherSum.intoArray(to, sums.offset() + c + LENGTH);
    }
    for (; c < channels; c++) {
      float sum = 0f;
      for (int b = 0; b < shape.batch(); b++) {
        sum += from[x.offset() + b * channels + c];
      }
      to[sums.offset() + c] = sum;
    }
  }

  /** Of planes of one value: the same row is added to each. */
  void addRow(Channels shape, Tensor x, Tensor shift, Tensor y) {
    int channels = shape.channels();
    float[] from = x.floats();
    float[] row = shift.floats();
    float[] to = y.floats();
    for (int b = 0; b < shape.batch(); b++) {
      int fromAt = x.offset() + b * channels;
      int toAt = y.offset() + b * channels;
      int c = 0;
      for (; c + LENGTH <= channels; c += LENGTH) {
        FloatVector.fromArray(SPECIES, from, fromAt + c)
            .add(FloatVector.fromArray(SPECIES, row, shift.offset() + c))
            .intoArray(to, toAt + c);
      }
      for (; c < channels; c++) {
        to[toAt + c] = from[fromAt + c] + row[shift.offset() + c];
      }
    }
  }

  void addByChannel(Channels shape, Tensor x, Tensor shift, Tensor y) {
    int rows = shape.batch() * shape.channels();
    int plane = shape.plane();
    float[] from = x.floats();
    float[] to = y.floats();
    for (int row = 0; row < rows; row++) {
      float value = shift.floats()[shift.offset() + row % shape.channels()];
      int a = x.offset() + row * plane;
      int b = y.offset() + row * plane;
      int i = 0;
      for (; i + LENGTH <= plane; i += LENGTH) {
        FloatVector.fromArray(SPECIES, from, a + i).add(value).intoArray(to, b + i);
      }
      for (; i < plane; i++) {
        to[b + i] = from[a + i] + value;
      }
    }
  }

  void sumChannelWindow(Channels shape, int window, Tensor x, Tensor y) {
    int plane = shape.plane();
    int half = window / 2;
    float[] from = x.floats();
    float[] to = y.floats();
    for (int b = 0; b < shape.batch(); b++) {
      for (int c = 0; c < shape.channels(); c++) {
        int first = Math.max(0, c - half);
        int last = Math.min(shape.channels() - 1, c + half);
        int start = x.offset() + (b * shape.channels() + first) * plane;
        int target = y.offset() + (b * shape.channels() + c) * plane;
        int i = 0;
        for (; i + LENGTH <= plane; i += LENGTH) {
          FloatVector sum = FloatVector.zero(SPECIES);
          for (int d = 0; d <= last - first; d++) {
            sum = sum.add(FloatVector.fromArray(SPECIES, from, start + d * plane + i));
          }
          sum.intoArray(to, target + i);
        }
        for (; i < plane; i++) {
          float sum = 0f;
          for (int d = 0; d <= last - first; d++) {
            sum += from[start + d * plane + i];
          }
          to[target + i] = sum;
        }
      }
    }
  }
}
