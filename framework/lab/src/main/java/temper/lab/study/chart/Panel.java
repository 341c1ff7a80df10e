package temper.lab.study.chart;

import java.util.List;

/**
 * A pair of axes with layers drawn over one another, the first at the bottom.
 *
 * @param title a few words; empty where the figure's title says it all
 * @param x horizontal axis
 * @param y vertical axis
 * @param layers what is drawn
 * @since 0.1
 */
public record Panel(String title, Axis x, Axis y, List<Layer> layers) {

  /** Copies the list. */
  public Panel {
    layers = List.copyOf(layers);
  }

  /**
   * A panel.
   *
   * @param title a few words
   * @param x horizontal axis
   * @param y vertical axis
   * @param layers what is drawn, the first at the bottom
   * @return the panel
   */
  public static Panel of(String title, Axis x, Axis y, Layer... layers) {
    return new Panel(title, x, y, List.of(layers));
  }
}
