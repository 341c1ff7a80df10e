package temper.lab.figure;

import java.util.List;
import java.util.Optional;
import temper.lab.study.chart.Chart;

/**
 * Where everything of a chart lies on the page. Plots of a chart have equal sizes; what stands
 * around them has as much room as it needs, and legends lie below the plots.
 *
 * @param width of the page, in points
 * @param height of the page, in points
 * @param panels the panels, in reading order
 * @param titles labels of axes that all panels share
 * @param legend the legend that panels share
 */
record FigureLayout(
    double width,
    double height,
    List<PanelView> panels,
    Optional<SharedTitles> titles,
    Optional<Legend.Placed> legend) {

  /**
   * Labels of axes that all panels share.
   *
   * @param x lines below all plots
   * @param centreX their middle
   * @param baseline of the first of them
   * @param y lines left of all plots, reading upwards
   * @param centreY their middle
   */
  record SharedTitles(
      List<String> x, double centreX, double baseline, List<String> y, double centreY) {}

  static FigureLayout of(Chart chart, Fonts fonts) {
    return new LayoutBuilder(Origins.without(chart), fonts).build();
  }
}
