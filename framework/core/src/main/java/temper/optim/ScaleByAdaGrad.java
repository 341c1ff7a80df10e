package temper.optim;

import temper.tensor.Tensor;

/**
 * Divides by the root of the sum of all squares so far: {@code s = s + g^2, u = g / (sqrt(s) +
 * epsilon)}.
 *
 * <p>Boundary: s is {@code initial} before the first step.
 *
 * <p>Source: J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods, JMLR 12 (2011), the
 * diagonal form.
 *
 * @param initial sum before the first step, {@code >= 0}
 * @param epsilon added to the root
 * @since 0.2
 */
public record ScaleByAdaGrad(double initial, double epsilon) implements GradientTransform {

  @Override
  public Link start(OptimizerMemory memory) {
    Tensor sum = memory.vector();
    sum.fill(initial);
    Tensor update = memory.gradient();
    return (step, rate) -> {
      memory.kernels().accumulateSquares(1, update, 1, sum);
      memory.kernels().divideByRoot(1, update, 1, sum, epsilon, update);
    };
  }
}
