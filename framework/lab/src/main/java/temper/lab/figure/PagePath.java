package temper.lab.figure;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import temper.lab.study.chart.Ink;

/** A line on the page, without its missing points; it is broken where they were. */
final class PagePath {

  private static final double[] ARROWS_AT = {0.3, 0.65};
  private static final double SHORTEST_WITH_ARROWS = 24;

  private final double[] x;
  private final double[] y;
  private final boolean[] broken;

  private PagePath(double[] x, double[] y, boolean[] broken) {
    this.x = x;
    this.y = y;
    this.broken = broken;
  }

  static PagePath of(Frame frame, double[] xs, double[] ys) {
    double[] x = new double[xs.length];
    double[] y = new double[xs.length];
    boolean[] broken = new boolean[xs.length];
    int n = 0;
    boolean missing = true;
    for (int i = 0; i < xs.length; i++) {
      if (Double.isNaN(xs[i] + ys[i])) {
        missing = true;
        continue;
      }
      x[n] = frame.pageX(xs[i]);
      y[n] = frame.pageY(ys[i]);
      broken[n++] = missing;
      missing = false;
    }
    return new PagePath(Arrays.copyOf(x, n), Arrays.copyOf(y, n), Arrays.copyOf(broken, n));
  }

  int size() {
    return x.length;
  }

  double x(int i) {
    return x[i];
  }

  double y(int i) {
    return y[i];
  }

  /** Returns the line; closed where it returns to its beginning. */
  Path2D shape() {
    Path2D.Double path = new Path2D.Double();
    int begin = 0;
    for (int i = 0; i < x.length; i++) {
      if (broken[i]) {
        begin = i;
        path.moveTo(x[i], y[i]);
      } else if (i == x.length - 1 && i - begin > 1 && x[i] == x[begin] && y[i] == y[begin]) {
        path.closePath();
      } else {
        path.lineTo(x[i], y[i]);
      }
    }
    return path;
  }

  /** Returns how straight the line is around a point: its chord over its length; 0 near an end. */
  double straightness(int i, double length) {
    int from = i;
    double before = 0;
    while (from > 0 && before < length / 2 && !broken[from]) {
      before += length(from--);
    }
    int to = i;
    double after = 0;
    while (to < x.length - 1 && after < length / 2 && !broken[to + 1]) {
      after += length(++to);
    }
    if (before < length / 2 || after < length / 2) {
      return 0;
    }
    double dx = x[to] - x[from];
    double dy = y[to] - y[from];
    return Math.sqrt(dx * dx + dy * dy) / (before + after);
  }

  /** Returns the line without its parts in some boxes. */
  Path2D shapeOutside(List<Rectangle2D> boxes) {
    if (boxes.isEmpty()) {
      return shape();
    }
    Path2D.Double path = new Path2D.Double();
    boolean down = false;
    for (int i = 1; i < x.length; i++) {
      if (broken[i]) {
        down = false;
        continue;
      }
      double from = 0;
      // A piece of a curve is shorter than a box: none is crossed by two of them.
      double[] cut = cut(boxes, i);
      if (cut[0] > from) {
        down = draw(path, i, from, cut[0], down);
      }
      if (cut[1] < 1 || cut[0] >= 1) {
        down = cut[0] >= 1 ? down : draw(path, i, cut[1], 1, false);
      } else {
        down = false;
      }
    }
    return path;
  }

  private boolean draw(Path2D path, int i, double from, double to, boolean down) {
    if (!down) {
      path.moveTo(x[i - 1] + from * (x[i] - x[i - 1]), y[i - 1] + from * (y[i] - y[i - 1]));
    }
    path.lineTo(x[i - 1] + to * (x[i] - x[i - 1]), y[i - 1] + to * (y[i] - y[i - 1]));
    return true;
  }

  /** Returns which part of the piece that ends in a point lies in a box; from 1 to 1 if none. */
  private double[] cut(List<Rectangle2D> boxes, int i) {
    for (Rectangle2D box : boxes) {
      double[] part = {0, 1};
      double dx = x[i] - x[i - 1];
      double dy = y[i] - y[i - 1];
      if (clip(part, -dx, x[i - 1] - box.getMinX())
          && clip(part, dx, box.getMaxX() - x[i - 1])
          && clip(part, -dy, y[i - 1] - box.getMinY())
          && clip(part, dy, box.getMaxY() - y[i - 1])) {
        return part;
      }
    }
    return new double[] {1, 1};
  }

  /**
   * Narrows the part of a line that lies on one side of an edge; false if nothing is left.
   *
   * <p>Source: Y.-D. Liang and B. A. Barsky, A new concept and method for line clipping, ACM
   * Transactions on Graphics 3 (1984) 1-22.
   */
  private static boolean clip(double[] part, double p, double q) {
    if (p == 0) {
      return q >= 0;
    }
    double at = q / p;
    if (p < 0) {
      part[0] = Math.max(part[0], at);
    } else {
      part[1] = Math.min(part[1], at);
    }
    return part[0] < part[1];
  }

  /** Draws arrow heads at fixed parts of the length, so that the way of travel is seen. */
  void arrows(Graphics2D g2, Ink ink) {
    double total = 0;
    for (int i = 1; i < x.length; i++) {
      total += length(i);
    }
    if (total < SHORTEST_WITH_ARROWS) {
      return;
    }
    for (double at : ARROWS_AT) {
      double left = at * total;
      int i = 1;
      while (i < x.length - 1 && left > length(i)) {
        left -= length(i++);
      }
      double length = length(i);
      if (length > 0) {
        double part = Math.min(1, left / length);
        double dx = x[i] - x[i - 1];
        double dy = y[i] - y[i - 1];
        Markers.arrow(g2, ink, x[i - 1] + part * dx, y[i - 1] + part * dy, dx, dy);
      }
    }
  }

  private double length(int i) {
    if (broken[i]) {
      return 0;
    }
    double dx = x[i] - x[i - 1];
    double dy = y[i] - y[i - 1];
    return Math.sqrt(dx * dx + dy * dy);
  }
}
