package temper.lab.study.chart;

/**
 * Something drawn in a panel. All arrays are in data units, of equal length where they belong
 * together, and not to be modified. Points with a NaN coordinate are left out; a line is broken
 * there.
 *
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent") // Layers are short-lived values that nobody compares.
public sealed interface Layer {

  /**
   * The text of the legend.
   *
   * @return a few words; empty to leave the layer out of the legend
   */
  String label();

  /**
   * A line through points in the order given.
   *
   * @param label text of the legend
   * @param ink how it is told from others
   * @param x horizontal coordinates
   * @param y vertical coordinates
   */
  record Line(String label, Ink ink, double[] x, double[] y) implements Layer {}

  /**
   * The area between two curves, such as a confidence band.
   *
   * @param label text of the legend
   * @param ink how it is told from others
   * @param x horizontal coordinates, ascending
   * @param low lower curve
   * @param high upper curve
   */
  record Band(String label, Ink ink, double[] x, double[] low, double[] high) implements Layer {}

  /**
   * Separate points.
   *
   * @param label text of the legend
   * @param ink how they are told from others
   * @param x horizontal coordinates
   * @param y vertical coordinates
   */
  record Points(String label, Ink ink, double[] x, double[] y) implements Layer {}

  /**
   * Points with vertical intervals.
   *
   * @param label text of the legend
   * @param ink how they are told from others
   * @param x horizontal coordinates
   * @param y vertical coordinates
   * @param low lower ends of the intervals
   * @param high upper ends of the intervals
   */
  record Intervals(String label, Ink ink, double[] x, double[] y, double[] low, double[] high)
      implements Layer {}

  /**
   * A path that is travelled: a line with a marker at each step, an open mark at its start and a
   * filled one at its end.
   *
   * @param label text of the legend
   * @param ink how it is told from others
   * @param x horizontal coordinates
   * @param y vertical coordinates
   */
  record Trajectory(String label, Ink ink, double[] x, double[] y) implements Layer {}

  /**
   * Lines of equal height over a grid.
   *
   * @param label text of the legend
   * @param ink how they are told from others
   * @param x horizontal coordinates of the grid, ascending
   * @param y vertical coordinates of the grid, ascending
   * @param z heights, {@code z[row of y][column of x]}
   * @param levels heights of the lines
   */
  record Contour(String label, Ink ink, double[] x, double[] y, double[][] z, double[] levels)
      implements Layer {}

  /**
   * Colours over a grid, with a colour bar.
   *
   * @param label text beside the colour bar: quantity and unit
   * @param x horizontal centres of the tiles, ascending
   * @param y vertical centres of the tiles, ascending
   * @param z values, {@code z[row of y][column of x]}; NaN is drawn as missing
   * @param scale how values are laid out along the colour bar
   * @param neutral the value at which a two-sided palette changes its hue; NaN for a one-sided
   *     palette
   */
  record HeatMap(
      String label, double[] x, double[] y, double[][] z, Axis.Scale scale, double neutral)
      implements Layer {}

  /**
   * A straight line across the panel, such as a threshold.
   *
   * @param label text of the legend
   * @param ink how it is told from others
   * @param vertical true for a line at a value of x, false for one at a value of y
   * @param at the value
   */
  record Rule(String label, Ink ink, boolean vertical, double at) implements Layer {}
}
