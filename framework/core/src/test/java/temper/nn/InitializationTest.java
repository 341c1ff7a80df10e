package temper.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import temper.random.RandomStream;
import temper.random.StreamRoot;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

class InitializationTest {

  private static RandomStream stream() {
    return new StreamRoot("initialization").stream("test", 0, "weights");
  }

  private static double[] filled(Initializer initializer, int... lengths) {
    Tensor tensor = Tensor.zeros(Precision.FLOAT64, Shape.of(lengths));
    initializer.fill(tensor, stream());
    return tensor.toArray();
  }

  /** Variances times the fans of a filter of [20, 30, 3, 3]: in 270, out 180. */
  @ParameterizedTest
  @CsvSource({
    "HE_NORMAL, 270, 2",
    "HE_UNIFORM, 270, 2",
    "HE_NORMAL_FAN_OUT, 180, 2",
    "GLOROT_NORMAL, 450, 2",
    "GLOROT_UNIFORM, 450, 2",
    "LECUN_NORMAL, 270, 1",
    "LECUN_UNIFORM, 270, 1",
    "FAN_IN_UNIFORM, 810, 1"
  })
  void weightsHaveThePublishedVariance(Initialization initialization, int fan, double gain) {
    double[] weights = filled(initialization, 20, 30, 3, 3);

    double variance = gain / fan;
    double deviation = Math.sqrt(variance);
    double mean = Arrays.stream(weights).average().orElseThrow();
    double squares = Arrays.stream(weights).map(w -> w * w).average().orElseThrow();
    // Five standard errors of 5400 draws: false once in about a million times.
    assertEquals(0, mean, 5 * deviation / Math.sqrt(5400));
    assertEquals(variance, squares, 5 * variance * Math.sqrt(2 / 5400.0));
    if (initialization.name().endsWith("UNIFORM")) {
      double largest = Arrays.stream(weights).map(Math::abs).max().orElseThrow();
      assertTrue(largest <= Math.sqrt(3) * deviation && largest > 1.7 * deviation, "" + largest);
    } else {
      assertTrue(Arrays.stream(weights).anyMatch(w -> Math.abs(w) > 2 * deviation));
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 7", "7, 4", "5, 5", "1, 3", "3, 1"})
  void orthogonalWeightsHaveOrthonormalRowsOrColumns(int rows, int columns) {
    double[] w = filled(Initialization.ORTHOGONAL, rows, columns);

    boolean wide = rows <= columns;
    int count = Math.min(rows, columns);
    int length = Math.max(rows, columns);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        double dot = 0;
        for (int k = 0; k < length; k++) {
          double a = wide ? w[i * columns + k] : w[k * columns + i];
          double b = wide ? w[j * columns + k] : w[k * columns + j];
          dot += a * b;
        }
        assertEquals(i == j ? 1 : 0, dot, 1e-14);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Initialization.class)
  void nothingIsDrawnForNoWeightsAndVectorsAreRejected(Initialization initialization) {
    assertEquals(0, filled(initialization, 0, 3).length);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> filled(initialization, 3));
    assertTrue(e.getMessage().contains("got [3]"), e.getMessage());
  }

  @Test
  void float32WeightsAreFloat64WeightsRounded() {
    Tensor single = Tensor.zeros(Precision.FLOAT32, Shape.of(3, 4));
    Initialization.HE_NORMAL.fill(single, stream());
    double[] rounded =
        Arrays.stream(filled(Initialization.HE_NORMAL, 3, 4)).map(w -> (float) w).toArray();

    assertArrayEquals(rounded, single.toArray());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void deviationsAndBoundsOutsideTheirRangeAreRejected(double wrong) {
    assertThrows(IllegalArgumentException.class, () -> Initializer.normal(wrong));
    assertThrows(IllegalArgumentException.class, () -> Initializer.uniform(wrong));
  }
}
