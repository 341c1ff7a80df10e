package temper.lab.figure;

import java.awt.geom.Rectangle2D;
import temper.lab.study.chart.Axis;

/** Which parts of a plot are covered, in squares of a point. */
final class Cover {

  private final Frame frame;
  private final Axis.Scale scaleX;
  private final Axis.Scale scaleY;
  private final int columns;
  private final int rows;
  private final boolean[] taken;

  Cover(Frame frame, Axis.Scale scaleX, Axis.Scale scaleY) {
    this(frame, scaleX, scaleY, new boolean[columns(frame) * rows(frame)]);
  }

  private Cover(Frame frame, Axis.Scale scaleX, Axis.Scale scaleY, boolean[] taken) {
    this.frame = frame;
    this.scaleX = scaleX;
    this.scaleY = scaleY;
    columns = columns(frame);
    rows = rows(frame);
    this.taken = taken;
  }

  private static int columns(Frame frame) {
    return (int) Math.ceil(frame.area().getWidth());
  }

  private static int rows(Frame frame) {
    return (int) Math.ceil(frame.area().getHeight());
  }

  /** Returns the same squares as layers of other axes over the same plot see them. */
  Cover seenFrom(Frame other, Axis.Scale x, Axis.Scale y) {
    return new Cover(other, x, y, taken);
  }

  /** Returns the place of a value on the page; NaN if it has none. */
  double pageX(double value) {
    return frame.pageX(Scaling.position(scaleX, value));
  }

  /** Returns the place of a value on the page; NaN if it has none. */
  double pageY(double value) {
    return frame.pageY(Scaling.position(scaleY, value));
  }

  /** Covers the room of a marker. */
  void spot(double x, double y) {
    double px = pageX(x);
    double py = pageY(y);
    if (!Double.isNaN(px + py)) {
      double r = Style.MARKER / 2;
      area(new Rectangle2D.Double(px - r, py - r, 2 * r, 2 * r));
    }
  }

  /** Covers an upright line between two values. */
  void upright(double x, double low, double high) {
    double from = frame.pageY(Scaling.end(scaleY, low, frame.y()));
    double to = frame.pageY(Scaling.end(scaleY, high, frame.y()));
    segment(pageX(x), from, pageX(x), to);
  }

  /** Covers a line across the plot. */
  void rule(boolean vertical, double at) {
    Rectangle2D area = frame.area();
    if (vertical) {
      segment(pageX(at), area.getMinY(), pageX(at), area.getMaxY());
    } else {
      segment(area.getMinX(), pageY(at), area.getMaxX(), pageY(at));
    }
  }

  /** Covers a straight line between two places of the page. */
  void segment(double x1, double y1, double x2, double y2) {
    if (Double.isNaN(x1 + y1 + x2 + y2)) {
      return;
    }
    double length = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
    int steps = (int) Math.max(1, Math.min(4000, Math.ceil(length)));
    for (int i = 0; i <= steps; i++) {
      double part = (double) i / steps;
      mark(x1 + part * (x2 - x1), y1 + part * (y2 - y1));
    }
  }

  /** Covers a line through points, given by their values. */
  void line(double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      if (i > 0) {
        segment(pageX(x[i - 1]), pageY(y[i - 1]), pageX(x[i]), pageY(y[i]));
      }
    }
  }

  /** Covers an area of the page. */
  void area(Rectangle2D area) {
    double top = Math.max(area.getMinY(), frame.area().getMinY());
    double bottom = Math.min(area.getMaxY(), frame.area().getMaxY());
    for (double x = area.getMinX(); x <= area.getMaxX() && top <= bottom; x++) {
      segment(x, top, x, bottom);
    }
  }

  private void mark(double px, double py) {
    int column = (int) Math.floor(px - frame.area().getMinX());
    int row = (int) Math.floor(py - frame.area().getMinY());
    if (column >= 0 && column < columns && row >= 0 && row < rows) {
      taken[row * columns + column] = true;
    }
  }

  /** Returns how many covered squares lie in an area of the page. */
  int covered(Rectangle2D area) {
    int left = (int) Math.floor(area.getMinX() - frame.area().getMinX());
    int right = (int) Math.ceil(area.getMaxX() - frame.area().getMinX());
    int top = (int) Math.floor(area.getMinY() - frame.area().getMinY());
    int bottom = (int) Math.ceil(area.getMaxY() - frame.area().getMinY());
    int count = 0;
    for (int row = Math.max(0, top); row < Math.min(rows, bottom); row++) {
      for (int column = Math.max(0, left); column < Math.min(columns, right); column++) {
        count += taken[row * columns + column] ? 1 : 0;
      }
    }
    return count;
  }
}
