package temper.studies.annealingfolklore;

import java.util.Map;
import java.util.Set;
import temper.lab.study.Table;
import temper.lab.study.Tables;

/** The trials, or the one table, of some experiments. */
record FixedTables(Map<String, Table> tables) implements Tables {

  static FixedTables of(String experiment, Table table) {
    return new FixedTables(Map.of(experiment, table));
  }

  @Override
  public Set<String> experiments() {
    return tables.keySet();
  }

  @Override
  public Table trials(String name) {
    return table(name, "trials");
  }

  @Override
  public Table table(String name, String wanted) {
    Table table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("no table " + wanted + " of " + name);
    }
    return table;
  }
}
