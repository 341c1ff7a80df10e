package temper.lab.engine;

/**
 * A design that cannot be planned, or is larger than a run may be without being asked.
 *
 * @since 0.1
 */
public final class PlanException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * The exception.
   *
   * @param message what is wrong and what to do about it
   */
  public PlanException(String message) {
    super(message);
  }
}
