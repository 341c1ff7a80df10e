package temper.lab.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table in plain text whose last column is wrapped to the width of the terminal. */
final class TextTable {

  private static final String GAP = "  ";
  private static final int LEAST_LAST_WIDTH = 24;

  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... head) {
    this.head = List.of(head);
  }

  TextTable row(String... cells) {
    if (cells.length != head.size()) {
      throw new IllegalArgumentException(
          "a row needs " + head.size() + " cells, got " + cells.length);
    }
    rows.add(List.of(cells));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The table with one line a row: the last column is cut where the terminal ends. */
  String cut(int width) {
    int last = head.size() - 1;
    int[] widths = widths(width);
    StringBuilder out = new StringBuilder();
    append(out, head, widths);
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>(row);
      String text = cells.get(last);
      if (text.length() > widths[last]) {
        cells.set(last, text.substring(0, widths[last] - 3).stripTrailing() + "...");
      }
      append(out, cells, widths);
    }
    return out.toString();
  }

  /** The table as lines of at most {@code width} characters, as far as its fixed columns allow. */
  String render(int width) {
    int[] widths = widths(width);
    StringBuilder out = new StringBuilder();
    append(out, head, widths);
    for (List<String> row : rows) {
      append(out, row, widths);
    }
    return out.toString();
  }

  private int[] widths(int width) {
    int last = head.size() - 1;
    int[] widths = new int[head.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = head.get(i).length();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    int before = Arrays.stream(widths, 0, last).map(w -> w + GAP.length()).sum();
    widths[last] = Math.min(widths[last], Math.max(LEAST_LAST_WIDTH, width - before));
    return widths;
  }

  private static void append(StringBuilder out, List<String> cells, int[] widths) {
    int last = cells.size() - 1;
    List<String> wrapped = wrap(cells.get(last), widths[last]);
    for (int line = 0; line < wrapped.size(); line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < last; i++) {
        String cell = line == 0 ? cells.get(i) : "";
        text.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
      }
      text.append(wrapped.get(line));
      out.append(text.toString().stripTrailing()).append('\n');
    }
  }

  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
