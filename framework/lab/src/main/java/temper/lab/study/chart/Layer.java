package temper.lab.study.chart;

import java.util.List;

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
   * The layer that is drawn.
   *
   * @return this layer, without the trials that it came from
   */
  default Layer drawn() {
    return this;
  }

  /**
   * This layer with the trials that its points come from, which the CSV behind the figure names:
   * beside each point if there are as many as points (values of {@link Samples}, places of {@link
   * Points}), else beside the layer as a whole.
   *
   * @param trials ids of trials, as every table has them
   * @return a layer that is drawn alike
   */
  default Layer from(List<String> trials) {
    return new Traced(drawn(), trials);
  }

  /**
   * A layer with the trials that its points come from.
   *
   * @param drawn the layer
   * @param trials ids of trials
   */
  record Traced(Layer drawn, List<String> trials) implements Layer {

    /** Copies the list. */
    public Traced {
      trials = List.copyOf(trials);
    }

    @Override
    public String label() {
      return drawn.label();
    }
  }

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
  record Band(String label, Ink ink, double[] x, double[] low, double[] high) implements Layer {

    /**
     * A stretch of the horizontal axis, shaded over the whole height.
     *
     * @param label text of the legend
     * @param ink how it is told from others
     * @param from left end
     * @param to right end
     * @return the band
     */
    public static Band over(String label, Ink ink, double from, double to) {
      double low = Double.NEGATIVE_INFINITY;
      double high = Double.POSITIVE_INFINITY;
      return new Band(
          label, ink, new double[] {from, to}, new double[] {low, low}, new double[] {high, high});
    }
  }

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
   * @param numbers whether a line carries its height where there is room
   */
  record Contour(
      String label, Ink ink, double[] x, double[] y, double[][] z, double[] levels, boolean numbers)
      implements Layer {

    /**
     * Lines of equal height without numbers.
     *
     * @param label text of the legend
     * @param ink how it is told from others
     * @param x horizontal coordinates of the grid, ascending
     * @param y vertical coordinates of the grid, ascending
     * @param z heights, {@code z[row of y][column of x]}
     * @param levels heights of the lines
     */
    public Contour(String label, Ink ink, double[] x, double[] y, double[][] z, double[] levels) {
      this(label, ink, x, y, z, levels, false);
    }

    /**
     * The same lines with their heights written on them where there is room.
     *
     * @return a layer that differs only in this
     */
    public Contour numbered() {
      return new Contour(label, ink, x, y, z, levels, true);
    }
  }

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

  /**
   * A line in steps: a value holds from its place to the next, as in an empirical distribution.
   *
   * @param label text of the legend
   * @param ink how it is told from others
   * @param x places of the steps, ascending
   * @param y the value from each place on
   */
  record Steps(String label, Ink ink, double[] x, double[] y) implements Layer {}

  /**
   * Bars from zero - from the lower edge on a logarithmic axis - with intervals at their ends.
   *
   * @param label text of the legend
   * @param ink how they are told from others
   * @param x middles of the bars
   * @param y their heights
   * @param low lower ends of the intervals; empty for bars without intervals
   * @param high upper ends of the intervals; empty for bars without intervals
   * @param width of a bar, in units of x
   */
  record Bars(
      String label, Ink ink, double[] x, double[] y, double[] low, double[] high, double width)
      implements Layer {

    private static final double GROUP = 0.8;

    /**
     * The bars of one member of groups that stand side by side over the names of an axis.
     *
     * @param label text of the legend
     * @param ink how they are told from others
     * @param member which member of each group, from 0
     * @param members how many members a group has
     * @param y heights, one for each name of the axis; NaN for none
     * @param low lower ends of the intervals; empty for bars without intervals
     * @param high upper ends of the intervals; empty for bars without intervals
     * @return the bars
     * @throws IllegalArgumentException if there is no such member
     */
    public static Bars grouped(
        String label, Ink ink, int member, int members, double[] y, double[] low, double[] high) {
      double[] x = places(member, members, y.length);
      return new Bars(label, ink, x, y, low, high, GROUP / members);
    }

    /**
     * Where the members of groups stand over the names of an axis.
     *
     * @param member which member of each group, from 0
     * @param members how many members a group has
     * @param groups how many groups there are
     * @return the place of the member in each group
     * @throws IllegalArgumentException if there is no such member
     */
    public static double[] places(int member, int members, int groups) {
      if (member < 0 || member >= members) {
        throw new IllegalArgumentException(
            "member must lie between 0 and " + (members - 1) + ", got " + member);
      }
      double[] x = new double[groups];
      for (int i = 0; i < groups; i++) {
        x[i] = i + GROUP * ((member + 0.5) / members - 0.5);
      }
      return x;
    }
  }

  /**
   * A histogram: bars from edge to edge without gaps.
   *
   * @param label text of the legend
   * @param ink how it is told from others
   * @param edges edges of the bins, ascending, one more than heights
   * @param heights counts or densities
   */
  record Histogram(String label, Ink ink, double[] edges, double[] heights) implements Layer {}

  /**
   * The spread of samples: boxes with whiskers, or violins. A small sample shows its values too.
   *
   * @param label text of the legend
   * @param ink how they are told from others
   * @param form what is drawn for a sample
   * @param x middles of the shapes
   * @param values the values of each sample; NaN is left out
   * @param width of a shape, in units of x
   */
  record Samples(String label, Ink ink, Form form, double[] x, double[][] values, double width)
      implements Layer {

    /** What is drawn for a sample. */
    public enum Form {
      /**
       * A box from the lower to the upper quartile with a line at the median; whiskers to the
       * furthest values within one and a half lengths of the box as it is drawn (Tukey); values
       * beyond as points.
       */
      BOX,
      /**
       * The density by a Gaussian kernel of Silverman's width, mirrored, from the least value to
       * the largest, with quartiles and median. On a logarithmic axis the density is of logarithms.
       */
      VIOLIN
    }

    /**
     * The samples of one member of groups that stand side by side over the names of an axis.
     *
     * @param label text of the legend
     * @param ink how they are told from others
     * @param form what is drawn for a sample
     * @param member which member of each group, from 0
     * @param members how many members a group has
     * @param values a sample for each name of the axis
     * @return the samples
     * @throws IllegalArgumentException if there is no such member
     */
    public static Samples grouped(
        String label, Ink ink, Form form, int member, int members, double[][] values) {
      double[] x = Bars.places(member, members, values.length);
      return new Samples(label, ink, form, x, values, 0.8 * Bars.GROUP / members);
    }
  }

  /**
   * A remark with an arrow to a place. It is put where it covers least.
   *
   * @param text a few words
   * @param x horizontal coordinate of the place
   * @param y vertical coordinate of the place
   */
  record Note(String text, double x, double y) implements Layer {

    /** Returns nothing: a remark speaks for itself. */
    @Override
    public String label() {
      return "";
    }
  }

  /**
   * Small images in rows, as the only layer of a panel without axes.
   *
   * @param columns number of images in a row
   * @param tiles the images in reading order
   */
  record Images(int columns, List<ImageTile> tiles) implements Layer {

    /**
     * Checks sizes.
     *
     * @throws IllegalArgumentException if there is no image or no column
     */
    public Images {
      tiles = List.copyOf(tiles);
      if (tiles.isEmpty() || columns < 1) {
        throw new IllegalArgumentException("images need at least one image and one column");
      }
    }

    @Override
    public String label() {
      return "";
    }
  }
}
