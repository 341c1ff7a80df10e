package temper.tensor;

import temper.numerics.StableMath;

/**
 * The functions of {@link UnaryFunction} in both precisions, with the same bits on every platform.
 *
 * <p>Those of float32 use only operations that vectors have too, without a branch, so that vector
 * kernels repeat them lane by lane: sums, products, fused multiply-adds, divisions, comparisons and
 * shifts of bits. Their errors are below three units in the last place ({@link
 * #normalDistribution}: seven). Polynomials are minimax fits; coefficients stand lowest first.
 * Those of float64 are {@link StableMath}'s.
 *
 * @since 0.2
 */
public final class Elementary {

  /** Adding and taking off this number rounds a small float to an integer. */
  public static final float ROUNDER = 0x1.8p23f;

  /** 1 / ln 2. */
  public static final float LOG2_E = 1.442695f;

  /** The leading bits of ln 2, so few that their product with an exponent is exact. */
  public static final float LN_2_HIGH = 0x1.63p-1f;

  /** ln 2 less its leading bits. */
  public static final float LN_2_LOW = -0x1.bd0106p-13f;

  /** Above it e^x is infinite. */
  public static final float EXP_MAX = 89f;

  /** Below it e^x is 0. */
  public static final float EXP_MIN = -104f;

  /** The smallest normal float. */
  public static final float MIN_NORMAL = 0x1p-126f;

  /** The bits of the float nearest to the root of one half. */
  public static final int ROOT_HALF_BITS = 0x3f3504f3;

  /** Below it tanh is taken from its series. */
  public static final float TANH_SERIES = 0.6f;

  /** The variable of Mills' ratio is 1 / (1 + this |x|). */
  public static final float MILLS_SLOPE = 0.35f;

  /** 1 / sqrt(2 pi). */
  public static final float ROOT_TWO_PI_INVERSE = 0.3989423f;

  private static final float[] EXP = {0.5f, 0.16666518f, 0.041666202f, 0.00836897f, 0.0013950631f};
  private static final float[] LOG = {
    0.33333313f,
    -0.2500001f,
    0.20002124f,
    -0.16668005f,
    0.14219452f,
    -0.124053404f,
    0.11888696f,
    -0.11677516f,
    0.067477316f
  };
  private static final float[] TANH = {
    -0.333333f, 0.13331959f, -0.053786684f, 0.020805385f, -0.0059058685f
  };
  private static final float[] MILLS = {
    0.3499786f,
    0.35058787f,
    0.3003331f,
    0.2646359f,
    -0.058311533f,
    0.39953533f,
    -0.6414477f,
    0.3611053f,
    -0.07310279f
  };

  private Elementary() {}

  /**
   * Coefficients of {@code (e^r - 1 - r) / r^2} for {@code |r| <= ln 2 / 2}.
   *
   * @return a new array of 5
   */
  public static float[] expCoefficients() {
    return EXP.clone();
  }

  /**
   * Coefficients of {@code (log(1 + f) - f + f^2 / 2) / f^3} for f from sqrt(1/2) - 1 to sqrt(2) -
   * 1.
   *
   * @return a new array of 9
   */
  public static float[] logCoefficients() {
    return LOG.clone();
  }

  /**
   * Coefficients of {@code (tanh(x) / x - 1) / x^2} in x^2.
   *
   * @return a new array of 5
   */
  public static float[] tanhCoefficients() {
    return TANH.clone();
  }

  /**
   * Coefficients of {@code Mills' ratio / t}, where {@code t = 1 / (1 + MILLS_SLOPE x)}, in t.
   *
   * @return a new array of 9
   */
  public static float[] millsCoefficients() {
    return MILLS.clone();
  }

  /**
   * e^x.
   *
   * @param x any number
   * @return e^x, with denormal results; NaN at NaN
   */
  public static float exp(float x) {
    float bounded = x > EXP_MAX ? EXP_MAX : x;
    bounded = bounded < EXP_MIN ? EXP_MIN : bounded;
    float shifted = Math.fma(bounded, LOG2_E, ROUNDER);
    float n = shifted - ROUNDER;
    float r = Math.fma(n, -LN_2_HIGH, bounded);
    r = Math.fma(n, -LN_2_LOW, r);
    float q = Math.fma(r, EXP[4], EXP[3]);
    q = Math.fma(r, q, EXP[2]);
    q = Math.fma(r, q, EXP[1]);
    q = Math.fma(r, q, EXP[0]);
    float p = Math.fma(r * r, q, r) + 1f;
    // 2^n in two factors, as n may lie outside the exponents of normal numbers.
    int exponent = Float.floatToRawIntBits(shifted) - Float.floatToRawIntBits(ROUNDER);
    int half = exponent >> 1;
    float one = Float.intBitsToFloat((half + 127) << 23);
    float other = Float.intBitsToFloat((exponent - half + 127) << 23);
    return p * one * other;
  }

  /**
   * The natural logarithm.
   *
   * @param x a number
   * @return ln x; negative infinity at 0, NaN below 0 and at NaN
   */
  public static float log(float x) {
    boolean denormal = x < MIN_NORMAL;
    int bits = Float.floatToRawIntBits(denormal ? x * 0x1p23f : x) - ROOT_HALF_BITS;
    float f = Float.intBitsToFloat((bits & 0x007fffff) + ROOT_HALF_BITS) - 1f;
    float n = Float.intBitsToFloat((bits >> 23) + Float.floatToRawIntBits(ROUNDER)) - ROUNDER;
    n = n - (denormal ? 23f : 0f);
    float p = Math.fma(f, LOG[8], LOG[7]);
    p = Math.fma(f, p, LOG[6]);
    p = Math.fma(f, p, LOG[5]);
    p = Math.fma(f, p, LOG[4]);
    p = Math.fma(f, p, LOG[3]);
    p = Math.fma(f, p, LOG[2]);
    p = Math.fma(f, p, LOG[1]);
    p = Math.fma(f, p, LOG[0]);
    float square = f * f;
    float tail = Math.fma(n, LN_2_LOW, Math.fma(-0.5f, square, square * f * p));
    float result = Math.fma(n, LN_2_HIGH, f + tail);
    result = x == 0f ? Float.NEGATIVE_INFINITY : result;
    result = x == Float.POSITIVE_INFINITY ? x : result;
    return x >= 0f ? result : Float.NaN;
  }

  /**
   * The hyperbolic tangent.
   *
   * @param x any number
   * @return tanh x
   */
  public static float tanh(float x) {
    float square = x * x;
    float p = Math.fma(square, TANH[4], TANH[3]);
    p = Math.fma(square, p, TANH[2]);
    p = Math.fma(square, p, TANH[1]);
    p = Math.fma(square, p, TANH[0]);
    float near = x * Math.fma(square, p, 1f);
    float magnitude = Math.abs(x);
    float far = 1f - 2f / (exp(magnitude + magnitude) + 1f);
    far = x < 0f ? -far : far;
    return magnitude < TANH_SERIES ? near : far;
  }

  /**
   * The logistic function.
   *
   * @param x any number
   * @return 1 / (1 + e^-x), accurate in both tails
   */
  public static float sigmoid(float x) {
    float small = exp(-Math.abs(x));
    return (x < 0f ? small : 1f) / (1f + small);
  }

  /**
   * log(1 + e^x).
   *
   * @param x any number
   * @return a number {@code >= max(x, 0)}
   */
  public static float softplus(float x) {
    float small = exp(-Math.abs(x));
    float sum = 1f + small;
    // What the sum lost by rounding comes back to first order.
    float lost = small - (sum - 1f);
    float logarithm = log(sum) + lost / sum;
    return (x > 0f ? x : 0f) + logarithm;
  }

  /**
   * The standard normal density.
   *
   * @param x any number
   * @return e^(-x^2 / 2) / sqrt(2 pi)
   */
  public static float normalDensity(float x) {
    float bounded = x > 15f ? 15f : x;
    bounded = bounded < -15f ? -15f : bounded;
    float square = bounded * bounded;
    float lost = Math.fma(bounded, bounded, -square);
    float e = exp(-0.5f * square);
    return Math.fma(e * -0.5f, lost, e) * ROOT_TWO_PI_INVERSE;
  }

  /**
   * The standard normal distribution function.
   *
   * @param x any number
   * @return the probability of a value up to x, accurate in both tails
   */
  public static float normalDistribution(float x) {
    float t = 1f / Math.fma(Math.abs(x), MILLS_SLOPE, 1f);
    float p = Math.fma(t, MILLS[8], MILLS[7]);
    p = Math.fma(t, p, MILLS[6]);
    p = Math.fma(t, p, MILLS[5]);
    p = Math.fma(t, p, MILLS[4]);
    p = Math.fma(t, p, MILLS[3]);
    p = Math.fma(t, p, MILLS[2]);
    p = Math.fma(t, p, MILLS[1]);
    p = Math.fma(t, p, MILLS[0]);
    float tail = normalDensity(x) * (p * t);
    return x > 0f ? 1f - tail : tail;
  }

  /**
   * The square root.
   *
   * @param x a number
   * @return the correctly rounded root; NaN below 0
   */
  public static float sqrt(float x) {
    return (float) Math.sqrt(x);
  }

  /**
   * x to a constant power, by way of float64.
   *
   * @param x the base
   * @param exponent the power
   * @return x^exponent
   */
  public static float pow(float x, double exponent) {
    return (float) StableMath.pow(x, exponent);
  }

  /**
   * e^x.
   *
   * @param x any number
   * @return e^x; NaN at NaN
   */
  public static double exp(double x) {
    return StableMath.exp(x);
  }

  /**
   * The natural logarithm.
   *
   * @param x a number
   * @return ln x; negative infinity at 0, NaN below 0 and at NaN
   */
  public static double log(double x) {
    return StableMath.log(x);
  }

  /**
   * The hyperbolic tangent.
   *
   * @param x any number
   * @return tanh x
   */
  public static double tanh(double x) {
    return StableMath.tanh(x);
  }

  /**
   * The logistic function.
   *
   * @param x any number
   * @return 1 / (1 + e^-x), accurate in both tails
   */
  public static double sigmoid(double x) {
    return StableMath.sigmoid(x);
  }

  /**
   * log(1 + e^x).
   *
   * @param x any number
   * @return a number {@code >= max(x, 0)}
   */
  public static double softplus(double x) {
    return StableMath.softplus(x);
  }

  /**
   * The standard normal density.
   *
   * @param x any number
   * @return e^(-x^2 / 2) / sqrt(2 pi)
   */
  public static double normalDensity(double x) {
    return NormalDistribution.density(x);
  }

  /**
   * The standard normal distribution function.
   *
   * @param x any number
   * @return the probability of a value up to x, accurate in both tails
   */
  public static double normalDistribution(double x) {
    return NormalDistribution.cumulative(x);
  }

  /**
   * The square root.
   *
   * @param x a number
   * @return the correctly rounded root; NaN below 0
   */
  public static double sqrt(double x) {
    return Math.sqrt(x);
  }

  /**
   * x to a constant power.
   *
   * @param x the base
   * @param exponent the power
   * @return x^exponent
   */
  public static double pow(double x, double exponent) {
    return StableMath.pow(x, exponent);
  }
}
