package temper.studies.largeinitialrate.theory;

import java.util.Arrays;
import java.util.List;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.stats.Evidence;
import temper.stats.Interval;
import temper.stats.Mean;

/** Means with intervals, as figures show them. */
final class Means {

  /** Level of the intervals in all figures. */
  private static final double CONFIDENCE = 0.95;

  /** Air above the highest interval of an axis. */
  private static final double AIR = 1.05;

  private Means() {}

  /** An axis from 0 on which all of some intervals have room. */
  static Axis axis(String label, List<Layer.Intervals> layers) {
    double highest =
        layers.stream()
            .flatMapToDouble(layer -> Arrays.stream(layer.high()))
            .filter(high -> !Double.isNaN(high))
            .max()
            .orElse(0);
    return Axis.linear(label).from(0, highest > 0 ? AIR * highest : 1);
  }

  /**
   * Means of shares at given places. An interval of a share ends at 0, or on a logarithmic axis at
   * its lower end.
   *
   * @param x horizontal coordinates
   * @param least the lower end
   * @param samples a sample for each; an empty one leaves its place empty
   */
  static Layer.Intervals of(
      String label, Ink ink, double[] x, double least, List<double[]> samples) {
    double[] y = new double[x.length];
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (samples.get(i).length == 0) {
        y[i] = low[i] = high[i] = Double.NaN;
        continue;
      }
      Evidence mean = Mean.of(samples.get(i));
      Interval interval = mean.interval(CONFIDENCE);
      y[i] = mean.estimate();
      low[i] = Double.isInfinite(interval.low()) ? y[i] : Math.max(least, interval.low());
      high[i] = Double.isInfinite(interval.high()) ? y[i] : interval.high();
    }
    return new Layer.Intervals(label, ink, x, y, low, high);
  }
}
