package temper.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import temper.tensor.BinaryFunction;
import temper.tensor.Tensor;
import temper.tensor.UnaryFunction;

/**
 * Functions element by element. What is left of a range after its last whole vector is computed in
 * a vector beside it, so that each function is written once, in a method of its own: of a method
 * with many loops C2 compiles well only those that ran before.
 */
@SuppressWarnings("cast") // In float64 the casts to the precision do nothing.
final class Float32x256Elements {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
  private static final int LENGTH = SPECIES.length();

  private final float[] first = new float[LENGTH];
  private final float[] second = new float[LENGTH];
  private final float[] result = new float[LENGTH];

  /** Whether a function has a vector form here. */
  static boolean has(UnaryFunction function) {
    return switch (function) {
      case SQRT, SQUARE, RECIPROCAL, ABS, SIGN, RELU, STEP -> true;
      default -> Vector256Functions.has(function, new float[0]);
    };
  }

  void apply(UnaryFunction function, Tensor x, Tensor y) {
    int n = x.size();
    int whole = n - n % LENGTH;
    run(function, whole, x.floats(), x.offset(), y.floats(), y.offset());
    int rest = n - whole;
    if (rest > 0) {
      System.arraycopy(x.floats(), x.offset() + whole, first, 0, rest);
      run(function, LENGTH, first, 0, result, 0);
      System.arraycopy(result, 0, y.floats(), y.offset() + whole, rest);
    }
  }

  private static void run(UnaryFunction function, int n, float[] x, int a, float[] y, int b) {
    switch (function) {
      case SQRT -> root(n, x, a, y, b);
      case SQUARE -> square(n, x, a, y, b);
      case RECIPROCAL -> reciprocal(n, x, a, y, b);
      case ABS -> absolute(n, x, a, y, b);
      case SIGN -> sign(n, x, a, y, b);
      case RELU -> positive(n, x, a, y, b);
      case STEP -> step(n, x, a, y, b);
      default -> Vector256Functions.apply(function, n, x, a, y, b);
    }
  }

  private static void root(int n, float[] x, int a, float[] y, int b) {
    for (int i = 0; i < n; i += LENGTH) {
      load(x, a + i).sqrt().intoArray(y, b + i);
    }
  }

  private static void square(int n, float[] x, int a, float[] y, int b) {
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = load(x, a + i);
      v.mul(v).intoArray(y, b + i);
    }
  }

  private static void reciprocal(int n, float[] x, int a, float[] y, int b) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    for (int i = 0; i < n; i += LENGTH) {
      one.div(load(x, a + i)).intoArray(y, b + i);
    }
  }

  private static void absolute(int n, float[] x, int a, float[] y, int b) {
    for (int i = 0; i < n; i += LENGTH) {
      load(x, a + i).abs().intoArray(y, b + i);
    }
  }

  private static void sign(int n, float[] x, int a, float[] y, int b) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    for (int i = 0; i < n; i += LENGTH) {
      FloatVector v = load(x, a + i);
      v.blend(one, v.compare(VectorOperators.GT, zero))
          .blend(one.neg(), v.compare(VectorOperators.LT, zero))
          .intoArray(y, b + i);
    }
  }

  private static void positive(int n, float[] x, int a, float[] y, int b) {
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0; i < n; i += LENGTH) {
      load(x, a + i).max(zero).intoArray(y, b + i);
    }
  }

  private static void step(int n, float[] x, int a, float[] y, int b) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    for (int i = 0; i < n; i += LENGTH) {
      zero.blend(one, load(x, a + i).compare(VectorOperators.GT, zero)).intoArray(y, b + i);
    }
  }

  void apply(
      BinaryFunction function,
      int n,
      float[] left,
      int a,
      float[] right,
      int b,
      float[] out,
      int c) {
    int whole = n - n % LENGTH;
    run(function, whole, left, a, right, b, out, c);
    int rest = n - whole;
    if (rest > 0) {
      System.arraycopy(left, a + whole, first, 0, rest);
      System.arraycopy(right, b + whole, second, 0, rest);
      run(function, LENGTH, first, 0, second, 0, result, 0);
      System.arraycopy(result, 0, out, c + whole, rest);
    }
  }

  private static void run(
      BinaryFunction function,
      int n,
      float[] left,
      int a,
      float[] right,
      int b,
      float[] out,
      int c) {
    switch (function) {
      case ADD -> add(n, left, a, right, b, out, c);
      case SUBTRACT -> subtract(n, left, a, right, b, out, c);
      case MULTIPLY -> multiply(n, left, a, right, b, out, c);
      case DIVIDE -> divide(n, left, a, right, b, out, c);
      case MAXIMUM -> maximum(n, left, a, right, b, out, c);
      case GREATER -> greater(n, left, a, right, b, out, c);
      case GATE -> gate(n, left, a, right, b, out, c);
    }
  }

  private static void add(int n, float[] left, int a, float[] right, int b, float[] out, int c) {
    for (int i = 0; i < n; i += LENGTH) {
      load(left, a + i).add(load(right, b + i)).intoArray(out, c + i);
    }
  }

  private static void subtract(
      int n, float[] left, int a, float[] right, int b, float[] out, int c) {
    for (int i = 0; i < n; i += LENGTH) {
      load(left, a + i).sub(load(right, b + i)).intoArray(out, c + i);
    }
  }

  private static void multiply(
      int n, float[] left, int a, float[] right, int b, float[] out, int c) {
    for (int i = 0; i < n; i += LENGTH) {
      load(left, a + i).mul(load(right, b + i)).intoArray(out, c + i);
    }
  }

  private static void divide(int n, float[] left, int a, float[] right, int b, float[] out, int c) {
    for (int i = 0; i < n; i += LENGTH) {
      load(left, a + i).div(load(right, b + i)).intoArray(out, c + i);
    }
  }

  private static void maximum(
      int n, float[] left, int a, float[] right, int b, float[] out, int c) {
    for (int i = 0; i < n; i += LENGTH) {
      load(left, a + i).max(load(right, b + i)).intoArray(out, c + i);
    }
  }

  private static void greater(
      int n, float[] left, int a, float[] right, int b, float[] out, int c) {
    FloatVector zero = FloatVector.zero(SPECIES);
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    for (int i = 0; i < n; i += LENGTH) {
      zero.blend(one, load(left, a + i).compare(VectorOperators.GT, load(right, b + i)))
          .intoArray(out, c + i);
    }
  }

  private static void gate(int n, float[] left, int a, float[] right, int b, float[] out, int c) {
    FloatVector zero = FloatVector.zero(SPECIES);
    for (int i = 0; i < n; i += LENGTH) {
      zero.blend(load(left, a + i), load(right, b + i).compare(VectorOperators.GT, zero))
          .intoArray(out, c + i);
    }
  }

  private static FloatVector load(float[] x, int at) {
    return FloatVector.fromArray(SPECIES, x, at);
  }

  void affine(double scale, Tensor x, double shift, Tensor y) {
    float factor = (float) scale;
    float summand = (float) shift;
    float[] from = x.floats();
    float[] to = y.floats();
    int a = x.offset();
    int b = y.offset();
    int n = x.size();
    FloatVector factors = FloatVector.broadcast(SPECIES, factor);
    FloatVector summands = FloatVector.broadcast(SPECIES, summand);
    int i = 0;
    for (; i + LENGTH <= n; i += LENGTH) {
      load(from, a + i).fma(factors, summands).intoArray(to, b + i);
    }
    for (; i < n; i++) {
      to[b + i] = Math.fma(factor, from[a + i], summand);
    }
  }

  void accumulate(double scale, Tensor x, double decay, Tensor y) {
    float factor = (float) scale;
    float keep = (float) decay;
    float[] from = x.floats();
    float[] to = y.floats();
    int a = x.offset();
    int b = y.offset();
    int n = x.size();
    FloatVector factors = FloatVector.broadcast(SPECIES, factor);
    int i = 0;
    for (; i + LENGTH <= n; i += LENGTH) {
      load(from, a + i).fma(factors, load(to, b + i).mul(keep)).intoArray(to, b + i);
    }
    for (; i < n; i++) {
      to[b + i] = Math.fma(factor, from[a + i], keep * to[b + i]);
    }
  }

  void accumulateSquares(double scale, Tensor x, double decay, Tensor y) {
    float factor = (float) scale;
    float keep = (float) decay;
    float[] from = x.floats();
    float[] to = y.floats();
    int a = x.offset();
    int b = y.offset();
    int n = x.size();
    int i = 0;
    for (; i + LENGTH <= n; i += LENGTH) {
      FloatVector v = load(from, a + i);
      v.mul(factor).fma(v, load(to, b + i).mul(keep)).intoArray(to, b + i);
    }
    for (; i < n; i++) {
      to[b + i] = Math.fma(factor * from[a + i], from[a + i], keep * to[b + i]);
    }
  }
}
