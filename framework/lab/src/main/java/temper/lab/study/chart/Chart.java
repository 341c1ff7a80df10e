package temper.lab.study.chart;

import java.util.List;

/**
 * What a figure shows: panels in rows of equal width.
 *
 * @param panels at least one panel, in reading order
 * @param columns number of panels in a row, at least 1
 * @since 0.1
 */
public record Chart(List<Panel> panels, int columns) {

  /**
   * Checks sizes.
   *
   * @throws IllegalArgumentException if there is no panel or no column
   */
  public Chart {
    panels = List.copyOf(panels);
    if (panels.isEmpty() || columns < 1) {
      throw new IllegalArgumentException("a chart needs at least one panel and one column");
    }
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
}
