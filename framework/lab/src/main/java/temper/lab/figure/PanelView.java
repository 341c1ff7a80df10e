package temper.lab.figure;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/**
 * A panel with its place on the page and everything that stands around it.
 *
 * @param panel what is shown
 * @param spans the stretches of both axes
 * @param area the plot on the page, in whole points
 * @param title lines above the plot, the first after the letter
 * @param letter such as (a); empty for the only panel
 * @param xTicks ticks below
 * @param yTicks ticks to the left
 * @param xTitle lines of the lower label
 * @param yTitle lines of the left label
 * @param bar the colour bar, if there is one
 * @param legend legend of this panel alone, with its place
 */
record PanelView(
    Panel panel,
    PanelSpans spans,
    Rectangle2D area,
    List<String> title,
    String letter,
    Ticks xTicks,
    Ticks yTicks,
    List<String> xTitle,
    List<String> yTitle,
    Optional<Bar> bar,
    Optional<Legend.Placed> legend) {

  /**
   * A colour bar.
   *
   * @param heat the map that it explains
   * @param scale from values to colours
   * @param ticks its ticks
   * @param title lines of its label
   * @param area its place on the page
   */
  record Bar(
      Layer.HeatMap heat, HeatScale scale, Ticks ticks, List<String> title, Rectangle2D area) {}
}
