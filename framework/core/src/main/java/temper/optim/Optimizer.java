package temper.optim;

/**
 * A method that lowers a loss by its gradients. Immutable: all that changes lies in the memory.
 *
 * @since 0.2
 */
@FunctionalInterface
public interface Optimizer {

  /**
   * Asks for all state and is ready for the first step.
   *
   * @param memory what the run works on
   * @return the method at work
   */
  Stepper start(OptimizerMemory memory);

  /** An optimiser at work in one run. Used by one thread; a step allocates nothing. */
  interface Stepper {

    /**
     * Evaluates the objective, once or more often, and changes the parameters.
     *
     * @param step number of completed steps
     * @param rate the learning rate of this step
     * @param objective the loss of this step's batch
     * @return the loss at the parameters before the step
     */
    double step(double step, double rate, Objective objective);

    /**
     * Puts parameters in place that are worth evaluating, where those of training are not.
     *
     * <p>Called in pairs with {@link #restoreTraining}; by default both do nothing.
     */
    default void placeEvaluation() {}

    /** Puts the parameters of training back. */
    default void restoreTraining() {}
  }
}
