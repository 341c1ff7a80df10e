package temper.lab.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import temper.lab.study.Column;
import temper.lab.study.Experiment;

/**
 * The parameters of a cell as they stand in tables: the leaves of its record, and the labels of
 * swept subtrees in their place or behind them.
 *
 * @param <P> the record of parameters
 * @since 0.1
 */
public final class CellTexts<P extends Record> {

  private static final int NO_LABEL = -1;

  private final Parameters parameters;
  private final SweptDesign<P> design;
  private final List<Column> columns;

  /** For each column the place of its label. */
  private final int[] labels;

  private CellTexts(
      Parameters parameters, SweptDesign<P> design, List<Column> columns, int[] labels) {
    this.parameters = parameters;
    this.design = design;
    this.columns = columns;
    this.labels = labels;
  }

  /**
   * The texts of a design.
   *
   * @param experiment the experiment
   * @param design its cells and the labels of what is swept
   * @param parameters reads parameter records
   * @param <P> the record of parameters
   * @return the texts of its cells
   */
  public static <P extends Record> CellTexts<P> of(
      Experiment<P> experiment, SweptDesign<P> design, Parameters parameters) {
    List<Column> columns = new ArrayList<>(parameters.columns(experiment.defaults()));
    int leaves = columns.size();
    int[] labels = new int[leaves + design.labelColumns().size()];
    Arrays.fill(labels, NO_LABEL);
    for (int label = 0; label < design.labelColumns().size(); label++) {
      Column column = design.labelColumns().get(label);
      int place = indexOf(columns, column.name());
      if (place < 0) {
        place = columns.size();
        columns.add(column);
      } else {
        columns.set(place, column);
      }
      labels[place] = label;
    }
    return new CellTexts<>(
        parameters, design, List.copyOf(columns), Arrays.copyOf(labels, columns.size()));
  }

  private static int indexOf(List<Column> columns, String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The columns of the parameters.
   *
   * @return a column for each leaf of the record, then those of labels that take no leaf's place
   */
  public List<Column> columns() {
    return columns;
  }

  /**
   * The texts of a cell whose record is at hand.
   *
   * @param cell index of the cell
   * @param values its record
   * @return a text for each column
   */
  public List<String> of(long cell, P values) {
    List<String> leaves = parameters.cells(values);
    if (design.labelColumns().isEmpty()) {
      return leaves;
    }
    List<String> own = design.labels().apply(cell);
    List<String> out = new ArrayList<>(labels.length);
    for (int i = 0; i < labels.length; i++) {
      out.add(labels[i] == NO_LABEL ? leaves.get(i) : own.get(labels[i]));
    }
    return out;
  }
}
