package temper.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BroadcastKernelsTest {

  private record Pair(Shape a, Shape b) {}

  private static Pair pair(int[] a, int[] b) {
    return new Pair(Shape.of(a), Shape.of(b));
  }

  private static List<Pair> pairs() {
    return List.of(
        pair(new int[] {}, new int[] {}),
        pair(new int[] {3}, new int[] {}),
        pair(new int[] {4, 3}, new int[] {3}),
        pair(new int[] {4, 3}, new int[] {4, 1}),
        pair(new int[] {4, 1}, new int[] {1, 3}),
        pair(new int[] {4, 1}, new int[] {1}),
        pair(new int[] {2, 3, 4, 5}, new int[] {3, 1, 1}),
        pair(new int[] {2, 3, 4, 5}, new int[] {2, 1, 4, 1}),
        pair(new int[] {2, 3, 4}, new int[] {2, 3, 4}),
        pair(new int[] {2, 0, 4}, new int[] {4}),
        pair(new int[] {3, 0}, new int[] {3, 1}),
        pair(new int[] {0, 3}, new int[] {3}),
        pair(new int[] {2, 3, 40}, new int[] {2, 3, 1}));
  }

  /** The operand's index for an index of the result, by division. */
  private static int read(Broadcast broadcast, int index) {
    Shape result = broadcast.result();
    Shape operand = broadcast.operand();
    int at = 0;
    int stride = 1;
    int rest = index;
    for (int axis = 1; axis <= result.rank(); axis++) {
      int length = result.length(result.rank() - axis);
      int coordinate = rest % length;
      rest /= length;
      if (axis <= operand.rank()) {
        int own = operand.length(operand.rank() - axis);
        at += own == 1 ? 0 : coordinate * stride;
        stride *= own;
      }
    }
    return at;
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void operandsRepeatAsIndexArithmeticSays(Pair pair) {
    Shape common = Broadcast.common(pair.a, pair.b);
    Broadcast readA = Broadcast.of(pair.a, common);
    Broadcast readB = Broadcast.of(pair.b, common);
    for (Precision precision : Precision.values()) {
      Numbers numbers = new Numbers(precision, "broadcast");
      Kernels kernels = new ScalarKernelProvider().create(precision);
      Tensor a = numbers.gaussian(pair.a.toArray());
      Tensor b = numbers.gaussian(pair.b.toArray());
      for (BinaryFunction function : BinaryFunction.values()) {
        Tensor out = numbers.empty(common.toArray());
        kernels.apply(function, a, readA, b, readB, out);

        Tensor left = numbers.empty(common.toArray());
        Tensor right = numbers.empty(common.toArray());
        for (int i = 0; i < out.size(); i++) {
          left.set(i, a.get(read(readA, i)));
          right.set(i, b.get(read(readB, i)));
        }
        Tensor expected = numbers.empty(common.toArray());
        kernels.apply(function, left, right, expected);
        Numbers.assertSameBits(expected, out);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void repeatingAndSummingAreAdjoint(Pair pair) {
    Shape common = Broadcast.common(pair.a, pair.b);
    for (Precision precision : Precision.values()) {
      Numbers numbers = new Numbers(precision, "adjoint");
      Kernels kernels = new ScalarKernelProvider().create(precision);
      for (Shape operand : List.of(pair.a, pair.b)) {
        Broadcast read = Broadcast.of(operand, common);
        Tensor x = numbers.gaussian(operand.toArray());
        Tensor repeated = numbers.empty(common.toArray());
        Tensor gradient = numbers.gaussian(common.toArray());
        Tensor summed = numbers.empty(operand.toArray());

        kernels.repeat(read, x, repeated);
        kernels.sumRepeated(read, gradient, summed);

        double[] expected = new double[x.size()];
        for (int i = 0; i < repeated.size(); i++) {
          assertEquals(x.get(read(read, i)), repeated.get(i));
          expected[read(read, i)] += gradient.get(i);
        }
        Numbers.assertClose(expected, summed, 40);
      }
    }
  }
}
