package temper.autodiff;

import temper.tensor.Kernels;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * The product of a loss's Hessian with vectors, by differentiating the inner product of gradient
 * and vector: exact up to rounding, for the price of a few gradients. The Hessian itself is never
 * made.
 *
 * <p>Where the gradient has jumps, as ReLU networks' have, this is the Hessian of the smooth piece
 * that the parameters lie in. Random draws are drawn anew in every product: record the loss without
 * them.
 *
 * <p>Source: B. Pearlmutter, Fast exact multiplication by the Hessian, Neural Computation 6 (1994).
 *
 * @since 0.2
 */
public final class HessianVectorProduct {

  private final Variable direction;
  private final Program program;
  private final Tensor product;

  /**
   * Records the product.
   *
   * @param kernels of the tape's precision; they run the products and belong to their thread
   * @param loss a variable of one element
   * @param parameters what it is differentiated in twice, of any shape
   * @throws IllegalArgumentException if the loss is not one number
   */
  public HessianVectorProduct(Kernels kernels, Variable loss, Variable parameters) {
    Tape tape = loss.tape();
    direction = tape.input("direction", parameters.shape());
    Variable gradient = tape.gradient(loss, parameters);
    Variable slope = Matrices.dot(gradient, direction);
    Variable hessianTimesDirection = tape.gradient(slope, parameters);
    program = tape.compile(kernels, hessianTimesDirection);
    product = program.value(hessianTimesDirection);
  }

  /**
   * The precision of vectors and products.
   *
   * @return the tape's precision
   */
  public Precision precision() {
    return product.precision();
  }

  /**
   * The shape of vectors and products: the parameters'.
   *
   * @return the shape
   */
  public Shape shape() {
    return direction.shape();
  }

  /**
   * Multiplies at the parameters and examples as they are now.
   *
   * @param vector as many numbers as there are parameters, of the tape's precision; not modified
   * @param result likewise; overwritten
   * @throws IllegalArgumentException if a size or precision is another
   */
  public void multiply(Tensor vector, Tensor result) {
    direction.tensor().copyFrom(vector);
    program.run();
    result.copyFrom(product);
  }
}
