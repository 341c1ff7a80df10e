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
 * @param yRoom between the left label and the plot, for numbers
 * @param heat how values of a heat map become colours
 * @param bar the colour bar, if there is one
 * @param right the axis at the right, if there is one
 * @param low the plot of a second quantity below this one, if there is one
 * @param images the places of images, if the panel shows them
 * @param labels words and numbers within the plot
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
    double yRoom,
    Optional<HeatScale> heat,
    Optional<Bar> bar,
    Optional<Side> right,
    Optional<PanelView> low,
    Optional<ImageGrid> images,
    List<InnerLabel> labels,
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

  /**
   * An axis at the right.
   *
   * @param span what it shows
   * @param ticks its ticks
   * @param title lines of its label
   */
  record Side(Span span, Ticks ticks, List<String> title) {}

  /** Returns the lower end of the plots. */
  double bottom() {
    return low.isPresent() ? low.get().area().getMaxY() : area.getMaxY();
  }

  /** Returns the view whose horizontal axis carries numbers. */
  PanelView lowest() {
    return low.orElse(this);
  }

  /** Returns the same view with a legend. */
  PanelView with(Legend.Placed placed) {
    return new PanelView(
        panel,
        spans,
        area,
        title,
        letter,
        xTicks,
        yTicks,
        xTitle,
        yTitle,
        yRoom,
        heat,
        bar,
        right,
        low,
        images,
        labels,
        Optional.of(placed));
  }

  /** Returns the same view with words in it. */
  PanelView with(List<InnerLabel> words) {
    return new PanelView(
        panel, spans, area, title, letter, xTicks, yTicks, xTitle, yTitle, yRoom, heat, bar, right,
        low, images, words, legend);
  }
}
