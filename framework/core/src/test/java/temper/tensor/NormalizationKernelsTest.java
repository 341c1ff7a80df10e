package temper.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormalizationKernelsTest {

  private static int at(Channels s, int b, int c, int p) {
    return (b * s.channels() + c) * s.plane() + p;
  }

  private interface Value {
    double at(int b, int p);
  }

  private static double mean(Channels s, Value value) {
    double sum = 0;
    for (int b = 0; b < s.batch(); b++) {
      for (int p = 0; p < s.plane(); p++) {
        sum += value.at(b, p);
      }
    }
    return sum / (s.batch() * s.plane());
  }

  @ParameterizedTest
  @EnumSource
  void batchNormalizationAndItsAdjointFollowIoffeAndSzegedy(Precision precision) {
    Numbers numbers = new Numbers(precision, "batch norm");
    Kernels kernels = new ScalarKernelProvider().create(precision);
    double epsilon = 1e-3;
    for (int trial = 0; trial < 20; trial++) {
      Channels s = new Channels(numbers.from(2, 6), numbers.from(0, 4), numbers.from(1, 40));
      Tensor x = numbers.gaussian(s.batch(), s.channels(), s.plane());
      Tensor parameters = numbers.gaussian(2, s.channels());
      Tensor gradient = numbers.gaussian(s.batch(), s.channels(), s.plane());
      Tensor y = numbers.empty(s.batch(), s.channels(), s.plane());
      Tensor moments = numbers.empty(2, s.channels());
      Tensor inputGradient = numbers.empty(s.batch(), s.channels(), s.plane());
      Tensor parameterGradient = numbers.empty(2, s.channels());

      kernels.batchNormalize(s, x, parameters, epsilon, y, moments);
      kernels.batchNormalizeGradient(
          s, x, parameters, moments, gradient, inputGradient, parameterGradient);

      double tolerance = precision == Precision.FLOAT32 ? 3e-4 : 1e-11;
      int count = s.batch() * s.plane();
      for (int channel = 0; channel < s.channels(); channel++) {
        int c = channel;
        double mean = mean(s, (b, p) -> x.get(at(s, b, c, p)));
        double variance =
            mean(s, (b, p) -> (x.get(at(s, b, c, p)) - mean) * (x.get(at(s, b, c, p)) - mean));
        double inverse = 1 / Math.sqrt(variance + epsilon);
        double scale = parameters.get(c);
        assertEquals(mean, moments.get(c), tolerance);
        assertEquals(inverse, moments.get(s.channels() + c), tolerance * inverse);
        double meanGradient = mean(s, (b, p) -> gradient.get(at(s, b, c, p)));
        double meanProduct =
            mean(
                s,
                (b, p) -> gradient.get(at(s, b, c, p)) * (x.get(at(s, b, c, p)) - mean) * inverse);
        assertEquals(meanProduct * count, parameterGradient.get(c), tolerance * count);
        assertEquals(
            meanGradient * count, parameterGradient.get(s.channels() + c), tolerance * count);
        for (int b = 0; b < s.batch(); b++) {
          for (int p = 0; p < s.plane(); p++) {
            int i = at(s, b, c, p);
            double normal = (x.get(i) - mean) * inverse;
            assertEquals(
                normal * scale + parameters.get(s.channels() + c), y.get(i), tolerance * 4);
            assertEquals(
                scale * inverse * (gradient.get(i) - meanGradient - normal * meanProduct),
                inputGradient.get(i),
                tolerance * 10 * inverse);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void channelsAreSummedShiftedAndSummedWithTheirNeighbours(Precision precision) {
    Numbers numbers = new Numbers(precision, "channels");
    Kernels kernels = new ScalarKernelProvider().create(precision);
    for (int trial = 0; trial < 20; trial++) {
      Channels s = new Channels(numbers.from(0, 4), numbers.from(0, 9), numbers.from(0, 40));
      Tensor x = numbers.gaussian(s.batch(), s.channels(), s.plane());
      Tensor shift = numbers.gaussian(s.channels());
      Tensor sums = numbers.empty(s.channels());
      Tensor shifted = numbers.empty(s.batch(), s.channels(), s.plane());
      Tensor windows = numbers.empty(s.batch(), s.channels(), s.plane());

      kernels.sumByChannel(s, x, sums);
      kernels.addByChannel(s, x, shift, shifted);
      kernels.sumChannelWindow(s, 5, x, windows);

      double[] expectedSums = new double[s.channels()];
      double[] expectedShifted = new double[x.size()];
      double[] expectedWindows = new double[x.size()];
      for (int b = 0; b < s.batch(); b++) {
        for (int c = 0; c < s.channels(); c++) {
          for (int p = 0; p < s.plane(); p++) {
            int i = at(s, b, c, p);
            expectedSums[c] += x.get(i);
            expectedShifted[i] = x.get(i) + shift.get(c);
            for (int d = Math.max(0, c - 2); d <= Math.min(s.channels() - 1, c + 2); d++) {
              expectedWindows[i] += x.get(at(s, b, d, p));
            }
          }
        }
      }
      Numbers.assertClose(expectedSums, sums, 200);
      Numbers.assertClose(expectedShifted, shifted, 1);
      Numbers.assertClose(expectedWindows, windows, 10);
      kernels.addByChannel(s, x, shift, x);
      Numbers.assertSameBits(shifted, x);
    }
  }

  @ParameterizedTest
  @EnumSource
  void momentsOfNoValuesAreNumbers(Precision precision) {
    Kernels kernels = new ScalarKernelProvider().create(precision);
    Channels s = new Channels(0, 1, 4);
    Tensor nothing = Tensor.zeros(precision, Shape.of(0, 1, 4));
    Tensor moments = Tensor.zeros(precision, Shape.of(2, 1));

    kernels.batchNormalize(
        s,
        nothing,
        Tensor.of(precision, Shape.of(2, 1), 1, 0),
        0.25,
        Tensor.zeros(precision, Shape.of(0, 1, 4)),
        moments);

    Numbers.assertSameBits(Tensor.of(precision, Shape.of(2), 0, 2), moments);
  }
}
