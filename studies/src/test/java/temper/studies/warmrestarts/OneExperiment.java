package temper.studies.warmrestarts;

import java.util.Set;
import temper.lab.study.Table;
import temper.lab.study.Tables;

/** The trials of one experiment. */
record OneExperiment(String name, Table table) implements Tables {

  @Override
  public Set<String> experiments() {
    return Set.of(name);
  }

  @Override
  public Table trials(String experiment) {
    return table;
  }

  @Override
  public Table table(String experiment, String wanted) {
    throw new IllegalArgumentException("no table " + wanted);
  }
}
