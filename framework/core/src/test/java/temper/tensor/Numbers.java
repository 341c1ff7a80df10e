package temper.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import temper.random.RandomStream;
import temper.random.StreamRoot;

/** Tensors of random numbers that lie somewhere inside a larger storage, and their comparison. */
final class Numbers {

  private final Precision precision;
  private final RandomStream stream;

  Numbers(Precision precision, String purpose) {
    this.precision = precision;
    this.stream = new StreamRoot("kernels").stream("test", 0, purpose);
  }

  int from(int low, int high) {
    return low + stream.nextInt(high - low + 1);
  }

  boolean coin() {
    return stream.nextBoolean();
  }

  Tensor gaussian(int... lengths) {
    Tensor tensor = empty(lengths);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.set(i, stream.gaussian());
    }
    return tensor;
  }

  Tensor positive(int... lengths) {
    Tensor tensor = gaussian(lengths);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.set(i, Math.abs(tensor.get(i)) + 0.01);
    }
    return tensor;
  }

  /** A tensor of NaN, as nothing that was there before may matter. */
  Tensor empty(int... lengths) {
    Shape shape = Shape.of(lengths);
    int before = from(0, 5);
    Tensor storage = Tensor.zeros(precision, Shape.of(before + shape.size() + from(0, 5)));
    storage.fill(Double.NaN);
    return storage.view(before, shape);
  }

  /** Relative to the greater of 1 and the expected value. */
  static void assertClose(double[] expected, Tensor actual, double inEpsilons) {
    assertEquals(expected.length, actual.size());
    double epsilon = actual.precision() == Precision.FLOAT32 ? 0x1p-24 : 0x1p-53;
    for (int i = 0; i < expected.length; i++) {
      double tolerance = inEpsilons * epsilon * Math.max(1, Math.abs(expected[i]));
      assertEquals(expected[i], actual.get(i), tolerance, "element " + i);
    }
  }

  static void assertSameBits(Tensor expected, Tensor actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      int element = i;
      assertEquals(
          Double.doubleToLongBits(expected.get(i)),
          Double.doubleToLongBits(actual.get(i)),
          () -> "element " + element + ": " + expected.get(element) + ", " + actual.get(element));
    }
  }

  static double[] map(Tensor x, DoubleUnaryOperator function) {
    double[] values = x.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = function.applyAsDouble(values[i]);
    }
    return values;
  }
}
