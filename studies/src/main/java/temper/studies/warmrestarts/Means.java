package temper.studies.warmrestarts;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import temper.lab.study.Table;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.stats.Interval;
import temper.stats.Mean;

/** Means over replicates at rising places, with 95 % intervals of Student. */
@SuppressWarnings("ArrayRecordComponent") // A short-lived value that nobody compares.
record Means(double[] x, double[] mean, double[] low, double[] high) {

  private static final double CONFIDENCE = 0.95;

  /** The means of a column of numbers in each group; values that are missing are left out. */
  static Means of(Map<Double, Table> groups, String column) {
    int count = groups.size();
    Means means =
        new Means(new double[count], new double[count], new double[count], new double[count]);
    int i = 0;
    for (Map.Entry<Double, Table> group : groups.entrySet()) {
      means.set(i++, group.getKey(), group.getValue().numbers(column));
    }
    return means;
  }

  /** The means of a column by the values of another one. */
  static Means of(Table table, String places, String column) {
    return of(table.groupBy(places), column);
  }

  private void set(int i, double place, double[] all) {
    double[] values = Arrays.stream(all).filter(value -> !Double.isNaN(value)).toArray();
    x[i] = place;
    if (values.length == 0) {
      mean[i] = low[i] = high[i] = Double.NaN;
      return;
    }
    mean[i] = Arrays.stream(values).sum() / values.length;
    Interval interval =
        values.length == 1 ? new Interval(mean[i], mean[i]) : Mean.of(values).interval(CONFIDENCE);
    boolean bounded = !Double.isInfinite(interval.low());
    low[i] = bounded ? interval.low() : mean[i];
    high[i] = bounded ? interval.high() : mean[i];
  }

  /** Errors in percent, at places times a factor, so that none hides another. */
  Means percent(double factor) {
    return percentAt(place -> place * factor);
  }

  /** Errors in percent, at places a little aside. */
  Means percentAside(double aside) {
    return percentAt(place -> place + aside);
  }

  /** The same at places a little aside. */
  Means aside(double aside) {
    return new Means(Arrays.stream(x).map(place -> place + aside).toArray(), mean, low, high);
  }

  private Means percentAt(DoubleUnaryOperator places) {
    return new Means(
        Arrays.stream(x).map(places).toArray(), percent(mean), percent(low), percent(high));
  }

  /** No error lies beyond these ends, though an interval may. */
  private static double[] percent(double[] shares) {
    return Arrays.stream(shares).map(share -> 100 * Math.max(0, Math.min(1, share))).toArray();
  }

  Layer.Line line(String label, Ink ink) {
    return new Layer.Line(label, ink, x, mean);
  }

  Layer.Band band(Ink ink) {
    return new Layer.Band("", ink, x, low, high);
  }

  Layer.Intervals intervals(String label, Ink ink) {
    return new Layer.Intervals(label, ink, x, mean, low, high);
  }
}
