package temper.lab.figure;

import java.util.Arrays;

/**
 * Leaves out what cannot be seen. Of a line: the plot is cut into columns of a quarter of a point;
 * of the points of a column the first, the last, the lowest and the highest are kept, in their
 * order, so that no extreme is lost and lines between columns stay where they were. Lines that have
 * not many more points than that, and lines that turn back, are left as they are. Of many separate
 * points: the plot is cut into squares of one point, a quarter of a marker, and of each the first
 * is kept.
 *
 * <p>Source: U. Jugel, Z. Jerzak, G. Hackenbroich and V. Markl, M4: a visualization-oriented time
 * series data aggregation, Proceedings of the VLDB Endowment 7 (2014) 797-808.
 */
final class Thinning {

  private static final double COLUMNS_PER_POINT = 4;
  private static final int KEPT = 4;
  private static final int MOST_SEPARATE_POINTS = 20_000;

  private Thinning() {}

  /** Returns the points to draw: horizontal and vertical positions, NaN where the line breaks. */
  static double[][] of(double[] x, double[] y, Span span, double width) {
    int columns = (int) Math.ceil(COLUMNS_PER_POINT * width);
    if (x.length <= KEPT * columns || !ascending(x)) {
      return new double[][] {x, y};
    }
    boolean[] keep = new boolean[x.length];
    int begin = 0;
    while (begin < x.length) {
      int end = begin + 1;
      boolean gap = Double.isNaN(x[begin] + y[begin]);
      long column = column(x[begin], span, columns);
      while (end < x.length
          && Double.isNaN(x[end] + y[end]) == gap
          && (gap || column(x[end], span, columns) == column)) {
        end++;
      }
      mark(keep, y, begin, end);
      begin = end;
    }
    return new double[][] {kept(x, keep), kept(y, keep)};
  }

  /** Returns the separate points to draw: horizontal and vertical positions. */
  static double[][] separate(double[] x, double[] y, Frame frame) {
    if (x.length <= MOST_SEPARATE_POINTS) {
      return new double[][] {x, y};
    }
    int columns = (int) Math.ceil(frame.area().getWidth());
    int rows = (int) Math.ceil(frame.area().getHeight());
    boolean[] taken = new boolean[(columns + 2) * (rows + 2)];
    boolean[] keep = new boolean[x.length];
    for (int i = 0; i < x.length; i++) {
      if (!Double.isNaN(x[i] + y[i])) {
        long column = column(x[i], frame.x(), columns) + 1;
        long row = column(y[i], frame.y(), rows) + 1;
        int square = (int) (row * (columns + 2) + column);
        keep[i] = !taken[square];
        taken[square] = true;
      }
    }
    return new double[][] {kept(x, keep), kept(y, keep)};
  }

  private static boolean ascending(double[] x) {
    double last = Double.NEGATIVE_INFINITY;
    for (double value : x) {
      if (value < last) {
        return false;
      }
      last = Double.isNaN(value) ? last : value;
    }
    return true;
  }

  private static long column(double x, Span span, int columns) {
    double place = Math.floor((x - span.low()) / span.length() * columns);
    return (long) Math.max(-1, Math.min(columns, place));
  }

  private static void mark(boolean[] keep, double[] y, int begin, int end) {
    int lowest = begin;
    int highest = begin;
    for (int i = begin; i < end; i++) {
      lowest = y[i] < y[lowest] ? i : lowest;
      highest = y[i] > y[highest] ? i : highest;
    }
    keep[begin] = true;
    keep[end - 1] = true;
    keep[lowest] = true;
    keep[highest] = true;
  }

  private static double[] kept(double[] values, boolean[] keep) {
    double[] out = new double[values.length];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (keep[i]) {
        out[n++] = values[i];
      }
    }
    return Arrays.copyOf(out, n);
  }
}
