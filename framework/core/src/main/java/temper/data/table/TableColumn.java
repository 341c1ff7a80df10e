package temper.data.table;

import org.jspecify.annotations.Nullable;

/** A column of a table that is read. */
final class TableColumn {

  /** What a column is for. */
  enum Use {
    /** A feature. */
    NUMBER,
    /** Features of 0 or 1, one for each category. */
    CATEGORY,
    /** The class of an example. */
    LABEL,
    /** The number to be predicted. */
    TARGET
  }

  private final String name;
  private final Use use;
  private final int slot;
  private final @Nullable Categories categories;

  /**
   * A column.
   *
   * @param slot place of its value in a row of stored features; -1 where it is no feature
   * @param mark what stands before decimals
   */
  TableColumn(String name, Use use, int slot, DecimalMark mark) {
    this.name = name;
    this.use = use;
    this.slot = slot;
    this.categories = use == Use.CATEGORY || use == Use.LABEL ? new Categories(mark) : null;
  }

  String name() {
    return name;
  }

  Use use() {
    return use;
  }

  int slot() {
    return slot;
  }

  boolean isFeature() {
    return slot >= 0;
  }

  /** The texts of a column that is no number. */
  Categories categories() {
    if (categories == null) {
      throw new IllegalStateException("column " + name + " holds numbers");
    }
    return categories;
  }

  /** How many features it makes. */
  int width() {
    return use == Use.CATEGORY ? categories().size() : isFeature() ? 1 : 0;
  }
}
