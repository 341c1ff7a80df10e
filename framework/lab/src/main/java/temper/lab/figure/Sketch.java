package temper.lab.figure;

import java.util.Optional;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Layer;

/** How a kind of layer that is made of areas, words or images is measured, drawn and explained. */
interface Sketch {

  /**
   * Returns the sketch of a layer.
   *
   * @throws IllegalArgumentException if there is none for its kind
   */
  static Sketch of(Layer layer) {
    if (layer instanceof Layer.Bars bars) {
      return new BarSketch(bars);
    } else if (layer instanceof Layer.Histogram histogram) {
      return new HistogramSketch(histogram);
    } else if (layer instanceof Layer.Samples samples) {
      return new SampleSketch(samples);
    } else if (layer instanceof Layer.Note || layer instanceof Layer.Images) {
      return new PlacedSketch(layer);
    }
    throw new IllegalArgumentException("no sketch for a layer of " + layer.getClass().getName());
  }

  /** Adds what is drawn to the reach of both axes. */
  void reach(Reach x, Reach y);

  /** Returns what draws the layer on axes of these scales. */
  Painter painter(Axis.Scale x, Axis.Scale y);

  /** Marks what the layer covers, so that remarks are put elsewhere. */
  void cover(Cover cover);

  /** Returns the sample of a legend. */
  Optional<Legend.Sign> sign();
}
