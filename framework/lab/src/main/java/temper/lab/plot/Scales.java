package temper.lab.plot;

import java.util.stream.DoubleStream;
import temper.lab.study.chart.Axis;

/**
 * Chooses between linear and logarithmic axes.
 *
 * @since 0.1
 */
public final class Scales {

  private static final double TWO_DECADES = 100;
  private static final double EQUAL = 1e-6;

  private Scales() {}

  /**
   * The axis of a parameter: logarithmic if its values were spaced so, or span a lot.
   *
   * @param title what stands at the axis
   * @param values its values
   * @return the axis
   */
  public static Axis ofParameter(String title, double[] values) {
    double[] sorted = DoubleStream.of(values).sorted().distinct().toArray();
    return wide(sorted) || inRatio(sorted) ? Axis.log(title) : Axis.linear(title);
  }

  /**
   * How values lie best along an axis: a few that are not positive make it linear.
   *
   * @param values the values
   * @return the scale
   */
  public static Axis.Scale ofValues(double[] values) {
    double[] sorted = DoubleStream.of(values).filter(Double::isFinite).sorted().toArray();
    return wide(sorted) ? Axis.Scale.LOG : Axis.Scale.LINEAR;
  }

  private static boolean wide(double[] sorted) {
    return sorted.length > 1
        && sorted[0] > 0
        && sorted[sorted.length - 1] > TWO_DECADES * sorted[0];
  }

  private static boolean inRatio(double[] sorted) {
    if (sorted.length < 3 || sorted[0] <= 0) {
      return false;
    }
    double ratio = sorted[1] / sorted[0];
    for (int i = 2; i < sorted.length; i++) {
      if (Math.abs(sorted[i] / sorted[i - 1] - ratio) > EQUAL * ratio) {
        return false;
      }
    }
    return true;
  }
}
