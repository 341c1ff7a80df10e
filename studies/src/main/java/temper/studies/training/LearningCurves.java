package temper.studies.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import temper.lab.plot.ValueLabels;
import temper.lab.study.Figure;
import temper.lab.study.Table;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.numerics.NumberText;
import temper.stats.Interval;
import temper.stats.Mean;

/**
 * Losses and accuracies over the epochs, the learning rate underneath, of an experiment of {@link
 * NetworkTraining}.
 *
 * @since 0.2
 */
public final class LearningCurves {

  private static final double CONFIDENCE = 0.95;
  private static final int MOST_CURVES = 6;

  private static final String VALUE = ".value";

  private LearningCurves() {}

  /**
   * The figure of one experiment.
   *
   * @param id name of the figure's files
   * @param title what it shows
   * @param experiment name of a {@link NetworkTraining}
   * @return learning curves of its cells
   */
  public static Figure figure(String id, String title, String experiment) {
    return new Figure(
        id,
        title,
        "Means over replicates with 95 % intervals of Student, clipped to possible values. The train"
            + " loss is the mean of the batches since the measurement before.",
        List.of(experiment),
        tables ->
            chart(
                tables.table(experiment, NetworkTraining.CURVE),
                diverged(tables.trials(experiment))));
  }

  /** One cell: its label and, for each evaluation, the rows of all replicates. */
  private record Curve(String label, List<Table> evaluations) {

    int runs() {
      return evaluations.get(0).rows();
    }

    double[] epochs() {
      return evaluations.stream().mapToDouble(rows -> rows.numbers("epoch")[0]).toArray();
    }

    double lastTestLoss() {
      double loss = mean("test_loss", evaluations.size() - 1);
      return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }

    double mean(String column, int evaluation) {
      double[] values = present(column, evaluation);
      return values.length == 0 ? Double.NaN : Arrays.stream(values).sum() / values.length;
    }

    Interval interval(String column, int evaluation) {
      double[] values = present(column, evaluation);
      double mean = mean(column, evaluation);
      return values.length < 2 ? new Interval(mean, mean) : Mean.of(values).interval(CONFIDENCE);
    }

    private double[] present(String column, int evaluation) {
      return Arrays.stream(evaluations.get(evaluation).numbers(column))
          .filter(value -> !Double.isNaN(value))
          .toArray();
    }
  }

  private static Set<String> diverged(Table trials) {
    return Set.copyOf(
        trials.select(row -> trials.texts("outcome").get(row).equals("diverged")).texts("trial"));
  }

  private static Chart chart(Table table, Set<String> diverged) {
    List<Optional<Curve>> cells = curves(table, diverged);
    List<Curve> all = cells.stream().flatMap(Optional::stream).toList();
    List<Curve> curves = best(all);
    Axis epochs = Axis.linear("epoch");
    String which = remarks(cells.size(), all.size(), curves);
    return new Chart(
        List.of(
            panel("test loss" + which, "test_loss", epochs, Axis.linear("test loss"), curves),
            panel("test accuracy", "test_accuracy", epochs, Axis.linear("test accuracy"), curves),
            panel("train loss", "batch_loss", epochs, Axis.linear("train loss"), curves),
            panel("learning rate", "learning_rate", epochs, Axis.linear("rate"), curves)),
        2);
  }

  /** What is not drawn, and of how many runs means are. */
  private static String remarks(int cells, int finished, List<Curve> curves) {
    String remarks = "";
    if (curves.size() < finished) {
      remarks += ", best %d of %d cells".formatted(curves.size(), finished);
    }
    if (finished < cells) {
      remarks += ", %d of %d cells diverged".formatted(cells - finished, cells);
    }
    int[] runs = curves.stream().mapToInt(Curve::runs).distinct().toArray();
    if (runs.length == 1 && runs[0] > 1) {
      remarks += ", %d replicates".formatted(runs[0]);
    }
    return remarks;
  }

  private static Panel panel(String title, String column, Axis x, Axis y, List<Curve> curves) {
    List<Layer> bands = new ArrayList<>();
    List<Layer> lines = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      int count = curve.evaluations().size();
      double[] mean = new double[count];
      double[] low = new double[count];
      double[] high = new double[count];
      for (int k = 0; k < count; k++) {
        Interval interval = curve.interval(column, k);
        mean[k] = curve.mean(column, k);
        low[k] = Math.max(0, interval.low());
        high[k] = column.endsWith("accuracy") ? Math.min(1, interval.high()) : interval.high();
      }
      if (curve.runs() > 1 && !column.equals("learning_rate")) {
        bands.add(new Layer.Band("", Ink.of(i), curve.epochs(), low, high));
      }
      lines.add(
          column.equals("learning_rate")
              ? staircase(curve.label(), Ink.of(i), curve.epochs(), mean)
              : new Layer.Line(curve.label(), Ink.of(i), curve.epochs(), mean));
    }
    bands.addAll(lines);
    return new Panel(title, x, y, bands);
  }

  /**
   * A line that jumps where the rate stood still before and after: what is known at an evaluation
   * is the rate of the last step before it, so that a drop in between is one of the steps that
   * follow.
   */
  private static Layer.Line staircase(String label, Ink ink, double[] x, double[] y) {
    DoubleStream.Builder across = DoubleStream.builder();
    DoubleStream.Builder up = DoubleStream.builder();
    for (int k = 0; k < x.length; k++) {
      if (k > 0 && jumps(y, k)) {
        across.add(x[k - 1]);
        up.add(y[k]);
      }
      across.add(x[k]);
      up.add(y[k]);
    }
    return new Layer.Line(label, ink, across.build().toArray(), up.build().toArray());
  }

  /** Whether a value differs from the one before, and those beside the two, if any, do not. */
  private static boolean jumps(double[] y, int k) {
    boolean stoodBefore = k < 2 || y[k - 2] == y[k - 1];
    boolean standsAfter = k + 1 >= y.length || y[k] == y[k + 1];
    return y[k] != y[k - 1] && stoodBefore && standsAfter && y.length > 2;
  }

  /** A curve for each cell; none for a cell of which all runs diverged. */
  private static List<Optional<Curve>> curves(Table table, Set<String> diverged) {
    Map<List<String>, List<Integer>> cells = new LinkedHashMap<>();
    List<List<String>> columns =
        varying(table).stream().map(column -> texts(table, column)).toList();
    List<Map<String, String>> labels = columns.stream().map(ValueLabels::of).toList();
    for (int row = 0; row < table.rows(); row++) {
      int at = row;
      List<String> values = columns.stream().map(column -> column.get(at)).toList();
      cells.computeIfAbsent(values, cell -> new ArrayList<>()).add(row);
    }
    List<Optional<Curve>> curves = new ArrayList<>();
    cells.forEach(
        (values, rows) -> {
          List<String> label = new ArrayList<>();
          for (int i = 0; i < values.size(); i++) {
            label.add(labels.get(i).getOrDefault(values.get(i), values.get(i)));
          }
          // What another parameter has no use for has no value there.
          label.removeIf(String::isEmpty);
          curves.add(curve(String.join(", ", label), table, rows, diverged));
        });
    return curves;
  }

  private static List<Curve> best(List<Curve> curves) {
    if (curves.size() <= MOST_CURVES) {
      return curves;
    }
    List<Curve> best = new ArrayList<>(curves);
    best.sort(Comparator.comparingDouble(Curve::lastTestLoss));
    return List.copyOf(best.subList(0, MOST_CURVES));
  }

  private static Optional<Curve> curve(
      String label, Table table, List<Integer> rows, Set<String> diverged) {
    List<String> trials = table.texts("trial");
    Set<String> all = new LinkedHashSet<>();
    Set<String> lost = new LinkedHashSet<>();
    boolean[] wanted = new boolean[table.rows()];
    for (int row : rows) {
      String trial = trials.get(row);
      all.add(trial);
      wanted[row] = !diverged.contains(trial);
      if (!wanted[row]) {
        lost.add(trial);
      }
    }
    if (lost.size() == all.size()) {
      return Optional.empty();
    }
    String full =
        lost.isEmpty()
            ? label
            : "%s (%d of %d diverged, left out)".formatted(label, lost.size(), all.size()).strip();
    Table kept = table.select(row -> wanted[row]);
    return Optional.of(new Curve(full, List.copyOf(kept.groupBy("epoch").values())));
  }

  /** Columns of parameters that tell cells apart, without those that hold others in full. */
  private static List<String> varying(Table table) {
    List<String> varying = new ArrayList<>();
    for (String column : table.columns()) {
      if (column.equals("step")) {
        break;
      }
      boolean parameter = !column.equals("trial") && !column.equals("replicate");
      if (parameter && texts(table, column).stream().distinct().count() > 1) {
        varying.add(column);
      }
    }
    // A label speaks for its value, which stands beside it.
    Set<String> labelled = new LinkedHashSet<>(varying);
    labelled.removeIf(column -> !varying.contains(column + VALUE));
    labelled.forEach(column -> varying.remove(column + VALUE));
    return varying.stream()
        .filter(
            one ->
                labelled.contains(one)
                    || varying.stream().noneMatch(other -> other.startsWith(one + ".")))
        .toList();
  }

  private static List<String> texts(Table table, String column) {
    try {
      return table.texts(column);
    } catch (IllegalArgumentException numbers) {
      return Arrays.stream(table.numbers(column)).mapToObj(NumberText::format).toList();
    }
  }
}
