package temper.lab.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import temper.lab.study.Column;
import temper.lab.study.FileNames;
import temper.lab.study.TableSchema;

/**
 * What the CSV files of an experiment look like.
 *
 * @param experiment name of the experiment, which is also the name of its folder
 * @param parameters a column for each parameter, flattened
 * @param varying indices of the parameters that differ between cells, ascending; these stand in
 *     front of the rows of every table
 * @param metrics columns of the one-number results
 * @param tables schemas of the long-form tables
 * @since 0.1
 */
public record Layout(
    String experiment,
    List<Column> parameters,
    List<Integer> varying,
    List<Column> metrics,
    List<TableSchema> tables) {

  /** The columns of trials.csv and summary.csv that are there whatever an experiment measures. */
  private static final List<String> RESERVED =
      List.of("trial", "replicate", "outcome", "reason", "ok", "diverged", "failed", "incomplete");

  /**
   * Checks names and indices.
   *
   * @throws IllegalArgumentException if the name is not lower-kebab, an index is out of range or
   *     out of order, a parameter or metric has the name of a column that every experiment has, or
   *     a file would have two columns or the folder two tables of one name
   */
  public Layout {
    if (!FileNames.isHyphenated(experiment) || !FileNames.isPortable(experiment)) {
      throw new IllegalArgumentException(
          "'"
              + experiment
              + "' cannot name an experiment: lower-case words joined by hyphens, no name of a"
              + " device such as aux");
    }
    parameters = List.copyOf(parameters);
    varying = List.copyOf(varying);
    metrics = List.copyOf(metrics);
    tables = List.copyOf(tables);
    int last = -1;
    for (int index : varying) {
      if (index <= last || index >= parameters.size()) {
        throw new IllegalArgumentException(
            "indices of varying parameters ascend within 0.."
                + (parameters.size() - 1)
                + ", got "
                + varying);
      }
      last = index;
    }
    notReserved(experiment, "parameter", parameters);
    notReserved(experiment, "metric", metrics);
    distinct("trials.csv of '" + experiment + "'", trialsHeader(parameters, metrics));
    distinct(
        "summary.csv of '" + experiment + "'",
        CsvLine.concat(names(parameters), names(Summary.columns(metrics))));
    distinct("experiment '" + experiment + "'", tables.stream().map(TableSchema::name).toList());
    for (TableSchema table : tables) {
      distinct(
          "table '" + table.name() + "'",
          CsvLine.concat(
              List.of("trial", "replicate"),
              CsvLine.concat(
                  varying.stream().map(parameters::get).map(Column::name).toList(),
                  names(table.columns()))));
    }
  }

  /** The header of trials.csv. */
  List<String> trialsHeader() {
    return trialsHeader(parameters, metrics);
  }

  /** The parameters that vary. */
  List<Column> varyingColumns() {
    return varying.stream().map(parameters::get).toList();
  }

  /** Describes what a stored record holds: a journal is readable if this is unchanged. */
  String recordShape() {
    StringBuilder shape = new StringBuilder(experiment).append('\n');
    metrics.forEach(
        column -> shape.append(column.name()).append(' ').append(column.type()).append('\n'));
    for (TableSchema table : tables) {
      shape.append("table ").append(table.name()).append('\n');
      table
          .columns()
          .forEach(
              column -> shape.append(column.name()).append(' ').append(column.type()).append('\n'));
    }
    return shape.toString();
  }

  private static List<String> trialsHeader(List<Column> parameters, List<Column> metrics) {
    return CsvLine.concat(
        CsvLine.concat(List.of("trial", "replicate"), names(parameters)),
        CsvLine.concat(List.of("outcome", "reason"), names(metrics)));
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  private static void notReserved(String experiment, String what, List<Column> columns) {
    for (Column column : columns) {
      if (RESERVED.contains(column.name())) {
        throw new IllegalArgumentException(
            what
                + " '"
                + column.name()
                + "' of experiment '"
                + experiment
                + "' needs another name: the tables of every experiment have the columns "
                + String.join(", ", RESERVED));
      }
    }
  }

  private static void distinct(String where, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(where + " has two of the name '" + name + "'");
      }
    }
  }
}
