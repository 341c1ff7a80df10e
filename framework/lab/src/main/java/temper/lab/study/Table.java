package temper.lab.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * An immutable table, stored by columns.
 *
 * @since 0.1
 */
public final class Table {

  private final Map<String, double[]> numbers;
  private final Map<String, String[]> texts;
  private final List<String> columns;
  private final int[] rows;
  private final Consumer<Table> reader;

  private Table(
      List<String> columns,
      Map<String, double[]> numbers,
      Map<String, String[]> texts,
      int[] rows,
      Consumer<Table> reader) {
    this.columns = columns;
    this.numbers = numbers;
    this.texts = texts;
    this.rows = rows;
    this.reader = reader;
  }

  /**
   * A builder of a table without columns.
   *
   * @param rows number of rows
   * @return the builder
   */
  public static Builder builder(int rows) {
    return new Builder(rows);
  }

  /**
   * The number of rows.
   *
   * @return 0 or more
   */
  public int rows() {
    return rows.length;
  }

  /**
   * The names of the columns in order.
   *
   * @return names
   */
  public List<String> columns() {
    return columns;
  }

  /**
   * A column as numbers.
   *
   * @param column name of a column of numbers or integers
   * @return a copy, NaN where a cell is missing
   * @throws IllegalArgumentException if there is no such column or it holds text
   */
  public double[] numbers(String column) {
    double[] out = cells(column);
    reader.accept(unwatched());
    return out;
  }

  private double[] cells(String column) {
    double[] all = numbers.get(column);
    if (all == null) {
      throw missing(column, "numbers");
    }
    double[] out = new double[rows.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = all[rows[i]];
    }
    return out;
  }

  /**
   * A column as text.
   *
   * @param column name of a column of text or truth values
   * @return a copy, empty where a cell is missing
   * @throws IllegalArgumentException if there is no such column or it holds numbers
   */
  public List<String> texts(String column) {
    List<String> out = words(column);
    reader.accept(unwatched());
    return out;
  }

  private List<String> words(String column) {
    String[] all = texts.get(column);
    if (all == null) {
      throw missing(column, "text");
    }
    return IntStream.of(rows).mapToObj(row -> all[row]).toList();
  }

  /**
   * The rows in which a column has a value.
   *
   * @param column name of a column of numbers
   * @param value the wanted value, compared exactly
   * @return a view of those rows, in the same order
   * @throws IllegalArgumentException if there is no such column
   */
  public Table where(String column, double value) {
    double[] cells = cells(column);
    return select(i -> cells[i] == value);
  }

  /**
   * The rows in which a column has a value.
   *
   * @param column name of a column of text
   * @param value the wanted value
   * @return a view of those rows, in the same order
   * @throws IllegalArgumentException if there is no such column
   */
  public Table where(String column, String value) {
    List<String> cells = words(column);
    return select(i -> cells.get(i).equals(value));
  }

  /**
   * The rows that a predicate accepts.
   *
   * @param accept tells of a row of this table, counted from 0, whether it is wanted
   * @return a view of those rows, in the same order
   */
  public Table select(IntPredicate accept) {
    int[] kept = IntStream.range(0, rows.length).filter(accept).map(i -> rows[i]).toArray();
    return new Table(columns, numbers, texts, kept, reader);
  }

  /**
   * The rows split by the values of a column of numbers.
   *
   * @param column name of a column of numbers
   * @return a table for each value, in the order of first appearance
   * @throws IllegalArgumentException if there is no such column
   */
  public Map<Double, Table> groupBy(String column) {
    double[] cells = cells(column);
    Map<Double, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      groups.computeIfAbsent(cells[i], key -> new ArrayList<>()).add(rows[i]);
    }
    Map<Double, Table> out = new LinkedHashMap<>();
    groups.forEach((value, members) -> out.put(value, view(members)));
    return out;
  }

  /**
   * The rows split by the values of a column of text.
   *
   * @param column name of a column of text
   * @return a table for each value, in the order of first appearance
   * @throws IllegalArgumentException if there is no such column
   */
  public Map<String, Table> groupByText(String column) {
    List<String> cells = words(column);
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      groups.computeIfAbsent(cells.get(i), key -> new ArrayList<>()).add(rows[i]);
    }
    Map<String, Table> out = new LinkedHashMap<>();
    groups.forEach((value, members) -> out.put(value, view(members)));
    return out;
  }

  /**
   * The same table, which tells what is read of it: whenever cells of a column leave it or one of
   * its views, the rows they stand in. Choosing and grouping rows reads nothing.
   *
   * @param told is given a view of the rows that were read
   * @return a view of all rows
   */
  public Table watched(Consumer<Table> told) {
    return new Table(columns, numbers, texts, rows, told);
  }

  private Table unwatched() {
    return new Table(columns, numbers, texts, rows, read -> {});
  }

  private Table view(List<Integer> members) {
    return new Table(
        columns, numbers, texts, members.stream().mapToInt(Integer::intValue).toArray(), reader);
  }

  private IllegalArgumentException missing(String column, String kind) {
    return new IllegalArgumentException(
        "no column '" + column + "' of " + kind + "; columns are " + columns);
  }

  /** Collects the columns of a table. */
  public static final class Builder {

    private final int rows;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final Map<String, String[]> texts = new LinkedHashMap<>();

    private Builder(int rows) {
      this.rows = rows;
    }

    /**
     * Adds a column of numbers.
     *
     * @param column name of the column
     * @param cells one value a row, NaN where missing; not copied, and not to be modified
     *     afterwards
     * @return this builder
     * @throws IllegalArgumentException if the number of cells differs from the number of rows, or
     *     the name is taken
     */
    public Builder numbers(String column, double[] cells) {
      check(column, cells.length);
      numbers.put(column, cells);
      return this;
    }

    /**
     * Adds a column of text.
     *
     * @param column name of the column
     * @param cells one text a row, empty where missing; not copied, and not to be modified
     *     afterwards
     * @return this builder
     * @throws IllegalArgumentException if the number of cells differs from the number of rows, or
     *     the name is taken
     */
    public Builder texts(String column, String[] cells) {
      check(column, cells.length);
      texts.put(column, cells);
      return this;
    }

    /**
     * The table.
     *
     * @return a table of all columns added so far
     */
    public Table build() {
      return new Table(
          List.copyOf(columns),
          Map.copyOf(numbers),
          Map.copyOf(texts),
          IntStream.range(0, rows).toArray(),
          read -> {});
    }

    private void check(String column, int cells) {
      Objects.requireNonNull(column);
      if (cells != rows) {
        throw new IllegalArgumentException(
            "column '" + column + "' has " + cells + " cells, not " + rows);
      }
      if (columns.contains(column)) {
        throw new IllegalArgumentException("two columns '" + column + "'");
      }
      columns.add(column);
    }
  }
}
