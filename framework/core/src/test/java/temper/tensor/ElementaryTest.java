package temper.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import temper.numerics.StableMath;

class ElementaryTest {

  private interface FloatFunction {
    float apply(float x);
  }

  /** The greatest error in units of the last place of the rounded true value. */
  private static double worst(
      FloatFunction function, DoubleUnaryOperator truth, float low, float high) {
    double worst = 0;
    int steps = 20_000;
    for (int i = 0; i <= steps; i++) {
      float x = (float) (low + (high - low) * (double) i / steps);
      double expected = truth.applyAsDouble(x);
      float actual = function.apply(x);
      double error =
          actual == (float) expected
              ? 0.5
              : Math.abs(actual - expected) / Math.ulp((float) expected);
      worst = Math.max(worst, error);
    }
    return worst;
  }

  private static void assertWithin(double ulps, double worst) {
    assertTrue(worst <= ulps, () -> "units in the last place: " + worst);
  }

  @Test
  void singlePrecisionFunctionsAreWithinAFewUnitsInTheLastPlace() {
    assertWithin(1.2, worst(Elementary::exp, StableMath::exp, -104, 89));
    assertWithin(1.2, worst(Elementary::exp, StableMath::exp, -1, 1));
    assertWithin(1, worst(Elementary::log, StableMath::log, 0, 4));
    assertWithin(1, worst(Elementary::log, StableMath::log, 0.9f, 1.1f));
    assertWithin(1, worst(Elementary::log, StableMath::log, 0, Float.MAX_VALUE));
    assertWithin(1, worst(Elementary::log, StableMath::log, 0, 0x1p-125f));
    assertWithin(2, worst(Elementary::tanh, StableMath::tanh, -12, 12));
    assertWithin(2, worst(Elementary::tanh, StableMath::tanh, -1e-3f, 1));
    assertWithin(2.5, worst(Elementary::sigmoid, StableMath::sigmoid, -100, 30));
    assertWithin(2, worst(Elementary::softplus, StableMath::softplus, -100, 30));
    assertWithin(2, worst(Elementary::softplus, StableMath::softplus, -3, 3));
  }

  private static double distribution(double x) {
    return 0.5 * Erf.erfc(-x / Math.sqrt(2));
  }

  @Test
  void normalFunctionsAreThoseOfCommonsMath() {
    assertWithin(7, worst(Elementary::normalDistribution, ElementaryTest::distribution, -12, 8));
    assertWithin(7, worst(Elementary::normalDistribution, ElementaryTest::distribution, -2, 2));
    assertWithin(
        3,
        worst(
            Elementary::normalDensity,
            x -> StableMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI),
            -14,
            14));
    for (double x = -35; x <= 9; x += 0.37) {
      double expected = distribution(x);
      assertEquals(expected, Elementary.normalDistribution(x), 3e-13 * expected, "at " + x);
      double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
      assertEquals(density, Elementary.normalDensity(x), 1e-12 * density, "at " + x);
    }
    assertEquals(0.5, Elementary.normalDistribution(0.0));
    assertEquals(0.5f, Elementary.normalDistribution(0f), 6e-8f);
  }

  @Test
  void specialValuesAreThoseOfMathematics() {
    float infinity = Float.POSITIVE_INFINITY;
    assertEquals(infinity, Elementary.exp(infinity));
    assertEquals(infinity, Elementary.exp(88.8f));
    assertEquals(0f, Elementary.exp(-infinity));
    assertEquals(Float.MIN_VALUE, Elementary.exp(-103.2f));
    assertEquals(1f, Elementary.exp(0f));
    assertEquals(Float.NaN, Elementary.exp(Float.NaN));
    assertEquals(-infinity, Elementary.log(0f));
    assertEquals(-infinity, Elementary.log(-0f));
    assertEquals(infinity, Elementary.log(infinity));
    assertEquals(0f, Elementary.log(1f));
    assertEquals(Float.NaN, Elementary.log(-1f));
    assertEquals(Float.NaN, Elementary.log(Float.NaN));
    assertEquals(1f, Elementary.tanh(infinity));
    assertEquals(-1f, Elementary.tanh(-infinity));
    assertEquals(-0f, Elementary.tanh(-0f));
    assertEquals(Float.NaN, Elementary.tanh(Float.NaN));
    assertEquals(0f, Elementary.sigmoid(-infinity));
    assertEquals(1f, Elementary.sigmoid(infinity));
    assertEquals(Float.NaN, Elementary.sigmoid(Float.NaN));
    assertEquals(infinity, Elementary.softplus(infinity));
    assertEquals(0f, Elementary.softplus(-infinity));
    assertEquals(Float.NaN, Elementary.softplus(Float.NaN));
    assertEquals(0f, Elementary.normalDensity(infinity));
    assertEquals(Float.NaN, Elementary.normalDensity(Float.NaN));
    assertEquals(1f, Elementary.normalDistribution(infinity));
    assertEquals(0f, Elementary.normalDistribution(-infinity));
    assertEquals(Float.NaN, Elementary.normalDistribution(Float.NaN));
    assertEquals(1.0, Elementary.normalDistribution(Double.POSITIVE_INFINITY));
    assertEquals(0.0, Elementary.normalDistribution(Double.NEGATIVE_INFINITY));
    assertEquals(Double.NaN, Elementary.normalDistribution(Double.NaN));
  }
}
