package temper.lab.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A figure that a study file asks for.
 *
 * @param name names its files: lower-case words joined by hyphens
 * @param title its title; empty for one that says what is drawn
 * @param experiment name of the experiment
 * @param table name of the table it is drawn from; empty for the trials
 * @param x column along the horizontal axis
 * @param y column of numbers along the vertical axis
 * @param color column whose values are told apart by colour
 * @param rows column whose values have a row of panels each
 * @param columns column whose values have a column of panels each
 * @param kind what is drawn
 * @param band what is shown of the spread
 * @param logX whether the horizontal axis is logarithmic; empty to let the data say
 * @param logY whether the vertical axis is logarithmic; empty to let the data say
 * @param where which rows are drawn
 * @param labels what stands at axes, in legends and over panels in the place of a column's name
 * @since 0.1
 */
public record Plot(
    String name,
    String title,
    String experiment,
    String table,
    String x,
    String y,
    Optional<String> color,
    Optional<String> rows,
    Optional<String> columns,
    Kind kind,
    Band band,
    Optional<Boolean> logX,
    Optional<Boolean> logY,
    List<RowFilter> where,
    Map<String, String> labels) {

  /** Copies the list and the map. */
  public Plot {
    where = List.copyOf(where);
    labels = Map.copyOf(labels);
  }

  /** What is drawn. */
  public enum Kind {
    /** A line through the centres at each x. */
    LINE,
    /** A point for each row, or for each centre where there is a band. */
    POINTS;

    /**
     * The name in a study file.
     *
     * @return a word
     */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is shown of the spread of the rows at one x, about which centre. */
  public enum Band {
    /** The mean with its 95 % interval by Student's t. */
    CI95,
    /** The mean, one standard deviation to either side. */
    SD,
    /** The mean, from the smallest to the largest. */
    MINMAX,
    /** The median with the quartiles. */
    IQR,
    /** Only the mean. */
    NONE;

    /**
     * The name in a study file.
     *
     * @return a word
     */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What stands for a column where it is drawn.
   *
   * @param column name of the column
   * @return its label, or its name if it has none
   */
  public String label(String column) {
    return labels.getOrDefault(column, column);
  }

  static List<String> kinds() {
    return Arrays.stream(Kind.values()).map(Kind::label).toList();
  }

  static List<String> bands() {
    return Arrays.stream(Band.values()).map(Band::label).toList();
  }

  /**
   * What is drawn, in a line.
   *
   * @return such as {@code loss against epoch, a colour for each rate}
   */
  public String described() {
    return y
        + " against "
        + x
        + color.map(one -> ", a colour for each " + one).orElse("")
        + rows.map(one -> ", a row for each " + one).orElse("")
        + columns.map(one -> ", a column for each " + one).orElse("");
  }
}
