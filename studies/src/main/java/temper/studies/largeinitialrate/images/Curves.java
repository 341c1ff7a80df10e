package temper.studies.largeinitialrate.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import temper.lab.study.Table;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.stats.Interval;
import temper.stats.Mean;

/**
 * Mean accuracies over replicates with 95 % intervals of Student, as lines with bands and as bars.
 */
final class Curves {

  private static final double CONFIDENCE = 0.95;

  private Curves() {}

  /** A mean share and the part of its interval in [0, 1]; a point where values do not vary. */
  record Spread(double mean, double low, double high) {

    static Spread of(double[] values) {
      double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
      if (present.length == 0) {
        return new Spread(Double.NaN, Double.NaN, Double.NaN);
      }
      Interval interval = Mean.of(present).interval(CONFIDENCE);
      double mean = Arrays.stream(present).sum() / present.length;
      return Double.isInfinite(interval.low())
          ? new Spread(mean, mean, mean)
          : new Spread(mean, Math.max(0, interval.low()), Math.min(1, interval.high()));
    }
  }

  /** A line over the epochs, above its band. */
  static List<Layer> band(Table curve, String column, String label, Ink ink) {
    Map<Double, Table> epochs = curve.groupBy("epoch");
    List<Spread> spreads = new ArrayList<>();
    epochs.values().forEach(rows -> spreads.add(Spread.of(rows.numbers(column))));
    double[] x = epochs.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    return List.of(
        new Layer.Band("", ink, x, lows(spreads), highs(spreads)),
        new Layer.Line(label, ink, x, means(spreads)));
  }

  /**
   * The rate over the epochs, which all replicates share. That of a row is the rate of the epoch
   * that ends there: it holds from the row before.
   */
  static Layer rate(Table curve, Ink ink) {
    Map<Double, Table> epochs = curve.groupBy("epoch");
    double[] x = new double[epochs.size() + 1];
    double[] y = new double[x.length];
    int i = 0;
    for (Map.Entry<Double, Table> epoch : epochs.entrySet()) {
      y[i++] = epoch.getValue().numbers("learning_rate")[0];
      x[i] = epoch.getKey();
    }
    y[i] = i > 0 ? y[i - 1] : Double.NaN;
    return new Layer.Steps("", ink, x, y);
  }

  static double[] means(List<Spread> spreads) {
    return spreads.stream().mapToDouble(Spread::mean).toArray();
  }

  static double[] lows(List<Spread> spreads) {
    return spreads.stream().mapToDouble(Spread::low).toArray();
  }

  static double[] highs(List<Spread> spreads) {
    return spreads.stream().mapToDouble(Spread::high).toArray();
  }
}
