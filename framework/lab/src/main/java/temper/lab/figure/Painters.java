package temper.lab.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import temper.lab.study.chart.Axis;
import temper.lab.study.chart.Ink;
import temper.lab.study.chart.Layer;
import temper.lab.study.chart.Panel;

/** The layers that JFreeChart has no renderer for, or none that leaves out missing values. */
final class Painters {

  private static final int MOST_STEP_MARKS = 80;
  private static final int MARKS_ALONG_LINE = 5;
  private static final int MOST_MARKED_POINTS = 12;
  private static final double CAP = 1.6;

  private Painters() {}

  static Painter band(Panel panel, Layer.Band band) {
    double[] x = Scaling.positions(panel.x().scale(), band.x());
    return (g2, frame) -> {
      double[] low = ends(panel.y().scale(), band.low(), frame.y());
      double[] high = ends(panel.y().scale(), band.high(), frame.y());
      g2.setPaint(Palette.translucent(band.ink()));
      int begin = 0;
      while (begin < x.length) {
        int end = begin;
        while (end < x.length && !Double.isNaN(x[end] + low[end] + high[end])) {
          end++;
        }
        if (end - begin >= 2) {
          g2.fill(area(frame, x, low, high, begin, end));
        }
        begin = end + 1;
      }
    };
  }

  private static Path2D area(
      Frame frame, double[] x, double[] low, double[] high, int begin, int end) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(frame.pageX(x[begin]), frame.pageY(low[begin]));
    for (int i = begin + 1; i < end; i++) {
      path.lineTo(frame.pageX(x[i]), frame.pageY(low[i]));
    }
    for (int i = end - 1; i >= begin; i--) {
      path.lineTo(frame.pageX(x[i]), frame.pageY(high[i]));
    }
    path.closePath();
    return path;
  }

  private static double[] ends(Axis.Scale scale, double[] values, Span edge) {
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Scaling.end(scale, values[i], edge);
    }
    return out;
  }

  static Painter intervals(Panel panel, Layer.Intervals layer) {
    double[] x = Scaling.positions(panel.x().scale(), layer.x());
    double[] y = Scaling.positions(panel.y().scale(), layer.y());
    Color color = Palette.color(layer.ink());
    return (g2, frame) -> {
      double[] low = ends(panel.y().scale(), layer.low(), frame.y());
      double[] high = ends(panel.y().scale(), layer.high(), frame.y());
      Pen pen = new Pen(g2);
      for (int i = 0; i < x.length; i++) {
        if (Double.isNaN(x[i])) {
          continue;
        }
        double px = frame.pageX(x[i]);
        if (!Double.isNaN(low[i] + high[i])) {
          double from = frame.pageY(low[i]);
          double to = frame.pageY(high[i]);
          pen.line(color, 0.8, px, from, px, to);
          pen.line(color, 0.8, px - CAP, from, px + CAP, from);
          pen.line(color, 0.8, px - CAP, to, px + CAP, to);
        }
        if (!Double.isNaN(y[i])) {
          double py = frame.pageY(y[i]);
          Markers.draw(g2, layer.ink(), Style.MARKER, Markers.fill(layer.ink()), px, py);
        }
      }
    };
  }

  /**
   * Markers along a line, so that lines of different colours differ in grey too. Of few points each
   * has one, as it is a measurement that a reader looks for; along a curve a few stand aside.
   */
  static Painter marksAlong(Panel panel, Layer.Line line) {
    double[] x = Scaling.positions(panel.x().scale(), line.x());
    double[] y = Scaling.positions(panel.y().scale(), line.y());
    if (x.length <= MOST_MARKED_POINTS) {
      return (g2, frame) -> {
        for (int i = 0; i < x.length; i++) {
          if (!Double.isNaN(x[i] + y[i])) {
            mark(g2, line, frame.pageX(x[i]), frame.pageY(y[i]));
          }
        }
      };
    }
    return (g2, frame) -> {
      double stagger = 0.14 * (line.ink().color() % MARKS_ALONG_LINE);
      for (int k = 0; k < MARKS_ALONG_LINE; k++) {
        double part = (k + 0.15 + stagger) / MARKS_ALONG_LINE;
        int nearest = nearest(x, y, frame.x().low() + part * frame.x().length());
        if (nearest >= 0) {
          mark(g2, line, frame.pageX(x[nearest]), frame.pageY(y[nearest]));
        }
      }
    };
  }

  private static void mark(Graphics2D g2, Layer.Line line, double px, double py) {
    Markers.draw(g2, line.ink(), 0.85 * Style.MARKER, Color.WHITE, px, py);
  }

  private static int nearest(double[] x, double[] y, double target) {
    int nearest = -1;
    for (int i = 0; i < x.length; i++) {
      boolean drawn = !Double.isNaN(x[i] + y[i]);
      if (drawn && (nearest < 0 || Math.abs(x[i] - target) < Math.abs(x[nearest] - target))) {
        nearest = i;
      }
    }
    return nearest;
  }

  static Painter trajectory(Panel panel, Layer.Trajectory layer) {
    double[] x = Scaling.positions(panel.x().scale(), layer.x());
    double[] y = Scaling.positions(panel.y().scale(), layer.y());
    Ink ink = layer.ink();
    return (g2, frame) -> {
      PagePath path = PagePath.of(frame, x, y);
      if (path.size() == 0) {
        return;
      }
      g2.setPaint(Palette.color(ink));
      g2.setStroke(Palette.stroke(ink, 0.9));
      g2.draw(path.shape());
      if (path.size() <= MOST_STEP_MARKS) {
        for (int i = 1; i < path.size() - 1; i++) {
          double r = 0.95;
          g2.fill(new Ellipse2D.Double(path.x(i) - r, path.y(i) - r, 2 * r, 2 * r));
        }
      }
      path.arrows(g2, ink);
      int last = path.size() - 1;
      Markers.draw(g2, ink, 1.25 * Style.MARKER, Color.WHITE, path.x(0), path.y(0));
      Markers.draw(g2, ink, 1.25 * Style.MARKER, Palette.color(ink), path.x(last), path.y(last));
    };
  }

  static Painter contour(Panel panel, Layer.Contour layer, List<Rectangle2D> gaps) {
    double[] x = Scaling.positions(panel.x().scale(), layer.x());
    double[] y = Scaling.positions(panel.y().scale(), layer.y());
    return (g2, frame) -> {
      g2.setPaint(Palette.color(layer.ink()));
      g2.setStroke(Palette.stroke(layer.ink(), Style.CONTOUR_LINE));
      for (double level : layer.levels()) {
        Path2D.Double all = new Path2D.Double();
        for (Contours.Curve curve : Contours.trace(x, y, layer.z(), level)) {
          all.append(PagePath.of(frame, curve.x(), curve.y()).shapeOutside(gaps), false);
        }
        if (all.getCurrentPoint() != null) {
          g2.draw(all);
        }
      }
    };
  }

  static Painter rule(Panel panel, Layer.Rule rule) {
    Axis axis = rule.vertical() ? panel.x() : panel.y();
    double at = Scaling.position(axis.scale(), rule.at());
    return (g2, frame) -> {
      if (Double.isNaN(at)) {
        return;
      }
      g2.setPaint(Palette.color(rule.ink()));
      g2.setStroke(Palette.stroke(rule.ink(), 0.8));
      g2.draw(ruleLine(frame, rule.vertical(), at));
    };
  }

  private static Line2D ruleLine(Frame frame, boolean vertical, double at) {
    if (vertical) {
      double px = frame.pageX(at);
      return new Line2D.Double(px, frame.area().getMinY(), px, frame.area().getMaxY());
    }
    double py = frame.pageY(at);
    return new Line2D.Double(frame.area().getMinX(), py, frame.area().getMaxX(), py);
  }
}
