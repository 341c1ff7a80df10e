package temper.lab.cli;

import java.util.ArrayList;
import java.util.List;

/** A curve in Braille patterns, of which each has two columns and four rows of dots. */
final class BraillePlot {

  private static final char EMPTY = '\u2800';
  private static final int CELL_WIDTH = 2;
  private static final int CELL_HEIGHT = 4;

  /** Bits of the dots of a pattern, by row and column. */
  private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

  private BraillePlot() {}

  /** The number of values that a plot shows. */
  static int samples(int columns) {
    return CELL_WIDTH * columns;
  }

  /**
   * The curve of values at equal distances. Between neighbours it is joined, so that a jump is an
   * upright line.
   *
   * @param values finite values, as many as {@link #samples}
   * @param low value of the lowest dots
   * @param high value of the highest dots
   * @param rows number of lines
   * @return lines of one character for every two values, without blanks at their ends
   */
  static List<String> lines(double[] values, double low, double high, int rows) {
    int heights = CELL_HEIGHT * rows;
    int[][] cells = new int[rows][values.length / CELL_WIDTH];
    int before = height(values[0], low, high, heights);
    for (int x = 0; x < values.length; x++) {
      int now = height(values[x], low, high, heights);
      // A jump of more than a dot is drawn in the column that it leads to.
      int from = Math.abs(before - now) > 1 ? before : now;
      for (int y = Math.min(now, from); y <= Math.max(now, from); y++) {
        cells[y / CELL_HEIGHT][x / CELL_WIDTH] |= DOTS[y % CELL_HEIGHT][x % CELL_WIDTH];
      }
      before = now;
    }
    List<String> lines = new ArrayList<>();
    for (int[] row : cells) {
      StringBuilder line = new StringBuilder();
      for (int cell : row) {
        line.append(cell == 0 ? ' ' : (char) (EMPTY + cell));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** The row of dots of a value, counted from above. */
  private static int height(double value, double low, double high, int heights) {
    double share = high > low ? (value - low) / (high - low) : 0.5;
    return (int) Math.round((1 - share) * (heights - 1));
  }
}
