package temper.studies.annealingfolklore;

import java.util.List;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.stats.Evidence;
import temper.stats.Interval;

/** What the figures of this study have in common. */
final class Drawing {

  /** Level of the intervals in all figures. */
  static final double CONFIDENCE = 0.95;

  private Drawing() {}

  /** Points with intervals; those that nothing bounds have none. */
  static Layer.Intervals intervals(
      String label, Ink ink, double[] x, List<? extends Evidence> evidence) {
    double[] y = evidence.stream().mapToDouble(Evidence::estimate).toArray();
    double[][] ends = ends(y, evidence);
    return new Layer.Intervals(label, ink, x, y, ends[0], ends[1]);
  }

  /** A line with a band of intervals around it. */
  static List<Layer> band(String label, Ink ink, double[] x, List<? extends Evidence> evidence) {
    double[] y = evidence.stream().mapToDouble(Evidence::estimate).toArray();
    double[][] ends = ends(y, evidence);
    return List.of(
        new Layer.Band("", ink, x, ends[0], ends[1]),
        new Layer.Line(label, ink, x, y),
        new Layer.Points(label, ink, x, y));
  }

  private static double[][] ends(double[] y, List<? extends Evidence> evidence) {
    double[][] ends = new double[2][y.length];
    for (int i = 0; i < y.length; i++) {
      Interval interval = evidence.get(i).interval(CONFIDENCE);
      ends[0][i] = Double.isInfinite(interval.low()) ? y[i] : interval.low();
      ends[1][i] = Double.isInfinite(interval.high()) ? y[i] : interval.high();
    }
    return ends;
  }

  /** Boxed numbers as an array. */
  static double[] array(Iterable<Double> values) {
    List<Double> list = new java.util.ArrayList<>();
    values.forEach(list::add);
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
