package temper.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import temper.numerics.StableMath;

class RowKernelsTest {

  @ParameterizedTest
  @EnumSource
  void sumsAndInnerProductsAreThoseOfLoops(Precision precision) {
    Numbers numbers = new Numbers(precision, "sums");
    Kernels kernels = new ScalarKernelProvider().create(precision);
    double tolerance = precision == Precision.FLOAT32 ? 1e-4 : 1e-12;
    for (int n : new int[] {0, 1, 16, 17, 1000}) {
      Tensor x = numbers.gaussian(n);
      Tensor y = numbers.gaussian(n);
      double sum = 0;
      double dot = 0;
      for (int i = 0; i < n; i++) {
        sum += x.get(i);
        dot += x.get(i) * y.get(i);
      }
      assertEquals(sum, kernels.sum(x), tolerance);
      assertEquals(dot, kernels.dot(x, y), tolerance);
    }
  }

  /** The rule of the package's description, literally. */
  @Test
  void lanesAreAddedInHalves() {
    Tensor x = new Numbers(Precision.FLOAT32, "lanes").gaussian(45);
    float[] lanes = new float[16];
    for (int i = 0; i < 45; i++) {
      lanes[i % 16] += (float) x.get(i);
    }
    for (int half = 8; half >= 1; half /= 2) {
      for (int j = 0; j < half; j++) {
        lanes[j] += lanes[j + half];
      }
    }
    assertEquals(lanes[0], new ScalarKernelProvider().create(Precision.FLOAT32).sum(x));
  }

  @ParameterizedTest
  @EnumSource
  void softmaxAndCrossEntropyAreThoseOfTheirFormulas(Precision precision) {
    Numbers numbers = new Numbers(precision, "softmax");
    Kernels kernels = new ScalarKernelProvider().create(precision);
    for (int columns : new int[] {1, 3, 10, 40}) {
      int rows = 5;
      Tensor x = numbers.gaussian(rows, columns);
      Tensor y = numbers.empty(rows, columns);
      Tensor probabilities = numbers.empty(rows, columns);
      Tensor losses = numbers.empty(rows);
      Tensor lossGradients = numbers.gaussian(rows);
      Tensor gradients = numbers.empty(rows, columns);
      int[] labels = {0, columns - 1, columns / 2, 0, columns - 1};

      kernels.softmax(columns, x, y);
      kernels.softmaxCrossEntropy(columns, x, labels, losses, probabilities);
      kernels.softmaxCrossEntropyGradient(columns, probabilities, labels, lossGradients, gradients);

      double[] expected = new double[rows * columns];
      double[] expectedLosses = new double[rows];
      double[] expectedGradients = new double[rows * columns];
      for (int r = 0; r < rows; r++) {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
          sum += StableMath.exp(x.get(r * columns + j));
        }
        for (int j = 0; j < columns; j++) {
          int at = r * columns + j;
          expected[at] = StableMath.exp(x.get(at)) / sum;
          expectedGradients[at] = (expected[at] - (j == labels[r] ? 1 : 0)) * lossGradients.get(r);
        }
        expectedLosses[r] = StableMath.log(sum) - x.get(r * columns + labels[r]);
      }
      Numbers.assertClose(expected, y, 5);
      Numbers.assertSameBits(y, probabilities);
      Numbers.assertClose(expectedLosses, losses, 8);
      Numbers.assertClose(expectedGradients, gradients, 8);
    }
  }

  @ParameterizedTest
  @EnumSource
  void largeLogitsDoNotOverflow(Precision precision) {
    Kernels kernels = new ScalarKernelProvider().create(precision);
    Tensor x = Tensor.of(precision, Shape.of(1, 3), 1e4, 0, -1e4);
    Tensor y = Tensor.zeros(precision, Shape.of(1, 3));
    Tensor loss = Tensor.zeros(precision, Shape.of(1));

    kernels.softmaxCrossEntropy(3, x, new int[] {1}, loss, y);

    Numbers.assertSameBits(Tensor.of(precision, Shape.of(3), 1, 0, 0), y);
    assertEquals(1e4, loss.get(0));
  }

  @ParameterizedTest
  @EnumSource
  void smallLossesSurviveLargeLogits(Precision precision) {
    Kernels kernels = new ScalarKernelProvider().create(precision);
    Tensor x = Tensor.of(precision, Shape.of(1, 2), 3000, 2990);
    Tensor loss = Tensor.zeros(precision, Shape.of(1));

    kernels.softmaxCrossEntropy(2, x, new int[] {0}, loss, Tensor.zeros(precision, Shape.of(1, 2)));

    // ln(1 + e^-10)
    assertEquals(4.5398899216870535e-5, loss.get(0), precision == Precision.FLOAT32 ? 1e-7 : 1e-15);
  }

  @ParameterizedTest
  @EnumSource
  void transposingSwapsRowsAndColumns(Precision precision) {
    Numbers numbers = new Numbers(precision, "transpose");
    Tensor x = numbers.gaussian(3, 5);
    Tensor y = numbers.empty(5, 3);

    new ScalarKernelProvider().create(precision).transpose(3, 5, x, y);

    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 5; j++) {
        assertEquals(x.get(i * 5 + j), y.get(j * 3 + i));
      }
    }
  }
}
