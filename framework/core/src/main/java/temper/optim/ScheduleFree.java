package temper.optim;

import temper.schedule.Schedule;
import temper.tensor.Tensor;

/**
 * Schedule-free training: gradients are taken between a fast sequence and its running average, and
 * the average is what is evaluated.
 *
 * <pre>{@code
 * y = (1 - beta) z + beta x        gradient g at y
 * z = z + u(g)                     the inner transforms' update, rate included
 * x = (1 - c) x + c z              c = rate^2 / sum of rate^2 so far
 * }</pre>
 *
 * <p>While training the parameters are y; {@link Stepper#placeEvaluation} puts x in their place.
 * Boundary: x = y = z before the first step.
 *
 * <p>Source: A. Defazio et al., The road less scheduled, NeurIPS (2024), equations 2 to 4, weighted
 * by the squared rate as in section 4's practical form.
 *
 * @param inner the transforms that turn the gradient at y into the step of z
 * @param beta the average's share in y by step
 * @since 0.2
 */
public record ScheduleFree(GradientTransform inner, Schedule beta) implements Optimizer {

  @Override
  public Stepper start(OptimizerMemory memory) {
    return new Run(memory, inner.start(memory), beta);
  }

  private static final class Run implements Stepper {

    private final OptimizerMemory memory;
    private final GradientTransform.Link link;
    private final Schedule beta;
    private final Tensor fast;
    private final Tensor average;
    private final Tensor training;
    private final double[] state; // Whether it has begun, and the sum of squared rates.

    Run(OptimizerMemory memory, GradientTransform.Link link, Schedule beta) {
      this.memory = memory;
      this.link = link;
      this.beta = beta;
      this.fast = memory.vector();
      this.average = memory.vector();
      this.training = memory.scratch();
      this.state = memory.scalars(2);
    }

    @Override
    public double step(double step, double rate, Objective objective) {
      begin();
      double loss = objective.evaluate();
      link.apply(step, rate);
      memory.kernels().accumulate(1, memory.gradient(), 1, fast);
      state[1] += rate * rate;
      double share = state[1] == 0 ? 0 : rate * rate / state[1];
      memory.kernels().accumulate(share, fast, 1 - share, average);
      double mix = beta.at(step + 1);
      memory.parameters().copyFrom(average);
      memory.kernels().accumulate(1 - mix, fast, mix, memory.parameters());
      return loss;
    }

    private void begin() {
      if (state[0] == 0) {
        fast.copyFrom(memory.parameters());
        average.copyFrom(memory.parameters());
        state[0] = 1;
      }
    }

    @Override
    public void placeEvaluation() {
      begin();
      training.copyFrom(memory.parameters());
      memory.parameters().copyFrom(average);
    }

    @Override
    public void restoreTraining() {
      memory.parameters().copyFrom(training);
    }
  }
}
