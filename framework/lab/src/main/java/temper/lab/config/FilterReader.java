package temper.lab.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import temper.lab.study.Column;
import tools.jackson.databind.JsonNode;

/** Reads which rows a plot draws. */
final class FilterReader {

  /** A comparison with a number: an operator, and what is compared with. */
  static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|!=|==)\\s*(.*)");

  private final Map<String, Column> columns;
  private final Optional<CellGrid> grid;
  private final Problems problems;

  /**
   * A reader for plots of one table.
   *
   * @param columns columns of the table by name
   * @param grid cells of the experiment, if they are known before it runs
   * @param problems hears what is wrong
   */
  FilterReader(Map<String, Column> columns, Optional<CellGrid> grid, Problems problems) {
    this.columns = columns;
    this.grid = grid;
    this.problems = problems;
  }

  /** The filters of a plot; what is wrong with them is told. */
  List<RowFilter> read(Fields fields) {
    List<RowFilter> filters = new ArrayList<>();
    Optional<Node> node = fields.get("where");
    if (node.isEmpty()) {
      return filters;
    }
    String path = fields.path("where");
    if (!(node.get() instanceof Node.Mapping mapping) || mapping.entries().isEmpty()) {
      problems.add(
          node.get().place(), path, "must map columns to values, not " + node.get().described());
      return filters;
    }
    mapping
        .entries()
        .forEach(
            (name, entry) -> {
              String at = Binder.join(path, name);
              Column column = columns.get(name);
              if (column == null) {
                String message = "there is no column " + Texts.quoted(name);
                problems.unknown(entry.keyPlace(), at, message, name, columns.keySet());
              } else {
                filters.add(filter(column, entry.value(), at));
              }
            });
    return filters;
  }

  private RowFilter filter(Column column, Node node, String path) {
    List<RowFilter.Test> tests = new ArrayList<>();
    boolean numeric = column.holdsNumbers();
    Options.items(node, path)
        .forEach(
            (at, item) -> {
              if (!(item instanceof Node.Scalar scalar)) {
                problems.add(item.place(), at, "must be a value, not " + item.described());
                return;
              }
              Optional<RowFilter.Test> test =
                  numeric ? number(scalar) : Optional.of(equal(scalar.text()));
              if (test.isEmpty()) {
                problems.add(
                    item.place(),
                    at,
                    "must be a number or a comparison such as '>= 5', not " + item.described());
              } else {
                known(column, scalar, test.get(), at);
                tests.add(test.get());
              }
            });
    return new RowFilter(column.name(), numeric, tests);
  }

  private static RowFilter.Test equal(String text) {
    return new RowFilter.Test("==", Double.NaN, text);
  }

  private static Optional<RowFilter.Test> number(Node.Scalar scalar) {
    Matcher comparison = COMPARISON.matcher(scalar.text());
    boolean compared = comparison.matches();
    JsonNode number = compared ? YamlScalars.resolve(comparison.group(2).strip()) : scalar.value();
    return number.isNumber()
        ? Optional.of(
            new RowFilter.Test(compared ? comparison.group(1) : "==", number.doubleValue(), ""))
        : Optional.empty();
  }

  /** A value that no cell has would leave nothing to be drawn. */
  private void known(Column column, Node.Scalar scalar, RowFilter.Test test, String path) {
    Optional<CellGrid> swept = grid.filter(of -> of.index(column.name()) >= 0);
    if (swept.isPresent() && test.operator().equals("==")) {
      int index = swept.get().index(column.name());
      if (swept.get().meant(index, scalar.text()).isEmpty()) {
        problems.unknown(
            scalar.place(),
            path,
            "no cell has " + column.name() + " = " + Texts.quoted(scalar.text()),
            scalar.text(),
            swept.get().values(index));
      }
    }
  }
}
