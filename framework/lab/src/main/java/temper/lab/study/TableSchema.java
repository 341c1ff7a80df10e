package temper.lab.study;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The name and columns of a long-form table that an experiment writes. The engine puts the columns
 * {@code trial} and {@code replicate} and the parameters that vary in front.
 *
 * @param name lower-case words joined by hyphens; names the file
 * @param description one sentence for the data dictionary
 * @param columns at least one column
 * @since 0.1
 */
public record TableSchema(String name, String description, List<Column> columns) {

  private static final Set<String> RESERVED =
      Set.of("plan", "trials", "summary", "failures", "columns", "checksums", "unchecked");

  /**
   * The table of the files that trials hand over by {@link Trial#artifact}. The engine writes its
   * rows.
   */
  public static final TableSchema ARTIFACTS =
      new TableSchema(
          "artifacts",
          "Files that trials handed over, in artifacts/TRIAL/FILE beside the tables",
          List.of(
              Column.text("file", "Name of the file"),
              Column.integer("bytes", "Its size"),
              Column.text("sha256", "SHA-256 of its content")));

  /**
   * Checks names.
   *
   * @throws IllegalArgumentException if the name is not lower-kebab or is taken by the engine, or
   *     columns are missing or double
   */
  public TableSchema {
    if (!FileNames.isHyphenated(name) || RESERVED.contains(name) || !FileNames.isPortable(name)) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' cannot name a table: lower-case words joined by hyphens, no name of a device such as aux, not"
              + " one of "
              + RESERVED);
    }
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("table '" + name + "' has no columns");
    }
    Set<String> seen = new HashSet<>();
    for (Column column : columns) {
      if (!seen.add(column.name())) {
        throw new IllegalArgumentException(
            "table '" + name + "' has two columns '" + column.name() + "'");
      }
    }
  }
}
