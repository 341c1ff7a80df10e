package temper.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import temper.numerics.StableMath;

class ElementKernelsTest {

  private static DoubleUnaryOperator truth(UnaryFunction function) {
    return switch (function) {
      case EXP -> StableMath::exp;
      case LOG -> StableMath::log;
      case SQRT -> Math::sqrt;
      case SQUARE -> x -> x * x;
      case RECIPROCAL -> x -> 1 / x;
      case ABS -> Math::abs;
      case SIGN -> x -> x > 0 ? 1 : -1;
      case RELU -> x -> x > 0 ? x : 0;
      case STEP -> x -> x > 0 ? 1 : 0;
      case TANH -> StableMath::tanh;
      case SIGMOID -> x -> 1 / (1 + StableMath.exp(-x));
      case SOFTPLUS -> x -> StableMath.log(1 + StableMath.exp(x));
      case NORMAL_DISTRIBUTION -> x -> 0.5 * Erf.erfc(-x / Math.sqrt(2));
      case NORMAL_DENSITY -> x -> StableMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    };
  }

  private static DoubleBinaryOperator truth(BinaryFunction function) {
    return switch (function) {
      case ADD -> (x, y) -> x + y;
      case SUBTRACT -> (x, y) -> x - y;
      case MULTIPLY -> (x, y) -> x * y;
      case DIVIDE -> (x, y) -> x / y;
      case MAXIMUM -> Math::max;
      case GREATER -> (x, y) -> x > y ? 1 : 0;
      case GATE -> (x, y) -> y > 0 ? x : 0;
    };
  }

  @ParameterizedTest
  @EnumSource
  void functionsOfOneNumberAreThoseOfMathematics(UnaryFunction function) {
    for (Precision precision : Precision.values()) {
      Numbers numbers = new Numbers(precision, "unary");
      boolean positive = function == UnaryFunction.LOG || function == UnaryFunction.SQRT;
      for (int n : new int[] {0, 1, 37}) {
        Tensor x = positive ? numbers.positive(n) : numbers.gaussian(n);
        double[] expected = Numbers.map(x, truth(function));
        Tensor y = numbers.empty(n);

        Kernels kernels = new ScalarKernelProvider().create(precision);
        kernels.apply(function, x, y);
        Numbers.assertClose(expected, y, precision == Precision.FLOAT32 ? 4 : 300);
        kernels.apply(function, x, x);
        Numbers.assertSameBits(y, x);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void functionsOfTwoNumbersAreThoseOfMathematics(BinaryFunction function) {
    for (Precision precision : Precision.values()) {
      Numbers numbers = new Numbers(precision, "binary");
      Kernels kernels = new ScalarKernelProvider().create(precision);
      Tensor a = numbers.gaussian(29);
      Tensor b = numbers.gaussian(29);
      double[] expected = new double[29];
      for (int i = 0; i < 29; i++) {
        expected[i] = truth(function).applyAsDouble(a.get(i), b.get(i));
      }
      Tensor out = numbers.empty(29);

      kernels.apply(function, a, b, out);
      Numbers.assertClose(expected, out, 1);
      kernels.apply(function, a, b, a);
      Numbers.assertSameBits(out, a);
    }
  }

  @ParameterizedTest
  @EnumSource
  void updatesRoundOnceForEachOperationTheyName(Precision precision) {
    Numbers numbers = new Numbers(precision, "updates");
    Kernels kernels = new ScalarKernelProvider().create(precision);
    Tensor x = numbers.gaussian(21);
    Tensor v = numbers.positive(21);
    Tensor y = numbers.gaussian(21);
    Tensor affine = numbers.empty(21);
    Tensor summed = y.copy();
    Tensor squared = y.copy();
    Tensor divided = numbers.empty(21);
    Tensor powered = numbers.empty(21);

    kernels.affine(1.5, x, 0.25, affine);
    kernels.accumulate(-0.1, x, 0.9, summed);
    kernels.accumulateSquares(0.001, x, 0.999, squared);
    kernels.divideByRoot(0.1, x, 1.25, v, 1e-8, divided);
    kernels.power(v, -0.75, powered);

    Numbers.assertClose(Numbers.map(x, t -> 1.5 * t + 0.25), affine, 2);
    for (int i = 0; i < 21; i++) {
      double epsilon = precision == Precision.FLOAT32 ? 1e-6 : 1e-14;
      assertEquals(-0.1 * x.get(i) + 0.9 * y.get(i), summed.get(i), epsilon);
      assertEquals(0.001 * x.get(i) * x.get(i) + 0.999 * y.get(i), squared.get(i), epsilon);
      double root = Math.sqrt(1.25 * v.get(i)) + 1e-8;
      assertEquals(0.1 * x.get(i) / root, divided.get(i), epsilon);
      double power = StableMath.pow(v.get(i), -0.75);
      assertEquals(power, powered.get(i), epsilon * power);
    }
    if (precision == Precision.FLOAT32) {
      float f = Math.fma(-0.1f, (float) x.get(0), 0.9f * (float) y.get(0));
      assertEquals(f, summed.get(0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void zerosAndWhatIsNoNumberPassAsPromised(Precision precision) {
    Kernels kernels = new ScalarKernelProvider().create(precision);
    Tensor x = Tensor.of(precision, Shape.of(3), -0.0, Double.NaN, 0.0);
    Tensor y = Tensor.zeros(precision, Shape.of(3));

    kernels.apply(UnaryFunction.RELU, x, y);
    Numbers.assertSameBits(Tensor.of(precision, Shape.of(3), 0.0, Double.NaN, 0.0), y);
    kernels.apply(UnaryFunction.STEP, x, y);
    Numbers.assertSameBits(Tensor.of(precision, Shape.of(3), 0.0, 0.0, 0.0), y);
    kernels.apply(UnaryFunction.SIGN, x, y);
    Numbers.assertSameBits(x, y);
    Tensor swapped = Tensor.of(precision, Shape.of(3), 0.0, 1.0, Double.NaN);
    kernels.apply(BinaryFunction.MAXIMUM, x, swapped, y);
    Numbers.assertSameBits(Tensor.of(precision, Shape.of(3), 0.0, Double.NaN, Double.NaN), y);
  }
}
