package temper.tensor;

/** Scalar functions element by element over ranges of arrays. */
@SuppressWarnings("cast") // In float64 the casts to the precision do nothing.
final class Float32Elements {

  private Float32Elements() {}

  static void apply(UnaryFunction function, Tensor x, Tensor y) {
    float[] from = x.floats();
    float[] to = y.floats();
    int a = x.offset();
    int b = y.offset();
    int n = x.size();
    switch (function) {
      case SQRT, SQUARE, RECIPROCAL, ABS, SIGN, RELU, STEP ->
          arithmetic(function, n, from, a, to, b);
      default -> transcendental(function, n, from, a, to, b);
    }
  }

  private static void arithmetic(
      UnaryFunction function, int n, float[] from, int a, float[] to, int b) {
    switch (function) {
      case SQRT -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = Elementary.sqrt(from[a + i]);
        }
      }
      case SQUARE -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = from[a + i] * from[a + i];
        }
      }
      case RECIPROCAL -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = 1f / from[a + i];
        }
      }
      case ABS -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = Math.abs(from[a + i]);
        }
      }
      case SIGN -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = Math.signum(from[a + i]);
        }
      }
      case RELU -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = Math.max(from[a + i], 0f);
        }
      }
      default -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = from[a + i] > 0f ? 1f : 0f;
        }
      }
    }
  }

  private static void transcendental(
      UnaryFunction function, int n, float[] from, int a, float[] to, int b) {
    switch (function) {
      case EXP -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = Elementary.exp(from[a + i]);
        }
      }
      case LOG -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = Elementary.log(from[a + i]);
        }
      }
      case TANH -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = Elementary.tanh(from[a + i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = Elementary.sigmoid(from[a + i]);
        }
      }
      case SOFTPLUS -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = Elementary.softplus(from[a + i]);
        }
      }
      case NORMAL_DISTRIBUTION -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = Elementary.normalDistribution(from[a + i]);
        }
      }
      default -> {
        for (int i = 0; i < n; i++) {
          to[b + i] = Elementary.normalDensity(from[a + i]);
        }
      }
    }
  }

  /** A function of n pairs; steps of 0 repeat an operand. */
  @SuppressWarnings("checkstyle:ParameterNumber") // Arrays with offsets, as kernels take them.
  static void apply(
      BinaryFunction function,
      int n,
      float[] left,
      int a,
      int aStep,
      float[] right,
      int b,
      int bStep,
      float[] out,
      int c) {
    if (aStep == 1 && bStep == 1) {
      pairs(function, n, left, a, right, b, out, c);
      return;
    }
    for (int i = 0; i < n; i++) {
      out[c + i] = of(function, left[a + i * aStep], right[b + i * bStep]);
    }
  }

  private static float of(BinaryFunction function, float x, float y) {
    return switch (function) {
      case ADD -> x + y;
      case SUBTRACT -> x - y;
      case MULTIPLY -> x * y;
      case DIVIDE -> x / y;
      case MAXIMUM -> Math.max(x, y);
      case GREATER -> x > y ? 1f : 0f;
      case GATE -> y > 0f ? x : 0f;
    };
  }

  private static void pairs(
      BinaryFunction function,
      int n,
      float[] left,
      int a,
      float[] right,
      int b,
      float[] out,
      int c) {
    switch (function) {
      case ADD -> {
        for (int i = 0; i < n; i++) {
          out[c + i] = left[a + i] + right[b + i];
        }
      }
      case SUBTRACT -> {
        for (int i = 0; i < n; i++) {
          out[c + i] = left[a + i] - right[b + i];
        }
      }
      case MULTIPLY -> {
        for (int i = 0; i < n; i++) {
          out[c + i] = left[a + i] * right[b + i];
        }
      }
      case DIVIDE -> {
        for (int i = 0; i < n; i++) {
          out[c + i] = left[a + i] / right[b + i];
        }
      }
      case MAXIMUM -> {
        for (int i = 0; i < n; i++) {
          out[c + i] = Math.max(left[a + i], right[b + i]);
        }
      }
      case GREATER -> {
        for (int i = 0; i < n; i++) {
          out[c + i] = left[a + i] > right[b + i] ? 1f : 0f;
        }
      }
      case GATE -> {
        for (int i = 0; i < n; i++) {
          out[c + i] = right[b + i] > 0f ? left[a + i] : 0f;
        }
      }
    }
  }

  static void affine(double scale, Tensor x, double shift, Tensor y) {
    float factor = (float) scale;
    float summand = (float) shift;
    float[] from = x.floats();
    float[] to = y.floats();
    int a = x.offset();
    int b = y.offset();
    int n = x.size();
    for (int i = 0; i < n; i++) {
      to[b + i] = Math.fma(factor, from[a + i], summand);
    }
  }

  static void accumulate(double scale, Tensor x, double decay, Tensor y) {
    float factor = (float) scale;
    float keep = (float) decay;
    float[] from = x.floats();
    float[] to = y.floats();
    int a = x.offset();
    int b = y.offset();
    int n = x.size();
    for (int i = 0; i < n; i++) {
      to[b + i] = Math.fma(factor, from[a + i], keep * to[b + i]);
    }
  }

  static void accumulateSquares(double scale, Tensor x, double decay, Tensor y) {
    float factor = (float) scale;
    float keep = (float) decay;
    float[] from = x.floats();
    float[] to = y.floats();
    int a = x.offset();
    int b = y.offset();
    int n = x.size();
    for (int i = 0; i < n; i++) {
      to[b + i] = Math.fma(factor * from[a + i], from[a + i], keep * to[b + i]);
    }
  }

  static void divideByRoot(
      double scale, Tensor x, double correction, Tensor v, double epsilon, Tensor y) {
    float factor = (float) scale;
    float corrected = (float) correction;
    float added = (float) epsilon;
    float[] from = x.floats();
    float[] squares = v.floats();
    float[] to = y.floats();
    int a = x.offset();
    int b = v.offset();
    int c = y.offset();
    int n = x.size();
    for (int i = 0; i < n; i++) {
      to[c + i] = factor * from[a + i] / (Elementary.sqrt(corrected * squares[b + i]) + added);
    }
  }

  static void power(Tensor x, double exponent, Tensor y) {
    float[] from = x.floats();
    float[] to = y.floats();
    int n = x.size();
    for (int i = 0; i < n; i++) {
      to[y.offset() + i] = Elementary.pow(from[x.offset() + i], exponent);
    }
  }
}
