package temper.tensor;

import java.util.Arrays;

/** Scalar pooling. */
final class Float32Pools {

  private Float32Pools() {}

  static void maxPool(Pooling shape, Tensor input, Tensor output, int[] winners) {
    int height = shape.outputHeight();
    int width = shape.outputWidth();
    int to = 0;
    for (int plane = 0; plane < shape.planes(); plane++) {
      int from = input.offset() + plane * shape.height() * shape.width();
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int winner = winner(shape, input.floats(), from, y, x);
          winners[to] = winner;
          output.floats()[output.offset() + to] = input.floats()[from + winner];
          to++;
        }
      }
    }
  }

  private static int winner(Pooling shape, float[] input, int plane, int y, int x) {
    int top = y * shape.stride() - shape.padding();
    int left = x * shape.stride() - shape.padding();
    int bottom = Math.min(top + shape.kernel(), shape.height());
    int right = Math.min(left + shape.kernel(), shape.width());
    top = Math.max(top, 0);
    left = Math.max(left, 0);
    int winner = top * shape.width() + left;
    float best = input[plane + winner];
    for (int i = top; i < bottom; i++) {
      for (int j = left; j < right; j++) {
        float value = input[plane + i * shape.width() + j];
        // The first NaN is met while the best is a number, and nothing is greater than it.
        if (value > best || (Float.isNaN(value) && !Float.isNaN(best))) {
          best = value;
          winner = i * shape.width() + j;
        }
      }
    }
    return winner;
  }

  static void maxPoolScatter(
      Pooling shape, Tensor outputGradient, int[] winners, Tensor inputGradient) {
    inputGradient.fill(0);
    int outputs = shape.outputHeight() * shape.outputWidth();
    int inputs = shape.height() * shape.width();
    float[] from = outputGradient.floats();
    float[] to = inputGradient.floats();
    for (int plane = 0; plane < shape.planes(); plane++) {
      int start = inputGradient.offset() + plane * inputs;
      for (int i = plane * outputs; i < (plane + 1) * outputs; i++) {
        to[start + winners[i]] += from[outputGradient.offset() + i];
      }
    }
  }

  static void maxPoolGather(Pooling shape, Tensor input, int[] winners, Tensor output) {
    int outputs = shape.outputHeight() * shape.outputWidth();
    int inputs = shape.height() * shape.width();
    float[] from = input.floats();
    float[] to = output.floats();
    for (int plane = 0; plane < shape.planes(); plane++) {
      int start = input.offset() + plane * inputs;
      for (int i = plane * outputs; i < (plane + 1) * outputs; i++) {
        to[output.offset() + i] = from[start + winners[i]];
      }
    }
  }

  static void averagePool(Pooling shape, Tensor input, Tensor output) {
    int height = shape.outputHeight();
    int width = shape.outputWidth();
    int to = output.offset();
    for (int plane = 0; plane < shape.planes(); plane++) {
      int from = input.offset() + plane * shape.height() * shape.width();
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          output.floats()[to++] =
              windowSum(shape, input.floats(), from, y, x) * reciprocal(shape, y, x);
        }
      }
    }
  }

  private static float windowSum(Pooling shape, float[] input, int plane, int y, int x) {
    int top = y * shape.stride() - shape.padding();
    int left = x * shape.stride() - shape.padding();
    int bottom = Math.min(top + shape.kernel(), shape.height());
    int right = Math.min(left + shape.kernel(), shape.width());
    float sum = 0f;
    for (int i = Math.max(top, 0); i < bottom; i++) {
      for (int j = Math.max(left, 0); j < right; j++) {
        sum += input[plane + i * shape.width() + j];
      }
    }
    return sum;
  }

  /** One over the positions of a window inside the padded image. */
  private static float reciprocal(Pooling shape, int y, int x) {
    int top = y * shape.stride();
    int left = x * shape.stride();
    int rows = Math.min(shape.kernel(), shape.height() + 2 * shape.padding() - top);
    int columns = Math.min(shape.kernel(), shape.width() + 2 * shape.padding() - left);
    return 1f / (rows * columns);
  }

  static void averagePoolGradient(Pooling shape, Tensor outputGradient, Tensor inputGradient) {
    float[] to = inputGradient.floats();
    Arrays.fill(to, inputGradient.offset(), inputGradient.offset() + inputGradient.size(), 0f);
    int height = shape.outputHeight();
    int width = shape.outputWidth();
    int from = outputGradient.offset();
    for (int plane = 0; plane < shape.planes(); plane++) {
      int start = inputGradient.offset() + plane * shape.height() * shape.width();
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          float part = outputGradient.floats()[from++] * reciprocal(shape, y, x);
          addToWindow(shape, part, to, start, y, x);
        }
      }
    }
  }

  private static void addToWindow(
      Pooling shape, float value, float[] gradient, int plane, int y, int x) {
    int top = y * shape.stride() - shape.padding();
    int left = x * shape.stride() - shape.padding();
    int bottom = Math.min(top + shape.kernel(), shape.height());
    int right = Math.min(left + shape.kernel(), shape.width());
    for (int i = Math.max(top, 0); i < bottom; i++) {
      for (int j = Math.max(left, 0); j < right; j++) {
        gradient[plane + i * shape.width() + j] += value;
      }
    }
  }
}
