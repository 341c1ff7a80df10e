package temper.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.ScalarKernelProvider;
import temper.tensor.Tensor;

/** Scalar kernels and those of every width agree bit for bit, also on special values. */
class BitEqualityTest {

  @ParameterizedTest
  @EnumSource
  void everyWidthEqualsTheScalarKernelsBitForBit(Operation operation) {
    compare(operation, 0, 24);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource
  void everyWidthEqualsTheScalarKernelsOnManyShapes(Operation operation) {
    compare(operation, 24, 500);
  }

  private static void compare(Operation operation, int firstSeed, int lastSeed) {
    for (Precision precision : Precision.values()) {
      for (int bits : new int[] {128, 256, 512}) {
        Kernels scalar = new ScalarKernelProvider().create(precision);
        Kernels vector = VectorKernels.create(bits, precision);
        assertEquals(precision, vector.precision());
        for (int seed = firstSeed; seed < lastSeed; seed++) {
          boolean special = seed % 4 == 3;
          List<Tensor> expected = operation.run(scalar, new Inputs(precision, special, seed));
          List<Tensor> actual = operation.run(vector, new Inputs(precision, special, seed));
          String where = operation + " " + precision + " at " + bits + " bits, seed " + seed;
          for (int i = 0; i < expected.size(); i++) {
            assertSameBits(expected.get(i), actual.get(i), where + ", result " + i);
          }
        }
      }
    }
  }

  private static void assertSameBits(Tensor expected, Tensor actual, String where) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      int element = i;
      // Double.doubleToLongBits tells zeros apart, and takes any NaN for any other.
      assertEquals(
          Double.doubleToLongBits(expected.get(i)),
          Double.doubleToLongBits(actual.get(i)),
          () ->
              where
                  + ", element "
                  + element
                  + ": "
                  + expected.get(element)
                  + ", "
                  + actual.get(element));
    }
  }
}
