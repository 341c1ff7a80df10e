package temper.schedule;

/**
 * A controller that is found by name.
 *
 * @param <P> the record of parameters
 * @since 0.1
 */
public interface ControllerPlugin<P extends Record> extends ControlPlugin<P> {

  /**
   * The rule by which values come about, with the parameters' names as a config writes them, for
   * the catalogue.
   *
   * @return a line of plain text, for example {@code After more than patience bad measurements in a
   *     row: value = max(value * factor, minimum).}
   */
  String formula();

  /**
   * A controller for one run, at its beginning.
   *
   * @param parameters parameters that keep their constraints
   * @param horizon length of the run
   * @return a controller of its own for each call
   * @throws IllegalArgumentException if a length cannot be resolved for this horizon
   */
  Controller create(P parameters, Horizon horizon);

  @Override
  default Controller control(P parameters, Horizon horizon) {
    return create(parameters, horizon);
  }

  @Override
  default boolean scheduled() {
    return false;
  }
}
