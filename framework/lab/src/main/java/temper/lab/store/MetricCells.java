package temper.lab.store;

import java.nio.charset.StandardCharsets;

/** Finds the cells of an encoded row. */
final class MetricCells {

  private final int[] ends;
  private final int columns;
  private byte[] bytes = {};
  private int start;

  MetricCells(int columns) {
    this.columns = columns;
    this.ends = new int[columns];
  }

  /** Takes up a row, which has as many cells as there are columns. */
  void split(byte[] text, int from, int length) {
    bytes = text;
    start = from;
    boolean quoted = false;
    int cell = 0;
    for (int i = from; i < from + length; i++) {
      if (text[i] == '"') {
        quoted = !quoted;
      } else if (text[i] == ',' && !quoted) {
        ends[cell++] = i;
      }
    }
    if (columns > 0) {
      ends[columns - 1] = from + length;
    }
  }

  /** A cell as a number; NaN where it is missing or is no number. */
  double number(int cell) {
    int from = cell == 0 ? start : ends[cell - 1] + 1;
    String text = new String(bytes, from, ends[cell] - from, StandardCharsets.US_ASCII);
    try {
      return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
