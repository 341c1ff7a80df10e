package temper.data.table;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that cannot be used, with all that is wrong with it.
 *
 * @since 0.3
 */
public final class TableException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient List<TableProblem> problems;

  /** An exception with at least one problem. */
  TableException(List<TableProblem> problems) {
    super(problems.stream().map(TableProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * What is wrong.
   *
   * @return at least one problem, in the order in which they were found
   */
  public List<TableProblem> problems() {
    return problems;
  }
}
