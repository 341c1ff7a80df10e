package temper.train;

/**
 * How a training run ended.
 *
 * @param end why it ended
 * @param steps completed steps
 * @param loss the last batch's mean loss before its step; NaN if there was no step
 * @since 0.2
 */
public record Outcome(End end, long steps, double loss) {

  /** Why a run ended. */
  public enum End {
    /** All steps were taken. */
    COMPLETED,
    /** The wanted train loss was reached. */
    REACHED,
    /** The loss was not finite or above what counts as diverged. */
    DIVERGED
  }
}
