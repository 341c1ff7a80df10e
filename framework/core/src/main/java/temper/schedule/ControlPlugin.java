package temper.schedule;

import temper.plugin.Choice;
import temper.plugin.Constraints;
import temper.plugin.ParameterizedPlugin;
import temper.plugin.Unites;

/**
 * A schedule or a controller that is found by name: what a quantity is driven by where both will
 * do, such as a learning rate.
 *
 * @param <P> the record of parameters
 * @since 0.2
 */
@Unites({SchedulePlugin.class, ControllerPlugin.class})
public interface ControlPlugin<P extends Record> extends ParameterizedPlugin<P> {

  /**
   * A controller for one run, at its beginning.
   *
   * @param parameters parameters that keep their constraints
   * @param horizon length of the run
   * @return a controller of its own for each call
   * @throws IllegalArgumentException if a length cannot be resolved for this horizon
   */
  Controller control(P parameters, Horizon horizon);

  /**
   * Whether the value depends on the number of observations alone, and not on what is observed.
   *
   * @return true for schedules
   */
  boolean scheduled();

  /**
   * The controller that a user chose.
   *
   * @param choice plug-in and parameters
   * @param horizon length of the run
   * @return a controller of its own for each call
   * @throws IllegalArgumentException if a parameter breaks a constraint or a length cannot be
   *     resolved
   */
  static Controller of(Choice<ControlPlugin<?>> choice, Horizon horizon) {
    return ofUnchecked(choice.plugin(), choice.parameters(), horizon);
  }

  @SuppressWarnings("unchecked") // A choice has checked that the parameters are the plug-in's.
  private static <P extends Record> Controller ofUnchecked(
      ControlPlugin<P> plugin, Record parameters, Horizon horizon) {
    return plugin.control(Constraints.require((P) parameters), horizon);
  }
}
