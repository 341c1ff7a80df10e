package temper.lab.study;

/**
 * One column of a table.
 *
 * @param name lower-case words joined by underscores, unique within its table
 * @param type what its cells hold
 * @param unit the unit, such as {@code steps}; empty for a pure number or text
 * @param description one sentence for the data dictionary
 * @since 0.1
 */
public record Column(String name, Type type, String unit, String description) {

  /** What the cells of a column hold. */
  public enum Type {
    /** A double; missing is an empty cell, and NaN and infinities are spelled out. */
    NUMBER,
    /** A 64-bit integer. */
    INTEGER,
    /** Any text. */
    TEXT,
    /** {@code true} or {@code false}. */
    BOOLEAN
  }

  /**
   * A column of pure numbers.
   *
   * @param name name of the column
   * @param description one sentence
   * @return the column
   */
  public static Column number(String name, String description) {
    return new Column(name, Type.NUMBER, "", description);
  }

  /**
   * A column of integers.
   *
   * @param name name of the column
   * @param description one sentence
   * @return the column
   */
  public static Column integer(String name, String description) {
    return new Column(name, Type.INTEGER, "", description);
  }

  /**
   * A column of texts.
   *
   * @param name name of the column
   * @param description one sentence
   * @return the column
   */
  public static Column text(String name, String description) {
    return new Column(name, Type.TEXT, "", description);
  }

  /**
   * A column of truth values.
   *
   * @param name name of the column
   * @param description one sentence
   * @return the column
   */
  public static Column truth(String name, String description) {
    return new Column(name, Type.BOOLEAN, "", description);
  }

  /**
   * Whether its cells are numbers, integers included.
   *
   * @return false for texts and truth values
   */
  public boolean holdsNumbers() {
    return type == Type.NUMBER || type == Type.INTEGER;
  }

  /**
   * The same column with a unit.
   *
   * @param unit the unit
   * @return a column that differs only in its unit
   */
  public Column in(String unit) {
    return new Column(name, type, unit, description);
  }
}
