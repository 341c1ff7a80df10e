package temper.lab.study;

import java.util.Set;

/**
 * The tables that a design sees which is decided by no earlier experiment: none.
 *
 * @since 0.1
 */
public enum NoTables implements Tables {
  /** The only instance. */
  INSTANCE;

  @Override
  public Set<String> experiments() {
    return Set.of();
  }

  @Override
  public Table trials(String experiment) {
    throw new IllegalArgumentException(
        "no tables of '" + experiment + "': the experiment did not say that it is decided by it");
  }

  @Override
  public Table table(String experiment, String table) {
    return trials(experiment);
  }
}
