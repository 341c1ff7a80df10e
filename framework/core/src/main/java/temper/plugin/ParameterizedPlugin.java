package temper.plugin;

import java.util.List;

/**
 * A plug-in that is configured by a record of parameters.
 *
 * <p>Each component of the record is one parameter; its constraints are the annotations of this
 * package, and rules between components are checked by the record's constructor.
 *
 * @param <P> the record of parameters
 * @since 0.1
 */
public interface ParameterizedPlugin<P extends Record> extends Plugin {

  /**
   * The one place of every default.
   *
   * @return parameters that satisfy their own constraints
   */
  P defaults();

  /**
   * Settings that the contract tests run and the catalogue shows.
   *
   * @return at least one example
   */
  List<Example<P>> examples();
}
