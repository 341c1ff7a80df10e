package temper.studies;

import java.util.Set;
import temper.lab.study.Table;
import temper.lab.study.Tables;

/**
 * The tables of one experiment, all of which are the same.
 *
 * @param experiment name of the experiment
 * @param table its trials and whatever other table is asked for
 */
public record FixedTables(String experiment, Table table) implements Tables {

  @Override
  public Set<String> experiments() {
    return Set.of(experiment);
  }

  @Override
  public Table trials(String name) {
    return table(name, "trials");
  }

  @Override
  public Table table(String name, String wanted) {
    if (!name.equals(experiment)) {
      throw new IllegalArgumentException("no table " + wanted + " of " + name);
    }
    return table;
  }
}
