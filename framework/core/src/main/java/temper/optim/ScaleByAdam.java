package temper.optim;

import temper.numerics.StableMath;
import temper.schedule.Schedule;
import temper.tensor.BinaryFunction;
import temper.tensor.Tensor;

/**
 * Divides a running mean of the gradient by the root of a running mean of its square.
 *
 * <pre>{@code
 * m = beta1 m + (1 - beta1) g          v = beta2 v + (1 - beta2) g^2
 * u = m / (1 - product of beta1) / (sqrt(v / (1 - product of beta2)) + epsilon)
 * }</pre>
 *
 * <p>With {@link Variant#NESTEROV} the mean looks one step ahead, with PyTorch's schedule of the
 * momentum; with {@link Variant#MAXIMUM} v is the largest so far. Boundary: m and v are zero before
 * the first step; the corrections use the product of all factors so far, so that scheduled factors
 * are corrected rightly.
 *
 * <p>Source: D. P. Kingma and J. Ba, Adam, ICLR (2015), algorithm 1; T. Dozat, Incorporating
 * Nesterov momentum into Adam, ICLR workshop (2016); S. J. Reddi, S. Kale and S. Kumar, On the
 * convergence of Adam and beyond, ICLR (2018), for the maximum.
 *
 * <p>Differs: epsilon stands outside the root and after its correction, as in PyTorch; the paper's
 * section 2 has a form with the correction in the rate.
 *
 * @param beta1 factor of the mean by step
 * @param beta2 factor of the mean square by step
 * @param epsilon added to the root
 * @param variant the form
 * @since 0.2
 */
public record ScaleByAdam(Schedule beta1, Schedule beta2, double epsilon, Variant variant)
    implements GradientTransform {

  /** Forms of Adam. */
  public enum Variant {
    /** Kingma and Ba. */
    ADAM,
    /** NAdam. */
    NESTEROV,
    /** AMSGrad. */
    MAXIMUM
  }

  @Override
  public Link start(OptimizerMemory memory) {
    Tensor mean = memory.vector();
    Tensor square = memory.vector();
    double[] products = memory.scalars(2); // One minus the product of factors, 0 at the start.
    return switch (variant) {
      case ADAM ->
          (step, rate) -> {
            advance(memory, step, mean, square, products);
            divide(memory, 1 / products[0], mean, products[1], square);
          };
      case MAXIMUM -> {
        Tensor largest = memory.vector();
        yield (step, rate) -> {
          advance(memory, step, mean, square, products);
          memory.kernels().apply(BinaryFunction.MAXIMUM, largest, square, largest);
          divide(memory, 1 / products[0], mean, products[1], largest);
        };
      }
      case NESTEROV -> nesterov(memory, mean, square, products);
    };
  }

  private void advance(
      OptimizerMemory memory, double step, Tensor mean, Tensor square, double[] products) {
    double first = beta1.at(step);
    double second = beta2.at(step);
    memory.kernels().accumulate(1 - first, memory.gradient(), first, mean);
    memory.kernels().accumulateSquares(1 - second, memory.gradient(), second, square);
    products[0] = 1 - (1 - products[0]) * first;
    products[1] = 1 - (1 - products[1]) * second;
  }

  private void divide(
      OptimizerMemory memory, double scale, Tensor mean, double correction, Tensor square) {
    memory.kernels().divideByRoot(scale, mean, 1 / correction, square, epsilon, memory.gradient());
  }

  /** Decay of NAdam's momentum schedule, Dozat's value and PyTorch's default. */
  private static final double MOMENTUM_DECAY = 0.004;

  private Link nesterov(OptimizerMemory memory, Tensor mean, Tensor square, double[] products) {
    Tensor update = memory.gradient();
    return (step, rate) -> {
      double first = beta1.at(step);
      double now = warmed(first, step + 1);
      double next = warmed(beta1.at(step + 1), step + 2);
      double second = beta2.at(step);
      memory.kernels().accumulate(1 - first, update, first, mean);
      memory.kernels().accumulateSquares(1 - second, update, second, square);
      products[0] = 1 - (1 - products[0]) * now;
      products[1] = 1 - (1 - products[1]) * second;
      double afterNext = 1 - (1 - products[0]) * next;
      // The look ahead: the gradient's share and the mean's share, each with its own correction.
      memory.kernels().affine((1 - now) / products[0], update, 0, update);
      memory.kernels().accumulate(next / afterNext, mean, 1, update);
      memory.kernels().divideByRoot(1, update, 1 / products[1], square, epsilon, update);
    };
  }

  private static double warmed(double beta, double time) {
    return beta * (1 - 0.5 * StableMath.pow(0.96, time * MOMENTUM_DECAY));
  }
}
