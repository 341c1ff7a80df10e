package temper.optim;

import temper.schedule.Schedule;
import temper.tensor.BinaryFunction;
import temper.tensor.Tensor;
import temper.tensor.UnaryFunction;

/**
 * Divides by the root of a running mean of squares: {@code v = decay v + (1 - decay) g^2, u = g /
 * (sqrt(v) + epsilon)}; centred, v less the square of a running mean of g.
 *
 * <p>Boundary: means are zero before the first step and not corrected for it, as in PyTorch.
 *
 * <p>Source: T. Tieleman and G. Hinton, Lecture 6.5: RMSProp, Coursera (2012); A. Graves,
 * Generating sequences with recurrent neural networks, arXiv:1308.0850 (2013), for the centred
 * form.
 *
 * @param decay factor of the running means by step
 * @param epsilon added to the root
 * @param centered whether the mean is taken off
 * @since 0.2
 */
public record ScaleByRootMeanSquare(Schedule decay, double epsilon, boolean centered)
    implements GradientTransform {

  @Override
  public Link start(OptimizerMemory memory) {
    Tensor square = memory.vector();
    Tensor update = memory.gradient();
    if (!centered) {
      return (step, rate) -> {
        double now = decay.at(step);
        memory.kernels().accumulateSquares(1 - now, update, now, square);
        memory.kernels().divideByRoot(1, update, 1, square, epsilon, update);
      };
    }
    Tensor mean = memory.vector();
    Tensor variance = memory.scratch();
    Tensor zero = memory.scratch();
    return (step, rate) -> {
      double now = decay.at(step);
      memory.kernels().accumulateSquares(1 - now, update, now, square);
      memory.kernels().accumulate(1 - now, update, now, mean);
      memory.kernels().apply(UnaryFunction.SQUARE, mean, variance);
      memory.kernels().apply(BinaryFunction.SUBTRACT, square, variance, variance);
      // Rounding can take a variance of nearly nothing below it.
      memory.kernels().apply(BinaryFunction.MAXIMUM, variance, zero, variance);
      memory.kernels().divideByRoot(1, update, 1, variance, epsilon, update);
    };
  }
}
