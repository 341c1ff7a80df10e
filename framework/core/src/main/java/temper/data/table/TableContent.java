package temper.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import temper.data.table.TableColumn.Use;

/**
 * The rows of one file. Features are stored in pieces as they come, categories by their numbers, so
 * that a large table is held no more than twice: in pieces, and as a whole.
 */
final class TableContent implements CsvRows.Visitor {

  private static final int PIECE = 1 << 16;
  private static final int SHOWN = 60;

  /** Squares of larger numbers can no longer be added up. */
  private static final double LARGEST = 1e150;

  /** In so few rows each may have a class of its own. */
  private static final int FEW_ROWS = 20;

  private final String file;
  private final TableSource source;
  private final Function<TableHeader, List<@Nullable TableColumn>> layout;
  private final boolean decides;
  private final char point;
  private final List<TableProblem> problems = new ArrayList<>();

  private final List<TableHeader.Name> names = new ArrayList<>();
  private boolean headerRead;
  private @Nullable TableColumn[] columns = {};
  private @Nullable ColumnTally[] tallies = {};
  private int width;

  private final List<double[]> pieces = new ArrayList<>();
  private int piece;
  private double[] row = {};
  private int label;
  private double target;
  private int[] labels = {};
  private double[] targets = {};
  private int rows;

  private final List<Runnable> doubts = new ArrayList<>();
  private int ragged;
  private @Nullable TableProblem firstRagged;

  /**
   * Content that is to be read.
   *
   * @param layout finds the columns by the first line
   * @param decides whether the file says which classes and categories there are, rather than being
   *     held against those that are known
   */
  TableContent(
      TableSource source,
      String file,
      Function<TableHeader, List<@Nullable TableColumn>> layout,
      boolean decides) {
    this.source = source;
    this.file = file;
    this.layout = layout;
    this.decides = decides;
    this.point = source.decimal().character();
  }

  @Override
  public void cell(
      int index, char[] buffer, int offset, int length, boolean quoted, int line, int place) {
    int from = offset;
    int to = offset + length;
    while (from < to && buffer[from] <= ' ') {
      from++;
    }
    while (from < to && buffer[to - 1] <= ' ') {
      to--;
    }
    boolean blankBeforeQuote = !quoted && from < to && buffer[from] == '"';
    if (!headerRead) {
      String name = new String(buffer, from, to - from);
      names.add(new TableHeader.Name(name, line, place));
      if (blankBeforeQuote) {
        problems.add(
            TableProblem.in(
                file, line, place, name, "has a blank before its quotation mark: leave it out"));
      }
      return;
    }
    TableColumn column = index < columns.length ? columns[index] : null;
    if (column == null) {
      return;
    }
    if (blankBeforeQuote) {
      String text = new String(buffer, from, to - from);
      doubts.add(() -> tally(index).addQuoted(text, line, place));
      return;
    }
    switch (column.use()) {
      case NUMBER -> row[column.slot()] = number(index, buffer, from, to, line, place);
      case TARGET -> target = number(index, buffer, from, to, line, place);
      case CATEGORY ->
          row[column.slot()] =
              category(index, column, new String(buffer, from, to - from), line, place);
      case LABEL ->
          label = category(index, column, new String(buffer, from, to - from), line, place);
    }
  }

  private double number(int index, char[] buffer, int from, int to, int line, int place) {
    double value = Decimals.parse(buffer, from, to - from, point);
    if (Double.isNaN(value) || Math.abs(value) > LARGEST) {
      doubt(index, new String(buffer, from, to - from), line, place);
    }
    return value;
  }

  private int category(int index, TableColumn column, String text, int line, int place) {
    boolean none = column.use() == Use.LABEL ? ColumnTally.isMissingClass(text) : text.isEmpty();
    if (none || text.indexOf('\uFFFD') >= 0) { // Anything else may be a kind's name.
      doubt(index, text, line, place);
      return 0;
    }
    Categories categories = column.categories();
    if (!decides) {
      int known = categories.find(text);
      if (known < 0) {
        doubts.add(() -> tally(index).addUnknown(text, line, place));
      }
      return Math.max(0, known);
    }
    return categories.id(text);
  }

  private void doubt(int index, String text, int line, int place) {
    doubts.add(() -> tally(index).add(text, line, place));
  }

  private ColumnTally tally(int index) {
    ColumnTally known = tallies[index];
    TableColumn column = columns[index];
    if (known == null && column != null) {
      known = new ColumnTally(file, column, source);
      tallies[index] = known;
    }
    if (known == null) {
      throw new IllegalStateException("column " + index + " is not read");
    }
    return known;
  }

  @Override
  public void endOfRow(int cells, int line) throws TableException {
    if (!headerRead) {
      headerRead = true;
      begin();
    } else if (cells != columns.length) {
      if (ragged++ == 0) {
        firstRagged =
            TableProblem.in(
                file,
                line,
                1,
                "",
                "has %d %s where the first line names %d columns"
                    .formatted(cells, cells == 1 ? "value" : "values", columns.length));
      }
    } else {
      doubts.forEach(Runnable::run); // Of a row that is cut short cells stand in wrong columns.
      append();
    }
    doubts.clear();
  }

  private void begin() throws TableException {
    TableHeader header = new TableHeader(source, file, names, problems);
    List<@Nullable TableColumn> found = layout.apply(header);
    if (!problems.isEmpty()) {
      throw new TableException(problems);
    }
    columns = found.toArray(new @Nullable TableColumn[0]);
    tallies = new @Nullable ColumnTally[columns.length];
    for (TableColumn column : columns) {
      width += column != null && column.isFeature() ? 1 : 0;
    }
    row = new double[width];
  }

  private void append() throws TableException {
    int inPiece = Math.max(1, PIECE / width);
    if (rows % inPiece == 0) {
      pieces.add(new double[inPiece * width]);
      piece = 0;
    }
    System.arraycopy(row, 0, pieces.get(pieces.size() - 1), piece, width);
    piece += width;
    if (source.label().isPresent()) {
      labels = rows == labels.length ? Arrays.copyOf(labels, grown(rows)) : labels;
      labels[rows] = label;
    } else {
      targets = rows == targets.length ? Arrays.copyOf(targets, grown(rows)) : targets;
      targets[rows] = target;
    }
    rows++;
  }

  private static int grown(int size) {
    return Math.max(1024, size + size / 2);
  }

  /** Everything is read: tells what is wrong. */
  List<TableProblem> finish() {
    if (!headerRead) {
      problems.add(
          TableProblem.in(
              file,
              1,
              1,
              "",
              "is empty: a line of column names is needed, then a line for each example"));
      return problems;
    }
    if (firstRagged != null) {
      TableProblem first = firstRagged;
      String more = ragged == 1 ? "" : ", as have " + (ragged - 1) + " more lines another number";
      problems.add(TableProblem.in(file, first.line(), 1, "", first.message() + more));
    }
    for (ColumnTally tally : tallies) {
      if (tally != null) {
        tally.report(rows, problems::add);
      }
    }
    for (TableHeader.Name name : names) {
      reportColumn(name);
    }
    if (rows == 0 && problems.isEmpty()) {
      problems.add(TableProblem.in(file, 1, 1, "", "has no line but that of the column names"));
    }
    return problems;
  }

  private void reportColumn(TableHeader.Name name) {
    int index = names.indexOf(name);
    TableColumn column = columns[index];
    if (column == null
        || !decides
        || tallies[index] != null // What is wrong with single values comes first.
        || column.use() == Use.NUMBER) {
      return;
    }
    if (column.use() == Use.TARGET) {
      TargetScaling.problem(targets(), source.standardizeTarget())
          .ifPresent(problem -> problems.add(at(name, problem)));
      return;
    }
    Categories categories = column.categories();
    boolean label = column.use() == Use.LABEL;
    String message = "";
    if (categories.overflows()) {
      message =
          "has more than %d different values: %s"
              .formatted(
                  Categories.MOST,
                  label
                      ? "where they are numbers to be predicted, name the column as target"
                      : "leave the column out with ignore");
    } else if (label && categories.size() > Math.max(FEW_ROWS, rows) / 2) {
      message =
          "has %d different values in %d rows: where they are numbers to be predicted, name the column as target and not as label"
              .formatted(categories.size(), rows);
    } else if (label && categories.size() == 1) {
      message =
          "has the one class '%s' in all %d rows; two classes or more can be told apart"
              .formatted(shortened(categories.sorted().get(0)), rows);
    } else if (!categories.sameNumber().isEmpty()) {
      message =
          "has %s, which are one number written in two ways: write it in one, or give different kinds names"
              .formatted("'" + String.join("' and '", categories.sameNumber()) + "'");
    }
    if (!message.isEmpty()) {
      problems.add(at(name, message));
    }
  }

  private TableProblem at(TableHeader.Name name, String message) {
    return TableProblem.in(file, name.line(), name.column(), name.text(), message);
  }

  /** Whether another file, read by the same columns, has equal rows in the same order. */
  boolean holdsTheRowsOf(TableContent other) {
    return rows == other.rows
        && Arrays.equals(labels(), other.labels())
        && Arrays.equals(targets(), other.targets())
        && IntStream.range(0, pieces.size())
            .allMatch(i -> Arrays.equals(pieces.get(i), other.pieces.get(i)));
  }

  private int[] labels() {
    return Arrays.copyOf(labels, labels.length == 0 ? 0 : rows);
  }

  int rows() {
    return rows;
  }

  List<TableHeader.Name> names() {
    return names;
  }

  List<@Nullable TableColumn> columns() {
    return Arrays.asList(columns);
  }

  int[] labels(int[] places) {
    int[] out = new int[rows];
    for (int i = 0; i < rows; i++) {
      out[i] = places[labels[i]];
    }
    return out;
  }

  double[] targets() {
    return Arrays.copyOf(targets, targets.length == 0 ? 0 : rows);
  }

  /**
   * The features, row by row.
   *
   * @param used the feature columns in the order of their slots
   * @param total number of features of an example
   */
  double[] features(List<TableColumn> used, int total) {
    double[] out = new double[Math.multiplyExact(rows, total)];
    int[][] places = new int[used.size()][];
    int[] start = new int[used.size()];
    int at = 0;
    for (int slot = 0; slot < start.length; slot++) {
      TableColumn column = used.get(slot);
      start[slot] = at;
      places[slot] = column.use() == Use.CATEGORY ? column.categories().places() : new int[0];
      at += column.width();
    }
    int inPiece = Math.max(1, PIECE / width);
    for (int i = 0; i < rows; i++) {
      double[] from = pieces.get(i / inPiece);
      int offset = i % inPiece * width;
      for (int slot = 0; slot < width; slot++) {
        double value = from[offset + slot];
        if (places[slot].length == 0) {
          out[i * total + start[slot]] = value;
        } else {
          out[i * total + start[slot] + places[slot][(int) value]] = 1;
        }
      }
    }
    return out;
  }

  /** A text that fits a message. */
  static String shortened(String text) {
    int end = text.length() <= SHOWN ? text.length() : text.offsetByCodePoints(0, SHOWN / 2);
    return text.substring(0, end) + (end < text.length() ? "..." : "");
  }
}
