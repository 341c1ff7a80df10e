package temper.lab.config;

import java.util.List;

/**
 * Which rows of a table are wanted: those whose value of a column passes one of several tests.
 *
 * @param column name of the column
 * @param numeric whether it holds numbers
 * @param tests at least one test
 * @since 0.1
 */
public record RowFilter(String column, boolean numeric, List<Test> tests) {

  /** Copies the list. */
  public RowFilter {
    tests = List.copyOf(tests);
  }

  /**
   * A test of a value.
   *
   * @param operator one of {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=}
   * @param number what a number is compared with; NaN for texts
   * @param text what a text is compared with
   */
  public record Test(String operator, double number, String text) {

    boolean passes(double value) {
      return switch (operator) {
        case "==" -> value == number;
        case "!=" -> value != number;
        case "<" -> value < number;
        case "<=" -> value <= number;
        case ">" -> value > number;
        default -> value >= number;
      };
    }
  }

  /**
   * Whether a number passes.
   *
   * @param value a value of the column
   * @return true if it is wanted
   */
  public boolean passes(double value) {
    return tests.stream().anyMatch(test -> test.passes(value));
  }

  /**
   * Whether a text passes.
   *
   * @param value a value of the column
   * @return true if it is wanted
   */
  public boolean passes(String value) {
    return tests.stream().anyMatch(test -> test.text().equals(value));
  }
}
