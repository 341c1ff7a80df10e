package temper.lab.engine;

import java.util.Set;
import temper.lab.study.Table;
import temper.lab.study.Tables;

/** The tables that a design sees which is decided by no earlier experiment: none. */
enum NoTables implements Tables {
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
