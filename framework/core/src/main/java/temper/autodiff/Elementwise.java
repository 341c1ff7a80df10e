package temper.autodiff;

import temper.tensor.BinaryFunction;
import temper.tensor.Shape;
import temper.tensor.UnaryFunction;

/**
 * Functions of each element, and of each pair of elements of two variables.
 *
 * <p>The shapes of a pair are broadcast to one another as in NumPy: axes are aligned at the last
 * one, and a length of 1 or a missing axis repeats.
 *
 * @since 0.2
 */
public final class Elementwise {

  private Elementwise() {}

  /**
   * The sum of each pair.
   *
   * @param a the left operand
   * @param b the right operand
   * @return {@code a + b}, of the common shape
   * @throws IllegalArgumentException if the shapes do not broadcast to one another
   */
  public static Variable add(Variable a, Variable b) {
    Shape shape = BinaryOperation.shape(BinaryFunction.ADD, a, b);
    if (b.isUniform() && a.shape().equals(shape)) {
      return affine(1, a, b.uniform());
    }
    if (a.isUniform() && b.shape().equals(shape)) {
      return affine(1, b, a.uniform());
    }
    return BinaryOperation.record(BinaryFunction.ADD, a, b);
  }

  /**
   * The difference of each pair.
   *
   * @param a the left operand
   * @param b the right operand
   * @return {@code a - b}, of the common shape
   * @throws IllegalArgumentException if the shapes do not broadcast to one another
   */
  public static Variable subtract(Variable a, Variable b) {
    Shape shape = BinaryOperation.shape(BinaryFunction.SUBTRACT, a, b);
    if (b.isUniform() && a.shape().equals(shape)) {
      return affine(1, a, -b.uniform());
    }
    if (a.isUniform() && b.shape().equals(shape)) {
      return affine(-1, b, a.uniform());
    }
    return BinaryOperation.record(BinaryFunction.SUBTRACT, a, b);
  }

  /**
   * The product of each pair.
   *
   * @param a the left operand
   * @param b the right operand
   * @return {@code a b}, of the common shape
   * @throws IllegalArgumentException if the shapes do not broadcast to one another
   */
  public static Variable multiply(Variable a, Variable b) {
    Shape shape = BinaryOperation.shape(BinaryFunction.MULTIPLY, a, b);
    if (b.isUniform() && a.shape().equals(shape)) {
      return affine(b.uniform(), a, 0);
    }
    if (a.isUniform() && b.shape().equals(shape)) {
      return affine(a.uniform(), b, 0);
    }
    return BinaryOperation.record(BinaryFunction.MULTIPLY, a, b);
  }

  /**
   * The quotient of each pair.
   *
   * @param a the left operand
   * @param b the right operand
   * @return {@code a / b}, of the common shape
   * @throws IllegalArgumentException if the shapes do not broadcast to one another
   */
  public static Variable divide(Variable a, Variable b) {
    return BinaryOperation.record(BinaryFunction.DIVIDE, a, b);
  }

  /**
   * The larger of each pair; NaN if either is. Where they are equal the derivative is b's.
   *
   * @param a the left operand
   * @param b the right operand
   * @return {@code max(a, b)}, of the common shape
   * @throws IllegalArgumentException if the shapes do not broadcast to one another
   */
  public static Variable maximum(Variable a, Variable b) {
    return BinaryOperation.record(BinaryFunction.MAXIMUM, a, b);
  }

  /**
   * 1 where the left operand is greater, else 0. Its derivative is 0.
   *
   * @param a the left operand
   * @param b the right operand
   * @return zeros and ones, of the common shape
   * @throws IllegalArgumentException if the shapes do not broadcast to one another
   */
  public static Variable greater(Variable a, Variable b) {
    return BinaryOperation.record(BinaryFunction.GREATER, a, b);
  }

  /**
   * The left operand where the right one is positive, else 0. Its derivative in the right operand
   * is 0.
   *
   * @param a the left operand
   * @param b the right operand
   * @return {@code a} or 0, of the common shape
   * @throws IllegalArgumentException if the shapes do not broadcast to one another
   */
  public static Variable gate(Variable a, Variable b) {
    return BinaryOperation.record(BinaryFunction.GATE, a, b);
  }

  /**
   * {@code scale x + shift}, rounded once.
   *
   * @param scale the factor
   * @param x any variable
   * @param shift the summand
   * @return a variable of the same shape
   */
  public static Variable affine(double scale, Variable x, double shift) {
    if (scale == 1 && shift == 0) {
      return x;
    }
    if (x.isUniform()) {
      return x.tape().constant(x.shape(), scale * x.uniform() + shift);
    }
    Node producer = x.producer();
    if (shift == 0 && producer != null && producer.operation() instanceof Affine inner) {
      boolean exact = isPowerOfTwo(scale) || isPowerOfTwo(inner.scale());
      if (exact && inner.shift() == 0) {
        return affine(scale * inner.scale(), producer.input(0), 0);
      }
    }
    return x.tape().record(new Affine(scale, shift), x.shape(), x);
  }

  /** Whether a product with it is exact, so that factors can be joined. */
  private static boolean isPowerOfTwo(double factor) {
    return Math.abs(factor) == Math.scalb(1.0, Math.getExponent(factor));
  }

  /**
   * {@code scale x}.
   *
   * @param scale the factor
   * @param x any variable
   * @return a variable of the same shape
   */
  public static Variable scale(double scale, Variable x) {
    return affine(scale, x, 0);
  }

  /**
   * {@code -x}.
   *
   * @param x any variable
   * @return a variable of the same shape
   */
  public static Variable negate(Variable x) {
    return affine(-1, x, 0);
  }

  /**
   * {@code x} to a constant power.
   *
   * @param x any variable
   * @param exponent the power
   * @return a variable of the same shape
   */
  public static Variable power(Variable x, double exponent) {
    return x.tape().record(new Power(exponent), x.shape(), x);
  }

  /**
   * A function of each element.
   *
   * <p>Differs: the derivatives of ReLU at 0, of the absolute value at 0, of the sign and of the
   * step are 0, as they are in PyTorch.
   *
   * @param function the function
   * @param x any variable
   * @return a variable of the same shape
   */
  public static Variable apply(UnaryFunction function, Variable x) {
    return x.tape().record(new UnaryOperation(function), x.shape(), x);
  }

  /**
   * {@code e^x}.
   *
   * @param x any variable
   * @return a variable of the same shape
   */
  public static Variable exp(Variable x) {
    return apply(UnaryFunction.EXP, x);
  }

  /**
   * The natural logarithm.
   *
   * @param x any variable
   * @return a variable of the same shape
   */
  public static Variable log(Variable x) {
    return apply(UnaryFunction.LOG, x);
  }

  /**
   * The square root.
   *
   * @param x any variable
   * @return a variable of the same shape
   */
  public static Variable sqrt(Variable x) {
    return apply(UnaryFunction.SQRT, x);
  }

  /**
   * {@code x x}.
   *
   * @param x any variable
   * @return a variable of the same shape
   */
  public static Variable square(Variable x) {
    return apply(UnaryFunction.SQUARE, x);
  }

  /**
   * {@code 1 / x}.
   *
   * @param x any variable
   * @return a variable of the same shape
   */
  public static Variable reciprocal(Variable x) {
    return apply(UnaryFunction.RECIPROCAL, x);
  }
}
