package temper.studies.fullbatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import temper.lab.study.Table;
import temper.lab.study.chart.Distributions;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;

/** Medians over replicates, with bands from the lower to the upper quartile. */
public final class MedianLines {

  private MedianLines() {}

  /**
   * The median of a column for each value of another one, with its band.
   *
   * @param label of the line, for the legend
   * @param ink its colour and stroke
   * @param table with both columns; values that are not finite do not count
   * @param x the column along the horizontal axis
   * @param y the column of which medians are taken
   * @return a band and a line on it
   */
  public static List<Layer> median(String label, Ink ink, Table table, String x, String y) {
    Map<Double, Table> groups = table.groupBy(x);
    List<double[]> quartiles = new ArrayList<>();
    groups.values().forEach(rows -> quartiles.add(quartiles(rows.numbers(y))));
    double[] places = groups.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    return List.of(
        new Layer.Band("", ink, places, column(quartiles, q -> q[0]), column(quartiles, q -> q[2])),
        new Layer.Line(label, ink, places, column(quartiles, q -> q[1])));
  }

  private static double[] column(List<double[]> quartiles, ToDoubleFunction<double[]> which) {
    return quartiles.stream().mapToDouble(which).toArray();
  }

  private static double[] quartiles(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return new double[] {Double.NaN, Double.NaN, Double.NaN};
    }
    return new double[] {
      Distributions.quantile(sorted, 0.25),
      Distributions.quantile(sorted, 0.5),
      Distributions.quantile(sorted, 0.75)
    };
  }

  /**
   * The median of the finite ones among some values.
   *
   * @param values any
   * @return the median; not a number if none is finite
   */
  public static double median(double[] values) {
    return quartiles(values)[1];
  }
}
