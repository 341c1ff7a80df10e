package temper.optim;

import temper.schedule.Schedule;
import temper.tensor.BinaryFunction;
import temper.tensor.Tensor;
import temper.tensor.UnaryFunction;

/**
 * Scales by the ratio of two roots of running means of squares, of past updates and of gradients:
 *
 * <pre>{@code
 * v = decay v + (1 - decay) g^2
 * u = sqrt((d + epsilon) / (v + epsilon)) g
 * d = decay d + (1 - decay) u^2
 * }</pre>
 *
 * <p>Boundary: both means are zero before the first step.
 *
 * <p>Source: M. D. Zeiler, ADADELTA, arXiv:1212.5701 (2012), algorithm 1.
 *
 * @param decay factor of the running means by step
 * @param epsilon added to both means, {@code > 0}
 * @since 0.2
 */
public record ScaleByAdaDelta(Schedule decay, double epsilon) implements GradientTransform {

  @Override
  public Link start(OptimizerMemory memory) {
    Tensor gradients = memory.vector();
    Tensor updates = memory.vector();
    Tensor ratio = memory.scratch();
    Tensor divisor = memory.scratch();
    Tensor update = memory.gradient();
    return (step, rate) -> {
      double now = decay.at(step);
      memory.kernels().accumulateSquares(1 - now, update, now, gradients);
      memory.kernels().affine(1, updates, epsilon, ratio);
      memory.kernels().affine(1, gradients, epsilon, divisor);
      memory.kernels().apply(BinaryFunction.DIVIDE, ratio, divisor, ratio);
      memory.kernels().apply(UnaryFunction.SQRT, ratio, ratio);
      memory.kernels().apply(BinaryFunction.MULTIPLY, update, ratio, update);
      memory.kernels().accumulateSquares(1 - now, update, now, updates);
    };
  }
}
