package temper.tensor;

import java.util.Arrays;

/** Scalar operations channel by channel. */
@SuppressWarnings("cast") // In float64 the casts to the precision do nothing.
final class Float32Normalizations {

  private final float[] lanes = new float[Kernels.LANES];
  private final float[] otherLanes = new float[Kernels.LANES];

  void batchNormalize(
      Channels shape, Tensor x, Tensor scaleAndShift, double epsilon, Tensor y, Tensor moments) {
    int channels = shape.channels();
    float count = count(shape);
    float[] parameters = scaleAndShift.floats();
    for (int c = 0; c < channels; c++) {
      float mean = channelSum(shape, x, c) / count;
      float variance = squaredDeviations(shape, x, c, mean) / count;
      float inverse = 1f / Elementary.sqrt(variance + (float) epsilon);
      moments.floats()[moments.offset() + c] = mean;
      moments.floats()[moments.offset() + channels + c] = inverse;
      float factor = inverse * parameters[scaleAndShift.offset() + c];
      float shift = parameters[scaleAndShift.offset() + channels + c];
      for (int b = 0; b < shape.batch(); b++) {
        int at = (b * channels + c) * shape.plane();
        normalize(shape.plane(), mean, factor, shift, x, y, at);
      }
    }
  }

  /** Values of a channel; 1 if there are none, so that moments of nothing are numbers. */
  private static float count(Channels shape) {
    return Math.max(1, shape.batch() * shape.plane());
  }

  private float channelSum(Channels shape, Tensor x, int c) {
    Arrays.fill(lanes, 0f);
    for (int b = 0; b < shape.batch(); b++) {
      int at = x.offset() + (b * shape.channels() + c) * shape.plane();
      Float32Arrays.addToLanes(shape.plane(), x.floats(), at, lanes);
    }
    return Float32Arrays.sumOfLanes(lanes);
  }

  private float squaredDeviations(Channels shape, Tensor x, int c, float mean) {
    Arrays.fill(lanes, 0f);
    float[] from = x.floats();
    for (int b = 0; b < shape.batch(); b++) {
      int at = x.offset() + (b * shape.channels() + c) * shape.plane();
      for (int p = 0; p < shape.plane(); p++) {
        float deviation = from[at + p] - mean;
        lanes[p % Kernels.LANES] = Math.fma(deviation, deviation, lanes[p % Kernels.LANES]);
      }
    }
    return Float32Arrays.sumOfLanes(lanes);
  }

  private static void normalize(
      int n, float mean, float factor, float shift, Tensor x, Tensor y, int at) {
    float[] from = x.floats();
    float[] to = y.floats();
    int fromAt = x.offset() + at;
    int toAt = y.offset() + at;
    for (int p = 0; p < n; p++) {
      to[toAt + p] = Math.fma(from[fromAt + p] - mean, factor, shift);
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
    float count = count(shape);
    for (int c = 0; c < channels; c++) {
      float mean = moments.floats()[moments.offset() + c];
      float inverse = moments.floats()[moments.offset() + channels + c];
      sumGradients(shape, x, outputGradient, c, mean);
      float shiftGradient = Float32Arrays.sumOfLanes(lanes);
      float scaleGradient = Float32Arrays.sumOfLanes(otherLanes) * inverse;
      float[] gradients = scaleAndShiftGradient.floats();
      gradients[scaleAndShiftGradient.offset() + c] = scaleGradient;
      gradients[scaleAndShiftGradient.offset() + channels + c] = shiftGradient;
      float factor = inverse * scaleAndShift.floats()[scaleAndShift.offset() + c];
      float meanGradient = shiftGradient / count;
      float slope = -(inverse * scaleGradient / count);
      for (int b = 0; b < shape.batch(); b++) {
        int at = (b * channels + c) * shape.plane();
        for (int p = 0; p < shape.plane(); p++) {
          float deviation = x.floats()[x.offset() + at + p] - mean;
          float gradient = outputGradient.floats()[outputGradient.offset() + at + p];
          inputGradient.floats()[inputGradient.offset() + at + p] =
              Math.fma(deviation, slope, gradient - meanGradient) * factor;
        }
      }
    }
  }

  /** Sums a channel's gradients into the lanes, and their products with deviations. */
  private void sumGradients(Channels shape, Tensor x, Tensor gradient, int c, float mean) {
    Arrays.fill(lanes, 0f);
    Arrays.fill(otherLanes, 0f);
    for (int b = 0; b < shape.batch(); b++) {
      int at = (b * shape.channels() + c) * shape.plane();
      for (int p = 0; p < shape.plane(); p++) {
        int lane = p % Kernels.LANES;
        float g = gradient.floats()[gradient.offset() + at + p];
        lanes[lane] += g;
        otherLanes[lane] = Math.fma(g, x.floats()[x.offset() + at + p] - mean, otherLanes[lane]);
      }
    }
  }

  void sumByChannel(Channels shape, Tensor x, Tensor sums) {
    for (int c = 0; c < shape.channels(); c++) {
      sums.floats()[sums.offset() + c] = channelSum(shape, x, c);
    }
  }

  static void addByChannel(Channels shape, Tensor x, Tensor shift, Tensor y) {
    float[] from = x.floats();
    float[] to = y.floats();
    int at = 0;
    for (int b = 0; b < shape.batch(); b++) {
      for (int c = 0; c < shape.channels(); c++) {
        float value = shift.floats()[shift.offset() + c];
        for (int p = 0; p < shape.plane(); p++) {
          to[y.offset() + at] = from[x.offset() + at] + value;
          at++;
        }
      }
    }
  }

  static void sumChannelWindow(Channels shape, int window, Tensor x, Tensor y) {
    int plane = shape.plane();
    int half = window / 2;
    for (int b = 0; b < shape.batch(); b++) {
      for (int c = 0; c < shape.channels(); c++) {
        int to = y.offset() + (b * shape.channels() + c) * plane;
        Arrays.fill(y.floats(), to, to + plane, 0f);
        int last = Math.min(shape.channels() - 1, c + half);
        for (int neighbour = Math.max(0, c - half); neighbour <= last; neighbour++) {
          int from = x.offset() + (b * shape.channels() + neighbour) * plane;
          Float32Arrays.add(plane, x.floats(), from, y.floats(), to);
        }
      }
    }
  }
}
