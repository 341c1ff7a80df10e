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
    rows.add(Arrays.stream(cells).map(Printable::line).toList());
    return this;
  }

  /** The table as lines of at most {@code width} characters, as far as its fixed columns allow. */
  String render(int width) {
    StringBuilder out = new StringBuilder();
    lines(width).forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  /** The lines of the table: its head, then one for each row unless the last column is wrapped. */
  List<String> lines(int width) {
    int[] widths = widths(width);
    List<String> out = new ArrayList<>();
    append(out, head, widths);
    for (List<String> row : rows) {
      append(out, row, widths);
    }
    return out;
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

  private static void append(List<String> out, List<String> cells, int[] widths) {
    int last = cells.size() - 1;
    List<String> wrapped = wrap(cells.get(last), widths[last]);
    for (int line = 0; line < wrapped.size(); line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < last; i++) {
        String cell = line == 0 ? cells.get(i) : "";
        text.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
      }
      text.append(wrapped.get(line));
      out.add(text.toString().stripTrailing());
    }
  }

  /** Text in lines of at most {@code width} characters; a longer word is cut. */
  static List<String> wrap(String text, int width) {
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
      while (line.length() > width) {
        lines.add(line.substring(0, width));
        line.delete(0, width);
      }
    }
    lines.add(line.toString());
    return lines;
  }
}
