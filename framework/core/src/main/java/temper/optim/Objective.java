package temper.optim;

/**
 * The loss that an optimiser lowers, at one step: of one batch, drawn before the step began.
 *
 * @since 0.2
 */
@FunctionalInterface
public interface Objective {

  /**
   * Computes the loss at the present parameters, and its gradient over the memory's gradient.
   *
   * @return the loss
   */
  double evaluate();
}
