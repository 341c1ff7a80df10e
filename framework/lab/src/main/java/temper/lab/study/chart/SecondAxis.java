package temper.lab.study.chart;

import java.util.List;

/**
 * A second quantity over the same horizontal axis, such as the rate behind a loss.
 *
 * @param place where it is drawn
 * @param axis the vertical axis of the second quantity
 * @param layers what is drawn against it
 * @since 0.1
 */
public record SecondAxis(Place place, Axis axis, List<Layer> layers) {

  /** Where a second quantity is drawn. */
  public enum Place {
    /** In a low plot of its own below the panel, which is easier to read. */
    BELOW,
    /** In the panel itself, under its layers, with an axis at the right. */
    RIGHT
  }

  /**
   * Checks the layers.
   *
   * @throws IllegalArgumentException if there is no layer, or one that needs a panel of its own
   */
  public SecondAxis {
    layers = List.copyOf(layers);
    boolean plane =
        layers.stream()
            .map(Layer::drawn)
            .anyMatch(
                layer ->
                    layer instanceof Layer.HeatMap
                        || layer instanceof Layer.Contour
                        || layer instanceof Layer.Images);
    if (layers.isEmpty() || plane) {
      throw new IllegalArgumentException(
          "second axis '" + axis.label() + "' needs layers, and none that is a map or an image");
    }
  }
}
