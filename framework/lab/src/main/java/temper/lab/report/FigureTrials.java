package temper.lab.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import temper.lab.store.CsvWriter;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.lab.study.chart.Chart;

/**
 * Tables that note which trials a figure reads, so that every point can be traced to the trials it
 * may come from without a study having to say so.
 */
final class FigureTrials implements Tables {

  /** Stands for every trial of an experiment. */
  static final String ALL = "*";

  private static final String TRIAL = "trial";

  private final Tables tables;
  private final Map<String, Set<String>> read = new LinkedHashMap<>();

  private FigureTrials(Tables tables) {
    this.tables = tables;
  }

  /** What a figure shows and the trials that it was made of. */
  record Traced(Chart chart, String csv) {}

  /** Draws a figure and notes what it reads. */
  static Traced trace(Figure figure, Tables tables) {
    FigureTrials traced = new FigureTrials(tables);
    Chart chart = figure.chart().apply(traced);
    return new Traced(chart, traced.csv(figure));
  }

  @Override
  public Set<String> experiments() {
    return tables.experiments();
  }

  @Override
  public Table trials(String experiment) {
    return watched(experiment, tables.trials(experiment));
  }

  @Override
  public Table table(String experiment, String table) {
    return watched(experiment, tables.table(experiment, table));
  }

  private Table watched(String experiment, Table table) {
    if (!table.columns().contains(TRIAL)) {
      return table;
    }
    Set<String> ids = read.computeIfAbsent(experiment, name -> new LinkedHashSet<>());
    return table.watched(rows -> ids.addAll(rows.texts(TRIAL)));
  }

  /**
   * A row for each trial, in plan order; where every trial of an experiment was read, or only its
   * summary, a single row with {@value #ALL}.
   */
  private String csv(Figure figure) {
    CsvWriter out = new CsvWriter();
    out.row(List.of("experiment", TRIAL));
    Set<String> names = new LinkedHashSet<>(figure.experiments());
    names.addAll(read.keySet());
    for (String name : names) {
      Set<String> ids = read.getOrDefault(name, Set.of());
      List<String> all = tables.trials(name).texts(TRIAL);
      if (ids.isEmpty() || ids.size() == all.size()) {
        out.row(List.of(name, ALL));
      } else {
        all.stream().filter(ids::contains).forEach(id -> out.row(List.of(name, id)));
      }
    }
    return out.toString();
  }
}
