package temper.schedule;

import temper.plugin.Choice;
import temper.plugin.Constraints;

/**
 * A quantity as a function of the step: a learning rate, a momentum, a temperature, a noise level.
 *
 * <p>A schedule is pure, safe for use by many threads, and in closed form: the value at a step does
 * not depend on which steps were asked for before. Steps are real numbers, so that the same
 * schedule also runs on a continuous clock.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Schedule {

  /**
   * The value at a step.
   *
   * @param step number of completed steps, {@code >= 0}; need not be whole
   * @return the value
   * @throws IllegalArgumentException if the step is negative or NaN
   */
  double at(double step);

  /**
   * The values at consecutive steps; equal to what {@link #at} gives for each of them.
   *
   * @param firstStep step of the first value, {@code >= 0}
   * @param out overwritten with the values at {@code firstStep}, {@code firstStep + 1}, ...
   * @throws IllegalArgumentException if the step is negative or NaN
   */
  default void fill(double firstStep, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = at(firstStep + i);
    }
  }

  /**
   * The values at consecutive steps in single precision.
   *
   * @param firstStep step of the first value, {@code >= 0}
   * @param out overwritten with the values at {@code firstStep}, {@code firstStep + 1}, ...
   * @throws IllegalArgumentException if the step is negative or NaN
   */
  default void fill(double firstStep, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) at(firstStep + i);
    }
  }

  /**
   * The schedule that a user chose.
   *
   * @param choice plug-in and parameters
   * @param horizon length of the run, or of the part of it that the schedule governs
   * @return the schedule
   * @throws IllegalArgumentException if a parameter breaks a constraint or a length cannot be
   *     resolved
   */
  static Schedule of(Choice<SchedulePlugin<?>> choice, Horizon horizon) {
    return ofUnchecked(choice.plugin(), choice.parameters(), horizon);
  }

  /**
   * The schedule of a plug-in, after a check of the parameters.
   *
   * @param plugin the plug-in
   * @param parameters its parameters
   * @param horizon length of the run
   * @param <P> the plug-in's record of parameters
   * @return the schedule
   * @throws IllegalArgumentException if a parameter breaks a constraint or a length cannot be
   *     resolved
   */
  static <P extends Record> Schedule of(SchedulePlugin<P> plugin, P parameters, Horizon horizon) {
    return plugin.create(Constraints.require(parameters), horizon);
  }

  @SuppressWarnings("unchecked") // A choice has checked that the parameters are the plug-in's.
  private static <P extends Record> Schedule ofUnchecked(
      SchedulePlugin<P> plugin, Record parameters, Horizon horizon) {
    return of(plugin, (P) parameters, horizon);
  }
}
