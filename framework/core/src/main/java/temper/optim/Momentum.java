package temper.optim;

import temper.schedule.Schedule;
import temper.tensor.Tensor;

/**
 * Momentum: {@code v = momentum v + u}, and the update becomes {@code v}, or with Nesterov's form
 * {@code u + momentum v}.
 *
 * <p>Boundary: v is zero before the first step. A momentum of 0 changes nothing.
 *
 * <p>Source: B. T. Polyak, Some methods of speeding up the convergence of iteration methods (1964);
 * I. Sutskever et al., On the importance of initialization and momentum in deep learning, ICML
 * (2013), for Nesterov's form.
 *
 * @param momentum the factor of the velocity by step
 * @param nesterov whether the update looks one step ahead
 * @since 0.2
 */
public record Momentum(Schedule momentum, boolean nesterov) implements GradientTransform {

  @Override
  public Link start(OptimizerMemory memory) {
    Tensor velocity = memory.vector();
    Tensor update = memory.gradient();
    return (step, rate) -> {
      double now = momentum.at(step);
      memory.kernels().accumulate(1, update, now, velocity);
      if (nesterov) {
        memory.kernels().accumulate(now, velocity, 1, update);
      } else {
        update.copyFrom(velocity);
      }
    };
  }
}
