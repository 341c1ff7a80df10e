package temper.optim;

import temper.tensor.Tensor;

/**
 * Slow weights that follow the fast ones of another optimiser: after every {@code period} steps
 * {@code slow = slow + share (fast - slow)}, and the fast ones start again from there.
 *
 * <p>Boundary: the slow weights are the parameters before the first step. The other optimiser keeps
 * its state when the fast weights are put back. Between two updates of the slow weights the fast
 * ones are evaluated, or what the other optimiser evaluates in their place.
 *
 * <p>Source: M. R. Zhang et al., Lookahead optimizer: k steps forward, 1 step back, NeurIPS (2019),
 * algorithm 1.
 *
 * @param inner the other optimiser
 * @param period steps between two updates of the slow weights, {@code >= 1}
 * @param share how far the slow weights go, from 0 to 1
 * @since 0.2
 */
public record Lookahead(Optimizer inner, int period, double share) implements Optimizer {

  @Override
  public Stepper start(OptimizerMemory memory) {
    return new Run(this, memory);
  }

  private static final class Run implements Stepper {

    private final Lookahead lookahead;
    private final OptimizerMemory memory;
    private final Stepper fast;
    private final Tensor slow;
    private final double[] begun;

    Run(Lookahead lookahead, OptimizerMemory memory) {
      this.lookahead = lookahead;
      this.memory = memory;
      this.fast = lookahead.inner.start(memory);
      this.slow = memory.vector();
      this.begun = memory.scalars(1);
    }

    @Override
    public double step(double step, double rate, Objective objective) {
      if (begun[0] == 0) {
        slow.copyFrom(memory.parameters());
        begun[0] = 1;
      }
      double loss = fast.step(step, rate, objective);
      if ((step + 1) % lookahead.period == 0) {
        double share = lookahead.share;
        memory.kernels().accumulate(share, memory.parameters(), 1 - share, slow);
        memory.parameters().copyFrom(slow);
      }
      return loss;
    }

    @Override
    public void placeEvaluation() {
      fast.placeEvaluation();
    }

    @Override
    public void restoreTraining() {
      fast.restoreTraining();
    }
  }
}
