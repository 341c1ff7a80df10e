package temper.optim;

import temper.plugin.Choice;
import temper.plugin.Constraints;
import temper.plugin.ParameterizedPlugin;
import temper.schedule.Horizon;

/**
 * An optimiser that is found by name.
 *
 * <p>The learning rate is not among the parameters: it is chosen beside the optimiser, as a
 * schedule or a controller. Every other hyper-parameter is a schedule.
 *
 * @param <P> the record of parameters
 * @since 0.2
 */
public interface OptimizerPlugin<P extends Record> extends ParameterizedPlugin<P> {

  /**
   * The optimiser for a run.
   *
   * @param parameters parameters that keep their constraints
   * @param horizon length of the run, for the schedules among the parameters
   * @return an immutable optimiser
   * @throws IllegalArgumentException if a length cannot be resolved for this horizon
   */
  Optimizer create(P parameters, Horizon horizon);

  /**
   * The optimiser that a user chose.
   *
   * @param choice plug-in and parameters
   * @param horizon length of the run
   * @return the optimiser
   * @throws IllegalArgumentException if a parameter breaks a constraint or a length cannot be
   *     resolved
   */
  static Optimizer of(Choice<OptimizerPlugin<?>> choice, Horizon horizon) {
    return ofUnchecked(choice.plugin(), choice.parameters(), horizon);
  }

  @SuppressWarnings("unchecked") // A choice has checked that the parameters are the plug-in's.
  private static <P extends Record> Optimizer ofUnchecked(
      OptimizerPlugin<P> plugin, Record parameters, Horizon horizon) {
    return plugin.create(Constraints.require((P) parameters), horizon);
  }
}
