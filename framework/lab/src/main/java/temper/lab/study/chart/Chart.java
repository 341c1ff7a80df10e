package temper.lab.study.chart;

import java.util.List;

/**
 * What a figure shows: panels in rows of equal width.
 *
 * @param panels at least one panel, in reading order
 * @param columns number of panels in a row, at least 1
 * @param facets whether the panels are small multiples: they show the same stretches of both axes,
 *     whose numbers and labels stand once, and have one legend
 * @since 0.1
 */
public record Chart(List<Panel> panels, int columns, boolean facets) {

  /**
   * Checks sizes.
   *
   * @throws IllegalArgumentException if there is no panel or no column, or facets differ in their
   *     axes or have a second one
   */
  public Chart {
    panels = List.copyOf(panels);
    if (panels.isEmpty() || columns < 1) {
      throw new IllegalArgumentException("a chart needs at least one panel and one column");
    }
    Panel first = panels.get(0);
    for (Panel panel : panels) {
      boolean alike = panel.x().equals(first.x()) && panel.y().equals(first.y());
      if (facets && (!alike || panel.second().isPresent())) {
        throw new IllegalArgumentException(
            "facets share one pair of axes, but '" + panel.title() + "' differs from the first");
      }
    }
  }

  /**
   * A chart whose panels have axes of their own.
   *
   * @param panels at least one panel, in reading order
   * @param columns number of panels in a row, at least 1
   */
  public Chart(List<Panel> panels, int columns) {
    this(panels, columns, false);
  }

  /**
   * A chart of panels side by side.
   *
   * @param panels at least one panel
   * @return the chart
   */
  public static Chart of(Panel... panels) {
    return new Chart(List.of(panels), panels.length);
  }

  /**
   * Small multiples: panels that show the same stretches of the same axes, titled by what they
   * differ in.
   *
   * @param columns number of panels in a row, at least 1
   * @param panels at least one panel, in reading order; all with equal axes
   * @return the chart
   */
  public static Chart facets(int columns, List<Panel> panels) {
    return new Chart(panels, columns, true);
  }
}
