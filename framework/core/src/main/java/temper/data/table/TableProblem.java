package temper.data.table;

import java.util.List;
import temper.plugin.Names;

/**
 * A mistake in a table, or in what was asked of it.
 *
 * @param parameter the parameter that does not fit the table; empty for a mistake in a file
 * @param file the file as the user wrote it
 * @param line line in the file, from 1
 * @param column column in the line in code points, from 1
 * @param name name of the table's column; empty where it is about none
 * @param message what is wrong and what helps, without a full stop
 * @param suggestions names that were probably meant, usually none or one
 * @param allowed all names that there are, where one was asked for
 * @since 0.3
 */
public record TableProblem(
    String parameter,
    String file,
    int line,
    int column,
    String name,
    String message,
    List<String> suggestions,
    List<String> allowed) {

  /** Copies the lists. */
  public TableProblem {
    suggestions = List.copyOf(suggestions);
    allowed = List.copyOf(allowed);
  }

  /** A mistake in a file. */
  static TableProblem in(String file, int line, int column, String name, String message) {
    return new TableProblem("", file, line, column, name, message, List.of(), List.of());
  }

  /** A parameter that does not fit the table. */
  static TableProblem of(String parameter, String file, String message, List<String> allowed) {
    return new TableProblem(parameter, file, 1, 1, "", message, List.of(), allowed);
  }

  /** A parameter that names a column which is not there. */
  static TableProblem unknown(String parameter, String file, String given, List<String> columns) {
    List<String> nearest = Names.nearest(given, columns).map(List::of).orElse(List.of());
    String message = file + " has no column '" + given + "'";
    return new TableProblem(parameter, file, 1, 1, "", message, nearest, columns);
  }

  /**
   * The problem as one line.
   *
   * @return {@code file:line:column name: message}, or {@code parameter: message} with what is
   *     allowed
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (parameter.isEmpty()) {
      text.append(file).append(':').append(line).append(':').append(column).append(' ');
    }
    String subject = parameter.isEmpty() ? name : parameter;
    text.append(subject.isEmpty() ? "" : subject + ": ").append(message);
    if (!suggestions.isEmpty()) {
      text.append(". Did you mean '").append(String.join("' or '", suggestions)).append("'?");
    }
    if (!allowed.isEmpty()) {
      text.append(" (columns: ").append(String.join(", ", allowed)).append(')');
    }
    return text.toString();
  }
}
