package temper.studies;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import temper.data.Dataset;
import temper.lab.config.Parameters;
import temper.lab.config.Plugins;
import temper.lab.study.Column;
import temper.lab.study.Design;
import temper.lab.study.DivergedException;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Table;
import temper.lab.study.TableSchema;
import temper.lab.study.Tables;
import temper.plugin.Choice;
import temper.random.StreamRoot;

/** Runs a study in memory and holds its tables, without an engine. */
public final class MemoryRun implements Tables {

  private static final Parameters PARAMETERS =
      new Parameters(Plugins.discovered(MemoryRun.class.getClassLoader()));

  private final Map<String, Table> trials = new LinkedHashMap<>();
  private final Map<String, Table> tables = new LinkedHashMap<>();

  private MemoryRun() {}

  /**
   * Runs all experiments of a study whose data sets are there.
   *
   * @param study the study
   * @param profile size of the run
   * @param datasets gives a data set by name, null where it is missing
   * @return the tables
   */
  public static MemoryRun of(
      Study study, Profile profile, Function<String, @Nullable Dataset> datasets) {
    MemoryRun run = new MemoryRun();
    for (Experiment<?> experiment : study.experiments()) {
      boolean decided = run.experiments().containsAll(experiment.decidedBy());
      if (decided && available(experiment.datasets(), datasets)) {
        run.run(study.name(), experiment, profile, datasets);
      }
    }
    return run;
  }

  private static boolean available(
      List<String> names, Function<String, @Nullable Dataset> datasets) {
    return names.stream().allMatch(name -> datasets.apply(name) != null);
  }

  private <P extends Record> void run(
      String study,
      Experiment<P> experiment,
      Profile profile,
      Function<String, @Nullable Dataset> datasets) {
    Design<P> design = experiment.design(profile, this);
    for (long cell = 0; cell < design.cells(); cell++) {
      if (!available(experiment.datasets(design.cell().apply(cell)), datasets)) {
        return;
      }
    }
    Rows trialRows = new Rows();
    Map<String, Rows> tableRows = new LinkedHashMap<>();
    experiment.tables().forEach(schema -> tableRows.put(schema.name(), new Rows()));
    for (long cell = 0; cell < design.cells(); cell++) {
      P parameters = design.cell().apply(cell);
      for (int replicate = 0; replicate < design.replicates(); replicate++) {
        MemoryTrial trial =
            new MemoryTrial(
                experiment,
                experiment.datasets(parameters),
                new StreamRoot(study + "/explore"),
                replicate,
                datasets);
        String outcome = "ok";
        try {
          experiment.run(parameters, trial);
        } catch (DivergedException e) {
          outcome = "diverged";
        }
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("trial", cell + "-" + replicate);
        head.put("replicate", (long) replicate);
        flatten("", parameters, head);
        tableRows.values().forEach(rows -> rows.head(head));
        Map<String, @Nullable Object> row = new LinkedHashMap<>(head);
        row.put("outcome", outcome);
        for (Column metric : experiment.metrics()) {
          row.put(metric.name(), trial.metrics.get(metric.name()));
        }
        trialRows.add(row);
        for (TableSchema schema : experiment.tables()) {
          for (@Nullable Object[] cells : trial.rows.get(schema.name())) {
            Map<String, @Nullable Object> line = new LinkedHashMap<>(head);
            for (int i = 0; i < cells.length; i++) {
              line.put(schema.columns().get(i).name(), cells[i]);
            }
            tableRows.get(schema.name()).add(line);
          }
        }
      }
    }
    Map<String, Column.Type> types = new LinkedHashMap<>();
    experiment.metrics().forEach(column -> types.put(column.name(), column.type()));
    trials.put(experiment.name(), trialRows.table(types));
    for (TableSchema schema : experiment.tables()) {
      Map<String, Column.Type> columns = new LinkedHashMap<>();
      schema.columns().forEach(column -> columns.put(column.name(), column.type()));
      tables.put(
          experiment.name() + "/" + schema.name(), tableRows.get(schema.name()).table(columns));
    }
  }

  private static void flatten(String prefix, Record parameters, Map<String, Object> out) {
    for (RecordComponent component : parameters.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        Object value = component.getAccessor().invoke(parameters);
        String column = prefix + snake(component.getName());
        if (value instanceof Choice<?> choice) {
          String text = choice.plugin().name() + PARAMETERS.canonical(choice.parameters());
          out.put(column, text);
        } else if (value instanceof Record nested) {
          flatten(column + ".", nested, out);
        } else {
          out.put(column, value);
        }
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(component.toString(), e);
      }
    }
  }

  /** The name that a parameter has as a column of a stored table. */
  private static String snake(String camel) {
    return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<String> experiments() {
    return trials.keySet();
  }

  @Override
  public Table trials(String experiment) {
    return wanted(trials, experiment);
  }

  @Override
  public Table table(String experiment, String table) {
    return wanted(tables, experiment + "/" + table);
  }

  private static Table wanted(Map<String, Table> from, String name) {
    Table table = from.get(name);
    if (table == null) {
      throw new IllegalArgumentException("no table " + name + " among " + from.keySet());
    }
    return table;
  }

  /** Rows that become a table. */
  private static final class Rows {

    private final List<Map<String, ? extends @Nullable Object>> rows = new ArrayList<>();
    private Map<String, Object> head = Map.of();

    /** What a row begins with, for tables that have none. */
    void head(Map<String, Object> values) {
      head = values;
    }

    void add(Map<String, ? extends @Nullable Object> row) {
      rows.add(row);
    }

    Table table(Map<String, Column.Type> types) {
      Table.Builder builder = Table.builder(rows.size());
      if (rows.isEmpty()) {
        head.forEach(
            (name, value) ->
                empty(
                    builder,
                    name,
                    value instanceof Number ? Column.Type.NUMBER : Column.Type.TEXT));
        types.forEach((name, type) -> empty(builder, name, type));
        return builder.build();
      }
      for (String column : rows.get(0).keySet()) {
        boolean number =
            types.containsKey(column)
                ? types.get(column) == Column.Type.NUMBER
                    || types.get(column) == Column.Type.INTEGER
                : rows.get(0).get(column) instanceof Number;
        if (number) {
          builder.numbers(
              column,
              rows.stream()
                  .mapToDouble(
                      row -> row.get(column) instanceof Number n ? n.doubleValue() : Double.NaN)
                  .toArray());
        } else {
          builder.texts(
              column,
              rows.stream()
                  .map(row -> row.get(column) == null ? "" : String.valueOf(row.get(column)))
                  .toArray(String[]::new));
        }
      }
      return builder.build();
    }

    private static void empty(Table.Builder builder, String name, Column.Type type) {
      if (type == Column.Type.NUMBER || type == Column.Type.INTEGER) {
        builder.numbers(name, new double[0]);
      } else {
        builder.texts(name, new String[0]);
      }
    }
  }
}
