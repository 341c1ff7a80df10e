package temper.lab.study;

/**
 * Ends a trial whose values left every bound. Divergence is an outcome that is recorded and
 * counted; rows and metrics that were written before are kept.
 *
 * @since 0.1
 */
public final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A divergence.
   *
   * @param reason what diverged and when, such as {@code loss is NaN at step 17}; deterministic
   */
  public DivergedException(String reason) {
    super(reason, null, false, false);
  }
}
