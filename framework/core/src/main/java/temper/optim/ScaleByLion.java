package temper.optim;

import temper.schedule.Schedule;
import temper.tensor.Tensor;
import temper.tensor.UnaryFunction;

/**
 * The sign of an interpolation between a running mean and the gradient: {@code u = sign(beta1 m +
 * (1 - beta1) g), m = beta2 m + (1 - beta2) g}.
 *
 * <p>Boundary: m is zero before the first step.
 *
 * <p>Source: X. Chen et al., Symbolic discovery of optimization algorithms, NeurIPS (2023),
 * algorithm 2.
 *
 * @param beta1 the mean's share of the update by step
 * @param beta2 factor of the mean by step
 * @since 0.2
 */
public record ScaleByLion(Schedule beta1, Schedule beta2) implements GradientTransform {

  @Override
  public Link start(OptimizerMemory memory) {
    Tensor mean = memory.vector();
    Tensor gradient = memory.scratch();
    Tensor update = memory.gradient();
    return (step, rate) -> {
      double share = beta1.at(step);
      double decay = beta2.at(step);
      gradient.copyFrom(update);
      memory.kernels().accumulate(share, mean, 1 - share, update);
      memory.kernels().apply(UnaryFunction.SIGN, update, update);
      memory.kernels().accumulate(1 - decay, gradient, decay, mean);
    };
  }
}
