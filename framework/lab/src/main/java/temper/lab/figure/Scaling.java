package temper.lab.figure;

import temper.lab.study.chart.Axis;

/** From values to positions along an axis: the value itself, or its decimal logarithm. */
final class Scaling {

  /** Beyond this the length of an axis would overflow: a number is as good as infinite. */
  private static final double LARGEST = 1e307;

  private Scaling() {}

  /** Returns the position of a value; NaN if it has none. */
  static double position(Axis.Scale scale, double value) {
    if (!Double.isFinite(value)) {
      return Double.NaN;
    }
    if (scale == Axis.Scale.LINEAR) {
      return Math.abs(value) <= LARGEST ? value : Double.NaN;
    }
    return value > 0 ? StrictMath.log10(value) : Double.NaN;
  }

  /** Returns the positions of values; NaN where a value has none. */
  static double[] positions(Axis.Scale scale, double[] values) {
    double[] out = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = position(scale, values[i]);
    }
    return out;
  }

  /**
   * Returns the position of the end of an interval. An end that lies beyond every axis - infinite,
   * or not positive on a logarithmic axis - is drawn at the edge, not left out.
   */
  static double end(Axis.Scale scale, double value, Span edge) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    double margin = edge.length();
    boolean linear = scale == Axis.Scale.LINEAR;
    if (value == Double.POSITIVE_INFINITY || (linear && value > LARGEST)) {
      return edge.high() + margin;
    }
    if (value < -LARGEST || (!linear && value <= 0)) {
      return edge.low() - margin;
    }
    return position(scale, value);
  }

  /** Returns the edges of tiles around centres that ascend: half way, in positions. */
  static double[] edges(double[] centres) {
    int n = centres.length;
    double[] out = new double[n + 1];
    for (int i = 1; i < n; i++) {
      out[i] = (centres[i - 1] + centres[i]) / 2;
    }
    if (n == 1) {
      out[0] = centres[0] - 0.5;
      out[1] = centres[0] + 0.5;
    } else if (n > 1) {
      out[0] = centres[0] - (out[1] - centres[0]);
      out[n] = centres[n - 1] + (centres[n - 1] - out[n - 1]);
    }
    return out;
  }
}
