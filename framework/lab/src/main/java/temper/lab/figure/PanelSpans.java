package temper.lab.figure;

import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/**
 * The stretches of both axes that a panel shows: what the axis fixes, and else all of its data with
 * a little air; a grid of tiles or contours fills its panel to the edges.
 *
 * @param x of the horizontal axis
 * @param y of the vertical axis
 */
record PanelSpans(Span x, Span y) {

  private static final double AIR_X = 0.03;
  private static final double AIR_Y = 0.05;

  static PanelSpans of(Panel panel) {
    boolean grid = false;
    Reach x = new Reach(panel.x().scale());
    Reach y = new Reach(panel.y().scale());
    for (Layer layer : panel.layers()) {
      grid |= layer instanceof Layer.HeatMap || layer instanceof Layer.Contour;
      add(layer, x, y);
    }
    return new PanelSpans(
        span(panel.x(), x, grid ? 0 : AIR_X), span(panel.y(), y, grid ? 0 : AIR_Y));
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
      x.addPositions(Scaling.edges(Scaling.positions(x.scale, map.x())));
      y.addPositions(Scaling.edges(Scaling.positions(y.scale, map.y())));
    } else if (layer instanceof Layer.Rule rule) {
      (rule.vertical() ? x : y).add(rule.at());
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

  /** Smallest and largest position met. */
  private static final class Reach {
    private final Axis.Scale scale;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    Reach(Axis.Scale scale) {
      this.scale = scale;
    }

    void add(double... values) {
      addPositions(Scaling.positions(scale, values));
    }

    void addPositions(double[] positions) {
      for (double position : positions) {
        if (Double.isFinite(position)) {
          low = Math.min(low, position);
          high = Math.max(high, position);
        }
      }
    }

    /** Returns what was met; a single place gets a neighbourhood, and no place a unit. */
    Span span() {
      if (low > high) {
        return new Span(0, 1);
      }
      // Below this length neighbouring doubles would show as steps and ticks would coincide.
      double least = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
      if (high - low > least) {
        return new Span(low, high);
      }
      double half = scale == Axis.Scale.LOG || low == 0 ? 0.5 : 0.1 * Math.abs(low);
      return new Span(low - half, high + half);
    }
  }
}
