package temper.lab.figure;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
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
