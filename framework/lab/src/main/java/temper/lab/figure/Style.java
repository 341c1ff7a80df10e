package temper.lab.figure;

import java.awt.BasicStroke;
import java.awt.Color;

/** Sizes and colours of every figure, in points at final size. */
final class Style {

  /** A column of a two-column paper, 3.3 inches. */
  static final double SINGLE_WIDTH = 238;

  /** Both columns and the gap between them, 7 inches. */
  static final double DOUBLE_WIDTH = 504;

  static final double TEXT_SIZE = 8;
  static final double TICK_TEXT_SIZE = 7;
  static final double LINE_HEIGHT = 10;
  static final double TICK_LINE_HEIGHT = 8.5;

  /** Size of numbers on contour lines. */
  static final double INNER_TEXT_SIZE = 6;

  static final double DATA_LINE = 1.1;
  static final double CONTOUR_LINE = 0.6;
  static final double AXIS_LINE = 0.5;
  static final double GRID_LINE = 0.35;
  static final double MARKER = 3.6;

  static final double TICK_LENGTH = 2.6;
  static final double MINOR_TICK_LENGTH = 1.4;
  static final double TICK_GAP = 2;
  static final double LABEL_GAP = 3;
  static final double PAGE_MARGIN = 3;

  static final Color TEXT = new Color(0x1a1a1a);
  static final Color AXIS = new Color(0x333333);
  static final Color GRID = new Color(0xe4e4e4);
  static final Color MISSING = new Color(0xd9d9d9);
  static final Color MISSING_HATCH = new Color(0x9a9a9a);

  private Style() {}

  static BasicStroke solid(double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }
}
