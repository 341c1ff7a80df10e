package temper.optim;

import temper.tensor.Tensor;

/**
 * Sharpness-aware minimisation: the gradient that another optimiser sees is taken at the parameters
 * moved uphill by a given distance, {@code w + radius g / |g|}.
 *
 * <p>Boundary: where the gradient is zero or not finite the parameters are not moved. The loss that
 * is reported is the one at the parameters themselves. Cost: two evaluations a step. The second is
 * a whole one: batch normalisation folds the batch into its running statistics once more, as it
 * looks at the moved parameters, and layers that draw random numbers, such as dropout, draw new
 * ones.
 *
 * <p>Source: P. Foret et al., Sharpness-aware minimization, ICLR (2021), algorithm 1.
 *
 * @param inner the other optimiser
 * @param radius how far the parameters are moved, {@code >= 0}
 * @since 0.2
 */
public record SharpnessAware(Optimizer inner, double radius) implements Optimizer {

  @Override
  public Stepper start(OptimizerMemory memory) {
    Tensor kept = memory.scratch();
    return WrappedObjective.stepper(
        inner.start(memory),
        (step, rate, objective) -> {
          double loss = objective.evaluate();
          double norm = Math.sqrt(memory.kernels().dot(memory.gradient(), memory.gradient()));
          if (norm > 0 && norm < Double.POSITIVE_INFINITY) {
            kept.copyFrom(memory.parameters());
            memory.kernels().accumulate(radius / norm, memory.gradient(), 1, memory.parameters());
            objective.evaluate();
            memory.parameters().copyFrom(kept);
          }
          return loss;
        });
  }
}
