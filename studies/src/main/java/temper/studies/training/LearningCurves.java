package temper.studies.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
  private static final int MOST_LETTERS = 48;
  private static final Pattern CONSTANT = Pattern.compile("constant\\(value=([^()]*)\\)");

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
        "Means over replicates with 95 %% intervals of Student. Of many cells those %d are shown whose test loss at the end is smallest."
            .formatted(MOST_CURVES),
        List.of(experiment),
        tables -> chart(tables.table(experiment, NetworkTraining.CURVE)));
  }

  /** One cell: its label and, for each evaluation, the rows of all replicates. */
  private record Curve(String label, List<Table> evaluations) {

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

  private static Chart chart(Table table) {
    List<Curve> curves = curves(table);
    Axis epochs = Axis.linear("epoch");
    return new Chart(
        List.of(
            panel("test loss", "test_loss", epochs, Axis.linear("loss"), curves),
            panel("test accuracy", "test_accuracy", epochs, Axis.linear("share"), curves),
            panel("train loss", "batch_loss", epochs, Axis.linear("loss of batches"), curves),
            panel("learning rate", "learning_rate", epochs, Axis.linear("rate"), curves)),
        2);
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
        low[k] = interval.low();
        high[k] = interval.high();
      }
      if (curve.evaluations().get(0).rows() > 1 && !column.equals("learning_rate")) {
        bands.add(new Layer.Band("", Ink.of(i), curve.epochs(), low, high));
      }
      lines.add(new Layer.Line(curve.label(), Ink.of(i), curve.epochs(), mean));
    }
    bands.addAll(lines);
    return new Panel(title, x, y, bands);
  }

  private static List<Curve> curves(Table table) {
    List<String> varying = varying(table);
    Map<String, List<Integer>> cells = new LinkedHashMap<>();
    List<List<String>> texts = varying.stream().map(column -> texts(table, column)).toList();
    for (int row = 0; row < table.rows(); row++) {
      int at = row;
      List<String> values = texts.stream().map(column -> shortened(column.get(at))).toList();
      cells.computeIfAbsent(String.join(", ", values), label -> new ArrayList<>()).add(row);
    }
    List<Curve> curves = new ArrayList<>();
    cells.forEach(
        (label, rows) -> {
          boolean[] wanted = new boolean[table.rows()];
          rows.forEach(row -> wanted[row] = true);
          List<Table> evaluations =
              List.copyOf(table.select(row -> wanted[row]).groupBy("epoch").values());
          curves.add(new Curve(label, evaluations));
        });
    if (curves.size() <= MOST_CURVES) {
      return curves;
    }
    List<Curve> best = new ArrayList<>(curves);
    best.sort(Comparator.comparingDouble(Curve::lastTestLoss));
    return List.copyOf(best.subList(0, MOST_CURVES));
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
    return varying.stream()
        .filter(one -> varying.stream().noneMatch(other -> other.startsWith(one + ".")))
        .toList();
  }

  private static List<String> texts(Table table, String column) {
    try {
      return table.texts(column);
    } catch (IllegalArgumentException numbers) {
      return Arrays.stream(table.numbers(column)).mapToObj(NumberText::format).toList();
    }
  }

  private static String shortened(String value) {
    String plain = CONSTANT.matcher(value).replaceAll("$1");
    return plain.length() <= MOST_LETTERS ? plain : plain.substring(0, MOST_LETTERS - 3) + "...";
  }
}
