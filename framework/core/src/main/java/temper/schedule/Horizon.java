package temper.schedule;

/**
 * The length of a run.
 *
 * @param totalSteps number of steps, {@code > 0}; infinite for a run without a planned end
 * @param stepsPerEpoch steps in one pass over the data, {@code > 0} and finite; 0 where there are
 *     no epochs
 * @param afterEnd what a step beyond the last one means
 * @since 0.1
 */
public record Horizon(double totalSteps, double stepsPerEpoch, AfterEnd afterEnd) {

  /**
   * What a step beyond the end of the run means.
   *
   * @since 0.1
   */
  public enum AfterEnd {
    /** The value at the end is kept. */
    CLAMP,
    /** A mistake, which is refused. */
    ERROR
  }

  /**
   * Checks ranges.
   *
   * @throws IllegalArgumentException if there are no steps, steps per epoch are negative or
   *     infinite, or a number is NaN
   */
  public Horizon {
    if (!(totalSteps > 0)) {
      throw new IllegalArgumentException("totalSteps must be > 0, got " + totalSteps);
    }
    if (!(stepsPerEpoch >= 0) || Double.isInfinite(stepsPerEpoch)) {
      throw new IllegalArgumentException(
          "stepsPerEpoch must be >= 0 and finite, got " + stepsPerEpoch);
    }
  }

  /**
   * A run after whose end the last value is kept.
   *
   * @param totalSteps number of steps, {@code > 0}
   * @param stepsPerEpoch steps in one pass over the data, {@code > 0}; 0 where there are no epochs
   */
  public Horizon(double totalSteps, double stepsPerEpoch) {
    this(totalSteps, stepsPerEpoch, AfterEnd.CLAMP);
  }

  /**
   * A run without epochs.
   *
   * @param totalSteps number of steps, {@code > 0}
   * @return the horizon
   */
  public static Horizon ofSteps(double totalSteps) {
    return new Horizon(totalSteps, 0);
  }

  /**
   * A run of whole epochs.
   *
   * @param epochs number of epochs, {@code > 0}
   * @param stepsPerEpoch steps in one epoch, {@code > 0}
   * @return the horizon
   */
  public static Horizon ofEpochs(double epochs, double stepsPerEpoch) {
    return new Horizon(epochs * stepsPerEpoch, stepsPerEpoch);
  }

  /**
   * A run without a planned end, in which no percentage can be resolved.
   *
   * @return the horizon
   */
  public static Horizon endless() {
    return new Horizon(Double.POSITIVE_INFINITY, 0);
  }

  /**
   * The same run, in which a step beyond the end is a mistake.
   *
   * @return a horizon whose schedules refuse such a step
   */
  public Horizon strict() {
    return new Horizon(totalSteps, stepsPerEpoch, AfterEnd.ERROR);
  }

  /**
   * The horizon of a part of the run. The whole refuses steps beyond its end if it is strict; a
   * part never does, since a boundary between parts may be rounded.
   *
   * @param steps number of steps of the part, {@code > 0}
   * @return a horizon with the same epochs
   */
  public Horizon part(double steps) {
    return new Horizon(steps, stepsPerEpoch);
  }

  /**
   * The step at which a schedule has its value: beyond the horizon, the horizon itself.
   *
   * @param step the step that is asked for
   * @return the step, at most {@link #totalSteps}
   * @throws IllegalArgumentException if the step is negative or NaN, or beyond the horizon of a
   *     strict run
   */
  public double clamp(double step) {
    if (step >= 0 && step <= totalSteps) {
      return step + 0.0; // No negative zero, which searches among boundaries would put before 0.
    }
    if (!(step >= 0) || afterEnd == AfterEnd.ERROR) {
      throw new IllegalArgumentException(
          "step must be >= 0"
              + (afterEnd == AfterEnd.ERROR ? " and <= " + totalSteps : "")
              + ", got "
              + step);
    }
    return totalSteps;
  }
}
