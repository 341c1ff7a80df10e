package temper.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import temper.tensor.Elementary;
import temper.tensor.UnaryFunction;

/**
 * The functions of {@link Elementary} in float32, operation by operation as they stand there. In
 * float64 there are none: callers of either precision compile, and ask before they call.
 *
 * <p>The exponential is one loop over an array: a method that returned a vector would put it on the
 * heap whenever C2 did not inline it. Under Java 17 C2 does that to tanh, and now and then to the
 * logistic function, all the same; both are therefore left to the scalar kernels.
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

  private Vector256Functions() {}

  static boolean has(UnaryFunction function, float[] precision) {
    return function == UnaryFunction.EXP;
  }

  static boolean has(UnaryFunction function, double[] precision) {
    return false;
  }

  /** Whole vectors only. */
  static void apply(UnaryFunction function, int n, float[] x, int a, float[] y, int b) {
    if (!has(function, x)) {
      throw new IllegalArgumentException("no vector form of " + function);
    }
    exp(n, x, a, y, b);
  }

  static void apply(UnaryFunction function, int n, double[] x, int a, double[] y, int b) {
    throw new IllegalArgumentException("no vector form of " + function + " in float64");
  }

  private static FloatVector of(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  private static void exp(int n, float[] x, int a, float[] y, int b) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, a + i);
      v = v.min(of(Elementary.EXP_MAX)).max(of(Elementary.EXP_MIN));
      FloatVector shifted = v.fma(of(Elementary.LOG2_E), of(Elementary.ROUNDER));
      FloatVector whole = shifted.sub(of(Elementary.ROUNDER));
      FloatVector r = whole.fma(of(-Elementary.LN_2_HIGH), v);
      r = whole.fma(of(-Elementary.LN_2_LOW), r);
      FloatVector q = r.fma(of(EXP_4), of(EXP_3));
      q = r.fma(q, of(EXP_2));
      q = r.fma(q, of(EXP_1));
      q = r.fma(q, of(EXP_0));
      FloatVector p = r.mul(r).fma(q, r).add(of(1f));
      // 2^whole in two factors, as in the scalar form.
      IntVector exponent = shifted.reinterpretAsInts().sub(ROUNDER_BITS);
      IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
      IntVector rest = exponent.sub(half);
      FloatVector one = half.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
      FloatVector other = rest.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
      p.mul(one).mul(other).intoArray(y, b + i);
    }
  }
}
