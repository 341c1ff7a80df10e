package temper.lab.study.chart;

import java.util.List;
import java.util.Optional;

/**
 * A pair of axes with layers drawn over one another, the first at the bottom.
 *
 * @param title a few words; empty where the figure's title says it all
 * @param x horizontal axis
 * @param y vertical axis
 * @param layers what is drawn
 * @param second a second quantity over the same horizontal axis
 * @since 0.1
 */
public record Panel(String title, Axis x, Axis y, List<Layer> layers, Optional<SecondAxis> second) {

  /**
   * Checks the layers.
   *
   * @throws IllegalArgumentException if there are bars against an axis that does not show zero,
   *     where their lengths would say nothing, or images beside other layers
   */
  public Panel {
    layers = List.copyOf(layers);
    boolean bars = layers.stream().anyMatch(layer -> layer.drawn() instanceof Layer.Bars);
    if (bars && y.scale() == Axis.Scale.LINEAR && (y.min() > 0 || y.max() < 0)) {
      throw new IllegalArgumentException(
          "axis '" + y.label() + "' has bars and must show 0; draw intervals instead");
    }
    boolean images = layers.stream().anyMatch(layer -> layer.drawn() instanceof Layer.Images);
    if (images && (layers.size() > 1 || second.isPresent())) {
      throw new IllegalArgumentException("images must be the only layer of panel '" + title + "'");
    }
  }

  /**
   * A panel of one pair of axes.
   *
   * @param title a few words; empty where the figure's title says it all
   * @param x horizontal axis
   * @param y vertical axis
   * @param layers what is drawn, the first at the bottom
   */
  public Panel(String title, Axis x, Axis y, List<Layer> layers) {
    this(title, x, y, layers, Optional.empty());
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

  /**
   * A panel of images, without axes.
   *
   * @param title a few words
   * @param columns number of images in a row, at least 1
   * @param tiles the images in reading order
   * @return the panel
   */
  public static Panel images(String title, int columns, List<ImageTile> tiles) {
    return of(title, Axis.linear(""), Axis.linear(""), new Layer.Images(columns, tiles));
  }

  /**
   * The same panel with a low plot of a second quantity below it.
   *
   * @param axis the vertical axis of the second quantity
   * @param drawn what is drawn against it
   * @return a panel that differs only in this
   */
  public Panel below(Axis axis, Layer... drawn) {
    return with(SecondAxis.Place.BELOW, axis, drawn);
  }

  /**
   * The same panel with a second quantity drawn under its layers, against an axis at the right.
   *
   * @param axis the vertical axis of the second quantity
   * @param drawn what is drawn against it
   * @return a panel that differs only in this
   */
  public Panel right(Axis axis, Layer... drawn) {
    return with(SecondAxis.Place.RIGHT, axis, drawn);
  }

  private Panel with(SecondAxis.Place place, Axis axis, Layer... drawn) {
    SecondAxis added = new SecondAxis(place, axis, List.of(drawn));
    return new Panel(title, x, y, layers, Optional.of(added));
  }
}
