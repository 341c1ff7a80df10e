package temper.lab.figure;

import java.util.List;
import temper.lab.study.chart.Chart;
import temper.lab.study.chart.Distributions;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.lab.study.chart.SecondAxis;

/** Takes from a chart what is not drawn: trials that points come from; steps become lines. */
final class Origins {

  private Origins() {}

  static Chart without(Chart chart) {
    List<Panel> panels =
        chart.panels().stream()
            .map(
                panel ->
                    new Panel(
                        panel.title(),
                        panel.x(),
                        panel.y(),
                        layers(panel.layers()),
                        panel
                            .second()
                            .map(
                                axis ->
                                    new SecondAxis(
                                        axis.place(), axis.axis(), layers(axis.layers())))))
            .toList();
    return new Chart(panels, chart.columns(), chart.facets());
  }

  private static List<Layer> layers(List<Layer> layers) {
    return layers.stream().map(Layer::drawn).map(Origins::plain).toList();
  }

  private static Layer plain(Layer layer) {
    if (layer instanceof Layer.Steps steps) {
      Layer.Steps corners = Distributions.corners(steps);
      return new Layer.Line(corners.label(), corners.ink(), corners.x(), corners.y());
    }
    return layer;
  }
}
