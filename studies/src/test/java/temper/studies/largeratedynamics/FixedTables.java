package temper.studies.largeratedynamics;

import java.util.Set;
import temper.lab.study.Table;
import temper.lab.study.Tables;

/** The trials of every experiment. */
record FixedTables(Table table) implements Tables {

  @Override
  public Set<String> experiments() {
    return Set.of();
  }

  @Override
  public Table trials(String name) {
    return table;
  }

  @Override
  public Table table(String name, String wanted) {
    throw new IllegalArgumentException("no table " + wanted);
  }
}
