package temper.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import temper.tensor.Elementary;
import temper.tensor.UnaryFunction;

/**
 * The functions of {@link Elementary} in float32, operation by operation as they stand there. In
 * float64 there are none: callers of either precision compile, and ask before they call.
 */
final class Vector256Functions {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
  private static final int LENGTH = SPECIES.length();
  private static final int ROUNDER_BITS = Float.floatToRawIntBits(Elementary.ROUNDER);

  private static final float[] EXP = Elementary.expCoefficients();
  private static final float EXP_0 = EXP[0];
  private static final float EXP_1 = EXP[1];
  private static final float EXP_2 = EXP[2];
  private static final float EXP_3 = EXP[3];
  private static final float EXP_4 = EXP[4];
  private static final float[] TANH = Elementary.tanhCoefficients();
  private static final float TANH_0 = TANH[0];
  private static final float TANH_1 = TANH[1];
  private static final float TANH_2 = TANH[2];
  private static final float TANH_3 = TANH[3];
  private static final float TANH_4 = TANH[4];

  private Vector256Functions() {}

  static boolean has(UnaryFunction function, float[] precision) {
    return switch (function) {
      case EXP, TANH, SIGMOID -> true;
      default -> false;
    };
  }

  static boolean has(UnaryFunction function, double[] precision) {
    return false;
  }

  static void apply(UnaryFunction function, int n, float[] x, int a, float[] y, int b) {
    switch (function) {
      case EXP -> {
        for (int i = 0; i < n; i += LENGTH) {
          exp(FloatVector.fromArray(SPECIES, x, a + i)).intoArray(y, b + i);
        }
      }
      case TANH -> {
        for (int i = 0; i < n; i += LENGTH) {
          tanh(FloatVector.fromArray(SPECIES, x, a + i)).intoArray(y, b + i);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < n; i += LENGTH) {
          sigmoid(FloatVector.fromArray(SPECIES, x, a + i)).intoArray(y, b + i);
        }
      }
      default -> throw new IllegalArgumentException("no vector form of " + function);
    }
  }

  static void apply(UnaryFunction function, int n, double[] x, int a, double[] y, int b) {
    throw new IllegalArgumentException("no vector form of " + function);
  }

  private static FloatVector of(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  private static FloatVector exp(FloatVector x) {
    FloatVector bounded =
        x.blend(of(Elementary.EXP_MAX), x.compare(VectorOperators.GT, Elementary.EXP_MAX));
    bounded =
        bounded.blend(
            of(Elementary.EXP_MIN), bounded.compare(VectorOperators.LT, Elementary.EXP_MIN));
    FloatVector shifted = bounded.fma(of(Elementary.LOG2_E), of(Elementary.ROUNDER));
    FloatVector n = shifted.sub(Elementary.ROUNDER);
    FloatVector r = n.fma(of(-Elementary.LN_2_HIGH), bounded);
    r = n.fma(of(-Elementary.LN_2_LOW), r);
    FloatVector q = r.fma(of(EXP_4), of(EXP_3));
    q = r.fma(q, of(EXP_2));
    q = r.fma(q, of(EXP_1));
    q = r.fma(q, of(EXP_0));
    FloatVector p = r.mul(r).fma(q, r).add(1f);
    IntVector exponent = shifted.viewAsIntegralLanes().reinterpretAsInts().sub(ROUNDER_BITS);
    IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
    FloatVector one = power(half);
    FloatVector other = power(exponent.sub(half));
    return p.mul(one).mul(other);
  }

  /** 2 to an exponent of normal numbers. */
  private static FloatVector power(IntVector exponent) {
    return exponent.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
  }

  private static FloatVector tanh(FloatVector x) {
    FloatVector square = x.mul(x);
    FloatVector p = square.fma(of(TANH_4), of(TANH_3));
    p = square.fma(p, of(TANH_2));
    p = square.fma(p, of(TANH_1));
    p = square.fma(p, of(TANH_0));
    FloatVector near = x.mul(square.fma(p, of(1f)));
    FloatVector magnitude = x.abs();
    FloatVector far = of(1f).sub(of(2f).div(exp(magnitude.add(magnitude)).add(1f)));
    far = far.blend(far.neg(), x.compare(VectorOperators.LT, 0f));
    return far.blend(near, magnitude.compare(VectorOperators.LT, Elementary.TANH_SERIES));
  }

  private static FloatVector sigmoid(FloatVector x) {
    FloatVector small = exp(x.abs().neg());
    VectorMask<Float> negative = x.compare(VectorOperators.LT, 0f);
    return of(1f).blend(small, negative).div(small.add(1f));
  }
}
