package temper.lab.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table in plain text whose last column is wrapped to the width of the terminal. Where the others
 * leave no room for it, it stands below them.
 */
final class TextTable {

  private static final String GAP = "  ";
  private static final int LEAST_LAST_WIDTH = 30;
  private static final String INDENT = "    ";

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
    int last = head.size() - 1;
    int[] widths = widths();
    int before = Arrays.stream(widths, 0, last).map(w -> w + GAP.length()).sum();
    int room = width - before;
    boolean below = last > 0 && room < Math.min(LEAST_LAST_WIDTH, widths[last]);
    widths[last] = Math.min(widths[last], below ? width - INDENT.length() : room);
    List<String> out = new ArrayList<>();
    append(out, below ? without(head) : head, widths, below);
    for (List<String> row : rows) {
      append(out, row, widths, below);
    }
    return out;
  }

  /** The head of columns of which the last stands below the others. */
  private static List<String> without(List<String> head) {
    List<String> shorter = new ArrayList<>(head);
    shorter.set(head.size() - 1, "");
    return shorter;
  }

  private int[] widths() {
    int[] widths = new int[head.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = head.get(i).length();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private static void append(
      List<String> out, List<String> cells, int[] widths, boolean lastIsBelow) {
    int last = cells.size() - 1;
    StringBuilder fixed = new StringBuilder();
    for (int i = 0; i < last; i++) {
      String cell = cells.get(i);
      fixed.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
    }
    String indent = lastIsBelow ? INDENT : " ".repeat(fixed.length());
    List<String> wrapped = wrap(cells.get(last), Math.max(1, widths[last]));
    if (lastIsBelow) {
      out.add(fixed.toString().stripTrailing());
    }
    for (int line = 0; line < wrapped.size(); line++) {
      boolean first = line == 0 && !lastIsBelow;
      String text = ((first ? fixed : indent) + wrapped.get(line)).stripTrailing();
      if (!text.isEmpty()) {
        out.add(text);
      }
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
