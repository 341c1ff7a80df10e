package temper.optim;

import temper.tensor.Tensor;

/**
 * Evaluates an average of the parameters of the steps so far instead of the last ones: averaging in
 * the place of annealing.
 *
 * <p>The average takes part in nothing else: the steps are those of the other optimiser alone.
 *
 * <p>Boundary: before the first step that is averaged, the parameters themselves are evaluated.
 *
 * <p>Source: B. T. Polyak and A. B. Juditsky, Acceleration of stochastic approximation by averaging
 * (1992), for the mean; P. Izmailov et al., Averaging weights leads to wider optima, UAI (2018),
 * for the mean over every {@code every} steps from {@code from} on (SWA).
 *
 * @param inner the other optimiser
 * @param from number of completed steps from which on parameters are averaged, {@code >= 0}; a part
 *     of a step counts as a whole one
 * @param every steps between two parameters that are averaged, {@code >= 1}
 * @param decay 0 for the mean of all; otherwise the factor of an exponential moving average, which
 *     is corrected for its start
 * @since 0.2
 */
public record Averaging(Optimizer inner, double from, int every, double decay)
    implements Optimizer {

  /**
   * Rejects numbers out of range.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public Averaging {
    if (!(from >= 0) || every < 1 || !(decay >= 0 && decay < 1)) {
      throw new IllegalArgumentException(
          "averaging needs from >= 0, every >= 1 and 0 <= decay < 1, got %s, %d and %s"
              .formatted(from, every, decay));
    }
  }

  @Override
  public Stepper start(OptimizerMemory memory) {
    return new Run(this, memory);
  }

  private static final class Run implements Stepper {

    private final Averaging averaging;
    private final OptimizerMemory memory;
    private final Stepper inner;
    private final Tensor average;
    private final Tensor training;
    private final double[] weight; // The sum of weights in the average.

    Run(Averaging averaging, OptimizerMemory memory) {
      this.averaging = averaging;
      this.memory = memory;
      this.inner = averaging.inner.start(memory);
      this.average = memory.vector();
      this.training = memory.scratch();
      this.weight = memory.scalars(1);
    }

    @Override
    public double step(double step, double rate, Objective objective) {
      double loss = inner.step(step, rate, objective);
      double completed = step + 1;
      double since = completed - Math.ceil(averaging.from);
      if (since >= 0 && since % averaging.every == 0) {
        double kept = averaging.decay == 0 ? 1 : averaging.decay;
        double added = averaging.decay == 0 ? 1 : 1 - averaging.decay;
        weight[0] = kept * weight[0] + added;
        double share = added / weight[0];
        memory.kernels().accumulate(share, memory.parameters(), 1 - share, average);
      }
      return loss;
    }

    @Override
    public void placeEvaluation() {
      inner.placeEvaluation();
      training.copyFrom(memory.parameters());
      if (weight[0] > 0) {
        memory.parameters().copyFrom(average);
      }
    }

    @Override
    public void restoreTraining() {
      memory.parameters().copyFrom(training);
      inner.restoreTraining();
    }
  }
}
