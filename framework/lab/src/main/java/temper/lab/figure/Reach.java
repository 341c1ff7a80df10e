package temper.lab.figure;

import temper.lab.study.chart.Axis;

/** The smallest and the largest position that the layers of an axis meet. */
final class Reach {

  private final Axis.Scale scale;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  Reach(Axis.Scale scale) {
    this.scale = scale;
  }

  Axis.Scale scale() {
    return scale;
  }

  void add(double... values) {
    addPositions(Scaling.positions(scale, values));
  }

  void addPositions(double[] positions) {
    for (double position : positions) {
      if (Double.isFinite(position)) {
        low = Math.min(low, position);
        high = Math.max(high, position);
      }
    }
  }

  /** Returns what was met; a single place gets a neighbourhood, and no place a unit. */
  Span span() {
    if (low > high) {
      return new Span(0, 1);
    }
    // Below this length neighbouring doubles would show as steps and ticks would coincide. On a
    // logarithmic axis that is a ratio of values, whatever their size.
    double size = Math.max(Math.abs(low), Math.abs(high));
    double least = 1e-9 * (scale == Axis.Scale.LOG ? Math.max(1, size) : size);
    if (high - low > least) {
      return new Span(low, high);
    }
    double half = scale == Axis.Scale.LOG || low == 0 ? 0.5 : 0.1 * Math.abs(low);
    return new Span(low - half, high + half);
  }
}
