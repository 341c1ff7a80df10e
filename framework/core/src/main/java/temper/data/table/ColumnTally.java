package temper.data.table;

import java.util.Set;
import java.util.function.Consumer;
import temper.data.table.TableColumn.Use;

/** What is wrong with the values of one column: how often, and where first. */
final class ColumnTally {

  /** What other programs write where there is no value. */
  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "?", "-", ".", "missing");

  private static final Set<String> INFINITE = Set.of("inf", "infinity", "∞");

  private final String file;
  private final TableColumn column;
  private final TableSource source;
  private final Count missing = new Count();
  private final Count wrong = new Count();
  private final Count unknown = new Count();

  private static final class Count {
    private int times;
    private int line;
    private int place;
    private String text = "";

    void add(String value, int atLine, int atPlace) {
      if (times++ == 0) {
        line = atLine;
        place = atPlace;
        text = value;
      }
    }
  }

  ColumnTally(String file, TableColumn column, TableSource source) {
    this.file = file;
    this.column = column;
    this.source = source;
  }

  TableColumn column() {
    return column;
  }

  static boolean isMissing(String text) {
    return MISSING.contains(text.toLowerCase(java.util.Locale.ROOT));
  }

  /** Counts a value that cannot be used. */
  void add(String text, int line, int place) {
    (isMissing(text) ? missing : wrong).add(text, line, place);
  }

  /** Counts a class that does not occur in the train file. */
  void addUnknown(String text, int line, int place) {
    unknown.add(text, line, place);
  }

  /** Tells what was counted. */
  void report(int rows, Consumer<TableProblem> problems) {
    if (missing.times > 0) {
      String what = missing.text.isEmpty() ? "is empty" : "is '" + missing.text + "'";
      tell(
          missing,
          "%s; %d of %d rows %s no value: fill them in or leave them out%s"
              .formatted(
                  what, missing.times, rows, missing.times == 1 ? "has" : "have", ignoring()),
          problems);
    }
    if (wrong.times > 0) {
      tell(wrong, wrong(rows), problems);
    }
    if (unknown.times > 0) {
      String known = TableContent.shortened(String.join(", ", column.categories().sorted()));
      tell(
          unknown,
          "the class '%s' does not occur in %s, whose classes are %s"
              .formatted(TableContent.shortened(unknown.text), source.file(), known),
          problems);
    }
  }

  private void tell(Count count, String message, Consumer<TableProblem> problems) {
    problems.accept(TableProblem.in(file, count.line, count.place, column.name(), message));
  }

  private String wrong(int rows) {
    String text = wrong.text;
    String shown = "'" + TableContent.shortened(text) + "'";
    if (text.indexOf('\uFFFD') >= 0) {
      return shown + " is not UTF-8: save the file in this encoding";
    }
    String share =
        wrong.times == 1 ? "" : " (nor are " + (wrong.times - 1) + " more of " + rows + ")";
    if (!Double.isNaN(Decimals.parse(text, ',')) && source.decimal() == DecimalMark.POINT) {
      return shown
          + " is not a number"
          + share
          + ": if the comma is that of decimals, say decimal: comma";
    }
    if (INFINITE.contains(text.replaceFirst("^[+-]", "").toLowerCase(java.util.Locale.ROOT))) {
      return shown + " is not a finite number" + share + ignoring();
    }
    return shown
        + " is not a number"
        + share
        + (column.use() == Use.TARGET
            ? ": where classes are to be told apart, name the column as label and not as target"
            : ": leave the column out with ignore: "
                + quoted(column.name())
                + ", or where its values are names of kinds, say categorical: "
                + quoted(column.name()));
  }

  private String ignoring() {
    return column.isFeature()
        ? ", or leave the column out with ignore: " + quoted(column.name())
        : "";
  }

  /** A column as a config has it in a list. */
  private static String quoted(String name) {
    boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_ .-]*") && name.strip().equals(name);
    return plain ? "[" + name + "]" : "['" + name.replace("'", "''") + "']";
  }
}
