package temper.lab.figure;

import java.util.List;
import java.util.Optional;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;
import temper.lab.study.chart.SecondAxis;

/**
 * The stretches of the axes that a panel shows: what the axis fixes, and else all of its data with
 * a little air; a grid of tiles or contours fills its panel to the edges.
 *
 * @param x of the horizontal axis
 * @param y of the vertical axis
 * @param second of the vertical axis of a second quantity
 */
record PanelSpans(Span x, Span y, Optional<Span> second) {

  private static final double AIR_X = 0.03;
  private static final double AIR_Y = 0.05;

  static PanelSpans of(Panel panel) {
    return common(List.of(panel));
  }

  /** Returns the stretches that panels of equal axes have in common. */
  static PanelSpans common(List<Panel> panels) {
    Panel first = panels.get(0);
    boolean grid = false;
    boolean columns = false;
    Reach x = new Reach(first.x().scale());
    Reach y = new Reach(first.y().scale());
    for (Panel panel : panels) {
      for (Layer layer : panel.layers()) {
        grid |= layer instanceof Layer.HeatMap || layer instanceof Layer.Contour;
        columns |= layer instanceof Layer.Bars || layer instanceof Layer.Histogram;
        add(layer, x, y);
      }
    }
    Optional<Span> second = first.second().map(axis -> second(axis, x));
    Span vertical = span(first.y(), y, grid ? 0 : AIR_Y);
    boolean open = Double.isNaN(first.y().min()) && first.y().scale() == Axis.Scale.LINEAR;
    if (columns && open && y.span().low() == 0) {
      vertical = new Span(0, vertical.high()); // Bars stand on the axis.
    }
    return new PanelSpans(span(first.x(), x, grid ? 0 : AIR_X), vertical, second);
  }

  private static Span second(SecondAxis axis, Reach x) {
    Reach y = new Reach(axis.axis().scale());
    for (Layer layer : axis.layers()) {
      add(layer, x, y);
    }
    return span(axis.axis(), y, 2 * AIR_Y);
  }

  private static void add(Layer layer, Reach x, Reach y) {
    if (layer instanceof Layer.Line line) {
      x.add(line.x());
      y.add(line.y());
    } else if (layer instanceof Layer.Points points) {
      x.add(points.x());
      y.add(points.y());
    } else if (layer instanceof Layer.Trajectory path) {
      x.add(path.x());
      y.add(path.y());
    } else if (layer instanceof Layer.Band band) {
      x.add(band.x());
      y.add(band.low());
      y.add(band.high());
    } else if (layer instanceof Layer.Intervals intervals) {
      x.add(intervals.x());
      y.add(intervals.y());
      y.add(intervals.low());
      y.add(intervals.high());
    } else if (layer instanceof Layer.Contour contour) {
      x.add(contour.x());
      y.add(contour.y());
    } else if (layer instanceof Layer.HeatMap map) {
      x.addPositions(Scaling.edges(Scaling.positions(x.scale(), map.x())));
      y.addPositions(Scaling.edges(Scaling.positions(y.scale(), map.y())));
    } else if (layer instanceof Layer.Rule rule) {
      (rule.vertical() ? x : y).add(rule.at());
    } else {
      Sketch.of(layer).reach(x, y);
    }
  }

  private static Span span(Axis axis, Reach reach, double air) {
    double low = Scaling.position(axis.scale(), axis.min());
    double high = Scaling.position(axis.scale(), axis.max());
    Span data = reach.span();
    Span padded = data.padded(air);
    double from = Double.isNaN(low) ? padded.low() : low;
    double to = Double.isNaN(high) ? padded.high() : high;
    if (from < to) {
      return new Span(from, to);
    }
    return Double.isNaN(low) ? new Span(to - 1, to) : new Span(from, from + 1);
  }
}
