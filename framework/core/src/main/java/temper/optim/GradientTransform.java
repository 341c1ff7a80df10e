package temper.optim;

/**
 * One link of a chain that turns a gradient into an update. Immutable.
 *
 * @since 0.2
 */
@FunctionalInterface
public interface GradientTransform {

  /**
   * Asks for all state and is ready for the first step.
   *
   * @param memory what the run works on
   * @return the transform at work
   */
  Link start(OptimizerMemory memory);

  /** A transform at work in one run. */
  @FunctionalInterface
  interface Link {

    /**
     * Changes the memory's gradient in place. Reads the parameters, never changes them.
     *
     * @param step number of completed steps
     * @param rate the learning rate of this step
     */
    void apply(double step, double rate);
  }
}
