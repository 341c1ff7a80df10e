package temper.lab.report;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import temper.lab.plot.Scales;
import temper.lab.report.CellSummary.Metric;
import temper.lab.report.CellSummary.Parameter;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/** Heat maps of means over two parameters of numbers. */
final class SweepPlane {

  private static final int FEWEST_VALUES = 5;

  private final Parameter across;
  private final Parameter up;
  private final double[] x;
  private final double[] y;

  private SweepPlane(Parameter across, Parameter up) {
    this.across = across;
    this.up = up;
    this.x = values(across);
    this.y = values(up);
  }

  private static double[] values(Parameter parameter) {
    return DoubleStream.of(parameter.numbers()).sorted().distinct().toArray();
  }

  /** Returns a plane if exactly two numbers vary, each takes enough values, and most pairs ran. */
  static Optional<SweepPlane> of(SweepAxes axes, int cells) {
    if (!axes.x().numeric()
        || axes.lines().isEmpty()
        || !axes.lines().get().numeric()
        || !axes.others().isEmpty()
        || !axes.along().isEmpty()) {
      return Optional.empty();
    }
    SweepPlane plane = new SweepPlane(axes.x(), axes.lines().get());
    boolean enough = plane.x.length >= FEWEST_VALUES && plane.y.length >= FEWEST_VALUES;
    return enough && 2L * cells >= (long) plane.x.length * plane.y.length
        ? Optional.of(plane)
        : Optional.empty();
  }

  Panel panel(Metric metric) {
    double[][] z = new double[y.length][x.length];
    for (double[] row : z) {
      Arrays.fill(row, Double.NaN);
    }
    for (int cell = 0; cell < metric.mean().length; cell++) {
      int row = Arrays.binarySearch(y, up.numbers()[cell]);
      int column = Arrays.binarySearch(x, across.numbers()[cell]);
      z[row][column] = metric.mean()[cell];
    }
    return Panel.of(
        "",
        Scales.ofParameter(across.title(), x),
        Scales.ofParameter(up.title(), y),
        new Layer.HeatMap(metric.title(), x, y, z, Scales.ofValues(metric.mean()), Double.NaN));
  }
}
