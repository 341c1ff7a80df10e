package temper.numerics;

/**
 * Elementary functions whose bits are equal on every platform and Java version.
 *
 * <p>{@code Math.exp} and its kin may differ between a platform's intrinsics and its interpreter;
 * {@code StrictMath} does not, but is slower. These use only operations that IEEE 754 rounds
 * correctly: +, -, *, /, square root and fused multiply-add. Errors are below one unit in the last
 * place, and below 0.51 for most; special values are those of {@code StrictMath}.
 *
 * @since 0.1
 */
public final class StableMath {

  private StableMath() {}

  /**
   * The exponential function e^x.
   *
   * @param x any number
   * @return e^x; 0 below -745.14, infinite above 709.79, NaN for NaN
   */
  public static double exp(double x) {
    return Exponentials.exp(x);
  }

  /**
   * e^x - 1 without cancellation near 0.
   *
   * @param x any number
   * @return e^x - 1; -0 for -0, -1 for very negative x, NaN for NaN
   */
  public static double expm1(double x) {
    return Exponentials.expm1(x);
  }

  /**
   * The natural logarithm.
   *
   * @param x a number
   * @return ln x; negative infinity for 0, NaN for x &lt; 0 or NaN
   */
  public static double log(double x) {
    return Logarithms.log(x);
  }

  /**
   * ln(1 + x) without cancellation near 0.
   *
   * @param x a number
   * @return ln(1 + x); negative infinity for -1, NaN for x &lt; -1 or NaN
   */
  public static double log1p(double x) {
    return Logarithms.log1p(x);
  }

  /**
   * The logarithm to base 2, exact for powers of two.
   *
   * @param x a number
   * @return log2 x; negative infinity for 0, NaN for x &lt; 0 or NaN
   */
  public static double log2(double x) {
    return Logarithms.log2(x);
  }

  /**
   * The logarithm to base 10, exact for powers of ten.
   *
   * @param x a number
   * @return log10 x; negative infinity for 0, NaN for x &lt; 0 or NaN
   */
  public static double log10(double x) {
    return Logarithms.log10(x);
  }

  /**
   * The sine, with exact argument reduction of any finite angle.
   *
   * @param x angle in radians
   * @return sin x; NaN for an infinite angle or NaN
   */
  public static double sin(double x) {
    return Trigonometry.sin(x);
  }

  /**
   * The cosine, with exact argument reduction of any finite angle.
   *
   * @param x angle in radians
   * @return cos x; NaN for an infinite angle or NaN
   */
  public static double cos(double x) {
    return Trigonometry.cos(x);
  }

  /**
   * The hyperbolic tangent.
   *
   * @param x any number
   * @return tanh x, between -1 and 1; NaN for NaN
   */
  public static double tanh(double x) {
    return Exponentials.tanh(x);
  }

  /**
   * The logistic function 1 / (1 + e^-x), accurate in both tails.
   *
   * @param x any number
   * @return a value between 0 and 1; NaN for NaN
   */
  public static double sigmoid(double x) {
    return Exponentials.sigmoid(x);
  }

  /**
   * ln(1 + e^x) without overflow or cancellation.
   *
   * @param x any number
   * @return a value &gt;= max(0, x); NaN for NaN
   */
  public static double softplus(double x) {
    return Exponentials.softplus(x);
  }

  /**
   * x to the power y.
   *
   * @param x the base
   * @param y the exponent
   * @return x^y, with the special cases of {@code StrictMath.pow}: 1 for exponent 0 whatever the
   *     base, NaN for a negative base with an exponent that is not an integer
   */
  public static double pow(double x, double y) {
    return Powers.pow(x, y);
  }
}
