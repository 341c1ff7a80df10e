package temper.schedule;

/**
 * A schedule that is found by name.
 *
 * <p>The parameters of a schedule that is made of others have components of the type {@code
 * Choice<SchedulePlugin<?>>}.
 *
 * @param <P> the record of parameters
 * @since 0.1
 */
public interface SchedulePlugin<P extends Record> extends ControlPlugin<P> {

  /**
   * The schedule for a run. All that can be computed beforehand is computed here, so that a value
   * costs nanoseconds.
   *
   * @param parameters parameters that keep their constraints; {@link Schedule#of} checks them
   * @param horizon length of the run
   * @return a schedule that keeps the conventions of this package
   * @throws IllegalArgumentException if a length cannot be resolved for this horizon
   */
  Schedule create(P parameters, Horizon horizon);

  @Override
  default Controller control(P parameters, Horizon horizon) {
    return Controller.of(create(parameters, horizon));
  }

  @Override
  default boolean scheduled() {
    return true;
  }
}
