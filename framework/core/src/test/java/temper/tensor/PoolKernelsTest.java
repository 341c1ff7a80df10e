package temper.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoolKernelsTest {

  private static Pooling random(Numbers numbers) {
    int kernel = numbers.from(1, 4);
    return new Pooling(
        numbers.from(0, 3),
        numbers.from(4, 9),
        numbers.from(4, 9),
        kernel,
        numbers.from(1, 3),
        numbers.from(0, kernel - 1),
        numbers.coin());
  }

  private record Window(int top, int left, int bottom, int right, int count) {}

  private static Window window(Pooling s, int y, int x) {
    int top = y * s.stride() - s.padding();
    int left = x * s.stride() - s.padding();
    int rows = Math.min(top + s.kernel(), s.height() + s.padding()) - top;
    int columns = Math.min(left + s.kernel(), s.width() + s.padding()) - left;
    return new Window(
        Math.max(0, top),
        Math.max(0, left),
        Math.min(top + s.kernel(), s.height()),
        Math.min(left + s.kernel(), s.width()),
        rows * columns);
  }

  @ParameterizedTest
  @EnumSource
  void poolingOfRandomShapesIsThatOfLoops(Precision precision) {
    Numbers numbers = new Numbers(precision, "pooling");
    Kernels kernels = new ScalarKernelProvider().create(precision);
    for (int trial = 0; trial < 60; trial++) {
      Pooling s = random(numbers);
      int h = s.outputHeight();
      int w = s.outputWidth();
      Tensor input = numbers.gaussian(s.planes(), s.height(), s.width());
      Tensor gradient = numbers.gaussian(s.planes(), h, w);
      double[] largest = new double[gradient.size()];
      int[] where = new int[gradient.size()];
      double[] mean = new double[gradient.size()];
      double[] scattered = new double[input.size()];
      double[] spread = new double[input.size()];
      int at = 0;
      for (int plane = 0; plane < s.planes(); plane++) {
        int start = plane * s.height() * s.width();
        for (int y = 0; y < h; y++) {
          for (int x = 0; x < w; x++) {
            Window window = window(s, y, x);
            largest[at] = Double.NEGATIVE_INFINITY;
            for (int i = window.top; i < window.bottom; i++) {
              for (int j = window.left; j < window.right; j++) {
                int position = i * s.width() + j;
                double value = input.get(start + position);
                if (value > largest[at]) {
                  largest[at] = value;
                  where[at] = position;
                }
                mean[at] += value / window.count;
                spread[start + position] += gradient.get(at) / window.count;
              }
            }
            scattered[start + where[at]] += gradient.get(at);
            at++;
          }
        }
      }
      Tensor output = numbers.empty(s.planes(), h, w);
      Tensor inputGradient = numbers.empty(s.planes(), s.height(), s.width());
      int[] winners = new int[at];

      kernels.maxPool(s, input, output, winners);
      Numbers.assertClose(largest, output, 0);
      assertArrayEquals(where, winners);
      kernels.maxPoolScatter(s, gradient, winners, inputGradient);
      Numbers.assertClose(scattered, inputGradient, 10);
      kernels.maxPoolGather(s, input, winners, output);
      Numbers.assertClose(largest, output, 0);
      kernels.averagePool(s, input, output);
      Numbers.assertClose(mean, output, 20);
      kernels.averagePoolGradient(s, gradient, inputGradient);
      Numbers.assertClose(spread, inputGradient, 20);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstOfEqualValuesWinsAndNaNWinsOverAll(Precision precision) {
    Kernels kernels = new ScalarKernelProvider().create(precision);
    Pooling s = new Pooling(3, 2, 2, 2, 2, 0, false);
    double nan = Double.NaN;
    Tensor input =
        Tensor.of(precision, Shape.of(3, 2, 2), 1, 2, 2, 0, 5, nan, 7, nan, -0.0, 0.0, -1, -1);
    Tensor output = Tensor.zeros(precision, Shape.of(3, 1, 1));
    int[] winners = new int[3];

    kernels.maxPool(s, input, output, winners);

    assertArrayEquals(new int[] {1, 1, 0}, winners);
    Numbers.assertSameBits(Tensor.of(precision, Shape.of(3), 2, nan, -0.0), output);
  }
}
