package temper.lab.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lines of equal height over a rectangular grid, by marching squares: straight within a cell,
 * joined across cells. A saddle is decided by the mean of its four corners. Cells with a corner
 * that is not finite are left out.
 */
final class Contours {

  private final double[] x;
  private final double[] y;
  private final double[][] z;
  private final double level;

  /** The two ends that meet at a crossed edge of the grid. */
  private final Map<Long, List<Segment>> ends = new TreeMap<>();

  private final List<Segment> segments = new ArrayList<>();

  private Contours(double[] x, double[] y, double[][] z, double level) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.level = level;
  }

  /**
   * A line of points; closed if the last point is the first.
   *
   * @param x horizontal coordinates
   * @param y vertical coordinates
   */
  @SuppressWarnings("ArrayRecordComponent") // lives for the length of a drawing
  record Curve(double[] x, double[] y) {}

  private static final class Segment {
    final long from;
    final long to;
    boolean used;

    Segment(long from, long to) {
      this.from = from;
      this.to = to;
    }

    long other(long edge) {
      return edge == from ? to : from;
    }
  }

  /**
   * Traces a level.
   *
   * @param x columns of the grid, ascending
   * @param y rows of the grid, ascending
   * @param z heights, {@code z[row][column]}
   * @param level the height to trace
   * @return the lines, in the order of the grid
   */
  static List<Curve> trace(double[] x, double[] y, double[][] z, double level) {
    Contours contours = new Contours(x, y, z, level);
    for (int row = 0; row + 1 < y.length; row++) {
      for (int column = 0; column + 1 < x.length; column++) {
        contours.cross(row, column);
      }
    }
    return contours.join();
  }

  private void cross(int row, int column) {
    double a = z[row][column];
    double b = z[row][column + 1];
    double c = z[row + 1][column + 1];
    double d = z[row + 1][column];
    if (!Double.isFinite(a + b + c + d)) {
      return;
    }
    long bottom = edge(row, column, false);
    long right = edge(row, column + 1, true);
    long top = edge(row + 1, column, false);
    long left = edge(row, column, true);
    int mask =
        (a > level ? 1 : 0) | (b > level ? 2 : 0) | (c > level ? 4 : 0) | (d > level ? 8 : 0);
    boolean high = (a + b + c + d) / 4 > level;
    switch (mask) {
      case 1, 14 -> add(left, bottom);
      case 2, 13 -> add(bottom, right);
      case 3, 12 -> add(left, right);
      case 4, 11 -> add(right, top);
      case 6, 9 -> add(bottom, top);
      case 7, 8 -> add(left, top);
      case 5, 10 -> {
        boolean cutsTopLeft = (mask == 5) == high;
        add(left, cutsTopLeft ? top : bottom);
        add(right, cutsTopLeft ? bottom : top);
      }
      default -> {}
    }
  }

  private void add(long from, long to) {
    Segment segment = new Segment(from, to);
    segments.add(segment);
    ends.computeIfAbsent(from, e -> new ArrayList<>(2)).add(segment);
    ends.computeIfAbsent(to, e -> new ArrayList<>(2)).add(segment);
  }

  private long edge(int row, int column, boolean upwards) {
    return 2 * ((long) row * x.length + column) + (upwards ? 1 : 0);
  }

  private List<Curve> join() {
    List<Curve> curves = new ArrayList<>();
    for (Segment start : segments) {
      if (start.used) {
        continue;
      }
      start.used = true;
      Deque<Long> line = new ArrayDeque<>();
      line.add(start.from);
      line.add(start.to);
      follow(line, true);
      follow(line, false);
      curves.add(curve(line));
    }
    return curves;
  }

  private void follow(Deque<Long> line, boolean forward) {
    while (true) {
      long end = forward ? line.getLast() : line.getFirst();
      Segment next = null;
      for (Segment candidate : ends.getOrDefault(end, List.of())) {
        if (!candidate.used) {
          next = candidate;
          break;
        }
      }
      if (next == null) {
        return;
      }
      next.used = true;
      if (forward) {
        line.addLast(next.other(end));
      } else {
        line.addFirst(next.other(end));
      }
    }
  }

  private Curve curve(Deque<Long> line) {
    double[] xs = new double[line.size()];
    double[] ys = new double[line.size()];
    int i = 0;
    for (long edge : line) {
      boolean upwards = (edge & 1) == 1;
      int row = (int) (edge / 2 / x.length);
      int column = (int) (edge / 2 % x.length);
      double from = z[row][column];
      double to = upwards ? z[row + 1][column] : z[row][column + 1];
      double part = (level - from) / (to - from);
      xs[i] = upwards ? x[column] : x[column] + part * (x[column + 1] - x[column]);
      ys[i] = upwards ? y[row] + part * (y[row + 1] - y[row]) : y[row];
      i++;
    }
    return new Curve(xs, ys);
  }
}
