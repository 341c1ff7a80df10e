package temper.data.table;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import temper.data.table.TableColumn.Use;

/** What is wrong with the values of one column: how often, and where first. */
final class ColumnTally {

  /** What other programs write where there is no number. */
  private static final Set<String> MISSING =
      Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "?", "-", ".", "missing");

  /** What they write where there is no class, but for what may be the name of one. */
  private static final Set<String> MISSING_CLASS =
      Set.of("", "na", "n/a", "#n/a", "nan", "null", "?");

  private static final Set<String> INFINITE = Set.of("inf", "infinity", "∞");

  private final String file;
  private final TableColumn column;
  private final TableSource source;
  private final Pattern decimal;
  private final Count missing = new Count();
  private final Count beyond = new Count();
  private final Count quoted = new Count();
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

    String shown() {
      return "'" + TableContent.shortened(text) + "'";
    }

    /** How many rows have the same mistake, where it is not one. */
    String share(String word, int rows) {
      return times == 1 ? "" : " (" + word + " " + (times - 1) + " more of " + rows + ")";
    }
  }

  ColumnTally(String file, TableColumn column, TableSource source) {
    this.file = file;
    this.column = column;
    this.source = source;
    String mark = Pattern.quote(String.valueOf(source.decimal().character()));
    this.decimal =
        Pattern.compile("[+-]?([0-9]+" + mark + "?[0-9]*|" + mark + "[0-9]+)([eE][+-]?[0-9]+)?");
  }

  /** Whether a text stands where an example has no class. */
  static boolean isMissingClass(String text) {
    return MISSING_CLASS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Counts a value that cannot be used. */
  void add(String text, int line, int place) {
    Count count = wrong;
    if (MISSING.contains(text.toLowerCase(Locale.ROOT))) {
      count = missing;
    } else if (decimal.matcher(text).matches()) {
      count = beyond;
    }
    count.add(text, line, place);
  }

  /** Counts a value whose quotation marks would belong to it. */
  void addQuoted(String text, int line, int place) {
    quoted.add(text, line, place);
  }

  /** Counts a class or a category that does not occur in the train file. */
  void addUnknown(String text, int line, int place) {
    unknown.add(text, line, place);
  }

  /** Tells what was counted. */
  void report(int rows, Consumer<TableProblem> problems) {
    if (missing.times > 0) {
      tell(missing, missing(rows), problems);
    }
    if (quoted.times > 0) {
      tell(
          quoted,
          "%s has a blank before its quotation mark%s, which then is a part of the value: leave the blank out"
              .formatted(quoted.shown(), quoted.share("as have", rows)),
          problems);
    }
    if (beyond.times > 0) {
      tell(beyond, beyond(rows), problems);
    }
    if (wrong.times > 0) {
      tell(wrong, wrong(rows), problems);
    }
    if (unknown.times > 0) {
      boolean label = column.use() == Use.LABEL;
      String known = TableContent.shortened(String.join(", ", column.categories().sorted()));
      tell(
          unknown,
          "the %s %s does not occur in %s, whose %s are %s%s"
              .formatted(
                  label ? "class" : "value",
                  unknown.shown(),
                  source.file(),
                  label ? "classes" : "values",
                  known,
                  label ? "" : ": leave such rows out" + ignoring()),
          problems);
    }
  }

  private void tell(Count count, String message, Consumer<TableProblem> problems) {
    problems.accept(TableProblem.in(file, count.line, count.place, column.name(), message));
  }

  private String missing(int rows) {
    String what = missing.text.isEmpty() ? "is empty" : "is " + missing.shown();
    String have = missing.times == 1 ? "has" : "have";
    String named = column.use() == Use.LABEL ? "class" : "value";
    String renamed =
        column.use() == Use.LABEL && !missing.text.isEmpty()
            ? ", or write the name of a class of this name in another way"
            : "";
    return "%s; %d of %d rows %s no %s: fill them in or leave them out%s%s"
        .formatted(what, missing.times, rows, have, named, renamed, ignoring());
  }

  private String beyond(int rows) {
    String text = beyond.text.replace(source.decimal().character(), '.');
    return beyond.shown()
        + (Double.parseDouble(text) == 0
            ? " is too small for a double" + beyond.share("as are", rows) + ": write 0"
            : " is too large"
                + beyond.share("as are", rows)
                + ": up to 1e150, squares of numbers can be added up; mend it")
        + ignoring();
  }

  private String wrong(int rows) {
    String text = wrong.text;
    String shown = wrong.shown();
    if (text.indexOf('\uFFFD') >= 0) {
      return shown + " is not UTF-8: save the file in this encoding";
    }
    String share = wrong.share("nor are", rows);
    if (!Double.isNaN(Decimals.parse(text, ',')) && source.decimal() == DecimalMark.POINT) {
      return shown
          + " is not a number"
          + share
          + ": if the comma is that of decimals, say decimal: comma";
    }
    if (INFINITE.contains(text.replaceFirst("^[+-]", "").toLowerCase(Locale.ROOT))) {
      return shown + " is not a finite number" + share + ": mend it" + ignoring();
    }
    return shown
        + " is not a number"
        + share
        + (column.use() == Use.TARGET
            ? ": where classes are to be told apart, name the column as label and not as target"
            : ": leave the column out with ignore: "
                + listed(column.name())
                + ", or where its values are names of kinds, say categorical: "
                + listed(column.name()));
  }

  private String ignoring() {
    return column.isFeature()
        ? ", or leave the column out with ignore: " + listed(column.name())
        : "";
  }

  /** A column as a config has it in a list. */
  private static String listed(String name) {
    boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_ .-]*") && name.strip().equals(name);
    return plain ? "[" + name + "]" : "['" + name.replace("'", "''") + "']";
  }
}
