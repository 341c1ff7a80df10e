package temper.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConvolutionKernelsTest {

  private static Convolution random(Numbers numbers) {
    int kernel = numbers.from(1, 5);
    return new Convolution(
        numbers.from(0, 4),
        numbers.from(0, 4),
        numbers.from(5, 9),
        numbers.from(5, 9),
        numbers.from(0, 4),
        kernel,
        numbers.from(1, 3),
        numbers.from(0, kernel - 1));
  }

  /** Visits each product of a convolution: indices of input, filter and output. */
  private interface Visitor {
    void visit(int input, int filter, int output);
  }

  private static void visit(Convolution s, Visitor visitor) {
    for (int b = 0; b < s.batch(); b++) {
      for (int o = 0; o < s.outputs(); o++) {
        for (int y = 0; y < s.outputHeight(); y++) {
          for (int x = 0; x < s.outputWidth(); x++) {
            visitWindow(s, visitor, b, o, y, x);
          }
        }
      }
    }
  }

  private static void visitWindow(Convolution s, Visitor visitor, int b, int o, int y, int x) {
    for (int c = 0; c < s.inputs(); c++) {
      for (int i = 0; i < s.kernel(); i++) {
        for (int j = 0; j < s.kernel(); j++) {
          int row = y * s.stride() + i - s.padding();
          int column = x * s.stride() + j - s.padding();
          if (row >= 0 && row < s.height() && column >= 0 && column < s.width()) {
            visitor.visit(
                ((b * s.inputs() + c) * s.height() + row) * s.width() + column,
                ((o * s.inputs() + c) * s.kernel() + i) * s.kernel() + j,
                ((b * s.outputs() + o) * s.outputHeight() + y) * s.outputWidth() + x);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void convolutionsOfRandomShapesAndTheirAdjointsAreThoseOfLoops(Precision precision) {
    Numbers numbers = new Numbers(precision, "convolution");
    Kernels kernels = new ScalarKernelProvider().create(precision);
    for (int trial = 0; trial < 60; trial++) {
      Convolution s = random(numbers);
      Tensor input = numbers.gaussian(s.batch(), s.inputs(), s.height(), s.width());
      Tensor filter = numbers.gaussian(s.outputs(), s.inputs(), s.kernel(), s.kernel());
      Tensor gradient = numbers.gaussian(s.batch(), s.outputs(), s.outputHeight(), s.outputWidth());
      double[] output = new double[gradient.size()];
      double[] inputGradient = new double[input.size()];
      double[] filterGradient = new double[filter.size()];
      visit(
          s,
          (i, f, o) -> {
            output[o] += input.get(i) * filter.get(f);
            inputGradient[i] += gradient.get(o) * filter.get(f);
            filterGradient[f] += gradient.get(o) * input.get(i);
          });
      Tensor actualOutput = numbers.empty(gradient.shape().toArray());
      Tensor actualInput = numbers.empty(input.shape().toArray());
      Tensor actualFilter = numbers.empty(filter.shape().toArray());

      kernels.convolve(s, input, filter, actualOutput);
      kernels.convolveInputGradient(s, gradient, filter, actualInput);
      kernels.convolveFilterGradient(s, input, gradient, actualFilter);

      Numbers.assertClose(output, actualOutput, 500);
      Numbers.assertClose(inputGradient, actualInput, 500);
      Numbers.assertClose(filterGradient, actualFilter, 3000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConvolutionIsTheProductWithTheMatrixOfPixels(Precision precision) {
    Numbers numbers = new Numbers(precision, "matrix");
    Kernels kernels = new ScalarKernelProvider().create(precision);
    Convolution s = new Convolution(1, 20, 4, 4, 3, 4, 1, 0);
    Tensor input = numbers.gaussian(1, 20, 4, 4);
    Tensor filter = numbers.gaussian(3, 20, 4, 4);
    Tensor convolved = numbers.empty(1, 3, 1, 1);
    Tensor multiplied = numbers.empty(3, 1);

    kernels.convolve(s, input, filter, convolved);
    kernels.multiply(new Gemm(3, 1, 320, false, false, false), filter, input, multiplied);

    assertEquals(320, s.inner());
    Numbers.assertSameBits(multiplied, convolved);
  }
}
